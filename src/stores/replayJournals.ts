import type { Edit } from '../domain/evaluation/edit'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { EditedLine } from '../domain/evaluation/history'
import { mergeEdits } from '../domain/evaluation/mergeEdits'
import { randomId } from '../kernel/randomId'
import type { JournalEntry, LeftJournal } from '../storage/journal'
import { windowLock } from '../storage/locks'
import type { Storage } from '../storage/openStorage'
import { summaryOf, type EvaluationRecord } from '../storage/records'
import { clashWords } from './editWords'

/** Steps left by a window that closed before they were saved, which now meet newer content: the user is asked. */
export interface LeftSteps {
  readonly key: string
  readonly title: string
  /** Empty where the steps cannot be read or have no evaluation any more. */
  readonly clashes: readonly { readonly words: string; readonly mine: string; readonly theirs: string }[]
  readonly message: string
}

/** What replaying brought: sentences on what came back, and what the user must decide. */
export interface Replay {
  readonly recovered: readonly string[]
  readonly left: readonly LeftSteps[]
}

/** Milliseconds until a window that was just closed has let go of its lock; one that holds it longer lives and saves for itself. */
const PATIENCE = 1000

/** Lines of the change log searched for steps that were saved after all. */
const SEARCHED_LINES = 2000

const titleOf = (evaluation: Evaluation): string => {
  const { unitName, year } = summaryOf({ id: evaluation.id, revision: 0, updatedAt: 0, evaluation }, 0)
  return `“${unitName}” ${year} 年度`
}

/** The edits of an entry that the change log does not hold: a write may have completed after the page was gone. */
async function outstanding(storage: Storage, entry: JournalEntry): Promise<readonly Edit[]> {
  const saved = new Set((await storage.evaluations.changes(entry.evaluation, SEARCHED_LINES)).map(({ id }) => id))
  const done = entry.steps.findLastIndex(({ id }) => saved.has(id))
  return entry.steps.slice(done + 1).filter(({ act }) => act !== 'setAside').map(({ edit }) => edit)
}

async function write(storage: Storage, record: EvaluationRecord, evaluation: Evaluation, lines: readonly Pick<EditedLine, 'act' | 'edit'>[], at: number): Promise<boolean> {
  if (lines.length === 0) return true
  const changes = lines.map((line, i): EditedLine => ({ ...line, id: randomId(), at, revision: record.revision + i + 1 }))
  const result = await storage.evaluations.write({ id: record.id, expectedRevision: record.revision, evaluation, changes, dropped: [] })
  if (result.ok) storage.tabs.tell({ kind: 'written', id: record.id, revision: result.value.revision })
  return result.ok
}

async function replayOne(storage: Storage, { key, text }: LeftJournal, at: number): Promise<{ readonly recovered?: string; readonly left?: LeftSteps }> {
  // Only a page that was closed too early needs the decoder.
  const { decodeJournal } = await import('../storage/decodeJournal')
  const entry = decodeJournal(text)
  if (!entry.ok) return { left: { key, title: '', clashes: [], message: '上次关闭前有修改没有保存，但留下的记录读不出来。' } }
  const record = await storage.evaluations.find(entry.value.evaluation)
  if (!record) return { left: { key, title: '', clashes: [], message: '上次关闭前有修改没有保存，所属的评价已不在浏览器中。' } }
  const edits = await outstanding(storage, entry.value)
  const merged = mergeEdits(record.evaluation, edits)
  const title = titleOf(record.evaluation)
  if (merged.clashes.length > 0) {
    const clashes = merged.clashes.map(({ edit }) => clashWords(edit, record.evaluation))
    return { left: { key, title, clashes, message: `${title}上次关闭前有 ${clashes.length} 处修改没有保存，现在与已保存的内容不同。` } }
  }
  if (!(await write(storage, record, merged.evaluation, merged.edits.map((edit) => ({ act: 'edit', edit })), at))) return {}
  storage.journal.forget(key)
  return merged.edits.length > 0 ? { recovered: `已找回${title}上次关闭前没有保存的 ${merged.edits.length} 处修改。` } : {}
}

/** Replays one journal, alone: not where its window lives, nor where another window has replayed it by now. */
async function replayAlone(storage: Storage, { key, window }: LeftJournal, at: number): ReturnType<typeof replayOne> {
  const outcome = await storage.locks.whenFree(windowLock(window), PATIENCE, async () => {
    const still = storage.journal.left().find((journal) => journal.key === key)
    return still ? replayOne(storage, still, at) : {}
  })
  return outcome?.done ?? {}
}

/** Replays what closed windows left unsaved. Steps that meet newer content stay in the journal until the user decides. */
export async function replayJournals(storage: Storage, at: number): Promise<Replay> {
  const recovered: string[] = []
  const left: LeftSteps[] = []
  for (const journal of storage.journal.left()) {
    const outcome = await replayAlone(storage, journal, at)
    if (outcome.recovered) recovered.push(outcome.recovered)
    if (outcome.left) left.push(outcome.left)
  }
  return { recovered, left }
}

/** Ends the wait of left steps: done over what stands, or set aside in the change log. */
export async function settleLeft(storage: Storage, key: string, choice: 'mine' | 'theirs', at: number): Promise<boolean> {
  const journal = storage.journal.left().find((candidate) => candidate.key === key)
  if (!journal) return true
  const { decodeJournal } = await import('../storage/decodeJournal')
  const entry = decodeJournal(journal.text)
  const record = entry.ok ? await storage.evaluations.find(entry.value.evaluation) : undefined
  if (entry.ok && record) {
    const merged = mergeEdits(record.evaluation, await outstanding(storage, entry.value), choice === 'mine')
    const lines = [...merged.clashes.map(({ edit }) => ({ act: 'setAside' as const, edit })), ...merged.edits.map((edit) => ({ act: 'edit' as const, edit }))]
    if (!(await write(storage, record, merged.evaluation, lines, at))) return false
  }
  storage.journal.forget(key)
  return true
}
