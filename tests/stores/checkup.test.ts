import { describe, expect, it } from 'vitest'
import type { Checkup } from '../../src/domain/checkup/checkup'
import { plainReport } from '../../src/domain/checkup/plainReport'
import { checkupOf, figureIn, relation } from '../support/madeCheckup'
import { memoryBrowser, openWindow, quiet } from '../support/memoryServices'

const TEXT = '支出合计800万元，其中：基本支出300万元，项目支出450万元。'
/** The sentence above is contradicted; another with figures is not checked. */
function checked(text: string): Checkup {
  if (!text.includes('800')) return checkupOf(text.includes('5人') ? [figureIn(text, '5人')] : [], [])
  const [total, basic, project] = ['800万元', '300万元', '450万元'].map((words) => figureIn(text, words))
  return checkupOf([total!, basic!, project!], [relation('sum', 'contradicted', total!, [basic!, project!], '300 + 450 = 750')])
}
const answers = {
  checkWords: async ([text]: readonly [string]) => checked(text),
  checkReport: async ([bytes, fileName]: readonly [Uint8Array, string]) => {
    const text = new TextDecoder().decode(bytes)
    return text === '坏' ? { ok: false as const, fileName, message: `“${fileName}”读不了。` } : { ok: true as const, fileName, report: plainReport(text), notes: [], checkup: checked(text) }
  },
}
const file = (name: string, text: string): File => new File([text], name)
const rested = async (): Promise<void> => { await new Promise((resolve) => { setTimeout(resolve, 200) }); await quiet() }

describe('报告核对', () => {
  it('checks many files one by one, and tells of each what was found or why not', async () => {
    const { checkup } = openWindow(memoryBrowser(), { answers })
    await checkup.add([file('甲.docx', TEXT), file('坏.pdf', '坏'), file('乙.txt', '在职5人')])
    expect(checkup.entries.map(({ name, state, reviewed, message }) => [name, state, reviewed?.findings.length, reviewed?.coverage.checked, message])).toEqual([
      ['甲.docx', 'checked', 1, 3, ''], ['坏.pdf', 'refused', undefined, undefined, '“坏.pdf”读不了。'], ['乙.txt', 'checked', 0, 0, ''],
    ])
    expect([checkup.job, checkup.problem, checkup.shown]).toEqual([null, null, null])
  })

  it('shows a single file at once', async () => {
    const { checkup } = openWindow(memoryBrowser(), { answers })
    await checkup.add([file('甲.docx', TEXT)])
    expect(checkup.shown?.name).toBe('甲.docx')
  })

  it('stops at a cancel, keeps what is done, and goes on when asked', async () => {
    let hold = true
    const { checkup } = openWindow(memoryBrowser(), { answers: { ...answers, checkReport: async (args) => (hold && args[1] === '乙' ? new Promise<never>(() => {}) : answers.checkReport(args)) } })
    const adding = checkup.add([file('甲', TEXT), file('乙', TEXT), file('丙', TEXT)])
    await quiet()
    expect(checkup.job?.label).toBe('正在核对第 2 份，共 3 份：“乙”')
    checkup.cancel()
    await adding
    expect(checkup.entries.map(({ state }) => state)).toEqual(['checked', 'waiting', 'waiting'])
    hold = false
    await checkup.resume()
    expect(checkup.entries.map(({ state }) => state)).toEqual(['checked', 'checked', 'checked'])
  })

  it('goes on to the next file when one breaks the worker', async () => {
    const { checkup } = openWindow(memoryBrowser(), { answers: { ...answers, checkReport: async (args) => { if (args[1] === '甲') throw new Error('内存不足'); return answers.checkReport(args) } } })
    await checkup.add([file('甲', TEXT), file('乙', TEXT)])
    expect(checkup.entries.map(({ state }) => state)).toEqual(['refused', 'checked'])
    expect(checkup.entries[0]!.message).toContain('内存不足')
    expect(checkup.problem).toBeNull()
  })

  it('checks typed words when typing rests, never more than one at a time, and always the newest', async () => {
    const seen: string[] = []
    let running = 0
    const { checkup } = openWindow(memoryBrowser(), { answers: { ...answers, checkWords: async ([text]) => {
      running += 1
      expect(running).toBe(1)
      seen.push(text)
      await new Promise((resolve) => { setTimeout(resolve, 20) })
      running -= 1
      return checked(text)
    } } })
    checkup.openTyped()
    for (let end = 1; end <= TEXT.length; end++) checkup.type(TEXT.slice(0, end))
    await rested()
    expect(seen).toEqual([TEXT])
    expect(checkup.shown?.reviewed?.findings).toHaveLength(1)
  })

  it('keeps decisions by file over a new start, and leaves what was set aside out of the note', async () => {
    const browser = memoryBrowser()
    const first = openWindow(browser, { answers })
    await first.checkup.add([file('甲.docx', TEXT)])
    const finding = first.checkup.entries[0]!.reviewed!.findings[0]!
    expect(first.checkup.note(null)).toContain('发现 1 处')
    await first.checkup.decide('甲.docx', finding, 'ignored', '另有结转')
    expect(first.checkup.note(null)).toContain('没有发现')
    const second = openWindow(browser, { answers })
    await quiet()
    expect(second.checkup.decisionOn('甲.docx', finding)).toMatchObject({ choice: 'ignored', reason: '另有结转' })
    expect(second.checkup.decisionOn('乙.docx', finding)).toBeNull()
    await second.checkup.decide('甲.docx', finding, null)
    expect(second.checkup.decisionOn('甲.docx', finding)).toBeNull()
  })

  it('does not trust what its store holds', async () => {
    const browser = memoryBrowser()
    await browser.notes.write('checkupDecisions', { 甲: { k: { choice: 'erased', reason: 3 } } })
    const { checkup } = openWindow(browser, { answers })
    await quiet()
    await checkup.add([file('__proto__', TEXT)])
    const finding = checkup.entries[0]!.reviewed!.findings[0]!
    await checkup.decide('__proto__', finding, 'accepted')
    expect(checkup.decisionOn('__proto__', finding)?.choice).toBe('accepted')
    expect(({} as { choice?: string }).choice).toBeUndefined()
  })

  it('is held against the open evaluation where it names the unit, or when asked', async () => {
    const { checkup, desk, evaluation } = openWindow(memoryBrowser(), { answers: { ...answers, checkReport: async ([bytes, fileName]) => {
      const text = new TextDecoder().decode(bytes)
      return { ok: true as const, fileName, report: plainReport(text), notes: [], checkup: checkupOf([figureIn(text, '178.5万元')], []) }
    } } })
    await desk.open()
    await evaluation.open(await desk.openSample('founding'))
    const name = evaluation.figures!.words('unit.name')!
    await checkup.add([file('本单位.txt', `${name}2020年基本支出178.5万元。`)])
    expect(checkup.own?.differences.map(({ printed, ours }) => [printed, ours])).toEqual([['178.5万元', '187.5万元']])
    checkup.remove(checkup.entries[0]!.id)
    await checkup.add([file('别的单位.txt', '2020年基本支出178.5万元。')])
    expect(checkup.own).toBeNull()
    checkup.compare(true)
    expect(checkup.own?.matched).toBe(1)
    checkup.compare(false)
    expect(checkup.own).toBeNull()
  })

  it('exports findings as words, never as formulas', async () => {
    const { checkup, files } = openWindow(memoryBrowser(), { answers })
    await checkup.add([file('=HYPERLINK("x").txt', `=1+1\n${TEXT}`), file('坏', '坏')])
    expect(await checkup.exportExcel()).toBe(true)
    expect(files[0]!.name).toBe('报告核对结果.xlsx')
    const { read } = await import('xlsx')
    const book = read(files[0]!.bytes)
    expect(book.SheetNames).toEqual(['汇总', '发现的问题'])
    const cells = Object.values(book.Sheets['汇总']!).filter((cell): cell is { v: unknown; f?: string } => typeof cell === 'object' && cell !== null && 'v' in cell)
    expect(cells.map(({ v }) => v)).toEqual(expect.arrayContaining(['=HYPERLINK("x").txt', 3, '“坏”读不了。']))
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([])
    expect(book.Sheets['发现的问题']!['E4']).toMatchObject({ v: expect.stringContaining('第 2 段：支出合计800万元') })
  })
})
