import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pageAt, placeWords } from '../../../src/domain/checkup/reportText'
import { readReport } from '../../../src/exchange/reportText/readReport'
import { pdfFile, type DrawnPage } from '../../support/pdfFile'

async function read(pages: readonly DrawnPage[]) {
  const reading = await readReport(pdfFile(pages), '报告.pdf')
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

/** A paragraph's lines in the body from (72, y) to 492, the first one indented by two characters. */
const body = (y: number, ...lines: readonly string[]): NonNullable<DrawnPage['words']> =>
  lines.map((text, i) => [i === 0 ? 96 : 72, y - 20 * i, text] as const)
const FULL = '收入支出决算总体情况说明本年度收入支出总计与上年度相比有所增加主要原'

describe('a PDF with a text layer', () => {
  it('has its lines rejoined into paragraphs, over a page’s end too', async () => {
    const first = FULL.slice(0, 33)
    const { report } = await read([
      { words: [...body(700, first, `${FULL.slice(0, 27)}增加307.82`, '万元，增长100.00%。'), ...body(600, '（二）短'), ...body(580, `${FULL.slice(0, 31)}支出`, FULL)] },
      { words: [[72, 760, '合计5万元。'], ...body(740, '新的一段。')] },
    ])
    expect(report.text).toBe(`${first}${FULL.slice(0, 27)}增加307.82万元，增长100.00%。\n（二）短\n${FULL.slice(0, 31)}支出${FULL}合计5万元。\n新的一段。`)
    expect(placeWords(report, report.text.indexOf('合计5'))).toBe('第 2 页第 3 段')
    expect(placeWords(report, report.text.indexOf('增加307'))).toBe('第 1 页第 1 段')
  })

  it('has its tables rebuilt from their ruling lines, cells wrapped and merged, one side left open', async () => {
    const flat = [700, 680, 640, 620].map((y) => [100, y, 400, y] as const)
    const { report } = await read([{
      // The right side is open; the head's second and third column share a box.
      lines: [...flat, [100, 620, 100, 700], [200, 620, 200, 700], [300, 620, 300, 680]],
      words: [[250, 685, '决算数'], [105, 685, '项目'], [105, 665, '社会保障和'], [105, 648, '就业支出'], [350, 656, '2.70'], [210, 656.3, '10.82'], [105, 625, '合计'], [210, 625, '10.82'], [72, 730, '单位：万元'], [72, 600, '注：本表。']],
    }])
    expect(report.text).toBe('单位：万元\n\n项目\t决算数\t\n社会保障和就业支出\t10.82\t2.70\n合计\t10.82\t\n\n注：本表。')
  })

  it('goes on with a table on the next page and tells its repeated head once', async () => {
    const grid = [[100, 700, 300, 700], [100, 680, 300, 680], [100, 660, 300, 660], [100, 660, 100, 700], [200, 660, 200, 700], [300, 660, 300, 700]] as const
    const page = (name: string, value: string): DrawnPage => ({ lines: grid, words: [[105, 685, '项目'], [205, 685, '金额'], [105, 665, name], [205, 665, value]] })
    const { report } = await read([page('甲', '1.5'), page('乙', '2.5')])
    expect(report.text).toBe('项目\t金额\n甲\t1.5\n乙\t2.5')
    expect(placeWords(report, report.text.indexOf('乙'))).toBe('第 2 页表 1 第 3 行')
  })

  it('loses running heads and page numbers, but keeps what tells the unit', async () => {
    const page = (number: number): DrawnPage => ({ words: [[200, 810, '某单位部门决算'], [400, 800, '单位：万元', 12], [280, 40, `— ${number} —`], [96, 700, `第${number}段的正文。`]] })
    const { report } = await read([page(1), page(2), page(3), page(4)])
    expect(report.text.match(/部门决算|—/g)).toBeNull()
    expect(report.text.match(/单位：万元/g)).toHaveLength(4)
    expect(report.text.match(/正文/g)).toHaveLength(4)
  })

  it('says which pages are pictures, and that a whole scan is one', async () => {
    const mixed = await read([{ words: [[96, 700, '正文5万元']] }, { picture: true }])
    expect(mixed.notes).toEqual(['第 2 页是图片或空白，没有文字层，没有核对。'])
    expect(pageAt(mixed.report, mixed.report.text.length)).toBe(2)
    const scan = await readReport(pdfFile([{ picture: true }, { picture: true }]), '扫描.pdf')
    expect(scan).toMatchObject({ ok: false, message: '“扫描.pdf”是扫描件：2 页都是图片，没有文字层，读不到数字。请用原来的 Word 文件，或先做文字识别（OCR）再核对。' })
  })

  it('tells how far it is', async () => {
    const seen: number[] = []
    await readReport(pdfFile([{ words: [[96, 700, '一']] }, { words: [[96, 700, '二']] }]), 'a.pdf', (done) => seen.push(done))
    expect(seen).toEqual([0.5, 1])
  })
})

const folder = '/work/shared/cases/pdf'
describe.skipIf(!existsSync(folder))(`real disclosures (skipped where ${folder} is absent)`, () => {
  const CASES = [
    { name: 'B54', pages: 24, lines: ['本年收入合计\t307.82\t本年支出合计\t307.82', '社会保障和就业支出\t10.82\t10.82', '人员经费合计\t\t95.36\t公用经费合计\t\t10.23'], joined: '本年支出合计 307.82 万元，其中：基本支出 105.58 万元，占34.30%；项目支出 202.24 万元，占 65.70%。' },
    { name: 'B55', pages: 24, lines: ['收入总计\t31,214,205.80\t支出总计\t31,214,205.80'], joined: '2025年，上海市普陀区财政局收入预算3,121.42万元，其中：财政拨款收入3,121.42万元，比2024年预算增加107.62万元；事业收入0万元；' },
    { name: 'B60', pages: 21, lines: ['收入总计\t171,915,169\t支出总计\t171,915,169\t102,464,260\t25,177,779\t44,273,130'], joined: '比2024年预算减少990万元；事业收入0万元；事业单位经营收入0万元；其他收入0万元。' },
  ]
  it.each(CASES)('$name keeps its sums readable', async ({ name, pages, lines, joined }) => {
    const reading = await readReport(new Uint8Array(readFileSync(`${folder}/${name}.pdf`)), `${name}.pdf`)
    if (!reading.ok) throw new Error(reading.message)
    expect(reading.report.pageStarts).toHaveLength(pages)
    for (const line of [...lines, joined]) expect(reading.report.text).toContain(line)
  })
})
