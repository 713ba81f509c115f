import { beforeEach, describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import type { OutgoingFile } from '../../src/stores/keys'
import { fileName } from '../../src/stores/fileName'
import { editedBook, setBeside, setUnder } from '../support/editedBook'
import { memoryBrowser, openWindow, quiet, type MemoryBrowser } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'

let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

const asFile = ({ name, bytes }: OutgoingFile): File => new File([bytes as Uint8Array<ArrayBuffer>], name)
const bad = (name: string, content: string | Uint8Array<ArrayBuffer> = ''): File => new File([content], name)
const stored = async (id: string) => (await browser.evaluations.find(id))?.evaluation

async function withSample(sample: 'founding' | 'fictional' = 'founding') {
  const one = openWindow(browser)
  await one.desk.open()
  await one.evaluation.open(await one.desk.openSample(sample))
  return one
}

describe('Excel out and in', () => {
  it.each([['founding', foundingCase], ['fictional', fictionalCase]] as const)('gives the %s sample back on an empty desk, field by field', async (sample, expected) => {
    const { transfer, files } = await withSample(sample)
    expect(await transfer.exportExcel()).toBe(true)
    const empty = memoryBrowser()
    const next = openWindow(empty)
    expect(await next.importer.read([asFile(files[0]!)])).toBe(true)
    expect([next.importer.review?.place, next.desk.evaluations]).toEqual(['new', []])
    const id = await next.importer.confirm()
    await quiet()
    expect((await empty.evaluations.find(id))?.evaluation).toEqual(expected)
    expect(next.desk.evaluations).toHaveLength(1)
  })

  it('names its file after unit and year', async () => {
    const { transfer, files } = await withSample()
    await transfer.exportExcel()
    await transfer.exportDocument({ notice: null, blocks: [], unfilled: [] }, { profile: 'gbt9704' }, '部门整体支出绩效评价报告')
    expect(files.map(({ name }) => name)).toEqual(['岳麓区信息中心2020年度部门整体支出绩效评价.xlsx', '岳麓区信息中心2020年度部门整体支出绩效评价报告.docx'])
    for (const { bytes } of files) expect(bytes.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
  })

  it('changes nothing on the desk when the desk has the same already', async () => {
    const { transfer, importer, files } = await withSample()
    await transfer.exportExcel()
    await importer.read([asFile(files[0]!)])
    expect(importer.review).toMatchObject({ place: 'open' })
    expect([importer.counts.new, importer.counts.changed, importer.counts.conflict, importer.counts.rejected, importer.review?.ticked.size]).toEqual([0, 0, 0, 0, 0])
    expect(importer.counts.unchanged).toBeGreaterThan(100)
    await importer.confirm()
    await quiet()
    expect((await browser.evaluations.find(foundingCase.id))?.revision).toBe(1)
  })

  it('keeps what the desk changed since, and takes over what the file changed: one step, one undo', async () => {
    const { transfer, importer, files, evaluation } = await withSample()
    await transfer.exportExcel()
    const changed = await editedBook(files[0]!.bytes, (book) => setBeside(book, '单位概况', '联系电话', '0731-1234567'))
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await importer.read([bad('改过.xlsx', changed)])
    expect([importer.counts.changed + importer.counts.new, importer.counts.conflict]).toEqual([1, 0])
    await importer.confirm()
    await quiet()
    expect([(await stored(foundingCase.id))?.answers[QUOTA], (await stored(foundingCase.id))?.answers['unit.phone']]).toMatchObject([given('4'), { text: '0731-1234567' }])
    evaluation.undo()
    await quiet()
    expect(await stored(foundingCase.id)).toEqual({ ...foundingCase, answers: { ...foundingCase.answers, [QUOTA]: given('4') } })
  })

  it('asks where both changed, and does what was ticked', async () => {
    const { transfer, importer, files, evaluation } = await withSample()
    await transfer.exportExcel()
    const changed = await editedBook(files[0]!.bytes, (book) => setUnder(book, '基础数据表', '编制数', 6))
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await importer.read([bad('改过.xlsx', changed)])
    const at = importer.review!.entries.findIndex(({ state }) => state === 'conflict')
    expect(importer.review!.entries[at]).toMatchObject({ label: '编制数', found: '6', standing: '4', sheet: '基础数据表', cell: expect.stringMatching(/^[A-Z]\d+$/), ticked: false })
    importer.tick([at], true)
    await importer.confirm()
    await quiet()
    expect((await stored(foundingCase.id))?.answers[QUOTA]).toMatchObject({ text: '6' })
  })

  it('puts a copy beside it when so asked', async () => {
    const { transfer, importer, files, evaluation, desk } = await withSample()
    await transfer.exportExcel()
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await importer.read([asFile(files[0]!)])
    expect(await importer.retarget('new')).toBe(true)
    const id = await importer.confirm()
    await quiet()
    expect([await stored(id), (await stored(foundingCase.id))?.answers[QUOTA], desk.evaluations.length]).toEqual([{ ...foundingCase, id }, given('4'), 2])
  })

  it.each([['empty.xlsx', ''], ['text.xlsx', '这是一个文本文件'], ['broken.xlsx', 'PK\u0003\u0004 half']])('%s is told in a sentence and changes nothing', async (name, content) => {
    const { importer, desk } = await withSample()
    expect(await importer.read([bad(name, content)])).toBe(false)
    expect(importer.problem).toMatch(new RegExp(`^“${name}”.+。$`, 'u'))
    expect([importer.review, importer.job, desk.evaluations.length, await stored(foundingCase.id)]).toEqual([null, null, 1, foundingCase])
  })

  it('writes nothing until confirmed, and forgets a discarded preview', async () => {
    const { transfer, files } = await withSample('fictional')
    await transfer.exportExcel()
    const next = openWindow(memoryBrowser())
    await next.importer.read([asFile(files[0]!)])
    next.importer.discard()
    expect([await next.importer.confirm(), next.desk.evaluations]).toEqual(['', []])
  })
})

describe('a backup of the desk', () => {
  it('counts what is not in it', async () => {
    const { backup, evaluation, desk } = await withSample()
    await desk.openSample('fictional')
    expect([backup.lastBackupAt, backup.unbacked]).toEqual([null, 2])
    expect(await backup.write()).toBe(true)
    expect([backup.lastBackupAt !== null, backup.unbacked]).toEqual([true, 0])
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    expect(backup.unbacked).toBe(1)
    const next = openWindow(browser)
    await next.desk.open()
    await quiet()
    expect(next.backup.unbacked).toBe(1)
  })

  it('brings an emptied desk back, undo and all', async () => {
    const { backup, evaluation, desk, files } = await withSample()
    await desk.openSample('fictional')
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await backup.write()
    expect(files[0]?.name).toMatch(/^衡绩备份-\d{8}-\d{4}\.hengji\.zip$/)
    browser = memoryBrowser()
    const next = openWindow(browser)
    await next.desk.open()
    expect(await next.backup.read(asFile(files[0]!))).toBe(true)
    expect(next.backup.preview?.entries.map(({ unitName, state }) => `${unitName} ${state}`).sort()).toEqual(['岳麓区信息中心 absent', '示例单位（虚构） absent'])
    expect(next.desk.evaluations).toEqual([])
    expect(await next.backup.restore(next.backup.preview!.entries.map(({ id }) => id))).toBe(true)
    expect([(await stored(foundingCase.id))?.answers[QUOTA], await stored(fictionalCase.id)]).toEqual([given('4'), fictionalCase])
    await next.evaluation.open(foundingCase.id)
    next.evaluation.undo()
    expect(next.evaluation.evaluation).toEqual(foundingCase)
  })

  it('says of each evaluation how it stands to the desk’s', async () => {
    const { backup, evaluation, desk, files, clock } = await withSample()
    await desk.openSample('fictional')
    await backup.write()
    const state = async () => {
      await backup.read(asFile(files[0]!))
      return Object.fromEntries(backup.preview!.entries.map(({ id, state: one }) => [id, one]))
    }
    expect(await state()).toEqual({ [foundingCase.id]: 'same', [fictionalCase.id]: 'same' })
    clock.now += 60_000
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await desk.remove(fictionalCase.id)
    expect(await state()).toEqual({ [foundingCase.id]: 'older', [fictionalCase.id]: 'removed' })
  })

  it('restores only what was chosen, keeps what it replaces, and the open form shows it', async () => {
    const { backup, evaluation, desk, files } = await withSample()
    await desk.openSample('fictional')
    await backup.write()
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await desk.remove(fictionalCase.id)
    await backup.read(asFile(files[0]!))
    await backup.restore([foundingCase.id])
    expect([await stored(foundingCase.id), evaluation.evaluation, await stored(fictionalCase.id)]).toEqual([foundingCase, foundingCase, undefined])
    expect(await browser.evaluations.snapshots(foundingCase.id)).toMatchObject([{ reason: '恢复备份之前' }])
  })

  it('that is cut off is told and changes nothing', async () => {
    const { backup, files } = await withSample()
    await backup.write()
    const whole = files[0]!
    expect(await backup.read(bad('半截.hengji.zip', whole.bytes.slice(0, 900) as Uint8Array<ArrayBuffer>))).toBe(false)
    expect([backup.problem, backup.preview]).toEqual(['“半截.hengji.zip”不完整或已损坏，不能恢复。请换一份备份；现有数据没有改动。', null])
    expect(await backup.restore([foundingCase.id])).toBe(true)
    expect((await browser.evaluations.find(foundingCase.id))?.revision).toBe(1)
  })
})

describe('a file’s name', () => {
  it.each([
    ['甲/乙:单位*2025', '甲_乙_单位_2025.xlsx'], ['..\\..\\x', '_.._x.xlsx'], ['CON', '_CON.xlsx'], ['', '_.xlsx'], ['a\nb', 'a_b.xlsx'], ['长'.repeat(300), `${'长'.repeat(100)}.xlsx`],
  ])('%j becomes %j', (name, expected) => expect(fileName(name, 'xlsx')).toBe(expected))
})
