import { addIntervals, divideIntervals, exactly, multiplyIntervals, subtractIntervals, type Interval } from '../../kernel/interval'
import { ZERO } from '../../kernel/rational'
import type { Figure, Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import { evaluate } from './evaluate'
import type { Expression, NoValue } from './expression'
import { figuresIn } from './figuresIn'
import { without } from './outcome'

/** Every value a formula may have, given what its printed figures may stand for; or why there is none. */
export type Range = { readonly kind: 'range'; readonly interval: Interval } | NoValue

const ranged = (interval: Interval): Range => ({ kind: 'range', interval })

const ofFigure = (figure: Figure): Range => (figure.kind === 'value' ? ranged(figure.interval) : figure)

function noRange(ranges: readonly Range[]): NoValue {
  return without(ranges.map((range) => (range.kind === 'range' ? { kind: 'value', value: ZERO } : range)))
}

function addUpRanges(ranges: readonly Range[]): Range {
  const known = ranges.flatMap((range) => (range.kind === 'range' ? [range.interval] : []))
  const blocking = ranges.some((range) => range.kind === 'missing' || range.kind === 'zeroDivisor')
  if (blocking || known.length === 0) return noRange(ranges)
  return ranged(known.reduce(addIntervals))
}

/** Reads a formula as intervals from printed digits. Conditions and counts are exact. */
export function evaluateInterval(tree: Expression, figures: Figures): Range {
  switch (tree.kind) {
    case 'item':
      return ofFigure(figures.item(tree.item))
    case 'cell':
      return ofFigure(figures.cell(cellId(tree.table, tree.row, tree.column)))
    case 'negative': {
      const of = evaluateInterval(tree.of, figures)
      return of.kind === 'range' ? ranged(subtractIntervals(exactly(ZERO), of.interval)) : of
    }
    case 'operation':
      return operate(tree, figures)
    case 'call':
      if (tree.name === 'SUM')
        return addUpRanges(tree.args.flatMap((arg) =>
          arg.kind === 'column'
            ? figures.column(arg.table, arg.column).filter((row) => row.kind !== 'subtotal').map((row) => ofFigure(row.figure))
            : [evaluateInterval(arg, figures)]))
      return exact(tree, figures)
    default:
      return exact(tree, figures)
  }
}

function exact(tree: Expression, figures: Figures): Range {
  const outcome = evaluate(tree, figures)
  return outcome.kind === 'value' ? ranged(exactly(outcome.value)) : outcome
}

function operate(tree: Expression & { kind: 'operation' }, figures: Figures): Range {
  if (!'+-*/'.includes(tree.operator)) return exact(tree, figures)
  const left = evaluateInterval(tree.left, figures)
  const right = evaluateInterval(tree.right, figures)
  if (tree.operator === '+') return addUpRanges([left, right])
  if (tree.operator === '-')
    return addUpRanges([left, right.kind === 'range' ? ranged(subtractIntervals(exactly(ZERO), right.interval)) : right])
  if (left.kind !== 'range' || right.kind !== 'range') return noRange([left, right])
  if (tree.operator === '*') return ranged(multiplyIntervals(left.interval, right.interval))
  const quotient = divideIntervals(left.interval, right.interval)
  return quotient ? ranged(quotient) : { kind: 'zeroDivisor', figures: figuresIn(tree.right) }
}

