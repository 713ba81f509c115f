import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { FillChoices, FillPlan, MoneyPower, SheetMapping } from '../worker/client'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { jobs } from './job'
import { useServices } from './keys'

export type { FillChoices, FillEntry, FillPlan, FillState } from '../worker/client'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_BYTES = 30 * 1024 * 1024
/** The importer keeps its mappings under the same name: a form read once can be filled, and one filled can be read. */
const KEPT_MAPPINGS = 'mappings'
const MOST_MAPPINGS = 200

/** 套表: the bureau's own workbook filled with the open evaluation. Nothing is written before 填入. */
export const useBureauForm = defineStore('bureauForm', () => {
  const { storage, worker, saveFile } = useServices()
  const open = useEvaluation()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const plan = shallowRef<FillPlan | null>(null)
  const choices = shallowRef<Omit<FillChoices, 'mappings'>>({ units: {}, notInvolved: '/' })
  let file: File | null = null
  let corrections: readonly SheetMapping[] = []

  const kept = async (): Promise<unknown> => storage.notes.read(KEPT_MAPPINGS)
  const counts = computed(() => {
    const found: { [state: string]: number } = {}
    for (const { state } of plan.value?.entries ?? []) found[state] = (found[state] ?? 0) + 1
    return found
  })

  async function read(): Promise<boolean> {
    const evaluation = open.evaluation
    const given = file
    if (!given || !evaluation) return false
    const planned = await run('正在读取表样', async (options) =>
      worker.call('planFill', [new Uint8Array(await given.arrayBuffer()), given.name, evaluation, { ...choices.value, mappings: corrections, kept: await kept() }], options))
    if (!planned) return false
    if (planned.ok) plan.value = planned.value
    else problem.value = planned.error
    return planned.ok
  }

  return {
    job, problem, cancel, dismissProblem, plan, choices, counts,

    /** Reads a blank form into `plan`. False where it cannot be filled: `problem` says why. */
    async open(chosen: File): Promise<boolean> {
      plan.value = null
      corrections = []
      choices.value = { ...choices.value, units: {} }
      if (chosen.size > MOST_BYTES) {
        problem.value = `“${chosen.name}”有 ${Math.ceil(chosen.size / 1024 / 1024)} MB，太大了，不像是空表。`
        return false
      }
      file = chosen
      return read()
    },

    /** Takes a corrected mapping and reads again. */
    correct(mapping: SheetMapping): Promise<boolean> {
      corrections = [mapping, ...corrections.filter(({ fingerprint }) => fingerprint !== mapping.fingerprint)]
      return read()
    },

    /** Says the 金额单位 of a sheet that states none. */
    setUnit(sheet: string, unit: MoneyPower): Promise<boolean> {
      choices.value = { ...choices.value, units: { ...choices.value.units, [sheet]: unit } }
      return read()
    },

    /** Says how 不涉及 is written in this form. */
    setNotInvolved(notInvolved: FillChoices['notInvolved']): Promise<boolean> {
      choices.value = { ...choices.value, notInvolved }
      return read()
    },

    /** 填入: the filled workbook is handed out under the form's own name, and the mapping is remembered. */
    async fill(): Promise<boolean> {
      const evaluation = open.evaluation
      const [given, found] = [file, plan.value]
      if (!evaluation || !given || !found) return false
      const filled = await run('正在填表', async (options) =>
        worker.call('fillForm', [new Uint8Array(await given.arrayBuffer()), given.name, evaluation, { ...choices.value, mappings: corrections, kept: await kept() }], options))
      if (!filled) return false
      if (!filled.ok) {
        problem.value = filled.error
        return false
      }
      saveFile({ name: fileName(given.name.replace(/\.[^.]*$/, ''), 'xlsx'), bytes: filled.value, type: WORKBOOK })
      const used = found.sheets.map(({ mapping, unit }) => ({ ...mapping, unit }))
      const prints = new Set(used.map(({ fingerprint }) => fingerprint))
      const known = (await kept()) as readonly SheetMapping[] | undefined
      await storage.notes.write(KEPT_MAPPINGS, [...used, ...(Array.isArray(known) ? known : []).filter(({ fingerprint }) => !prints.has(fingerprint))].slice(0, MOST_MAPPINGS))
      return true
    },

    /** 导出对应关系 of this form, for the other units. */
    async exportMappings(): Promise<void> {
      const text = await run('正在导出对应关系', (options) => worker.call('mappingsText', [plan.value?.sheets.map(({ mapping, unit }) => ({ ...mapping, unit })) ?? []], options))
      if (text !== null) saveFile({ name: fileName(`${(file?.name ?? '表').replace(/\.[^.]*$/, '')}对应关系`, 'json'), bytes: new TextEncoder().encode(text), type: 'application/json' })
    },

    /** 导入对应关系 made elsewhere, and reads again by it. */
    async importMappings(chosen: File): Promise<boolean> {
      const text = chosen.size > 5 * 1024 * 1024 ? null : await chosen.text()
      const found = text === null ? null : await run('正在读取对应关系', (options) => worker.call('readMappings', [text], options))
      if (!found?.ok) {
        problem.value = found ? `“${chosen.name}”：${found.error}` : `“${chosen.name}”太大了，不是对应关系文件。`
        return false
      }
      const prints = new Set(found.value.map(({ fingerprint }) => fingerprint))
      corrections = [...found.value, ...corrections.filter(({ fingerprint }) => !prints.has(fingerprint))]
      return read()
    },

    close(): void {
      plan.value = null
      file = null
      corrections = []
    },
  }
})
