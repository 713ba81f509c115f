import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { applyEdit, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import type { Change } from '../../src/domain/evaluation/history'
import { Database, openDatabase } from '../../src/storage/database'
import { dexieEvaluations, dexieNotes } from '../../src/storage/dexieEvaluations'
import type { DeskNotes, Evaluations } from '../../src/storage/evaluations'
import { memoryEvaluations, memoryNotes } from '../../src/storage/memoryEvaluations'

let serial = 0
const opened: Database[] = []

async function dexie(): Promise<{ evaluations: Evaluations; notes: DeskNotes }> {
  const database = await openDatabase(() => {}, `contract-${++serial}`)
  if (!database.ok) throw new Error(database.error.message)
  opened.push(database.value)
  return { evaluations: dexieEvaluations(database.value), notes: dexieNotes(database.value) }
}
afterEach(() => { for (const database of opened.splice(0)) database.close() })

const quota = (text: string): Edit => ({ kind: 'answer', item: 'staff.quota@approved', before: given('8'), after: given(text) })
const line = (revision: number, edit: Edit, at = 1000 + revision): Change => ({ id: `c${revision}`, revision, at, act: 'edit', edit })
const edited = (text: string): Evaluation => applyEdit(foundingCase, quota(text))
const called = (id: string): Evaluation => ({ ...foundingCase, id })

describe.each([
  ['in memory', async () => ({ evaluations: memoryEvaluations(), notes: memoryNotes() })],
  ['in IndexedDB', dexie],
])('evaluations kept %s', (_, open) => {
  it('are found as they were added, with a summary in the list', async () => {
    const { evaluations } = await open()
    const added = await evaluations.add(foundingCase, 1000)
    expect(added).toEqual({ ok: true, value: { id: foundingCase.id, revision: 1, updatedAt: 1000, evaluation: foundingCase } })
    expect(await evaluations.find(foundingCase.id)).toEqual(added.ok && added.value)
    expect(await evaluations.list()).toEqual([{
      id: foundingCase.id, revision: 1, createdAt: 1000, updatedAt: 1000, unitName: '岳麓区信息中心', year: 2020, sample: 'published', framework: foundingCase.framework.title,
    }])
  })

  it('are not added twice under one id', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    expect(await evaluations.add({ ...foundingCase, year: 2021 }, 2000)).toEqual({ ok: false, error: { kind: 'taken' } })
    expect((await evaluations.find(foundingCase.id))?.evaluation.year).toBe(2020)
  })

  it('take a write upon the expected revision, with its line in the change log', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    const change = line(2, quota('4'))
    expect(await evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('4'), changes: [change], dropped: [] }))
      .toEqual({ ok: true, value: { id: foundingCase.id, revision: 2, updatedAt: 1002, evaluation: edited('4') } })
    expect((await evaluations.find(foundingCase.id))?.evaluation.answers['staff.quota@approved']).toEqual(given('4'))
    expect(await evaluations.changes(foundingCase.id, 10)).toEqual([change])
    expect((await evaluations.list())[0]).toMatchObject({ revision: 2, createdAt: 1000, updatedAt: 1002 })
  })

  it('refuse a write upon an older revision, give the newer record, and change nothing', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('4'), changes: [line(2, quota('4'))], dropped: [] })
    const refused = await evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('9'), changes: [line(2, quota('9'))], dropped: [] })
    expect(refused).toMatchObject({ ok: false, error: { kind: 'newer', record: { revision: 2 } } })
    expect((await evaluations.find(foundingCase.id))?.evaluation).toEqual(edited('4'))
    expect(await evaluations.changes(foundingCase.id, 10)).toEqual([line(2, quota('4'))])
  })

  it('let one of two writes at the same moment through', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    const results = await Promise.all(['4', '9'].map((text) =>
      evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited(text), changes: [line(2, quota(text))], dropped: [] })))
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
    expect((await evaluations.find(foundingCase.id))?.evaluation).toEqual(edited('4'))
  })

  it('drop the lines that a write has joined into a new one', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('1'), changes: [line(2, quota('1'))], dropped: [] })
    await evaluations.write({ id: foundingCase.id, expectedRevision: 2, evaluation: edited('12'), changes: [line(3, quota('12'))], dropped: [2] })
    expect((await evaluations.changes(foundingCase.id, 10)).map(({ revision }) => revision)).toEqual([3])
  })

  it('give the end of a long change log, oldest first, apart from other evaluations', async () => {
    const { evaluations } = await open()
    for (const id of ['a', 'ab', 'b']) {
      await evaluations.add(called(id), 1000)
      for (let revision = 2; revision <= 6; revision++)
        await evaluations.write({ id, expectedRevision: revision - 1, evaluation: called(id), changes: [line(revision, quota(id + revision))], dropped: [] })
    }
    expect(await evaluations.changes('a', 3)).toEqual([4, 5, 6].map((revision) => line(revision, quota(`a${revision}`))))
  })

  it('go into the bin and come back as they were', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    const [before] = await evaluations.list()
    await evaluations.remove(foundingCase.id, 5000)
    expect(await evaluations.list()).toEqual([])
    expect(await evaluations.find(foundingCase.id)).toBeUndefined()
    expect(await evaluations.bin()).toEqual([{ ...before, removedAt: 5000 }])
    await evaluations.restore(foundingCase.id)
    expect(await evaluations.list()).toEqual([before])
    expect((await evaluations.find(foundingCase.id))?.evaluation).toEqual(foundingCase)
  })

  it('refuse a write to what lies in the bin or is not there', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await evaluations.remove(foundingCase.id, 5000)
    const write = { id: foundingCase.id, expectedRevision: 1, evaluation: edited('4'), changes: [line(2, quota('4'))], dropped: [] }
    expect(await evaluations.write(write)).toEqual({ ok: false, error: { kind: 'removed' } })
    expect(await evaluations.write({ ...write, id: 'other' })).toEqual({ ok: false, error: { kind: 'absent' } })
  })

  it('are purged for good only when removed before the time given', async () => {
    const { evaluations } = await open()
    for (const id of ['a', 'b', 'c']) await evaluations.add(called(id), 1000)
    await evaluations.adopt([{ evaluation: called('a'), revision: 1, updatedAt: 1, changes: [] }], '恢复备份前', 1500)
    await evaluations.remove('a', 2000)
    await evaluations.remove('b', 4000)
    expect(await evaluations.purge(3000)).toBe(1)
    expect((await evaluations.bin()).map(({ id }) => id)).toEqual(['b'])
    expect(await evaluations.snapshots('a')).toEqual([])
    expect(await evaluations.changes('a', 9)).toEqual([])
    expect((await evaluations.list()).map(({ id }) => id)).toEqual(['c'])
  })

  it('take in an evaluation that is new here as the file has it, change log and all', async () => {
    const { evaluations } = await open()
    await evaluations.adopt([{ evaluation: foundingCase, revision: 7, updatedAt: 900, changes: [line(7, quota('8'))] }], '恢复备份前', 5000)
    expect(await evaluations.find(foundingCase.id)).toEqual({ id: foundingCase.id, revision: 7, updatedAt: 900, evaluation: foundingCase })
    expect(await evaluations.changes(foundingCase.id, 9)).toEqual([line(7, quota('8'))])
  })

  it('keep what is replaced as a snapshot, and tell other windows by a newer revision', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('4'), changes: [line(2, quota('4'))], dropped: [] })
    await evaluations.adopt([{ evaluation: foundingCase, revision: 1, updatedAt: 900, changes: [] }], '恢复备份前', 5000)
    expect(await evaluations.find(foundingCase.id)).toEqual({ id: foundingCase.id, revision: 3, updatedAt: 5000, evaluation: foundingCase })
    expect(await evaluations.snapshots(foundingCase.id)).toMatchObject([{ at: 5000, reason: '恢复备份前', record: { revision: 2, evaluation: edited('4') } }])
    expect((await evaluations.changes(foundingCase.id, 9)).map(({ act, revision }) => [act, revision])).toEqual([['edit', 2], ['replaced', 3]])
  })

  it('give everything but the bin for a backup', async () => {
    const { evaluations } = await open()
    for (const id of ['a', 'b']) await evaluations.add(called(id), 1000)
    await evaluations.write({ id: 'b', expectedRevision: 1, evaluation: called('b'), changes: [line(2, quota('8'))], dropped: [] })
    await evaluations.remove('a', 2000)
    expect(await evaluations.everything(100)).toEqual([{ revision: 2, updatedAt: 1002, evaluation: called('b'), changes: [line(2, quota('8'))] }])
  })

  it('hand out copies: what a caller does to them changes nothing kept', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    const found = await evaluations.find(foundingCase.id)
    ;(found as { evaluation: { year: number } }).evaluation.year = 1999
    expect((await evaluations.find(foundingCase.id))?.evaluation.year).toBe(2020)
  })

  it('settle without an error', async () => {
    const { evaluations } = await open()
    await expect(evaluations.settle()).resolves.toBeUndefined()
  })

  it('go with notes of the desk', async () => {
    const { notes } = await open()
    expect(await notes.read('lastBackup')).toBeUndefined()
    await notes.write('lastBackup', { at: 5 })
    expect(await notes.read('lastBackup')).toEqual({ at: 5 })
  })
})

describe('a write to IndexedDB', () => {
  it('that fails in the middle leaves document, summary and change log as they were', async () => {
    const { evaluations } = await dexie()
    await evaluations.add(foundingCase, 1000)
    const unstorable = { ...line(2, quota('4')), edit: { ...quota('4'), callback: () => {} } } as unknown as Change
    await expect(evaluations.write({ id: foundingCase.id, expectedRevision: 1, evaluation: edited('4'), changes: [unstorable], dropped: [] })).rejects.toThrow('could not be cloned')
    expect(await evaluations.find(foundingCase.id)).toMatchObject({ revision: 1, evaluation: foundingCase })
    expect(await evaluations.list()).toMatchObject([{ revision: 1 }])
    expect(await evaluations.changes(foundingCase.id, 9)).toEqual([])
  })
})
