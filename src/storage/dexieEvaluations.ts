import { Dexie } from 'dexie'
import type { Change } from '../domain/evaluation/history'
import { err, ok } from '../kernel/result'
import type { Database, KeptChange, KeptSnapshot } from './database'
import { adoption, written, type DeskNotes, type Evaluations } from './evaluations'
import { packedLine, packedRecord, unpackedLine, unpackedRecord, wantsPacking, type KeptLine, type KeptRecord } from './packedLists'
import { byRemoval, byUpdate, summaryOf, unremoved, type EvaluationRecord, type Snapshot, type Summary } from './records'
import { pastTheirTime } from './retention'

const kept = (id: string, line: KeptLine): KeptChange => ({ ...line, evaluation: id })

function loose({ evaluation: _id, ...change }: KeptChange): Change {
  return unpackedLine(change as KeptLine)
}

/** The desk's evaluations in IndexedDB. */
export function dexieEvaluations(database: Database): Evaluations {
  const { evaluations, summaries, changes, snapshots, attachments } = database
  const tables = [evaluations, summaries, changes]

  const logOf = (id: string) => changes.where('[evaluation+revision]').between([id, Dexie.minKey], [id, Dexie.maxKey])
  const lastLines = async (id: string, most: number): Promise<readonly Change[]> =>
    (await logOf(id).reverse().limit(most).toArray()).reverse().map(loose)
  const allSummaries = (): Promise<Summary[]> => summaries.toArray()

  const versions = (id: string): Promise<KeptSnapshot[]> => snapshots.where('evaluation').equals(id).reverse().sortBy('seq')
  const forgetOld = async (id: string, at: number): Promise<void> =>
    snapshots.bulkDelete(pastTheirTime(await versions(id), at).map(({ seq }) => seq))

  const list = async (): Promise<readonly Summary[]> =>
    (await allSummaries()).filter(({ removedAt }) => removedAt === undefined).sort(byUpdate)

  return {
    list,
    bin: async () => (await allSummaries()).filter(({ removedAt }) => removedAt !== undefined).sort(byRemoval),
    async find(id) {
      const [record, summary] = await Promise.all([evaluations.get(id), summaries.get(id)])
      return record && summary?.removedAt === undefined ? unpackedRecord(record) : undefined
    },
    changes: lastLines,
    async add(evaluation, at) {
      const record: EvaluationRecord = { id: evaluation.id, revision: 1, updatedAt: at, evaluation }
      const keeping = await packedRecord(record)
      return database.transaction('rw', evaluations, summaries, async () => {
        if (await summaries.get(evaluation.id)) return err({ kind: 'taken' as const })
        await Promise.all([evaluations.add(keeping), summaries.add(summaryOf(record, at))])
        return ok(record)
      })
    },
    write(write) {
      const record = written(write)
      const put = (keeping: KeptRecord, lines: readonly KeptLine[]) => database.transaction('rw', tables, async () => {
        const summary = await summaries.get(write.id)
        if (!summary) return err({ kind: 'absent' as const })
        if (summary.removedAt !== undefined) return err({ kind: 'removed' as const })
        if (summary.revision !== write.expectedRevision) {
          const standing = await evaluations.get(write.id)
          return standing ? err({ kind: 'newer' as const, record: unpackedRecord(standing) }) : err({ kind: 'absent' as const })
        }
        await Promise.all([
          evaluations.put(keeping),
          summaries.put(summaryOf(record, summary.createdAt)),
          changes.bulkDelete(write.dropped.map((revision): [string, number] => [write.id, revision])),
          changes.bulkPut(lines.map((line) => kept(write.id, line))),
        ])
        return ok(record)
      })
      // What is short is put at once: the page may be closed the next moment.
      if (!wantsPacking(record, write.changes)) return put(record, write.changes)
      return (async () => put(await packedRecord(record), await Promise.all(write.changes.map(packedLine))))()
    },
    async remove(id, at) { await summaries.update(id, { removedAt: at }) },
    restore: (id) => database.transaction('rw', summaries, async () => {
      const summary = await summaries.get(id)
      if (summary) await summaries.put(unremoved(summary))
    }),
    purge: (removedBefore) => database.transaction('rw', [...tables, snapshots, attachments], async () => {
      const gone = (await allSummaries()).filter(({ removedAt }) => removedAt !== undefined && removedAt < removedBefore).map(({ id }) => id)
      await Promise.all([
        evaluations.bulkDelete(gone), summaries.bulkDelete(gone), ...gone.map((id) => logOf(id).delete()),
        snapshots.where('evaluation').anyOf(gone).delete(), attachments.where('evaluation').anyOf(gone).delete(),
        attachments.filter(({ removedAt }) => removedAt !== undefined && removedAt < removedBefore).delete(),
      ])
      return gone.length
    }),
    async adopt(adopted, reason, at, evidence = []) {
      const packed = await Promise.all(adopted.map(async ({ changes: lines, ...record }) => ({
        evaluation: (await packedRecord({ ...record, id: record.evaluation.id })).evaluation, lines: await Promise.all(lines.map(packedLine)),
      })))
      await database.transaction('rw', [...tables, snapshots, attachments], async () => {
        const ids = adopted.map(({ evaluation }) => evaluation.id)
        const [standing, known] = await Promise.all([evaluations.bulkGet(ids), summaries.bulkGet(ids)])
        const taken = adopted.map((one, i) => adoption(one, standing[i], reason, at))
        await Promise.all([
          snapshots.bulkAdd(standing.filter((record) => record !== undefined).map((record) => ({ evaluation: record.id, at, reason, record }))),
          evaluations.bulkPut(taken.map(({ record }, i) => ({ ...record, evaluation: packed[i]!.evaluation }))),
          summaries.bulkPut(taken.map(({ record }, i) => summaryOf(record, known[i]?.createdAt ?? at))),
          // What replaces another evaluation brings one line of its own and none of its log.
          changes.bulkPut(taken.flatMap(({ record, changes: lines }, i) => (standing[i] ? lines : packed[i]!.lines).map((line) => kept(record.id, line)))),
          attachments.bulkPut([...evidence]),
        ])
        for (const id of ids) await forgetOld(id, at)
      })
    },
    snapshots: async (id) => (await versions(id)).map(({ record, ...rest }): Snapshot => ({ ...rest, record: unpackedRecord(record) })),
    snapshot: (id, reason, at) => database.transaction('rw', evaluations, snapshots, async () => {
      const [record, [latest]] = await Promise.all([evaluations.get(id), versions(id)])
      if (!record || latest?.record.revision === record.revision) return
      await snapshots.add({ evaluation: id, at, reason, record })
      await forgetOld(id, at)
    }),
    everything: (most) => database.transaction('r', tables, async () => {
      const ids = (await list()).map(({ id }) => id)
      const [records, logs] = await Promise.all([evaluations.bulkGet(ids), Promise.all(ids.map((id) => lastLines(id, most)))])
      return records.flatMap((record, i) => (record ? [{ evaluation: unpackedRecord(record).evaluation, revision: record.revision, updatedAt: record.updatedAt, changes: logs[i] ?? [] }] : []))
    }),
    settle: () => new Promise((resolve, reject) => {
      // Dexie cannot ask for durability of one transaction; a strict one flushes what came before it as well.
      const transaction = database.backendDB().transaction('meta', 'readwrite', { durability: 'strict' })
      transaction.objectStore('meta').put({ key: 'settledAt', value: Date.now() })
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the transaction was aborted')))
    }),
  }
}

/** The desk's notes in IndexedDB. */
export const dexieNotes = ({ meta }: Database): DeskNotes => ({
  read: async (key) => (await meta.get(key))?.value,
  async write(key, value) { await meta.put({ key, value }) },
})
