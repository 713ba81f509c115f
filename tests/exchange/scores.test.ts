import * as fc from 'fast-check'
import { FunctionArgumentType, FunctionPlugin, HyperFormula } from 'hyperformula'
import { expect, it } from 'vitest'
import type { SheetPlan } from '../../src/exchange/excel/sheetPlan'
import { fromDecimal, toFixedText } from '../../src/kernel/rational'
import { measures } from '../../src/catalog/measures/measures'
import { aggregate } from '../../src/domain/department/aggregate'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { arbitraryScored } from '../support/arbitraryScores'
import { differences, sheetsOf } from '../support/scoresInExcel'

type Arguments = Parameters<FunctionPlugin['runFunction']>

/** ROUND as Excel, LibreOffice and WPS do it: of the 15 digits a double shows. HyperFormula's own rounds 0.60125 to 0.6012. */
class Rounding extends FunctionPlugin {
  static override implementedFunctions = { ROUND: { method: 'round', parameters: [{ argumentType: FunctionArgumentType.NUMBER }, { argumentType: FunctionArgumentType.NUMBER }] } }
  round(ast: { readonly args: Arguments[0] }, state: Arguments[1]) {
    return this.runFunction(ast.args, state, this.metadata('ROUND'), (value: number, places: number) => Number(toFixedText(fromDecimal(value.toFixed(15 - Math.max(1, Math.ceil(Math.log10(Math.abs(value) + 1)))))!, places)))
  }
}
HyperFormula.registerFunctionPlugin(Rounding, { enGB: { ROUND: 'ROUND' } })

const RUNS = Number(process.env['SCORE_RUNS'] ?? 12)

/** A planned sheet as rows of cells. */
function cellsOf(sheet: SheetPlan): (string | number | null)[][] {
  const rows: (string | number | null)[][] = []
  for (const { row, column, content } of sheet.cells) {
    while (rows.length <= row) rows.push([])
    const cells = rows[row]!
    while (cells.length <= column) cells.push(null)
    cells[column] = content.kind === 'formula' ? `=${content.formula}` : content.kind === 'number' ? Number(content.text) : content.kind === 'text' && content.text !== '' ? `'${content.text}` : null
  }
  return rows
}

/** What another engine computes otherwise of an evaluation's score table. */
function otherwise(evaluation: Evaluation): readonly object[] {
  const { sheets, lines } = sheetsOf(evaluation)
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(sheets.map((sheet) => [sheet.name, cellsOf(sheet)])), { licenseKey: 'gpl-v3', useArrayArithmetic: true })
  const sheet = engine.getSheetId(sheets.at(-1)!.name)!
  const found = differences(lines, (row, col) => {
    const value = engine.getCellValue({ sheet, row, col })
    return typeof value === 'object' && value !== null ? `error ${value.message || value.value}` : typeof value === 'boolean' ? Number(value) : value ?? ''
  })
  engine.destroy()
  return found
}

it('the score table computes in another engine what the page shows, for rules of every kind at and around their bounds', () => {
  fc.assert(fc.property(arbitraryScored, (evaluation) => { expect(otherwise(evaluation)).toEqual([]) }), { numRuns: RUNS, endOnFailure: true })
})

it('so does the score table of a 部门, whose figures are sums of its units’', () => {
  fc.assert(fc.property(arbitraryScored, arbitraryScored, (lead, unit) => {
    const department = aggregate({ id: 'd', name: '某部门', units: [lead, { ...unit, id: 'u', year: lead.year, settings: lead.settings }], eliminations: [] }, measures)
    if (!department.ok) throw new Error(department.error)
    expect(otherwise(department.value.evaluation)).toEqual([])
    expect(sheetsOf(department.value.evaluation).sheets.at(-1)!.cells.filter(({ content }) => content.kind === 'formula').length).toBeGreaterThan(2)
  }), { numRuns: Math.ceil(RUNS / 3), endOnFailure: true })
})
