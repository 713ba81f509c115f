import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { planImport } from '../../src/exchange/excel/import/planImport'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { readSheets, type ReadSheet } from '../../src/exchange/excel/read/readSheets'
import { ratioOf } from '../../src/exchange/excel/formulas'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { isComputed } from '../../src/domain/scoring/scoring'
import { writeOffice } from '../../src/exchange/excel/office/writeOffice'
import { openPdf } from '../../src/exchange/reportText/pdf/openPdf'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'
import { convert } from '../support/libreOffice'

const with4Posts: Evaluation = { ...foundingCase, answers: { ...foundingCase.answers, 'staff.quota@approved': given('4') } }
const overspent: Evaluation = { ...fictionalCase, answers: { ...fictionalCase.answers,
  'threePublic.reception@actual/all': given('1.83'), 'procurement@actual/all': given('163.20'), 'expenditure.otherGoods@actual/all': given('42.11'), 'satisfaction.dissatisfied@inYear': given('20') } }

const national: Evaluation = { ...fictionalCase, framework: catalog.frameworks.find((one) => one.id === 'cn-mof-2020-10-selfeval')!, judgements: {} }

const same = (a: string, b: string): boolean => Number(a).toFixed(6) === Number(b).toFixed(6) || a === b
const sheetOf = (sheets: readonly ReadSheet[], name: string): ReadSheet => sheets.find((sheet) => sheet.name === name)!

describe.each([['founding', foundingCase], ['founding with 4 posts', with4Posts], ['fictional', fictionalCase], ['fictional overspent', overspent], ['by the national form', national]] as const)('LibreOffice recalculates %s', (_name, evaluation) => {
  it('to the same values and points as the page', async () => {
    const sheets = readSheets(convert(await writeEvaluation(evaluation, catalog), 'xlsx', 'xlsx'))!
    const scores = sheetOf(sheets, '评分表')
    const lines = assess(evaluation.framework, evaluation).lines
    const compared = lines.filter((line) => isComputed(line.indicator.scoring)).map((line) => {
      const row = scores.rows.find((cells) => cells[2]?.text === line.indicator.title)!
      const value = line.value?.endsWith('%') ? ratioOf(line.value)! : line.value ?? ''
      return { title: line.indicator.title, value: same(row[6]?.text ?? '', value), points: same(row[7]?.text ?? '', line.points ?? ''), seen: `${row[6]?.text ?? ''} ${row[7]?.text ?? ''}`, page: `${value} ${line.points ?? ''}` }
    })
    expect(compared.length).toBe(lines.filter((line) => line.indicator.formula).length)
    expect(compared.filter((one) => !one.value || !one.points)).toEqual([])
  })

  it('to the same computed cells as were written, and is read back as the identical evaluation', async () => {
    const bytes = await writeEvaluation(evaluation, catalog)
    const again = convert(bytes, 'xlsx', 'xlsx')
    const [before, after] = [readSheets(bytes)!, readSheets(again)!]
    let formulas = 0
    const moved: string[] = []
    for (const form of catalog.forms)
      sheetOf(before, form.name).rows.forEach((row, r) => row.forEach((cell, c) => {
        if (!cell?.isFormula) return
        formulas++
        const other = sheetOf(after, form.name).rows[r]?.[c]?.text ?? ''
        if (!same(cell.text, other)) moved.push(`${form.name} ${r + 1}:${c + 1} ${cell.text} → ${other}`)
      }))
    expect(formulas).toBeGreaterThan(3)
    expect(moved).toEqual([])
    const planned = await planImport([{ name: 'again.xlsx', bytes: again }], { kind: 'into', desk: evaluation }, catalog, [], { mappings: [], units: {}, today: '2026-03-01' })
    expect(planned.kind === 'planned' && planned.plan.entries.filter(({ state }) => state !== 'unchanged')).toEqual([])
    const reading = await readEvaluation(again, 'again.xlsx', catalog)
    expect(reading.ok && reading.rejected).toEqual([])
    expect(reading.ok && reading.evaluation).toEqual(evaluation)
  })
})

describe('any evaluation', () => {
  it('comes back the same after LibreOffice opened and saved it', async () => {
    await fc.assert(fc.asyncProperty(arbitraryEvaluation, async (evaluation) => {
      const reading = await readEvaluation(convert(await writeEvaluation(evaluation, catalog), 'xlsx', 'xlsx'), 'again.xlsx', catalog)
      expect(reading.ok && reading.rejected).toEqual([])
      expect(reading.ok && reading.evaluation).toEqual(evaluation)
    }), { numRuns: Number(process.env['OFFICE_RUNS'] ?? 3) })
  })
})

/** The texts of each page, in the order they stand. */
async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const pdf = await openPdf(convert(bytes, 'xlsx', 'pdf'))
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => {
    const { items } = await (await pdf.getPage(i + 1)).getTextContent()
    return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str.trim()] : []))
  }))
}

describe('the printed workbook', () => {
  it('is A4 pages, one page wide for every sheet', async () => {
    const pdf = new TextDecoder('latin1').decode(convert(await writeEvaluation(fictionalCase, catalog, { output: 'submission', forms: null }), 'xlsx', 'pdf'))
    const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map((match) => [Number(match[1]), Number(match[2])].sort((a, b) => a - b).map(Math.round).join('×'))
    // LibreOffice also writes a square box around all pages; it is no page.
    const pages = boxes.filter((box) => box !== '842×842')
    expect(new Set(pages)).toEqual(new Set(['595×842']))
    // 8 sheets; the classification takes 3 pages, income and expenditure 3, scores 2: a sheet two pages wide would double its own.
    expect(pages.length).toBeLessThanOrEqual(13)
  })

  it.each([['报送版', { output: 'submission', forms: null }], ['空表', { output: 'submission', forms: null, blank: true }]] as const)('of %s bears its title on every page, and no part of a form is torn from its head', async (_name, choice) => {
    const pages = (await pagesOf(await writeEvaluation(fictionalCase, catalog, choice))).map((texts) => texts.join(''))
    const titles = [...catalog.forms.map(({ title }) => title), '部门整体支出绩效评价指标评分表']
    expect(pages.filter((page) => !titles.some((title) => page.includes(title)))).toEqual([])
    const parts = catalog.forms.flatMap(({ title, blocks }) => blocks.flatMap((block) => {
      const last = block.kind === 'matrix' ? block.rows.at(-1)!.label : block.kind === 'fields' ? block.fields.at(-1)!.label : block.totalLabel
      return block.title !== undefined && last !== undefined ? [{ form: title, head: block.title, last }] : []
    }))
    expect(parts.length).toBeGreaterThan(5)
    for (const { form, head, last } of parts)
      expect([head, pages.filter((page) => page.includes(form) && page.includes(head)).map((page) => page.lastIndexOf(last) > page.indexOf(head))]).toEqual([head, [true]])
  })

  it('of 分工取数表 bears its heads on every page, whatever the office is called', async () => {
    const pages = await pagesOf(await writeOffice(fictionalCase, { office: '计财（会计）', measures: ['expenditure', 'economic'], others: [], tables: [], deadline: '2026-03-20' }, catalog))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((texts) => !texts.includes('数据项'))).toEqual([])
  })
})
