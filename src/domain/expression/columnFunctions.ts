import { compare, equals, fromDecimal, ONE, whole, ZERO } from '../../kernel/rational'
import type { ColumnRow, Figures } from '../figures/figures'
import { ANY_ROW, cellId } from '../measures/item'
import type { Expression, Operator } from './expression'
import { addUp, holds, valued, without, type Outcome } from './outcome'

type Column = Extract<Expression, { readonly kind: 'column' }>
type Call = Extract<Expression, { readonly kind: 'call' }>

function asColumn(tree: Expression | undefined): Column {
  if (tree?.kind !== 'column') throw new Error('a column is expected here')
  return tree
}

/** The rows of a column that formulas see: 小计 rows only repeat others. */
export const summedRows = (column: Column, figures: Figures): readonly ColumnRow[] =>
  figures.column(column.table, column.column).filter((row) => row.kind !== 'subtotal')

const TEST = /^\s*(<=|>=|<>|=|<|>|≤|≥|≠)?\s*(.*?)\s*$/
const OPERATORS: { readonly [typed: string]: Operator } = { '≤': '<=', '≥': '>=', '≠': '<>' }

/** 条件: ">50" compares figures and never looks at a 合并 row, whose amount is not one thing's; "已验收合格" compares words. */
interface Condition {
  readonly isThreshold: boolean
  meets(row: ColumnRow): Outcome
}

function conditionOf(tree: Expression | undefined): Condition {
  if (tree?.kind !== 'text' && tree?.kind !== 'number') throw new Error('a condition is written in quotes')
  const [, typed = '=', operand = ''] = TEST.exec(tree.text) ?? []
  const operator = OPERATORS[typed] ?? (typed as Operator)
  const number = fromDecimal(operand)
  const truth = (sign: number) => valued(holds(operator, sign) ? ONE : ZERO)
  return {
    isThreshold: number !== null,
    meets(row) {
      if (row.figure.kind === 'notApplicable') return valued(ZERO)
      if (number !== null) return row.figure.kind === 'value' ? truth(compare(row.figure.value, number)) : row.figure
      return row.text === null ? row.figure : truth(row.text === operand ? 0 : 1)
    },
  }
}

function countOf(row: ColumnRow, table: string): Outcome {
  return row.count === null ? { kind: 'missing', figures: [cellId(table, row.id, 'rowCount')] } : valued(whole(row.count))
}

const countAll = (rows: readonly ColumnRow[], table: string): Outcome =>
  rows.length === 0 ? valued(ZERO) : addUp(rows.map((row) => countOf(row, table)))

/** Rows that meet the condition of COUNTIF or SUMIF (of the summed column where there is one), and why others cannot be judged. */
export function rowsMeeting(tree: Call, figures: Figures): { readonly rows: readonly ColumnRow[]; readonly unknown: readonly Outcome[] } {
  const [tested, test, summed] = tree.args
  const condition = conditionOf(test)
  const results = summedRows(asColumn(tested), figures)
    .filter((row) => !(condition.isThreshold && row.kind === 'merged'))
    .map((row) => ({ row, met: condition.meets(row) }))
  const met = results.filter((result) => result.met.kind === 'value' && equals(result.met.value, ONE)).map(({ row }) => row)
  const wanted = new Set(met.map((row) => row.id))
  return {
    rows: summed ? summedRows(asColumn(summed), figures).filter((row) => wanted.has(row.id)) : met,
    unknown: results.map((result) => result.met).filter((outcome) => outcome.kind !== 'value'),
  }
}

/** A table without rows of its own is not filled, not 0. */
const notFilled = ({ table, column }: Column): Outcome => ({ kind: 'missing', figures: [cellId(table, ANY_ROW, column)] })

/** COUNT: blank cells are not counted; an aggregate row counts for as many as it stands for. */
export function countColumn(tree: Call, figures: Figures): Outcome {
  const column = asColumn(tree.args[0])
  const rows = summedRows(column, figures)
  return rows.length === 0 ? notFilled(column) : countAll(rows.filter((row) => row.figure.kind === 'value' || row.text !== null), column.table)
}

/** COUNTIF. */
export function countIf(tree: Call, figures: Figures): Outcome {
  const column = asColumn(tree.args[0])
  if (summedRows(column, figures).length === 0) return notFilled(column)
  const { rows, unknown } = rowsMeeting(tree, figures)
  return unknown.length > 0 ? without(unknown) : countAll(rows, column.table)
}

/** SUMIF. */
export function sumIf(tree: Call, figures: Figures): Outcome {
  const column = asColumn(tree.args[0])
  if (summedRows(column, figures).length === 0) return notFilled(column)
  const { rows, unknown } = rowsMeeting(tree, figures)
  if (unknown.length > 0) return without(unknown)
  return rows.length === 0 ? valued(ZERO) : addUp(rows.map((row) => row.figure))
}

/** SUM of columns and single figures together. `evaluate` values a single one. */
export function sumOf(tree: Call, figures: Figures, evaluate: (part: Expression) => Outcome): Outcome {
  const terms = tree.args.flatMap((arg) => (arg.kind === 'column' ? summedRows(arg, figures).map((row) => row.figure) : [evaluate(arg)]))
  if (terms.length > 0) return addUp(terms)
  return without(tree.args.map((arg) => notFilled(asColumn(arg))))
}
