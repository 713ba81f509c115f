import { add, ZERO, type Rational } from '../../kernel/rational'
import type { NoValue, Operator } from './expression'

/** What a formula came to: a value, or why there is none and which figures caused it. */
export type Outcome = { readonly kind: 'value'; readonly value: Rational } | NoValue

/** A value. */
export const valued = (value: Rational): Outcome => ({ kind: 'value', value })

/** Why two outcomes together have no value: what is missing comes first, then a zero divisor, then 不涉及. */
export function without(outcomes: readonly Outcome[]): NoValue {
  for (const kind of ['missing', 'zeroDivisor', 'notApplicable'] as const) {
    const found = outcomes.filter((outcome): outcome is NoValue => outcome.kind === kind)
    if (found.length > 0) return { kind, figures: [...new Set(found.flatMap((outcome) => outcome.figures))] }
  }
  throw new Error('every outcome has a value')
}

/** 加减: a term that is 不涉及 contributes nothing, unless all are. */
export function addUp(outcomes: readonly Outcome[]): Outcome {
  let total = ZERO
  let counted = 0
  for (const outcome of outcomes) {
    if (outcome.kind === 'value') {
      total = add(total, outcome.value)
      counted++
    } else if (outcome.kind !== 'notApplicable') return without(outcomes)
  }
  return counted > 0 ? valued(total) : without(outcomes)
}

/** Whether a comparison holds, given the sign of left − right. */
export function holds(operator: Operator, sign: number): boolean {
  switch (operator) {
    case '=': return sign === 0
    case '<>': return sign !== 0
    case '<': return sign < 0
    case '<=': return sign <= 0
    case '>': return sign > 0
    case '>=': return sign >= 0
    default: throw new Error(`not a comparison: ${operator}`)
  }
}
