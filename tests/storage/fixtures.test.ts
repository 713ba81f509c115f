import 'fake-indexeddb/auto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import { applyEdit, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import type { Evidence } from '../../src/domain/evaluation/evidence'
import type { OwnFramework } from '../../src/domain/indicators/ownFramework'
import { assess } from '../../src/domain/indicators/assess'
import { readBackup } from '../../src/exchange/backup/readBackup'
import { seal } from '../../src/exchange/backup/seal'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { openDatabase } from '../../src/storage/database'
import { sha256 } from '../../src/kernel/sha256'
import { dexieAttachments } from '../../src/storage/dexieAttachments'
import { dexieEvaluations, dexieNotes } from '../../src/storage/dexieEvaluations'
import { dexieFrameworks } from '../../src/storage/frameworks'
import { dumpDatabase, loadDump, openRaw, type DatabaseDump } from '../support/databaseDump'

const FOLDER = join(import.meta.dirname, '..', 'fixtures')
const CREATED = '2026-11-25T00:00:00.000Z'
const QUOTA = 'staff.quota@approved'
const PASSPHRASE = '岳麓山 2026'

/** What every version had on its desk: the fictional sample with one figure changed and once replaced, the founding case in the bin; since 0.2.0 evidence and an own framework. */
const edit: Edit = { kind: 'answer', item: QUOTA, before: fictionalCase.answers[QUOTA] ?? null, after: given('41') }
const edited: Evaluation = applyEdit(fictionalCase, edit)

const CONTENT = '%PDF-1.4 验收合格'
const evidence: Evidence = {
  id: 'proof', evaluation: fictionalCase.id, name: '验收单.pdf', type: 'application/pdf', size: Buffer.byteLength(CONTENT), sha256: sha256(new TextEncoder().encode(CONTENT)), addedAt: 1200,
  about: [{ kind: 'indicator', indicator: fictionalCase.framework.indicators[0]!.id }, { kind: 'row', table: 'projects', row: fictionalCase.tables['projects']![0]!.id }], note: '第 1 页',
}
const own: OwnFramework = { id: 'own', revision: 0, updatedAt: 1300, framework: { ...fictionalCase.framework, id: 'own', title: '自有的' }, versions: [] }

/** The desk of this version, as files. FREEZE=0.2.0 writes them into the fixtures once, at the release; those are never written again. */
async function freeze(folder: string): Promise<void> {
  const opened = await openDatabase(() => {}, `freeze ${folder}`)
  if (!opened.ok) throw new Error(opened.error.message)
  const evaluations = dexieEvaluations(opened.value)
  await evaluations.add(fictionalCase, 1000)
  await evaluations.adopt([{ evaluation: fictionalCase, revision: 1, updatedAt: 1000, changes: [] }], '导入 Excel 之前', 2000)
  await evaluations.write({ id: fictionalCase.id, expectedRevision: 2, evaluation: edited, changes: [{ id: 'c3', revision: 3, at: 3000, act: 'edit', edit }], dropped: [] })
  await evaluations.add(foundingCase, 1500)
  await evaluations.remove(foundingCase.id, 4000)
  await dexieAttachments(opened.value).add([{ ...evidence, content: new Blob([CONTENT], { type: evidence.type }) }])
  await dexieFrameworks(opened.value).write(own)
  await dexieNotes(opened.value).write('lastBackup', { at: 2500, revisions: { [fictionalCase.id]: 2 } })
  const kept = await evaluations.everything(400)
  opened.value.close()
  writeFileSync(join(folder, 'database.json'), `${JSON.stringify(await dumpDatabase(`freeze ${folder}`))}\n`)
  writeFileSync(join(folder, 'evaluation.json'), `${JSON.stringify(edited)}\n`)
  const content = { evaluations: kept, frameworks: [own], evidence: [{ evidence, content: new TextEncoder().encode(CONTENT) }], purpose: 'backup', createdAt: CREATED } as const
  writeFileSync(join(folder, 'backup.hengji.zip'), writeBackup(content))
  writeFileSync(join(folder, 'sealed.hengji.zip'), await seal(writeBackup(content), PASSPHRASE))
  writeFileSync(join(folder, 'evaluation.xlsx'), await writeEvaluation(edited, catalog, { ...WORKING, at: 3000 }))
}

it.runIf(process.env['FREEZE'])('writes the fixtures of a release, once', async () => {
  const folder = join(FOLDER, process.env['FREEZE'] ?? '')
  mkdirSync(folder)
  await expect(freeze(folder)).resolves.toBeUndefined()
})

const versions = readdirSync(FOLDER)
/** What this version would leave behind is read as strictly as what others left. */
const now = mkdtempSync(join(tmpdir(), 'hengji-frozen-'))
await freeze(now)
afterAll(() => rmSync(now, { recursive: true, force: true }))

const bytes = (folder: string, file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)))
const json = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))

it('there are fixtures of a release', () => expect(versions).toContain('0.1.0'))

describe.each([...versions.map((version) => [version, join(FOLDER, version)] as const), ['this version', now] as const])('what %s left behind', (version, folder) => {
  const frozen = json(folder, 'evaluation.json') as Evaluation
  // The first release knew neither evidence in backups nor own frameworks.
  const hasMore = version !== '0.1.0'

  it('an evaluation still decodes, and is scored', () => {
    const read = decodeEvaluation(frozen)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value).toMatchObject({ ...frozen })
    expect(assess(read.value.framework, read.value).certain).toBeTruthy()
  })

  it('a database opens with evaluations, change log, earlier versions, bin and notes', async () => {
    const name = `left-by-${version}`
    await loadDump(name, json(folder, 'database.json') as DatabaseDump)
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
    const attachments = dexieAttachments(opened.value)
    expect(await attachments.of(frozen.id)).toEqual(hasMore ? [evidence] : [])
    if (hasMore) expect(await (await attachments.content(evidence.id))?.text()).toBe(CONTENT)
    expect((await dexieFrameworks(opened.value).list()).map(({ id }) => id)).toEqual(hasMore ? [own.id] : [])
    opened.value.close()
  })

  it('a backup is read whole', async () => {
    const reading = await readBackup(bytes(folder, 'backup.hengji.zip'), 'x')
    expect(reading).toMatchObject({ ok: true, createdAt: CREATED, damaged: [] })
    expect(reading.ok && reading.evaluations.map(({ evaluation }) => evaluation)).toMatchObject([{ ...frozen }])
    expect(reading.ok && [reading.evidence.map((one) => one.evidence), reading.frameworks]).toEqual(hasMore ? [[evidence], [own]] : [[], []])
    if (hasMore) expect(await readBackup(bytes(folder, 'sealed.hengji.zip'), 'x', PASSPHRASE)).toEqual({ ...reading, fileName: 'x' })
  })

  it('a workbook is read whole', async () => {
    const reading = await readEvaluation(bytes(folder, 'evaluation.xlsx'), 'x.xlsx', catalog)
    if (!reading.ok) throw new Error(reading.message)
    expect(reading.rejected).toEqual([])
    expect(reading.evaluation).toMatchObject({ ...frozen })
  })
})

describe('what a newer version left behind', () => {
  it('a database is refused without a write: every record lies there as before', async () => {
    const dump = json(join(FOLDER, '0.1.0'), 'database.json') as DatabaseDump
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
