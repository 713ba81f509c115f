import type { Change } from '../domain/evaluation/history'
import { err, ok } from '../kernel/result'
import { adoption, written, type DeskNotes, type Evaluations } from './evaluations'
import { memoryAttachments } from './memoryAttachments'
import { byRemoval, byUpdate, summaryOf, unremoved, type EvaluationRecord, type Snapshot, type Summary } from './records'
import { pastTheirTime } from './retention'

/** The memory twin: for tests, and for a desk whose browser keeps nothing. Copies on the way in and out, as a database does. */
export function memoryEvaluations(attachments = memoryAttachments()): Evaluations {
  const records = new Map<string, EvaluationRecord>()
  const summaries = new Map<string, Summary>()
  const changes = new Map<string, readonly Change[]>()
  let snapshots: readonly Snapshot[] = []
  let lastSnapshot = 0

  const log = (id: string): readonly Change[] => changes.get(id) ?? []
  const keep = (record: EvaluationRecord, createdAt: number): void => {
    records.set(record.id, structuredClone(record))
    summaries.set(record.id, summaryOf(record, createdAt))
  }
  const versions = (id: string): readonly Snapshot[] => snapshots.filter(({ evaluation }) => evaluation === id).reverse()
  const forgetOld = (id: string, at: number): void => {
    const old = pastTheirTime(versions(id), at)
    snapshots = snapshots.filter((one) => !old.includes(one))
  }
  const isRemoved = (id: string): boolean => summaries.get(id)?.removedAt !== undefined

  return {
    list: async () => [...summaries.values()].filter((summary) => summary.removedAt === undefined).sort(byUpdate),
    bin: async () => [...summaries.values()].filter((summary) => summary.removedAt !== undefined).sort(byRemoval),
    find: async (id) => (isRemoved(id) ? undefined : structuredClone(records.get(id))),
    changes: async (id, most) => structuredClone(log(id).slice(-most)),
    async add(evaluation, at) {
      if (records.has(evaluation.id)) return err({ kind: 'taken' })
      const record = { id: evaluation.id, revision: 1, updatedAt: at, evaluation }
      keep(record, at)
      return ok(structuredClone(record))
    },
    async write(write) {
      const record = written(write)
      const standing = records.get(write.id)
      const summary = summaries.get(write.id)
      if (!standing || !summary) return err({ kind: 'absent' })
      if (summary.removedAt !== undefined) return err({ kind: 'removed' })
      if (standing.revision !== write.expectedRevision) return err({ kind: 'newer', record: structuredClone(standing) })
      keep(record, summary.createdAt)
      changes.set(write.id, structuredClone([...log(write.id).filter(({ revision }) => !write.dropped.includes(revision)), ...write.changes]))
      return ok(structuredClone(record))
    },
    async remove(id, at) {
      const summary = summaries.get(id)
      if (summary) summaries.set(id, { ...summary, removedAt: at })
    },
    async restore(id) {
      const summary = summaries.get(id)
      if (summary) summaries.set(id, unremoved(summary))
    },
    async purge(removedBefore) {
      const gone = [...summaries.values()].filter(({ removedAt }) => removedAt !== undefined && removedAt < removedBefore)
      for (const { id } of gone) {
        records.delete(id)
        summaries.delete(id)
        changes.delete(id)
        snapshots = snapshots.filter(({ evaluation }) => evaluation !== id)
      }
      attachments.purge(gone.map(({ id }) => id), removedBefore)
      return gone.length
    },
    async adopt(evaluations, reason, at, evidence = []) {
      await attachments.add(evidence)
      for (const adopted of structuredClone(evaluations)) {
        const { id } = adopted.evaluation
        const standing = records.get(id)
        if (standing) snapshots = [...snapshots, { seq: ++lastSnapshot, evaluation: id, at, reason, record: standing }]
        const taken = adoption(adopted, standing, reason, at)
        keep(taken.record, summaries.get(id)?.createdAt ?? at)
        changes.set(id, [...log(id), ...taken.changes])
        forgetOld(id, at)
      }
    },
    snapshots: async (id) => structuredClone(versions(id)),
    async snapshot(id, reason, at) {
      const record = records.get(id)
      if (!record || versions(id)[0]?.record.revision === record.revision) return
      snapshots = [...snapshots, { seq: ++lastSnapshot, evaluation: id, at, reason, record }]
      forgetOld(id, at)
    },
    everything: async (most) => [...summaries.values()].filter(({ removedAt }) => removedAt === undefined).sort(byUpdate)
      .map(({ id }) => {
        const { evaluation, revision, updatedAt } = records.get(id)!
        return structuredClone({ evaluation, revision, updatedAt, changes: log(id).slice(-most) })
      }),
    settle: async () => {},
  }
}

/** The memory twin of the desk's notes. */
export function memoryNotes(): DeskNotes {
  const notes = new Map<string, unknown>()
  return {
    read: async (key) => structuredClone(notes.get(key)),
    async write(key, value) { notes.set(key, structuredClone(value)) },
  }
}
