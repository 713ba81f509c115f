import * as fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { describe, expect, it } from 'vitest'
import { formula } from '../../src/catalog/formula'
import type { Row } from '../../src/domain/evaluation/evaluation'
import { given } from '../../src/domain/evaluation/answer'
import type { Expression } from '../../src/domain/expression/expression'
import { excelFormula, type CellPlaces } from '../../src/exchange/excel/excelFormula'
import { byUs, isPlain, isSame, placesOf, sheetOf, situations, trees, type Situation } from '../support/excelSituation'

/** What another engine computes of our Excel formula: a number, or the words in the cell. */
function inExcel(tree: Expression, situation: Situation): string | number | null {
  const written = excelFormula(tree, placesOf(situation))
  if (written === null) return null
  const cells = sheetOf(situation)
  cells[0] = [...Array.from({ length: 8 }, (_, i) => cells[0]?.[i] ?? null), `=${written}`]
  const engine = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3', useArrayArithmetic: true })
  const value = engine.getCellValue({ sheet: 0, row: 0, col: 8 })
  engine.destroy()
  if (typeof value === 'object' && value !== null) throw new Error(`${written}: ${value.message || value.value}`)
  return typeof value === 'boolean' ? Number(value) : value
}

describe('a formula written for Excel', () => {
  it('has the same value in another engine, the same blanks and the same 不涉及', () => {
    fc.assert(fc.property(trees, situations, (tree, situation) => {
      fc.pre(isPlain(tree))
      const theirs = inExcel(tree, situation)
      fc.pre(theirs !== null)
      const ours = byUs(tree, situation)
      expect({ theirs, ours, same: isSame(theirs!, ours) }).toMatchObject({ same: true })
    }), { numRuns: 250 })
  }, 60_000)

  it.each([
    ['COUNT(专项.本年决算)', 17], ['COUNTIF(专项.本年决算, ">50")', 2], ['SUM(专项.本年决算)', 450.3], ['SUMIF(专项.本年决算, "≥50")', 206.88], ['COUNTIF(专项.项目类别, "运行维护专项")', 15],
    ['SUMIF(专项.项目类别, "运行维护专项", 专项.本年决算)', 340.3], ['COUNTIF(专项.项目类别, "<>运行维护专项")', 2],
  ])('counts merged rows for what they stand for, and never holds them against a threshold: %s = %d', (text, expected) => {
    const project = (id: string, kind: Row['kind'], actual: string, category: string, rowCount: string): Row =>
      ({ id, kind, cells: { actual: given(actual), category: given(category), rowCount: given(rowCount) } })
    const situation: Situation = { answers: {}, rows: [
      project('a', 'single', '60', '业务工作专项', '1'), project('b', 'single', '50', '业务工作专项', '1'), project('c', 'single', '96.88', '运行维护专项', '1'),
      project('d', 'subtotal', '206.88', '业务工作专项', ''), project('e', 'merged', '243.42', '运行维护专项', '14'),
    ] }
    const tree = formula(text)
    expect(byUs(tree, situation)).toBe(expected)
    expect(isSame(inExcel(tree, situation)!, expected)).toBe(true)
  })

  it('is not written where a figure does not stand in the workbook', () => expect(excelFormula(formula('在职人员数 / 编制数'), { figure: () => null, column: () => null })).toBeNull())

  it('is not written longer than Excel takes', () => {
    const places: CellPlaces = { figure: (id) => `'${'很长的表名'.repeat(30)}'!${id}`, column: () => null }
    expect(excelFormula(formula(`SUM(${Array.from({ length: 64 }, () => '在职人员数').join(', ')})`), places)).toBeNull()
  })

  it('brings doubles back before it compares or rounds', () => {
    expect(excelFormula(formula('ROUND(1.005 * 100, 0)'), { figure: () => null, column: () => null })).toBe('IFERROR(ROUND(ROUND(1.005*100,10),0),"")')
    expect(excelFormula(formula('0.1 + 0.2 = 0.3'), { figure: () => null, column: () => null })).toBe('IFERROR(N(ROUND(0.1+0.2,10)=ROUND(0.3,10)),"")')
  })
})
