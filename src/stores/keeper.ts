import { computed, ref, shallowRef } from 'vue'
import type { Edit } from '../domain/evaluation/edit'
import type { Evaluation } from '../domain/evaluation/evaluation'
import { joined, type Act, type Change, type EditedLine } from '../domain/evaluation/history'
import { mergeEdits, type Clash } from '../domain/evaluation/mergeEdits'
import { randomId } from '../kernel/randomId'
import type { WriteProblem } from '../storage/evaluations'
import type { Step } from '../storage/journal'
import type { Storage } from '../storage/openStorage'
import type { EvaluationRecord } from '../storage/records'
import { storageProblem } from '../storage/storageProblem'

/** Whether what is on the screen is kept: 已保存, 正在保存, 保存失败, or 另一个窗口已修改 and the user is asked. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'stale'

/** Own edits that met another window's at the same place. */
export interface Conflict {
  readonly record: EvaluationRecord
  readonly clashes: readonly Clash[]
}

/** Lines of the change log that are loaded: how far undo reaches after a reload. */
export const LOADED_LINES = 400

const RETRY_AFTER = [500, 2000, 5000, 15_000, 30_000]
/** Failed writes after which nothing more may be typed, so that no more piles up unsaved. */
const READ_ONLY_AFTER = 3

const FOLLOWED = '另一个窗口修改了本评价，本窗口已更新为最新内容。'
const MERGED = '另一个窗口同时修改了本评价，双方的修改都已保留。'
const REBUILT = '浏览器中的数据曾被清除，已用本窗口中的内容重新保存。请尽快备份。'
const REMOVED = '本评价已在另一个窗口删除，现在只读；点“重试”可恢复它，并保存本窗口的修改。'

/** The open evaluation as storage has it, and the steps it has not confirmed yet. */
interface Session {
  readonly id: string
  /** The stored revision the steps build on. */
  base: number
  /** Revision of the last stored line, which the next one may join. */
  tail: number | undefined
  steps: readonly Step[]
  writing: Promise<void> | null
  failures: number
  removed: boolean
  timer: ReturnType<typeof setTimeout> | undefined
}

/**
 * Keeps one open evaluation in step with storage: every edit is written at once and shown as saved only when its transaction
 * completed; another window's revision is followed, merged or asked about, never overwritten; a failed write is tried again.
 */
export function keeper(storage: Storage, now: () => number, onWritten: (record: EvaluationRecord) => void) {
  const { evaluations, journal, tabs } = storage
  const evaluation = shallowRef<Evaluation | null>(null)
  const changes = shallowRef<readonly Change[]>([])
  const state = ref<SaveState>('saved')
  const savedAt = ref<number | null>(null)
  const problem = ref<string | null>(storage.problem?.message ?? null)
  const notice = ref<string | null>(null)
  const conflict = shallowRef<Conflict | null>(null)
  const locked = ref(storage.problem !== null)
  const editable = computed(() => evaluation.value !== null && !locked.value && conflict.value === null)
  let session: Session | null = null

  const stepsOf = (edits: readonly Edit[], act: Act = 'edit'): readonly Step[] => edits.map((edit) => ({ id: randomId(), at: now(), act, edit }))

  /** Shows a stored revision with own steps upon it. */
  function show(of: Session, record: EvaluationRecord, log: readonly Change[], steps: readonly Step[], shown: Evaluation): void {
    of.base = record.revision
    of.tail = log.at(-1)?.revision
    of.steps = steps
    evaluation.value = shown
    changes.value = [...log, ...steps.map((step, i): EditedLine => ({ ...step, revision: record.revision + i + 1 }))]
    conflict.value = null
    state.value = steps.length > 0 ? 'saving' : 'saved'
    savedAt.value = record.updatedAt
  }

  /** The change log up to a record's revision. */
  const logOf = async (record: EvaluationRecord): Promise<readonly Change[]> =>
    (await evaluations.changes(record.id, LOADED_LINES)).filter(({ revision }) => revision <= record.revision)

  /** Puts the unconfirmed steps upon another window's record; asks where they meet. */
  async function putUpon(of: Session, record: EvaluationRecord, choice: 'ask' | 'mine' | 'theirs'): Promise<void> {
    const log = await logOf(record)
    if (session !== of) return
    const edits = of.steps.filter(({ act }) => act !== 'setAside').map(({ edit }) => edit)
    const merged = mergeEdits(record.evaluation, edits, choice === 'mine')
    if (merged.clashes.length > 0 && choice === 'ask') {
      conflict.value = { record, clashes: merged.clashes }
      state.value = 'stale'
      return
    }
    const aside = [...of.steps.filter(({ act }) => act === 'setAside'), ...stepsOf(merged.clashes.map(({ edit }) => edit), 'setAside')]
    show(of, record, log, [...aside, ...stepsOf(merged.edits)], merged.evaluation)
    if (choice === 'ask' && edits.length > 0) notice.value = MERGED
  }

  /** Another window removed the evaluation. */
  function lose(of: Session): void {
    of.removed = true
    locked.value = true
    state.value = 'failed'
    problem.value = REMOVED
  }

  /** It is there again. */
  function found(of: Session): void {
    of.removed = false
    locked.value = storage.problem !== null
    problem.value = null
    if (of.steps.length === 0) state.value = 'saved'
  }

  async function refused(of: Session, why: WriteProblem): Promise<boolean> {
    if (why.kind === 'newer') {
      await putUpon(of, why.record, 'ask')
      return conflict.value === null
    }
    if (why.kind === 'removed') {
      lose(of)
      return false
    }
    const written = of.steps.length
    const record: EvaluationRecord = { id: of.id, revision: of.base + written, updatedAt: now(), evaluation: evaluation.value! }
    const lines = changes.value
    await evaluations.adopt([{ ...record, changes: lines }], REBUILT, now())
    confirmed(of, record, written, lines.at(-1)?.revision)
    notice.value = REBUILT
    return true
  }

  function confirmed(of: Session, record: EvaluationRecord, written: number, tail: number | undefined): void {
    of.base = record.revision
    of.tail = tail
    of.steps = of.steps.slice(written)
    of.failures = 0
    savedAt.value = record.updatedAt
    problem.value = null
    locked.value = storage.problem !== null
    tabs.tell({ kind: 'written', id: record.id, revision: record.revision })
    onWritten(record)
  }

  function failed(of: Session, error: unknown): void {
    of.failures += 1
    state.value = 'failed'
    problem.value = storageProblem(error).message
    locked.value = of.failures >= READ_ONLY_AFTER
    hiding()
    clearTimeout(of.timer)
    of.timer = setTimeout(() => void flush(), RETRY_AFTER[Math.min(of.failures, RETRY_AFTER.length) - 1])
  }

  /** Has the unconfirmed steps written; resolves when they are, or when it cannot be done now. */
  function flush(): Promise<void> {
    const of = session
    if (of?.writing) return of.writing
    if (!of || of.steps.length === 0 || conflict.value || of.removed) return Promise.resolve()
    of.writing = writeAll(of)
    return of.writing
  }

  /** Writes in one transaction a round, until nothing is left. */
  async function writeAll(of: Session): Promise<void> {
    const hasMore = (): boolean => session === of && of.steps.length > 0
    try {
      while (hasMore()) {
        state.value = 'saving'
        const written = of.steps.length
        const lines = changes.value.filter(({ revision }) => revision > of.base)
        const dropped = of.tail !== undefined && !changes.value.some(({ revision }) => revision === of.tail) ? [of.tail] : []
        const result = await evaluations.write({ id: of.id, expectedRevision: of.base, evaluation: evaluation.value!, changes: lines, dropped })
        if (result.ok) confirmed(of, result.value, written, lines.at(-1)?.revision)
        else if (!(await refused(of, result.error))) return
      }
      if (session === of) {
        state.value = 'saved'
        journal.clear(of.id)
      }
    } catch (error) {
      failed(of, error)
    } finally {
      of.writing = null
    }
  }

  /** Does an edit and has it written; false where it may not be done or has no place. */
  function make(act: 'edit' | 'undo' | 'redo', edit: Edit): boolean {
    const of = session
    if (!of || !editable.value || !evaluation.value) return false
    const merged = mergeEdits(evaluation.value, [edit], true)
    if (merged.clashes.length > 0) return false
    const done = merged.edits[0] ?? (act === 'edit' ? undefined : edit)
    if (!done) return true
    const step: Step = { id: randomId(), at: now(), act, edit: done }
    of.steps = [...of.steps, step]
    evaluation.value = merged.evaluation
    const line: EditedLine = { ...step, revision: of.base + of.steps.length }
    const both = joined(changes.value.at(-1), line)
    changes.value = both ? [...changes.value.slice(0, -1), both] : [...changes.value, line]
    state.value = 'saving'
    void flush()
    return true
  }

  /** Puts what is unconfirmed into the journal; at once, for the page may be gone the next moment. */
  function hiding(): void {
    if (session && session.steps.length > 0)
      journal.keep({ format: 1, evaluation: session.id, baseRevision: session.base, steps: session.steps })
  }

  /** Takes over what another window wrote, where this one has nothing of its own under way. */
  async function follow(id: string): Promise<void> {
    const of = session
    if (!of || of.id !== id || of.steps.length > 0 || of.writing) return
    const record = await evaluations.find(id)
    if (session !== of || of.steps.length > 0) return
    if (!record) return lose(of)
    if (of.removed) found(of)
    if (record.revision > of.base) {
      await putUpon(of, record, 'ask')
      notice.value = FOLLOWED
    }
  }

  tabs.listen((news) => {
    const of = session
    if (of && (news.kind === 'listed' || (news.kind === 'written' && news.id === of.id && news.revision > of.base))) void follow(of.id).catch(() => {})
  })
  journal.whenHiding(hiding)
  storage.whenLost((lost) => {
    locked.value = true
    problem.value = lost.message
  })

  return {
    evaluation, changes, state, savedAt, problem, notice, conflict, editable, make,
    /** Opens an evaluation; false where it is not there, or the one open before cannot be saved yet. */
    async open(id: string): Promise<boolean> {
      if (session?.id === id && !session.removed) return true
      if (!(await this.close())) return false
      const record = await evaluations.find(id)
      if (!record) return false
      const log = await logOf(record)
      session = { id, base: 0, tail: undefined, steps: [], writing: null, failures: 0, removed: false, timer: undefined }
      problem.value = storage.problem?.message ?? null
      locked.value = storage.problem !== null
      notice.value = null
      show(session, record, log, [], record.evaluation)
      return true
    },
    /** Lets go of the open evaluation; false while it holds what is not saved. */
    async close(): Promise<boolean> {
      await flush()
      if (session && session.steps.length > 0) return false
      clearTimeout(session?.timer)
      session = null
      evaluation.value = null
      changes.value = []
      return true
    },
    /** Reads again what storage has, after this window itself replaced it (import, restore). */
    async reload(): Promise<void> {
      const record = session && await evaluations.find(session.id)
      if (session && record) await putUpon(session, record, 'ask')
    },
    /** Tries to save once more; brings an evaluation back that another window removed. */
    async retry(): Promise<void> {
      if (session?.removed) {
        await evaluations.restore(session.id)
        found(session)
        tabs.tell({ kind: 'listed' })
      }
      await flush()
    },
    /** Ends a conflict: own edits over theirs, or theirs with own edits set aside in the change log. */
    async resolve(choice: 'mine' | 'theirs'): Promise<void> {
      const of = session
      if (!of || !conflict.value) return
      await putUpon(of, (await evaluations.find(of.id)) ?? conflict.value.record, choice)
      await flush()
    },
  }
}

/** The keeper of the open evaluation. */
export type Keeper = ReturnType<typeof keeper>
