import { absolute, compare, equals, floor, max, min, ONE, roundHalfUp, whole, ZERO, fromDecimal, type Rational } from '../../kernel/rational'
import type { ColumnRow, Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import type { Expression, FunctionName, Operator } from './expression'
import { addUp, holds, valued, without, type Outcome } from './outcome'

type Evaluate = (part: Expression) => Outcome

const MOST_PLACES = 10n

/** Rows a formula counts: 小计 rows only repeat others. */
const counted = (rows: readonly ColumnRow[]): readonly ColumnRow[] => rows.filter((row) => row.kind !== 'subtotal')

const columnRows = (tree: Expression, figures: Figures): readonly ColumnRow[] => {
  if (tree.kind !== 'column') throw new Error('a column is expected here')
  return counted(figures.column(tree.table, tree.column))
}

const TEST = /^\s*(<=|>=|<>|=|<|>|≤|≥|≠)?\s*(.*?)\s*$/
const OPERATORS: { readonly [typed: string]: Operator } = { '≤': '<=', '≥': '>=', '≠': '<>' }

/** 条件: ">50" compares figures, "已验收合格" compares words. Whether a row meets it, or why that is not known. */
function criterion(text: string): (row: ColumnRow) => Outcome {
  const [, typed = '=', operand = ''] = TEST.exec(text) ?? []
  const operator = OPERATORS[typed] ?? (typed as Operator)
  const number = fromDecimal(operand)
  return (row) => {
    if (number === null)
      return row.text === null ? valued(ZERO) : valued(holds(operator, row.text === operand ? 0 : 1) ? ONE : ZERO)
    if (row.figure.kind !== 'value') return row.figure.kind === 'notApplicable' ? valued(ZERO) : row.figure
    return valued(holds(operator, compare(row.figure.value, number)) ? ONE : ZERO)
  }
}

const isThreshold = (text: string): boolean => fromDecimal((TEST.exec(text) ?? [])[2] ?? '') !== null

function countOf(row: ColumnRow, table: string): Outcome {
  return row.count === null ? { kind: 'missing', figures: [cellId(table, row.id, 'rowCount')] } : valued(whole(row.count))
}

/** COUNT sums 项目个数, so that an aggregate row counts for what it stands for; blank cells are not counted. */
function count(column: Expression & { kind: 'column' }, figures: Figures): Outcome {
  const rows = columnRows(column, figures).filter((row) => row.figure.kind === 'value' || row.text !== null)
  return rows.length === 0 ? valued(ZERO) : addUp(rows.map((row) => countOf(row, column.table)))
}

/** COUNTIF and SUMIF: a threshold never looks at a 合并 row, whose amount is not one project's. */
function matching(column: Expression, text: string, figures: Figures): { readonly rows: readonly ColumnRow[]; readonly unknown: readonly Outcome[] } {
  const test = criterion(text)
  const rows = columnRows(column, figures).filter((row) => !(isThreshold(text) && row.kind === 'merged'))
  const results = rows.map((row) => ({ row, met: test(row) }))
  return {
    rows: results.filter(({ met }) => met.kind === 'value' && equals(met.value, ONE)).map(({ row }) => row),
    unknown: results.map(({ met }) => met).filter((met) => met.kind !== 'value'),
  }
}

const criterionText = (tree: Expression | undefined): string => {
  if (tree?.kind === 'text') return tree.text
  if (tree?.kind === 'number') return tree.text
  throw new Error('a condition is written in quotes')
}

function countIf(args: readonly Expression[], figures: Figures): Outcome {
  const [column, test] = args
  if (column?.kind !== 'column') throw new Error('COUNTIF takes a column')
  const { rows, unknown } = matching(column, criterionText(test), figures)
  if (unknown.length > 0) return without(unknown)
  return rows.length === 0 ? valued(ZERO) : addUp(rows.map((row) => countOf(row, column.table)))
}

function sumIf(args: readonly Expression[], figures: Figures): Outcome {
  const [column, test, summed = column] = args
  if (column?.kind !== 'column' || summed?.kind !== 'column') throw new Error('SUMIF takes columns')
  const { rows, unknown } = matching(column, criterionText(test), figures)
  if (unknown.length > 0) return without(unknown)
  const wanted = new Set(rows.map((row) => row.id))
  const values = columnRows(summed, figures).filter((row) => wanted.has(row.id)).map((row) => row.figure)
  return values.length === 0 ? valued(ZERO) : addUp(values)
}

function extreme(outcomes: readonly Outcome[], pick: (a: Rational, b: Rational) => Rational): Outcome {
  const values = outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []))
  return values.length === outcomes.length ? valued(values.reduce(pick)) : without(outcomes)
}

/** AND stops at the first that fails, OR at the first that holds; what is unknown matters only if it could decide. */
function connective(outcomes: readonly Outcome[], decisive: Rational): Outcome {
  if (outcomes.some((outcome) => outcome.kind === 'value' && equals(outcome.value, ZERO) === equals(decisive, ZERO))) return valued(decisive)
  return outcomes.every((outcome) => outcome.kind === 'value') ? valued(equals(decisive, ZERO) ? ONE : ZERO) : without(outcomes)
}

/** Calls a function of the language. `evaluate` values an argument. */
export function callFunction(name: FunctionName, args: readonly Expression[], figures: Figures, evaluate: Evaluate): Outcome {
  const first = args[0]!
  switch (name) {
    case 'SUM': {
      const terms = args.flatMap((arg) => (arg.kind === 'column' ? columnRows(arg, figures).map((row) => row.figure) : [evaluate(arg)]))
      return terms.length === 0 ? { kind: 'missing', figures: args.flatMap((arg) => (arg.kind === 'column' ? [arg.table] : [])) } : addUp(terms)
    }
    case 'COUNT':
      if (first.kind !== 'column') throw new Error('COUNT takes a column')
      return count(first, figures)
    case 'COUNTIF':
      return countIf(args, figures)
    case 'SUMIF':
      return sumIf(args, figures)
    case 'MIN':
      return extreme(args.map(evaluate), min)
    case 'MAX':
      return extreme(args.map(evaluate), max)
    case 'ABS': {
      const of = evaluate(first)
      return of.kind === 'value' ? valued(absolute(of.value)) : of
    }
    case 'ROUND': {
      const [of, places] = [evaluate(first), evaluate(args[1]!)]
      if (of.kind !== 'value' || places.kind !== 'value') return without([of, places])
      const digits = floor(places.value)
      if (digits < 0n || digits > MOST_PLACES) throw new Error('ROUND takes 0 to 10 decimals')
      return valued(roundHalfUp(of.value, Number(digits)))
    }
    case 'IF': {
      const test = evaluate(first)
      if (test.kind !== 'value') return test
      return evaluate(equals(test.value, ZERO) ? args[2]! : args[1]!)
    }
    case 'AND':
      return connective(args.map(evaluate), ZERO)
    case 'OR':
      return connective(args.map(evaluate), ONE)
    case 'NOT': {
      const of = evaluate(first)
      return of.kind === 'value' ? valued(equals(of.value, ZERO) ? ONE : ZERO) : of
    }
  }
}
