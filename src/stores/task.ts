import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import { given } from '../domain/evaluation/answer'
import { defaultSettings } from '../domain/evaluation/evaluation'
import { overlaidForms } from '../domain/forms/formOverlay'
import { keptTaskDecoder, type KeptTask } from '../domain/task/keptTask'
import { readTask, taskText } from '../domain/task/taskFile'
import { taskFaults } from '../domain/task/taskFaults'
import { nameBy, type TaskPackage, type TaskUnit } from '../domain/task/taskPackage'
import { decode } from '../kernel/decode'
import { randomId } from '../kernel/randomId'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { useServices } from './keys'

export type { TaskMaterial, TaskPackage, TaskUnit } from '../domain/task/taskPackage'

const KEPT = 'tasks'
const MOST_TASKS = 60
const MOST_BYTES = 20 * 1024 * 1024

/** A task from the desk or a backup; none where it cannot be read. */
function readable(value: unknown) {
  const known = decode(keptTaskDecoder, value)
  const task = known.ok ? readTask(known.value.text) : null
  return known.ok && task?.ok ? [{ task: task.value, ...known.value }] : []
}

/** 填报任务包: made by a bureau, opened by its units; what is begun by one follows its forms, framework, outline and names. */
export const useTask = defineStore('task', () => {
  const { storage, saveFile } = useServices()
  const desk = useDesk()
  const open = useEvaluation()
  const kept = shallowRef<readonly { readonly task: TaskPackage; readonly text: string; readonly begun: KeptTask['begun'] }[]>([])
  const problem = ref<string | null>(null)
  let loaded: Promise<void> | null = null

  async function read(): Promise<void> {
    const value = await storage.notes.read(KEPT)
    kept.value = (Array.isArray(value) ? value : []).flatMap(readable)
  }
  async function write(next: typeof kept.value): Promise<void> {
    kept.value = next.slice(0, MOST_TASKS)
    await storage.notes.write(KEPT, kept.value.map(({ text, begun }) => ({ text, begun })))
  }
  const load = (): Promise<void> => (loaded ??= read())

  /** The task the open evaluation was begun by, and the unit. */
  const current = computed(() => {
    const id = open.evaluation?.id
    const found = id === undefined ? undefined : kept.value.find(({ begun }) => Object.hasOwn(begun, id))
    return found && id !== undefined ? { task: found.task, unit: found.begun[id]! } : null
  })

  return {
    kept, problem, current, load,
    dismissProblem(): void { problem.value = null },

    /** The forms as the open evaluation's task has them; all of ours where there is none. */
    forms: computed(() => (current.value ? overlaidForms(catalog.forms, current.value.task.forms) : catalog.forms)),

    /** What should be mended in a package before it is sent out or worked by. */
    faults: (task: TaskPackage): readonly string[] => taskFaults(task, catalog),

    /** Opens a package onto this desk; null where it cannot be: `problem` says why. An older edition of the same package gives way. */
    async open(file: File): Promise<TaskPackage | null> {
      await load()
      problem.value = null
      const text = file.size > MOST_BYTES ? null : await file.text()
      const found = text === null ? null : readTask(text)
      if (!found?.ok) {
        problem.value = `“${file.name}”：${found ? found.error : '太大了，不是填报任务包。'}`
        return null
      }
      const before = kept.value.find(({ task }) => task.id === found.value.id)
      await write([{ task: found.value, text: text!, begun: before?.begun ?? {} }, ...kept.value.filter((one) => one !== before)])
      return found.value
    },

    /** Hands a package out as a file, and keeps it on this desk. */
    async make(task: TaskPackage): Promise<void> {
      await load()
      const text = taskText(task)
      const before = kept.value.find((one) => one.task.id === task.id)
      await write([{ task, text, begun: before?.begun ?? {} }, ...kept.value.filter((one) => one !== before)])
      saveFile({ name: fileName(`${task.year}年度填报任务包${task.region === '' ? '' : `（${task.region}）`}`, 'json'), bytes: new TextEncoder().encode(text), type: 'application/json' })
    },

    /** 按任务包建评价: year, framework, outline and unit are the package's; the evaluation's id. */
    async begin(task: TaskPackage, unit: TaskUnit): Promise<string> {
      await load()
      const own = kept.value.find((one) => one.task.id === task.id)
      const known = own && Object.entries(own.begun).find(([id, { name }]) => name === unit.name && desk.evaluations.some((one) => one.id === id))
      if (known) return known[0]
      const id = await desk.keep({
        format: 1, id: randomId(), year: task.year, settings: defaultSettings, framework: task.framework, outline: task.outline,
        answers: { 'unit.name': given(unit.name), ...(unit.code === '' ? {} : { 'unit.code': given(unit.code) }) }, tables: {}, judgements: {}, narrative: {}, explanations: {},
      })
      await write(kept.value.map((one) => (one.task.id === task.id ? { ...one, begun: { ...one.begun, [id]: unit } } : one)))
      return id
    },

    /** Takes in the tasks of a backup that this desk lacks, and what was begun by them of the evaluations restored. */
    async adopt(tasks: readonly KeptTask[]): Promise<void> {
      loaded = null
      await load()
      let next = kept.value
      for (const found of tasks.flatMap(readable)) {
        const standing = next.find(({ task }) => task.id === found.task.id)
        next = standing ? next.map((one) => (one === standing ? { ...one, begun: { ...found.begun, ...one.begun } } : one)) : [...next, found]
      }
      if (next !== kept.value) await write(next)
    },

    async remove(id: string): Promise<void> {
      await write(kept.value.filter(({ task }) => task.id !== id))
    },

    /** What a material of the open evaluation is called by its task; null where no task names it. */
    named(material: string): string | null {
      const found = current.value
      return found && found.task.naming !== '' ? nameBy(found.task.naming, { unit: found.unit, year: found.task.year, material }) : null
    },
  }
})
