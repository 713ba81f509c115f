import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { differences, type Differences } from '../domain/evaluation/differences'
import type { Change } from '../domain/evaluation/history'
import type { Snapshot } from '../storage/records'
import { changeWords, placeWords } from './editWords'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { keepBefore } from './keepBefore'
import { LOADED_LINES } from './keeper'
import { useServices } from './keys'

/** One changed place in words. */
export interface ChangedPlace {
  readonly words: string
  readonly before: string
  readonly after: string
}

/** One line of the change log in words. */
export interface LoggedChange {
  readonly id: string
  readonly at: number
  readonly act: string
  readonly words: string
}

const ACTS: { readonly [A in Change['act']]: string } = { edit: '修改', undo: '撤销', redo: '重做', setAside: '未采用', replaced: '整体替换' }
const OTHERS: { readonly [key: string]: string } = { goals: '绩效目标' }
const OPENED = '当天第一次打开时'
const RESTORED = '恢复历史版本之前'
const BY_HAND = '手动保存'

const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

/** 历史版本 and 修改记录 of the open evaluation. */
export const useVersions = defineStore('versions', () => {
  const { storage, now } = useServices()
  const { evaluations, tabs } = storage
  const open = useEvaluation()
  const desk = useDesk()
  const list = shallowRef<readonly Snapshot[]>([])
  const log = shallowRef<readonly LoggedChange[]>([])
  const shown = shallowRef<Snapshot | null>(null)
  const id = computed(() => open.evaluation?.id ?? null)

  async function refresh(): Promise<void> {
    const of = id.value
    if (of === null) return
    const [versions, changes] = await Promise.all([evaluations.snapshots(of), evaluations.changes(of, LOADED_LINES)])
    const evaluation = open.evaluation
    if (id.value !== of || !evaluation) return
    list.value = versions
    log.value = changes.map((change): LoggedChange => ({
      id: change.id, at: change.at, act: ACTS[change.act], words: change.act === 'replaced' ? change.reason : placeWords(change.edit, evaluation),
    })).reverse()
  }

  /** The state a day begins with is kept, so that a bad afternoon can be taken back as a whole. */
  async function beginDay(of: string): Promise<void> {
    const [versions, record] = await Promise.all([evaluations.snapshots(of), evaluations.find(of)])
    if (record && record.revision > 1 && !sameDay(record.updatedAt, now()) && !versions.some(({ at }) => sameDay(at, now()))) await evaluations.snapshot(of, OPENED, now())
  }

  watch(id, (of) => {
    list.value = []
    log.value = []
    shown.value = null
    if (of !== null && !storage.problem) beginDay(of).catch(() => {})
  }, { immediate: true })

  const between = computed<Differences | null>(() => (shown.value && open.evaluation ? differences(shown.value.record.evaluation, open.evaluation) : null))

  return {
    list, log, shown, refresh,
    /** What has changed since the shown version; places in words. */
    changes: computed<readonly ChangedPlace[]>(() => {
      const evaluation = open.evaluation
      if (!between.value || !evaluation) return []
      return [...between.value.edits.map((edit) => changeWords(edit, evaluation)), ...between.value.others.map((key) => ({ words: OTHERS[key] ?? '其他内容', before: '另有内容', after: '另有内容' }))]
    }),
    show(seq: number): void { shown.value = list.value.find((version) => version.seq === seq) ?? null },
    /** 保存当前版本 with a few words of the user; false where the latest version is the same already. */
    async keep(words: string): Promise<boolean> {
      const of = id.value
      if (of === null) return false
      const latest = (await evaluations.snapshots(of))[0]?.seq
      await open.retry()
      await evaluations.snapshot(of, words.trim() === '' ? BY_HAND : `${BY_HAND}：${words.trim().slice(0, 60)}`, now())
      await refresh()
      return list.value[0]?.seq !== latest
    },
    /** Puts the shown version in place of what stands, which is kept as a version itself. False where something is not saved yet. */
    async restore(): Promise<boolean> {
      const version = shown.value
      if (!version) return false
      await open.retry()
      if (open.saveState !== 'saved') return false
      await evaluations.adopt([{ evaluation: version.record.evaluation, revision: version.record.revision, updatedAt: version.record.updatedAt, changes: [] }], RESTORED, now())
      tabs.tell({ kind: 'listed' })
      await Promise.all([open.reload(), desk.refresh()])
      shown.value = null
      await refresh()
      return true
    },
    /** Keeps a version before something large is done to the open evaluation. */
    before(reason: string): void { if (id.value !== null) keepBefore(storage, id.value, reason, now()) },
  }
})
