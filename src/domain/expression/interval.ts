import { addIntervals, divideIntervals, exactly, multiplyIntervals, subtractIntervals, type Interval } from '../../kernel/interval'
import { compare, equals, max, min, negate, roundHalfUp, ZERO, type Rational } from '../../kernel/rational'
import type { Figure, Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import { rowsMeeting, summedRows } from './columnFunctions'
import { evaluate } from './evaluate'
import type { Expression, NoValue } from './expression'
import { without } from './outcome'

/**
 * Every value a formula may have, given what its printed figures may stand for; or why there is none.
 * Unbounded: a divisor printed near zero may be zero, so any value is possible.
 */
export type Range = { readonly kind: 'range'; readonly interval: Interval } | { readonly kind: 'unbounded' } | NoValue

const ranged = (interval: Interval): Range => ({ kind: 'range', interval })
const UNBOUNDED: Range = { kind: 'unbounded' }

const ofFigure = (figure: Figure): Range => (figure.kind === 'value' ? ranged(figure.interval) : figure)

const isBlocked = (range: Range): range is NoValue => range.kind !== 'range' && range.kind !== 'unbounded'

/** Why several have no value together; null where they have. */
function blocked(ranges: readonly Range[]): NoValue | null {
  const none = ranges.filter(isBlocked)
  return none.length > 0 ? without(none) : null
}

/** Combines intervals where all are known and bounded. */
function combine(ranges: readonly Range[], by: (...intervals: readonly Interval[]) => Interval): Range {
  const none = blocked(ranges)
  if (none) return none
  const known = ranges.flatMap((range) => (range.kind === 'range' ? [range.interval] : []))
  return known.length === ranges.length ? ranged(by(...known)) : UNBOUNDED
}

/** 加减: terms that are 不涉及 contribute nothing, as in `addUp`. */
function addUp(ranges: readonly Range[]): Range {
  const counted = ranges.filter((range) => range.kind !== 'notApplicable')
  return counted.length > 0 ? combine(counted, (...intervals) => intervals.reduce(addIntervals)) : without(ranges.filter(isBlocked))
}

const negated = (interval: Interval): Interval => subtractIntervals(exactly(ZERO), interval)

const ends = (interval: Interval, of: (end: Rational) => Rational): Interval => ({ low: of(interval.low), high: of(interval.high) })

function absolute(interval: Interval): Interval {
  if (compare(interval.low, ZERO) >= 0) return interval
  return compare(interval.high, ZERO) <= 0 ? negated(interval) : { low: ZERO, high: max(negate(interval.low), interval.high) }
}

/** Reads a formula as intervals from printed digits. Conditions and counts are taken from the figures as printed. */
export function evaluateInterval(tree: Expression, figures: Figures): Range {
  switch (tree.kind) {
    case 'item':
      return ofFigure(figures.item(tree.item))
    case 'cell':
      return ofFigure(figures.cell(cellId(tree.table, tree.row, tree.column)))
    case 'negative':
      return combine([evaluateInterval(tree.of, figures)], (of) => negated(of!))
    case 'operation':
      return operate(tree, figures)
    case 'call':
      return call(tree, figures)
    default:
      return exact(tree, figures)
  }
}

function exact(tree: Expression, figures: Figures): Range {
  const outcome = evaluate(tree, figures)
  return outcome.kind === 'value' ? ranged(exactly(outcome.value)) : outcome
}

function operate(tree: Extract<Expression, { kind: 'operation' }>, figures: Figures): Range {
  if (!'+-*/'.includes(tree.operator)) return exact(tree, figures)
  const left = evaluateInterval(tree.left, figures)
  const right = evaluateInterval(tree.right, figures)
  switch (tree.operator) {
    case '+':
      return addUp([left, right])
    case '-':
      return addUp([left, combine([right], (of) => negated(of!))])
    case '*':
      return combine([left, right], (a, b) => multiplyIntervals(a!, b!))
    default: {
      const none = blocked([left, right])
      if (none) return none
      const divisor = exact(tree.right, figures)
      if (divisor.kind === 'range' && equals(divisor.interval.low, ZERO)) return exact(tree, figures)
      const quotient = left.kind === 'range' && right.kind === 'range' ? divideIntervals(left.interval, right.interval) : null
      return quotient ? ranged(quotient) : UNBOUNDED
    }
  }
}

function call(tree: Extract<Expression, { kind: 'call' }>, figures: Figures): Range {
  const { name, args } = tree
  const each = () => args.map((arg) => evaluateInterval(arg, figures))
  switch (name) {
    case 'SUM': {
      const terms = args.flatMap((arg) => (arg.kind === 'column' ? summedRows(arg, figures).map((row) => ofFigure(row.figure)) : [evaluateInterval(arg, figures)]))
      return terms.length === 0 ? exact(tree, figures) : addUp(terms)
    }
    case 'SUMIF': {
      const { rows, unknown } = rowsMeeting(tree, figures)
      return unknown.length > 0 || rows.length === 0 ? exact(tree, figures) : addUp(rows.map((row) => ofFigure(row.figure)))
    }
    case 'MIN':
      return combine(each(), (...of) => ({ low: of.map(({ low }) => low).reduce(min), high: of.map(({ high }) => high).reduce(min) }))
    case 'MAX':
      return combine(each(), (...of) => ({ low: of.map(({ low }) => low).reduce(max), high: of.map(({ high }) => high).reduce(max) }))
    case 'ABS':
      return combine(each(), (of) => absolute(of!))
    case 'ROUND': {
      const places = args[1]?.kind === 'number' ? Number(args[1].text) : 0
      return combine([evaluateInterval(args[0]!, figures)], (of) => ends(of!, (end) => roundHalfUp(end, places)))
    }
    case 'IF': {
      const test = evaluate(args[0]!, figures)
      return test.kind === 'value' ? evaluateInterval(equals(test.value, ZERO) ? args[2]! : args[1]!, figures) : test
    }
    default:
      return exact(tree, figures)
  }
}
