import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { formula } from '../../src/catalog/formula'
import { excelFormula } from '../../src/exchange/excel/excelFormula'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import type { PlannedCell, SheetPlan } from '../../src/exchange/excel/sheetPlan'
import { writeWorkbook } from '../../src/exchange/excel/write/writeWorkbook'
import { byUs, isPlain, isSame, placesOf, sheetOf, situations, trees, type Situation } from '../support/excelSituation'
import { convert } from '../support/libreOffice'

const columns = ['COUNT(专项.本年决算)', 'COUNTIF(专项.本年决算, ">50")', 'SUM(专项.本年决算)', 'SUMIF(专项.本年决算, "≥50")', 'COUNTIF(专项.项目类别, "运行维护专项")', 'SUMIF(专项.项目类别, "运行维护专项", 专项.本年决算)'].map(formula)

/** One sheet a situation: its cells, and the formulas below each other in column I. */
function planOf(situation: Situation, formulas: readonly string[], name: string): SheetPlan {
  const given = sheetOf(situation).flatMap((row, r) => row.flatMap((value, c): PlannedCell[] =>
    value === null ? [] : [{ row: r, column: c, look: 'plain', content: typeof value === 'number' ? { kind: 'number', text: String(value) } : { kind: 'text', text: value } }]))
  const written = formulas.map((text, r): PlannedCell => ({ row: r, column: 8, look: 'plain', content: { kind: 'formula', formula: text, cached: null, places: 12 } }))
  return { name, cells: [...given, ...written], widths: [], heights: new Map(), landscape: false, repeated: null, hidden: false }
}

it('LibreOffice computes what we compute, for formulas of every shape over sheets with blanks, 不涉及 and merged rows', async () => {
  const sheets = fc.sample(situations, { numRuns: 12, seed: 20 }).map((situation, i) => {
    const chosen = [...columns, ...fc.sample(trees, { numRuns: 60, seed: i }).filter(isPlain)]
    const written = chosen.flatMap((tree) => {
      const text = excelFormula(tree, placesOf(situation))
      return text === null ? [] : [{ tree, text }]
    })
    return { situation, written }
  })
  const bytes = await writeWorkbook(sheets.map(({ situation, written }, i) => planOf(situation, written.map(({ text }) => text), `s${i}`)))
  const read = readSheets(convert(bytes, 'xlsx', 'xlsx'))!
  const wrong = sheets.flatMap(({ situation, written }, i) => written.flatMap(({ tree, text }, r) => {
    const seen = read[i]!.rows[r]?.[8]?.text ?? ''
    const theirs = /^-?\d/.test(seen) ? Number(seen) : seen
    const ours = byUs(tree, situation)
    return isSame(theirs, ours) ? [] : [{ text, theirs, ours }]
  }))
  expect(sheets.flatMap(({ written }) => written).length).toBeGreaterThan(300)
  expect(wrong).toEqual([])
})
