import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import { selfEvaluationFrameworks } from '../../src/catalog/frameworks/selfEvaluation'
import { readFrameworkBook } from '../../src/exchange/excel/framework/readFrameworkBook'
import { memoryBrowser, openWindow } from '../support/memoryServices'
import { unknownProvince } from '../support/unknownProvince'

const asFile = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): File => new File([bytes as Uint8Array<ArrayBuffer>], name)

describe('a framework as Excel', () => {
  it.each([hunan2017, ...selfEvaluationFrameworks])('$title comes back as it was', async (framework) => {
    const one = openWindow(memoryBrowser())
    expect(await one.frameworkFiles.exportExcel(framework)).toBe(true)
    const other = openWindow(memoryBrowser())
    await other.frameworkFiles.readFile(asFile(one.files[0]!))
    const reading = other.frameworkFiles.preview!.reading
    if (!reading.ok) throw new Error(reading.message)
    expect(reading.framework).toEqual(framework)
    expect(reading.coverage.remarks).toEqual([])
  })

  it('takes what was changed in the visible table, and reads new words of a rule', async () => {
    const one = openWindow(memoryBrowser())
    await one.frameworkFiles.exportExcel(hunan2017)
    const book = readFrameworkBook(one.files[0]!.bytes, 'x.xlsx')
    if (!book.ok) throw new Error(book.message)
    const [table] = book.tables
    const rows = table!.rows.map((row) => row.map((text) => text.replace('不高于 100% 计满分；每超过 1 个百分点扣 0.5 分，扣完为止。', '≤100% 计满分；每超过 1 个百分点扣 1 分。')))
    const at = rows.findIndex((row) => row.includes('行政效能'))
    rows[at]![3] = '7'
    const other = openWindow(memoryBrowser(), { answers: { readFrameworkBook: async () => ({ ...book, tables: [{ ...table!, rows }] }) } })
    await other.frameworkFiles.readFile(asFile(one.files[0]!))
    const reading = other.frameworkFiles.preview!.reading
    if (!reading.ok) throw new Error(reading.message)
    const of = (id: string) => reading.framework.indicators.find((indicator) => indicator.id === id)
    expect(of('efficiency')).toMatchObject({ weight: '7', scoring: hunan2017.indicators.find(({ id }) => id === 'efficiency')!.scoring })
    expect(of('staffControlRate')).toMatchObject({ scoring: { kind: 'linearDeduction', deduct: '1' }, formula: hunan2017.indicators[0]!.formula })
    expect(of('satisfaction')).toEqual(hunan2017.indicators.find(({ id }) => id === 'satisfaction'))
    expect(reading.framework.total).toBe('101')
  })

  it('that is no workbook is told', async () => {
    const { frameworkFiles } = openWindow(memoryBrowser())
    await frameworkFiles.readFile(new File(['plain words'], '表.xlsx'))
    expect([frameworkFiles.preview, frameworkFiles.problem === null]).toEqual([null, false])
  })
})

describe('a framework as JSON', () => {
  it('comes back with the one it stands on', async () => {
    const one = openWindow(memoryBrowser())
    const county = { ...hunan2017, title: '某县', indicators: hunan2017.indicators.slice(1) }
    one.frameworkFiles.exportJson(county, hunan2017)
    const other = openWindow(memoryBrowser())
    const id = await other.frameworkFiles.readFile(asFile(one.files[0]!))
    expect(other.frameworks.find(id!)?.own).toMatchObject({ base: hunan2017, framework: { title: '某县', indicators: county.indicators } })
  })

  it.each([['no JSON', '{'], ['another JSON', '{"format":"x"}']])('%s is told, and nothing is kept', async (_name, content) => {
    const { frameworkFiles, frameworks } = openWindow(memoryBrowser())
    expect(await frameworkFiles.readFile(new File([content], 'a.json'))).toBeNull()
    expect(frameworkFiles.problem).toContain('a.json')
    expect(frameworks.owned).toEqual([])
  })
})

describe('an unknown table', () => {
  it('pasted is shown with its report, a proposal may be taken, and it is kept', async () => {
    const { frameworkFiles, frameworks } = openWindow(memoryBrowser())
    const rows = unknownProvince.rows.map((row) => row.map((text) => text.replace('每发现一例违规扣2分，扣完为止。', '每发现一例违规扣2分，情节严重的酌情再扣。')))
    frameworkFiles.readPasted(rows)
    const reading = frameworkFiles.preview!.reading
    if (!reading.ok) throw new Error(reading.message)
    const proposed = reading.coverage.rows.find(({ proposal }) => proposal)
    expect(proposed).toMatchObject({ state: 'byHand', doubts: ['没读懂：情节严重的酌情再扣'] })
    frameworkFiles.accept(proposed!.indicator!)
    const id = await frameworkFiles.keep('某省（虚构）')
    const kept = frameworks.find(id!)!.framework
    expect(kept.title).toBe('某省（虚构）')
    expect(kept.indicators.find(({ title }) => title === '资金使用合规性')?.scoring).toMatchObject({ kind: 'occurrences', deduct: '2' })
    expect(frameworkFiles.preview).toBeNull()
  })

  it('without a head is refused in a sentence', () => {
    const { frameworkFiles } = openWindow(memoryBrowser())
    frameworkFiles.readPasted([['甲', '乙'], ['1', '2']])
    expect(frameworkFiles.preview?.reading).toMatchObject({ ok: false })
  })
})
