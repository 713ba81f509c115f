import { absolute, compare, equals, floor, max, min, ONE, roundHalfUp, whole, ZERO, fromDecimal, type Rational } from '../../kernel/rational'
import type { ColumnRow, Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import type { Expression, Operator } from './expression'
import { addUp, holds, valued, without, type Outcome } from './outcome'

type Evaluate = (part: Expression) => Outcome

type Column = Extract<Expression, { readonly kind: 'column' }>
type Call = Extract<Expression, { readonly kind: 'call' }>

function asColumn(tree: Expression | undefined): Column {
  if (tree?.kind !== 'column') throw new Error('a column is expected here')
  return tree
}

/** Stands for the row that a table without rows still lacks. */
const ANY_ROW = '*'

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
export function callFunction(tree: Call, figures: Figures, evaluate: Evaluate): Outcome {
  const { name, args } = tree
  const first = args[0]!
  switch (name) {
    case 'SUM': {
      const terms = args.flatMap((arg) => (arg.kind === 'column' ? summedRows(arg, figures).map((row) => row.figure) : [evaluate(arg)]))
      return terms.length === 0 ? { kind: 'missing', figures: args.map(asColumn).map(({ table, column }) => cellId(table, ANY_ROW, column)) } : addUp(terms)
    }
    case 'COUNT': {
      // Blank cells are not counted; an aggregate row counts for as many as it stands for.
      const column = asColumn(first)
      return countAll(summedRows(column, figures).filter((row) => row.figure.kind === 'value' || row.text !== null), column.table)
    }
    case 'COUNTIF': {
      const { rows, unknown } = rowsMeeting(tree, figures)
      return unknown.length > 0 ? without(unknown) : countAll(rows, asColumn(first).table)
    }
    case 'SUMIF': {
      const { rows, unknown } = rowsMeeting(tree, figures)
      if (unknown.length > 0) return without(unknown)
      return rows.length === 0 ? valued(ZERO) : addUp(rows.map((row) => row.figure))
    }
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
      return of.kind === 'value' && places.kind === 'value' ? valued(roundHalfUp(of.value, Number(floor(places.value)))) : without([of, places])
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
