import 'fake-indexeddb/auto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import { applyEdit, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { readBackup } from '../../src/exchange/backup/readBackup'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { openDatabase } from '../../src/storage/database'
import { dexieEvaluations, dexieNotes } from '../../src/storage/dexieEvaluations'
import { dumpDatabase, loadDump, openRaw, type DatabaseDump } from '../support/databaseDump'

const FOLDER = join(import.meta.dirname, '..', 'fixtures')
const CREATED = '2026-11-25T00:00:00.000Z'
const QUOTA = 'staff.quota@approved'

/** What every version had on its desk: the fictional sample with one figure changed and once replaced, the founding case in the bin. */
const edit: Edit = { kind: 'answer', item: QUOTA, before: fictionalCase.answers[QUOTA] ?? null, after: given('41') }
const edited: Evaluation = applyEdit(fictionalCase, edit)

/** FREEZE=0.2.0 writes the fixtures of a version once, at its release; they are never written again. */
async function freeze(version: string): Promise<void> {
  const opened = await openDatabase(() => {}, 'freeze')
  if (!opened.ok) throw new Error(opened.error.message)
  const evaluations = dexieEvaluations(opened.value)
  await evaluations.add(fictionalCase, 1000)
  await evaluations.adopt([{ evaluation: fictionalCase, revision: 1, updatedAt: 1000, changes: [] }], '导入 Excel 之前', 2000)
  await evaluations.write({ id: fictionalCase.id, expectedRevision: 2, evaluation: edited, changes: [{ id: 'c3', revision: 3, at: 3000, act: 'edit', edit }], dropped: [] })
  await evaluations.add(foundingCase, 1500)
  await evaluations.remove(foundingCase.id, 4000)
  await dexieNotes(opened.value).write('lastBackup', { at: 2500, revisions: { [fictionalCase.id]: 2 } })
  const kept = await evaluations.everything(400)
  opened.value.close()
  const folder = join(FOLDER, version)
  mkdirSync(folder)
  writeFileSync(join(folder, 'database.json'), `${JSON.stringify(await dumpDatabase('freeze'))}\n`)
  writeFileSync(join(folder, 'evaluation.json'), `${JSON.stringify(edited)}\n`)
  writeFileSync(join(folder, 'backup.hengji.zip'), writeBackup({ evaluations: kept, frameworks: [], evidence: [], purpose: 'backup', createdAt: CREATED }))
  writeFileSync(join(folder, 'evaluation.xlsx'), await writeEvaluation(edited, catalog, { ...WORKING, at: 3000 }))
}

it.runIf(process.env['FREEZE'])('writes the fixtures of a release, once', () => expect(freeze(process.env['FREEZE'] ?? '')).resolves.toBeUndefined())

const versions = readdirSync(FOLDER)
const bytes = (version: string, file: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, version, file)))
const json = (version: string, file: string): unknown => JSON.parse(readFileSync(join(FOLDER, version, file), 'utf8'))

it('there are fixtures of a release', () => expect(versions).toContain('0.1.0'))

describe.each(versions)('what %s left behind', (version) => {
  const frozen = json(version, 'evaluation.json') as Evaluation

  it('an evaluation still decodes, and is scored', () => {
    const read = decodeEvaluation(frozen)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value).toMatchObject({ ...frozen })
    expect(assess(read.value.framework, read.value).certain).toBeTruthy()
  })

  it('a database opens with evaluations, change log, earlier versions, bin and notes', async () => {
    const name = `left-by-${version}`
    await loadDump(name, json(version, 'database.json') as DatabaseDump)
    const opened = await openDatabase(() => {}, name)
    if (!opened.ok) throw new Error(opened.error.message)
    const evaluations = dexieEvaluations(opened.value)
    expect((await evaluations.find(frozen.id))?.evaluation).toMatchObject({ ...frozen })
    expect((await evaluations.list()).map(({ id }) => id)).toEqual([frozen.id])
    expect((await evaluations.bin()).map(({ id }) => id)).toEqual([foundingCase.id])
    expect((await evaluations.changes(frozen.id, 9)).map(({ act }) => act)).toEqual(['replaced', 'edit'])
    expect((await evaluations.snapshots(frozen.id)).map(({ reason }) => reason)).toEqual(['导入 Excel 之前'])
    expect(await dexieNotes(opened.value).read('lastBackup')).toMatchObject({ at: 2500 })
    const written = await evaluations.write({ id: frozen.id, expectedRevision: 3, evaluation: { ...frozen, year: 2030 }, dropped: [],
      changes: [{ id: 'c4', revision: 4, at: 9000, act: 'edit', edit: { kind: 'year', before: frozen.year, after: 2030 } }] })
    expect(written.ok).toBe(true)
    opened.value.close()
  })

  it('a backup is read whole', async () => {
    const reading = await readBackup(bytes(version, 'backup.hengji.zip'), 'x')
    expect(reading).toMatchObject({ ok: true, createdAt: CREATED, damaged: [] })
    expect(reading.ok && reading.evaluations.map(({ evaluation }) => evaluation)).toMatchObject([{ ...frozen }])
  })

  it('a workbook is read whole', async () => {
    const reading = await readEvaluation(bytes(version, 'evaluation.xlsx'), 'x.xlsx', catalog)
    if (!reading.ok) throw new Error(reading.message)
    expect(reading.rejected).toEqual([])
    expect(reading.evaluation).toMatchObject({ ...frozen })
  })
})

describe('what a newer version left behind', () => {
  it('a database is refused without a write: every record lies there as before', async () => {
    const dump = json('0.1.0', 'database.json') as DatabaseDump
    await loadDump('of-the-future', { ...dump, version: 9990 })
    expect(await openDatabase(() => {}, 'of-the-future')).toMatchObject({ ok: false, error: { kind: 'newer' } })
    expect(await dumpDatabase('of-the-future')).toEqual({ ...dump, version: 9990 })
  })
})

describe('an older window that holds the database', () => {
  it('and does not let go is told, and the data is not touched; once it is closed the desk opens', async () => {
    const older = await openRaw('held', 5, (made) => { made.createObjectStore('old') })
    expect(await openDatabase(() => {}, 'held')).toMatchObject({ ok: false, error: { kind: 'blocked' } })
    expect([older.version, [...older.objectStoreNames]]).toEqual([5, ['old']])
    older.close()
    const opened = await openDatabase(() => {}, 'held')
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.close()
  })

  it('and lets go at once when asked makes room for the upgrade', async () => {
    const older = await openRaw('giving', 5)
    older.addEventListener('versionchange', () => older.close())
    const opened = await openDatabase(() => {}, 'giving')
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.close()
  })
})
