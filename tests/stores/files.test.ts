import { beforeEach, describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import type { OutgoingFile } from '../../src/stores/keys'
import { fileName } from '../../src/stores/fileName'
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
    expect(await next.transfer.readExcel(asFile(files[0]!))).toBe(true)
    expect([next.transfer.preview?.onDesk, next.desk.evaluations]).toEqual(['absent', []])
    const id = await next.transfer.confirmImport()
    expect((await empty.evaluations.find(id))?.evaluation).toEqual(expected)
    expect(next.desk.evaluations).toHaveLength(1)
  })

  it('names its file after unit and year', async () => {
    const { transfer, files } = await withSample()
    await transfer.exportExcel()
    await transfer.exportWord()
    expect(files.map(({ name }) => name)).toEqual(['岳麓区信息中心2020年度部门整体支出绩效评价.xlsx', '岳麓区信息中心2020年度部门整体支出绩效评价报告.docx'])
    for (const { bytes } of files) expect(bytes.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b))
  })

  it('changes nothing on the desk when the desk has the same already', async () => {
    const { transfer, files } = await withSample()
    await transfer.exportExcel()
    await transfer.readExcel(asFile(files[0]!))
    expect(transfer.preview?.onDesk).toBe('same')
    await transfer.confirmImport()
    expect((await browser.evaluations.find(foundingCase.id))?.revision).toBe(1)
  })

  it('keeps what it replaces as an earlier version, and the open form shows the imported one', async () => {
    const { transfer, files, evaluation } = await withSample()
    await transfer.exportExcel()
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await transfer.readExcel(asFile(files[0]!))
    expect(transfer.preview?.onDesk).toBe('differs')
    await transfer.confirmImport()
    expect([await stored(foundingCase.id), evaluation.evaluation, evaluation.canUndo]).toEqual([foundingCase, foundingCase, false])
    expect(await browser.evaluations.snapshots(foundingCase.id)).toMatchObject([{ reason: '导入 Excel 之前', record: { evaluation: { answers: { [QUOTA]: given('4') } } } }])
  })

  it('puts a copy beside it when so asked', async () => {
    const { transfer, files, evaluation, desk } = await withSample()
    await transfer.exportExcel()
    evaluation.answer(QUOTA, given('4'))
    await quiet()
    await transfer.readExcel(asFile(files[0]!))
    const id = await transfer.confirmImport('copy')
    expect([await stored(id), (await stored(foundingCase.id))?.answers[QUOTA], desk.evaluations.length]).toEqual([{ ...foundingCase, id }, given('4'), 2])
  })

  it.each([['empty.xlsx', ''], ['text.xlsx', '这是一个文本文件'], ['broken.xlsx', 'PK\u0003\u0004 half']])('%s is told in a sentence and changes nothing', async (name, content) => {
    const { transfer, desk } = await withSample()
    expect(await transfer.readExcel(bad(name, content))).toBe(false)
    expect(transfer.problem).toMatch(new RegExp(`^“${name}”.+。$`, 'u'))
    expect([transfer.preview, transfer.job, desk.evaluations.length, await stored(foundingCase.id)]).toEqual([null, null, 1, foundingCase])
  })

  it('writes nothing until confirmed, and forgets a discarded preview', async () => {
    const { transfer, files } = await withSample('fictional')
    await transfer.exportExcel()
    const next = openWindow(memoryBrowser())
    await next.transfer.readExcel(asFile(files[0]!))
    next.transfer.discardImport()
    expect([await next.transfer.confirmImport(), next.desk.evaluations]).toEqual(['', []])
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
