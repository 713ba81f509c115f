import { beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { fillForm, planFill } from '../../../src/exchange/excel/fill/fillForm'
import type { FillChoices } from '../../../src/exchange/excel/fill/fillPlan'
import { readSheets, type ReadSheet } from '../../../src/exchange/excel/read/readSheets'
import { shiftPoint } from '../../../src/kernel/decimalText'
import { bureauForm, partsOf, withoutValues, withPart } from '../../support/bureauForm'

const CHOICES: FillChoices = { mappings: [], units: {}, notInvolved: '/' }
const FIRST = 'xl/worksheets/sheet1.xml'
const fill = (bytes: Uint8Array, choices = CHOICES): Uint8Array => {
  const filled = fillForm(bytes, '附件2.xlsx', fictionalCase, catalog, choices)
  if (!filled.ok) throw new Error(filled.error)
  return filled.value
}
const at = (sheet: ReadSheet, cell: string) => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(cell) ?? []
  return sheet.rows[Number(row) - 1]?.[letter.charCodeAt(0) - 65] ?? null
}
const inYuan = (item: string): number => {
  const figure = figuresOf(fictionalCase, catalog.measures).item(item)
  if (figure.kind !== 'value') throw new Error(`${item} is ${figure.kind}`)
  return Number(shiftPoint(figure.text, 4))
}

describe('套表: the bureau\'s own form', () => {
  let blank: Uint8Array
  let filled: Uint8Array
  beforeAll(async () => {
    blank = await bureauForm()
    filled = fill(blank)
  })

  it('differs in the values of its cells only, every other part byte by byte', () => {
    const [before, after] = [partsOf(blank), partsOf(filled)]
    expect(Object.keys(after)).toEqual(Object.keys(before))
    const changed = Object.keys(before).filter((name) => before[name] !== after[name])
    expect(changed.filter((name) => !name.startsWith('xl/worksheets/sheet'))).toEqual(before['xl/workbook.xml'] === after['xl/workbook.xml'] ? [] : ['xl/workbook.xml'])
    expect(after['xl/workbook.xml']!.replace(/ fullCalcOnLoad="[^"]*"/, '')).toBe(before['xl/workbook.xml']!.replace(/ fullCalcOnLoad="[^"]*"/, ''))
    for (const name of changed.filter((one) => one.startsWith('xl/worksheets/'))) expect(withoutValues(after[name]!)).toBe(withoutValues(before[name]!))
    expect(Object.keys(before).join(' ')).toMatch(/comments/)
    expect(before[FIRST]).toMatch(/mergeCell|dataValidation|pageSetup/)
  })

  it('holds the figures in the form\'s own unit, the unit beside its label, the rate as its cell wants it', () => {
    const [sheet] = readSheets(filled)!
    expect(Number(at(sheet!, 'D8')?.text)).toBe(inYuan('threePublic.vehicles@actual/all'))
    expect(Number(at(sheet!, 'B12')?.text)).toBe(inYuan('threePublic.reception@priorActual/all'))
    expect(Number(at(sheet!, 'D16')?.text)).toBe(inYuan('procurement@actual/all'))
    expect(at(sheet!, 'A3')?.text).toMatch(/^填报单位：示例单位.*　　单位：元$/)
    expect(at(sheet!, 'D5')).toMatchObject({ isNumber: true, isPercent: true })
    expect(at(sheet!, 'A15')?.text).toBe('局里另加的一行')
    expect(at(sheet!, 'D15')).toBeNull()
  })

  it('keeps the form\'s own formulas, with what they come to', () => {
    expect(partsOf(filled)[FIRST]).toContain('<f>D8+D11+D12</f>')
    const [sheet] = readSheets(filled)!
    expect(at(sheet!, 'D7')).toMatchObject({ isFormula: true })
    expect(Number(at(sheet!, 'D7')?.text)).toBe(inYuan('threePublic@actual/all'))
  })

  it('says of rows that have no room that they have none, and fills the total from all of them', () => {
    const plan = planFill(blank, '附件2.xlsx', fictionalCase, catalog, CHOICES)
    if (!plan.ok) throw new Error(plan.error)
    const rows = fictionalCase.tables['projects']!.length
    expect(plan.value.entries.filter(({ sheet, state }) => sheet === '附件3 项目明细' && state === 'noRoom').length).toBe(Math.max(0, rows - 5))
    const list = readSheets(filled)![1]!
    expect(at(list, 'B4')?.text).toBe((fictionalCase.tables['projects']![0]!.cells['name'] as { text: string }).text)
    expect(at(list, 'D9')?.isNumber).toBe(true)
  })

  it('filled twice is the same file as filled once', () => expect(partsOf(fill(filled))).toEqual(partsOf(filled)))

  it('is filled the same where its cells are written without addresses or with a prefix', () => {
    const bare = withPart(blank, FIRST, (xml) => xml.replace(/<c r="[A-Z]+\d+"/g, '<c'))
    const values = (bytes: Uint8Array) => readSheets(bytes)![0]!.rows.map((row) => row.map((cell) => cell?.text ?? null))
    expect(values(fill(bare))).toEqual(values(filled))
    const prefixed = withPart(blank, FIRST, (xml) => xml.replace(/<(\/?)(?=(?:row|c|v|f|is|t|sheetData|worksheet|cols|col|mergeCells|mergeCell|dimension|sheetViews|sheetView|pageSetup|pageMargins|sheetFormatPr|sheetPr|pageSetUpPr|dataValidations|dataValidation|formula1|headerFooter|oddFooter|legacyDrawing|printOptions)[\s>/])/g, '<$1x:').replace('<x:worksheet xmlns=', '<x:worksheet xmlns:x='))
    const plain = (xml: string): string => withoutValues(xml.replaceAll('x:', '').replace('xmlns=', 'xmlns:x=').replace('xmlns:x=', 'xmlns='))
    expect(plain(partsOf(fill(prefixed))[FIRST]!).replace('xmlns:x=', 'xmlns=')).toBe(plain(partsOf(filled)[FIRST]!))
    expect(values(fill(prefixed))).toEqual(values(filled))
  })

  it('tells a file that is no .xlsx, and one with nothing to fill', async () => {
    const text = fillForm(new TextEncoder().encode('编制数,8\n'), '表.csv', fictionalCase, catalog, CHOICES)
    expect(text.ok ? '' : text.error).toContain('另存为')
    const other = planFill(await bureauForm(2020), '附件2.xlsx', fictionalCase, catalog, CHOICES)
    expect(other.ok && other.value.notes.join('')).toContain('表头写的是 2020 年度，打开的评价是 2025 年度')
  })
})
