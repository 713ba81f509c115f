import { canMeet, type Interval } from '../../kernel/interval'
import { compare, equals, ZERO, type Rational } from '../../kernel/rational'
import { evaluate } from '../expression/evaluate'
import type { Expression, NoValue } from '../expression/expression'
import { evaluateInterval, type Range } from '../expression/interval'
import type { Outcome } from '../expression/outcome'
import type { Figures } from '../figures/figures'
import type { FigureId } from '../measures/item'
import type { Check } from './check'
import { restsOn } from './usedFigures'

/** One side of a check that has a value. */
export interface Side {
  readonly value: Rational
  /** What it may be, given the printed digits; null where anything is possible. */
  readonly range: Interval | null
}

/** What a check came to. */
export type Verdict =
  | { readonly kind: 'held' }
  /** 不涉及, its condition does not hold, or both sides rest on the same figures: nothing to be checked. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'undecided'; readonly missing: readonly FigureId[] }
  | { readonly kind: 'rounding' | 'contradicted'; readonly left: Side; readonly right: Side }

/** Whether the relation holds for the values as printed. */
function holdsExactly(relation: Check['relation'], left: Rational, right: Rational): boolean {
  const sign = compare(left, right)
  return relation === '=' ? sign === 0 : relation === '<=' ? sign <= 0 : sign >= 0
}

/** Whether it holds for some of the values the printed digits stand for. */
function canHold(relation: Check['relation'], left: Interval, right: Interval): boolean {
  if (relation === '=') return canMeet(left, right)
  return relation === '<=' ? compare(left.low, right.high) <= 0 : compare(left.high, right.low) >= 0
}

const boundsOf = (range: Range): Interval | null => (range.kind === 'range' ? range.interval : null)

function without(outcomes: readonly Outcome[]): Verdict {
  const none = outcomes.filter((outcome): outcome is NoValue => outcome.kind !== 'value')
  if (none.some((outcome) => outcome.kind === 'notApplicable')) return { kind: 'skipped' }
  return { kind: 'undecided', missing: [...new Set(none.flatMap((outcome) => outcome.figures))] }
}

const isDerived = (tree: Expression, figures: Figures): boolean => {
  if (tree.kind !== 'item') return false
  const figure = figures.item(tree.item)
  return figure.kind === 'value' && figure.origin === 'derived'
}

/** A total that was not typed but follows from the very parts it would be checked against. */
function isTautology(check: Check, figures: Figures): boolean {
  if (check.relation !== '=' || (!isDerived(check.left, figures) && !isDerived(check.right, figures))) return false
  const [left, right] = [restsOn(check.left, figures), restsOn(check.right, figures)]
  if (left.length === 0 || left.length !== right.length) return false
  const named = new Set(right)
  return left.every((id) => named.has(id))
}

/** Runs one check in steps, a side at a time: exactly on the printed values, then on all values they may stand for. */
export function* decideSteps(check: Check, figures: Figures): Generator<void, Verdict> {
  if (check.unless) {
    const exception = evaluate(check.unless, figures)
    if (exception.kind === 'value' && !equals(exception.value, ZERO)) return { kind: 'skipped' }
  }
  if (check.when) {
    const condition = evaluate(check.when, figures)
    if (condition.kind !== 'value') return without([condition])
    if (equals(condition.value, ZERO)) return { kind: 'skipped' }
  }
  const left = evaluate(check.left, figures)
  yield
  const right = evaluate(check.right, figures)
  if (left.kind !== 'value' || right.kind !== 'value') return without([left, right])
  if (holdsExactly(check.relation, left.value, right.value)) return isTautology(check, figures) ? { kind: 'skipped' } : { kind: 'held' }
  yield
  const leftRange = boundsOf(evaluateInterval(check.left, figures))
  yield
  const rightRange = boundsOf(evaluateInterval(check.right, figures))
  const possible = leftRange === null || rightRange === null || canHold(check.relation, leftRange, rightRange)
  return { kind: possible ? 'rounding' : 'contradicted', left: { value: left.value, range: leftRange }, right: { value: right.value, range: rightRange } }
}

/** Runs one check at once. */
export function decide(check: Check, figures: Figures): Verdict {
  const steps = decideSteps(check, figures)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
