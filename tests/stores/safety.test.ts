import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { handInPlan } from '../../src/domain/report/handIn'
import { outlineOf } from '../../src/domain/report/outlineOf'
import { autoName } from '../../src/stores/autoBackup'
import { EVERYTHING } from '../../src/stores/backup'
import type { OutgoingFile } from '../../src/stores/keys'
import { memoryBrowser, memoryFolder, openWindow, quiet, type MemoryBrowser, type WindowOptions } from '../support/memoryServices'

const QUOTA = 'staff.quota@approved'
let browser: MemoryBrowser
beforeEach(() => { browser = memoryBrowser() })

async function withSample(options: WindowOptions = {}) {
  const one = openWindow(browser, options)
  await one.desk.open()
  await one.evaluation.open(await one.desk.openSample('founding'))
  await quiet()
  return one
}
const asFile = ({ name, bytes }: OutgoingFile): File => new File([bytes as Uint8Array<ArrayBuffer>], name)
const pdf = (name = '合同.pdf', text = '%PDF-1.4 合同') => new File([text], name, { type: 'application/pdf' })
const VIDEO = { kind: 'row', table: 'projects', row: 'video' } as const

describe('evidence', () => {
  it('is kept with digest and size, found by what it proves, and told apart from a copy of the same content', async () => {
    const { evidence } = await withSample()
    expect(await evidence.add([pdf()], [VIDEO])).toBe(1)
    expect(evidence.about(VIDEO)).toMatchObject([{ name: '合同.pdf', size: pdf().size, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown }])
    await evidence.add([pdf('同一份.pdf')], [{ kind: 'indicator', indicator: 'budgetRate' }])
    expect(evidence.list).toHaveLength(1)
    expect(evidence.list[0]?.about).toHaveLength(2)
    expect(evidence.total).toBe(pdf().size)
  })

  it('too large is refused by name, the rest is taken', async () => {
    const { evidence } = await withSample()
    const large = new File([new Uint8Array(51 * 1024 * 1024)], '录像.mp4')
    expect(await evidence.add([large, pdf()])).toBe(1)
    expect(evidence.problem).toBe('“录像.mp4”超过 50 MB，没有保存。请压缩或拆分后再加。')
  })

  it('that does not fit into the browser is told, and nothing half is kept', async () => {
    const full = { ...browser.attachments, add: () => Promise.reject(Object.assign(new Error('x'), { name: 'QuotaExceededError' })) }
    browser = { ...browser, attachments: full }
    const { evidence } = await withSample()
    expect(await evidence.add([pdf()])).toBe(0)
    expect([evidence.problem, evidence.list]).toEqual([expect.stringContaining('存储空间已满'), []])
  })

  it('removed comes back', async () => {
    const { evidence } = await withSample()
    await evidence.add([pdf()], [VIDEO])
    await evidence.remove(evidence.list[0]!.id)
    expect(evidence.list).toEqual([])
    await evidence.undoRemove()
    expect(evidence.about(VIDEO)).toHaveLength(1)
  })

  it('added after the last backup counts as not in it', async () => {
    const { evidence, backup, clock } = await withSample()
    await backup.write()
    expect(backup.unbackedFiles).toBe(0)
    clock.now += 1000
    await evidence.add([pdf()])
    await quiet()
    expect([backup.unbacked, backup.unbackedFiles]).toEqual([0, 1])
    clock.now += 1000
    await backup.write()
    await quiet()
    expect(backup.unbackedFiles).toBe(0)
  })

  it('is in the backup and comes back with it on another desk', async () => {
    const { evidence, backup, files } = await withSample()
    await evidence.add([pdf()], [VIDEO])
    await backup.write()
    browser = memoryBrowser()
    const next = openWindow(browser)
    await next.desk.open()
    await next.backup.read(asFile(files[0]!))
    expect(next.backup.preview?.entries).toMatchObject([{ evidence: 1 }])
    await next.backup.restore([foundingCase.id])
    await next.evaluation.open(foundingCase.id)
    await quiet()
    const [one] = next.evidence.about(VIDEO)
    expect(await (await next.evidence.content(one!.id))?.text()).toBe('%PDF-1.4 合同')
  })
})

describe('a backup with a passphrase', () => {
  it('asks for it, tells a wrong one, and opens with the right one', async () => {
    const { backup, files } = await withSample()
    await backup.write({ ...EVERYTHING, passphrase: '岳麓山 2026' })
    expect(await backup.read(asFile(files[0]!))).toBe(false)
    expect([backup.sealed?.file.name, backup.problem, backup.preview]).toEqual([files[0]!.name, null, null])
    expect(await backup.unseal('岳麓山 2025')).toBe(false)
    expect(backup.sealed?.message).toContain('口令不对')
    expect(await backup.unseal('岳麓山 2026')).toBe(true)
    expect([backup.sealed, backup.preview?.entries.map(({ state }) => state)]).toEqual([null, ['same']])
  })
})

describe('a parcel', () => {
  it('for the successor holds the chosen units only, and does not count as a backup', async () => {
    const { backup, desk, files } = await withSample()
    await desk.openSample('fictional')
    await backup.write({ purpose: 'handover', evaluations: [foundingCase.id], passphrase: null })
    expect(files[0]?.name).toMatch(/^衡绩移交包-\d{8}-\d{4}\.hengji\.zip$/)
    expect([backup.unbacked, backup.lastBackupAt]).toEqual([2, null])
    await backup.read(asFile(files[0]!))
    expect(backup.preview).toMatchObject({ purpose: 'handover', entries: [{ id: foundingCase.id }] })
  })

  it('for the archive holds workbook, report, evidence and a list of digests that hold, and can be restored', async () => {
    const { backup, evidence, files } = await withSample()
    await evidence.add([pdf(), pdf('合同.pdf', '另一份同名的')], [VIDEO])
    await backup.write({ purpose: 'archive', evaluations: [foundingCase.id], passphrase: null })
    const inside = unzipSync(files[0]!.bytes)
    const folder = '岳麓区信息中心2020年度'
    expect(Object.keys(inside)).toEqual(expect.arrayContaining([`${folder}/评价表（报送版）.xlsx`, `${folder}/评价报告.docx`, `${folder}/佐证材料/合同.pdf`, `${folder}/佐证材料/合同 (2).pdf`]))
    const lines = strFromU8(inside['归档清单.txt']!).split('\r\n').filter((line) => /^[0-9a-f]{64} {2}/.test(line))
    expect(lines).toHaveLength(5)
    const { sha256 } = await import('../../src/kernel/sha256')
    for (const line of lines) expect(sha256(inside[line.slice(66)]!)).toBe(line.slice(0, 64))
    await backup.read(asFile(files[0]!))
    expect(backup.preview).toMatchObject({ purpose: 'archive', entries: [{ id: foundingCase.id, evidence: 2 }], damaged: [] })
  })
})

describe('the set for the bureau', () => {
  it('holds the report, the workbooks, the evidence under its number and its list, flat, and nothing of ours', async () => {
    const { evidence, evaluation, transfer, files } = await withSample()
    const [indicator] = evaluation.evaluation!.framework.indicators
    const [outcome] = evaluation.evaluation!.tables['outcomes']!
    await evidence.add([pdf()], [VIDEO, { kind: 'row', table: 'outcomes', row: outcome!.id }, { kind: 'indicator', indicator: indicator!.id }])
    const open = evaluation.evaluation!
    const plan = handInPlan({ evaluation: open, outline: outlineOf(catalog, open), assessment: evaluation.assessment!, review: null, forms: catalog.forms, edition: 'submission', evidence: evidence.list })
    expect(await transfer.exportHandIn({ document: { notice: null, blocks: [], unfilled: [] }, files: plan.files, edition: 'submission', layout: { profile: 'gbt9704' } })).toBe(true)
    const inside = unzipSync(files[0]!.bytes)
    expect(Object.keys(inside)).toEqual(plan.files.map(({ fileName }) => fileName))
    const [last] = Object.keys(inside).slice(-1)
    expect(last).toMatch(/^附件\d+-1-岳麓区信息中心-2020-合同\.pdf$/)
    expect(inside[last!]).toEqual(new Uint8Array(await pdf().arrayBuffer()))
    const list = Object.entries(inside).find(([name]) => name.includes('佐证材料目录'))![1]
    const task = outcome!.cells['task']
    for (const name of ['政府常务视频会议室提质改造项目', indicator!.title, task?.kind === 'given' ? task.text.slice(0, 40) : '?']) expect(strFromU8(unzipSync(list)['word/document.xml']!)).toContain(name)
  })
})

describe('automatic backups into a folder', () => {
  it('begin when the folder is chosen, follow each change within a minute, and count as backups', async () => {
    const { folder, files } = memoryFolder()
    const { backup, evaluation, clock } = await withSample({ folder })
    expect(backup.unbacked).toBe(1)
    await backup.chooseFolder()
    expect([[...files.keys()], backup.unbacked, backup.auto]).toEqual([[autoName(clock.now)], 0, { folder: '备份', granted: true, failed: null }])
    const before = files.get(autoName(clock.now))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      evaluation.answer(QUOTA, given('4'))
      await vi.advanceTimersByTimeAsync(1000)
      expect(backup.unbacked).toBe(1)
      await vi.advanceTimersByTimeAsync(61_000)
    } finally {
      vi.useRealTimers()
    }
    await quiet()
    expect(backup.unbacked).toBe(0)
    expect(files.get(autoName(clock.now))).not.toEqual(before)
  })

  it('keep fourteen days and touch no other file', async () => {
    const { folder, files } = memoryFolder()
    const { backup, clock } = await withSample({ folder })
    files.set('工资表.xlsx', new Uint8Array([1]))
    await backup.chooseFolder()
    for (let day = 0; day < 20; day++) {
      clock.now += 86_400_000
      await backup.backUpNow()
    }
    expect([files.size, files.has('工资表.xlsx'), files.has(autoName(clock.now))]).toEqual([15, true, true])
  })

  it('wait for leave after a reload, and go on when it is given', async () => {
    const { folder, files, user } = memoryFolder()
    user.chosen = true
    user.leave = false
    const { backup } = await withSample({ folder })
    expect([backup.auto, await backup.backUpNow(), files.size]).toEqual([{ folder: '备份', granted: false, failed: null }, false, 0])
    user.leave = true
    expect(await backup.resumeFolder()).toBe(true)
    expect(files.size).toBe(1)
  })

  it('are written by one window at a time, and the others learn of it', async () => {
    const { folder, user } = memoryFolder()
    user.chosen = true
    let writing = 0
    const written: string[] = []
    const slow = { ...folder, write: async (name: string, bytes: Uint8Array) => {
      expect(++writing).toBe(1)
      await new Promise((resolve) => { setTimeout(resolve, 30) })
      writing -= 1
      written.push(name)
      await folder.write(name, bytes)
    } }
    const [one, two] = [await withSample({ folder: slow }), await withSample({ folder: slow })]
    expect([one.backup.unbacked, two.backup.unbacked]).toEqual([1, 1])
    await Promise.all([one.backup.backUpNow(), two.backup.backUpNow()])
    expect(written).toHaveLength(2)
    one.clock.now += 1000
    one.evaluation.answer(QUOTA, given('4'))
    await quiet()
    expect(two.backup.unbacked).toBe(1)
    await one.backup.backUpNow()
    await quiet()
    expect([one.backup.unbacked, two.backup.unbacked, two.backup.lastBackupAt]).toEqual([0, 0, one.clock.now])
  })

  it('under a passphrase are sealed without asking again, after a reload too, and open with it only', async () => {
    const { folder, files } = memoryFolder()
    const one = await withSample({ folder })
    await one.backup.chooseFolder()
    const open = (name: string) => unzipSync(files.get(name)!)
    expect(Object.keys(open(autoName(one.clock.now)))).toContain('index.json')
    expect(await one.backup.sealAuto('岳麓山 2026')).toBe(true)
    expect(Object.keys(open(autoName(one.clock.now)))).not.toContain('index.json')
    const kept = await browser.notes.read('autoBackupKey') as { readonly key: CryptoKey }
    expect([kept.key.extractable, kept.key.usages]).toEqual([false, ['encrypt']])
    expect(JSON.stringify([kept, ...Array.from({ length: browser.text.length }, (_, i) => browser.text.getItem(browser.text.key(i)!))])).not.toContain('岳麓山')
    const two = await withSample({ folder })
    two.clock.now += 86_400_000
    expect([two.backup.autoSealed, await two.backup.backUpNow()]).toEqual([true, true])
    const today = new File([files.get(autoName(two.clock.now))! as Uint8Array<ArrayBuffer>], 'a.hengji.zip')
    expect(await two.backup.read(today)).toBe(false)
    expect(await two.backup.unseal('岳麓山 2025')).toBe(false)
    expect(await two.backup.unseal('岳麓山 2026')).toBe(true)
    expect(two.backup.preview?.entries).toMatchObject([{ id: foundingCase.id, state: 'same' }])
    expect(await two.backup.sealAuto(null)).toBe(true)
    await quiet()
    expect([Object.keys(open(autoName(two.clock.now))).includes('index.json'), one.backup.autoSealed]).toEqual([true, false])
  })

  it('whose key cannot be read are not written at all, rather than without a passphrase', async () => {
    const { folder, files, user } = memoryFolder()
    user.chosen = true
    browser = { ...browser, notes: { ...browser.notes, read: (key) => (key === 'autoBackupKey' ? Promise.reject(new Error('x')) : browser.notes.read(key)) } }
    const { backup } = await withSample({ folder })
    expect([await backup.backUpNow(), files.size]).toEqual([false, 0])
  })

  it('that cannot be written say so, and the changes still count as not backed up', async () => {
    const { folder, user } = memoryFolder()
    user.chosen = true
    user.full = true
    const { backup } = await withSample({ folder })
    expect(await backup.backUpNow()).toBe(false)
    expect([backup.auto.failed, backup.unbacked]).toEqual([expect.stringContaining('没有写进文件夹“备份”'), 1])
    user.full = false
    expect(await backup.backUpNow()).toBe(true)
    expect([backup.auto.failed, backup.unbacked]).toEqual([null, 0])
  })
})

describe('after the database was lost', () => {
  it('the desk says so and still knows where the last backup is', async () => {
    const { backup } = await withSample()
    await backup.write()
    const emptied = { ...memoryBrowser(), text: browser.text }
    const next = openWindow(emptied)
    await next.desk.open()
    expect([next.desk.lossSuspected, next.backup.remembered()]).toEqual([true, { at: expect.any(Number) as unknown, name: expect.stringContaining('衡绩备份-') as unknown }])
  })
})
