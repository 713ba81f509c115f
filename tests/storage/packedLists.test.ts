import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given } from '../../src/domain/evaluation/answer'
import { applyEdit, inverse, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation, Row } from '../../src/domain/evaluation/evaluation'
import { openDatabase } from '../../src/storage/database'
import { dexieEvaluations } from '../../src/storage/dexieEvaluations'
import { packedLine, packedRecord, unpackedLine, unpackedRecord, type PackedList } from '../../src/storage/packedLists'

const rowAt = (n: number): Row => ({ id: `r${n}`, kind: n % 7 === 0 ? 'merged' : 'single', cells: { name: given(`虚构项目${n}\uD83D\n`), actual: n % 3 === 0 ? { kind: 'notInvolved' } : { kind: 'given', text: `${n}.50`, provenance: { note: '__proto__' } } } })
const long: Evaluation = { ...fictionalCase, id: 'long', tables: { ...fictionalCase.tables, projects: Array.from({ length: 2300 }, (_, n) => rowAt(n)) } }
const record = { id: 'long', revision: 3, updatedAt: 5, evaluation: long }
const added: Edit = { kind: 'together', edits: Array.from({ length: 1200 }, (_, n): Edit => ({ kind: 'rowAdded', table: 'uses', index: n, row: rowAt(n) })) }
const piecesOf = (tables: { readonly [table: string]: readonly Row[] | PackedList }): readonly Uint8Array[] => {
  const list = tables['projects']!
  if (!('pieces' in list)) throw new Error('not packed')
  return list.pieces
}

describe('a long list in the database', () => {
  it('is bytes there, and the same when it comes back; short lists lie as they are', async () => {
    const kept = await packedRecord(record)
    expect(piecesOf(kept.evaluation.tables).length).toBe(5)
    expect(kept.evaluation.tables['outcomes']).toBe(long.tables['outcomes'])
    expect(unpackedRecord(kept)).toEqual(record)
    const line = { id: 'c', revision: 4, at: 6, act: 'edit' as const, edit: added }
    expect(unpackedLine(await packedLine(line))).toEqual(line)
    expect(await packedRecord({ ...record, evaluation: fictionalCase })).toEqual({ ...record, evaluation: fictionalCase })
  })

  it('of which one row changed makes one piece anew', async () => {
    const before = piecesOf((await packedRecord(record)).evaluation.tables)
    const changed = applyEdit(long, { kind: 'cell', table: 'projects', row: 'r700', column: 'actual', before: given('700.50'), after: given('1') })
    const after = piecesOf((await packedRecord({ ...record, evaluation: changed })).evaluation.tables)
    expect(after.map((piece, i) => piece === before[i])).toEqual([true, false, true, true, true])
  })

  it('goes through every door of the storage whole: kept, written, replaced, logged, backed up, kept as a version', async () => {
    const opened = await openDatabase(() => {}, 'packed')
    if (!opened.ok) throw new Error(opened.error.message)
    const storage = dexieEvaluations(opened.value)
    expect((await storage.add(long, 1)).ok).toBe(true)
    expect((await storage.find('long'))?.evaluation).toEqual(long)
    const grown = applyEdit(long, added)
    const result = await storage.write({ id: 'long', expectedRevision: 1, evaluation: grown, changes: [{ id: 'c', revision: 2, at: 6, act: 'edit', edit: added }], dropped: [] })
    expect(result.ok && result.value.evaluation).toEqual(grown)
    expect((await storage.find('long'))?.evaluation).toEqual(grown)
    const [line] = await storage.changes('long', 10)
    expect(line && 'edit' in line && applyEdit(grown, inverse(line.edit)).tables['uses']).toEqual(long.tables['uses'])
    await storage.snapshot('long', '测试', 7)
    await storage.adopt([{ evaluation: long, revision: 9, updatedAt: 8, changes: [] }], '恢复之前', 9)
    expect((await storage.snapshots('long')).map((one) => one.record.evaluation)).toEqual([grown, grown])
    expect((await storage.find('long'))?.evaluation).toEqual(long)
    const [all] = await storage.everything(10)
    expect(all?.evaluation).toEqual(long)
    expect(all?.changes.map(({ act }) => act)).toEqual(['edit', 'replaced'])
    expect(all?.changes[0]).toEqual(line)
    const stale = await storage.write({ id: 'long', expectedRevision: 1, evaluation: long, changes: [{ id: 'd', revision: 2, at: 6, act: 'edit', edit: added }], dropped: [] })
    expect(!stale.ok && stale.error.kind === 'newer' && stale.error.record.evaluation).toEqual(long)
    opened.value.close()
  })
})
