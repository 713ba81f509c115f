import { columnsIn, figuresIn, type ColumnUse } from '../expression/figuresIn'
import type { Expression } from '../expression/expression'
import type { Figures } from '../figures/figures'
import { cellId, type FigureId } from '../measures/item'
import type { Scoring } from '../scoring/scoring'

/** Columns that a rule reads row by row. */
const columnsOf = (scoring: Scoring): readonly ColumnUse[] =>
  (scoring.kind === 'aggregate' ? [scoring.actual, scoring.target, ...(scoring.mode === 'byMoney' && scoring.money !== undefined ? [scoring.money] : [])].map((column) => ({ table: scoring.table, column })) : [])

/** Every figure points rest on: the items and cells of the formulas, and the cells of the columns they and the rule read, 小计 rows apart. */
export function usedFigures(formulas: readonly Expression[], scoring: Scoring, figures: Figures): readonly FigureId[] {
  const columns = [...formulas.flatMap(columnsIn), ...columnsOf(scoring)]
  const cells = columns.flatMap(({ table, column }) => figures.column(table, column).flatMap((row) => (row.kind === 'subtotal' ? [] : [cellId(table, row.id, column)])))
  return [...new Set([...formulas.flatMap(figuresIn), ...cells])]
}
