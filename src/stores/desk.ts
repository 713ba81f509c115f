import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { catalog } from '../catalog/catalog'
import { given } from '../domain/evaluation/answer'
import { defaultSettings, type Evaluation } from '../domain/evaluation/evaluation'
import type { Framework } from '../domain/indicators/framework'
import { rollOver } from '../domain/years/rollOver'
import { randomId } from '../kernel/randomId'
import type { Usage } from '../storage/persistence'
import { byUpdate, summaryOf, type EvaluationRecord, type Summary } from '../storage/records'
import { storageProblem, type StorageProblem } from '../storage/storageProblem'
import { useServices } from './keys'
import { keepBeforeUpgrade } from './keepBefore'
import { ofUnit } from './lastYear'
import { replayJournals, settleLeft, type LeftSteps } from './replayJournals'

/** The samples that come with the product. */
export type SampleId = 'founding' | 'fictional'

/** What a new evaluation starts from. */
export interface NewEvaluation {
  readonly unitName: string
  readonly year: number
  /** Its id in the catalog, or an own one itself: the evaluation gets a copy. */
  readonly framework: string | Framework
  /** Id in the catalog. */
  readonly outline: string
}

/** Days a removed evaluation stays in the bin. */
const BIN_DAYS = 30

const samples: readonly { readonly id: SampleId; readonly title: string; readonly load: () => Promise<Evaluation> }[] = [
  { id: 'founding', title: '岳麓区信息中心 2020', load: async () => (await import('../catalog/samples/foundingCase')).foundingCase },
  { id: 'fictional', title: '示例单位（虚构）', load: async () => (await import('../catalog/samples/fictionalCase')).fictionalCase },
]

/** 工作台: the evaluations kept in this browser. */
export const useDesk = defineStore('desk', () => {
  const { storage, now } = useServices()
  const { evaluations: repository, persistence, tabs } = storage
  const ready = ref(false)
  const problem = shallowRef<StorageProblem | null>(storage.problem)
  const evaluations = shallowRef<readonly Summary[]>([])
  const bin = shallowRef<readonly Summary[]>([])
  const search = ref('')
  const recovered = shallowRef<readonly string[]>([])
  const leftSteps = shallowRef<readonly LeftSteps[]>([])
  const lossSuspected = ref(false)
  const usage = shallowRef<Usage | null>(null)
  const lastRemoved = shallowRef<Summary | null>(null)

  const shown = computed(() => {
    const words = search.value.trim().split(/\s+/).filter((word) => word !== '')
    return evaluations.value.filter(({ unitName, year, framework }) => words.every((word) => `${unitName} ${year} ${framework}`.includes(word)))
  })

  async function refresh(): Promise<void> {
    ;[evaluations.value, bin.value] = await Promise.all([repository.list(), repository.bin()])
    const count = evaluations.value.length + bin.value.length
    if (count > 0) lossSuspected.value = false
    // The marker of a lost desk stays until the user has restored it or let it go.
    if (!storage.problem && !lossSuspected.value) persistence.expect(count)
  }

  async function changed(): Promise<void> {
    await refresh()
    tabs.tell({ kind: 'listed' })
  }

  async function add(evaluation: Evaluation): Promise<string> {
    const added = await repository.add(evaluation, now())
    // The id is taken only where a sample of the same id lies in the bin: it stays there as it is.
    const id = added.ok ? evaluation.id : randomId()
    if (!added.ok) await repository.add({ ...evaluation, id }, now())
    await changed()
    return id
  }

  tabs.listen(() => void refresh().catch(() => {}))
  storage.whenLost((lost) => { problem.value = lost })

  return {
    ready, problem, evaluations, bin, search, shown, recovered, leftSteps, lossSuspected, usage, lastRemoved, refresh,
    samples: samples.map(({ id, title }) => ({ id, title })),

    /** Reads the desk at start: brings back what closed windows left unsaved, empties the bin of what is long removed. */
    async open(): Promise<void> {
      try {
        const expected = storage.problem ? 0 : persistence.expected()
        const replay = await replayJournals(storage, now())
        recovered.value = replay.recovered
        leftSteps.value = replay.left
        // Windows opened together do it once; one that hangs at it keeps no other from opening.
        await storage.locks.whenFree('hengji.upkeep', 2000, async () => {
          await repository.purge(now() - BIN_DAYS * 86_400_000)
          await keepBeforeUpgrade(storage, now())
        })
        const [kept, removed] = await Promise.all([repository.list(), repository.bin()])
        lossSuspected.value = expected > 0 && kept.length + removed.length === 0
        await refresh()
        usage.value = await persistence.usage()
      } catch (error) {
        problem.value = storageProblem(error)
      } finally {
        ready.value = true
      }
    },

    /** 新建评价; its id. Throws where the catalog lacks the framework: a fault of ours. */
    async create({ unitName, year, framework: chosen, outline }: NewEvaluation): Promise<string> {
      const framework = typeof chosen === 'string' ? catalog.frameworks.find(({ id }) => id === chosen) : chosen
      if (!framework) throw new Error(`no framework ${String(chosen)}`)
      const named = unitName.trim()
      return add({
        format: 1, id: randomId(), year, settings: defaultSettings, framework, outline,
        answers: named === '' ? {} : { 'unit.name': given(named) }, tables: {}, judgements: {}, narrative: {}, explanations: {},
      })
    },

    /** Puts an evaluation made elsewhere on the desk; its id. */
    keep: add,

    /** 沿用上年数据新建: next year's evaluation of a unit; its id, or the id of the one that is there already. Null where last year's is gone. */
    async rollOver(id: string): Promise<{ readonly id: string; readonly existed: boolean } | null> {
      const record = await repository.find(id)
      const summary = evaluations.value.find((one) => one.id === id)
      if (!record || !summary) return null
      const there = ofUnit(evaluations.value, summary.unitName, summary.year + 1, id)
      if (there) return { id: there.id, existed: true }
      return { id: await add(rollOver(record.evaluation, randomId(), catalog.forms, catalog.measures)), existed: false }
    },

    /** 打开示例: the copy already on the desk, else a new one; its id. */
    async openSample(sample: SampleId): Promise<string> {
      const evaluation = await samples.find(({ id }) => id === sample)!.load()
      return (await repository.find(evaluation.id)) ? evaluation.id : add(evaluation)
    },

    async remove(id: string): Promise<void> {
      const summary = evaluations.value.find((one) => one.id === id)
      await repository.remove(id, now())
      lastRemoved.value = summary ?? null
      await changed()
    },

    async restore(id: string): Promise<void> {
      await repository.restore(id)
      if (lastRemoved.value?.id === id) lastRemoved.value = null
      await changed()
    },

    async undoRemove(): Promise<void> {
      if (lastRemoved.value) await this.restore(lastRemoved.value.id)
    },

    /** Decides on steps a closed window left: mine goes over what stands, theirs sets them aside. */
    async settleLeft(key: string, choice: 'mine' | 'theirs'): Promise<void> {
      if (!(await settleLeft(storage, key, choice, now()))) return
      leftSteps.value = leftSteps.value.filter((left) => left.key !== key)
      await changed()
    },

    /** The user knows that the desk is empty. */
    dismissLoss(): void {
      lossSuspected.value = false
      persistence.expect(0)
    },

    /** Asks the browser to keep the data for good; call at a user's action. */
    async keepStorage(): Promise<boolean> {
      const granted = await persistence.persist()
      usage.value = await persistence.usage()
      return granted
    },

    /** Brings the list up to date with a write of this window. */
    noteWritten(record: EvaluationRecord): void {
      const known = evaluations.value.find(({ id }) => id === record.id)
      const noted = summaryOf(record, known?.createdAt ?? record.updatedAt)
      evaluations.value = [...evaluations.value.filter(({ id }) => id !== record.id), noted].sort(byUpdate)
    },
  }
})
