import type { Evaluation } from '../domain/evaluation/evaluation'
import type { Change } from '../domain/evaluation/history'
import type { KeptEvaluation } from '../domain/evaluation/keptEvaluation'
import type { Result } from '../kernel/result'
import type { Attachment, EvaluationRecord, Snapshot, Summary } from './records'

/** One write: the whole evaluation and the change log's new lines, in one transaction. */
export interface Write {
  readonly id: string
  /** The revision it builds on. */
  readonly expectedRevision: number
  readonly evaluation: Evaluation
  /** New lines, ascending from the expected revision; the last one's revision becomes the evaluation's. */
  readonly changes: readonly Change[]
  /** Revisions of lines that were joined into a new one. */
  readonly dropped: readonly number[]
}

/** Why a write was refused; nothing was written then. */
export type WriteProblem =
  /** Another window wrote first. */
  | { readonly kind: 'newer'; readonly record: EvaluationRecord }
  /** It lies in the bin, or is not there at all. */
  | { readonly kind: 'removed' }
  | { readonly kind: 'absent' }

/** What the app may ask of storage. A failing browser rejects; `storageProblem` turns the rejection into words. */
export interface Evaluations {
  /** Summaries, most recently changed first, without those in the bin. */
  list(): Promise<readonly Summary[]>
  /** Summaries of the bin, most recently removed first. */
  bin(): Promise<readonly Summary[]>
  /** An evaluation that is not in the bin. */
  find(id: string): Promise<EvaluationRecord | undefined>
  /** The last `most` lines of its change log, oldest first. */
  changes(id: string, most: number): Promise<readonly Change[]>
  /** Keeps a new evaluation; refused where its id is taken, in the bin too. */
  add(evaluation: Evaluation, at: number): Promise<Result<EvaluationRecord, { readonly kind: 'taken' }>>
  /** Writes only upon the expected revision: nothing newer is ever overwritten. */
  write(write: Write): Promise<Result<EvaluationRecord, WriteProblem>>
  /** Into the bin. */
  remove(id: string, at: number): Promise<void>
  /** Out of the bin. */
  restore(id: string): Promise<void>
  /** Deletes for good what was removed before a time, with all that belongs to it, and evidence removed before it; how many evaluations. */
  purge(removedBefore: number): Promise<number>
  /** Takes evaluations in with their evidence, all or none; each it replaces is kept as a snapshot with the reason, evidence it lacks stays. */
  adopt(evaluations: readonly KeptEvaluation[], reason: string, at: number, evidence?: readonly Attachment[]): Promise<void>
  /** Snapshots of an evaluation, latest first. */
  snapshots(id: string): Promise<readonly Snapshot[]>
  /** Keeps an evaluation as it stands now as a 历史版本, unless the latest one is the same; forgets those past their time. */
  snapshot(id: string, reason: string, at: number): Promise<void>
  /** Everything but the bin, with change logs of at most `most` lines: for a backup. */
  everything(most: number): Promise<readonly KeptEvaluation[]>
  /** Waits until what was written is on the disk and not only in the browser's hands (完成, 备份). */
  settle(): Promise<void>
}

/** Small facts about the desk itself: the last backup. */
export interface DeskNotes {
  read(key: string): Promise<unknown>
  write(key: string, value: unknown): Promise<void>
}

/** The record a write leads to. Throws where its lines do not ascend: a fault of ours. */
export function written(write: Write): EvaluationRecord {
  let revision = write.expectedRevision
  for (const change of write.changes) {
    if (change.revision <= revision) throw new Error(`revisions must ascend: ${change.revision} after ${revision}`)
    revision = change.revision
  }
  const last = write.changes.at(-1)
  if (!last) throw new Error('a write needs a change')
  return { id: write.id, revision, updatedAt: last.at, evaluation: write.evaluation }
}

/** What taking an evaluation in leads to: as in the file where it is new here, else a new revision upon the one that stands. */
export function adoption(adopted: KeptEvaluation, standing: Pick<EvaluationRecord, 'revision'> | undefined, reason: string, at: number): { readonly record: EvaluationRecord; readonly changes: readonly Change[] } {
  const { evaluation, updatedAt } = adopted
  if (!standing) return { record: { id: evaluation.id, revision: adopted.revision, updatedAt, evaluation }, changes: adopted.changes }
  const revision = Math.max(standing.revision, adopted.revision) + 1
  return {
    record: { id: evaluation.id, revision, updatedAt: at, evaluation },
    changes: [{ id: `${evaluation.id}:${revision}`, revision, at, act: 'replaced', reason }],
  }
}
