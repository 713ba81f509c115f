import { absolute, equals, max, min, ONE, roundHalfUp, ZERO, type Rational } from '../../kernel/rational'
import type { Figures } from '../figures/figures'
import { countColumn, countIf, sumIf, sumOf } from './columnFunctions'
import type { Expression } from './expression'
import { valued, without, type Outcome } from './outcome'

type Trace = (Expression | Outcome)[] | null
type Evaluate = (part: Expression, figures: Figures, trace: Trace) => Outcome
type Call = Extract<Expression, { readonly kind: 'call' }>

const TRUE = valued(ONE)
const FALSE = valued(ZERO)

function extreme(outcomes: readonly Outcome[], pick: (a: Rational, b: Rational) => Rational): Outcome {
  const values = outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []))
  return values.length === outcomes.length ? valued(values.reduce(pick)) : without(outcomes)
}

/** AND is decided by one that fails, OR by one that holds; what is unknown matters only where it could decide. */
function connective(outcomes: readonly Outcome[], decisive: Outcome): Outcome {
  const isTrue = (outcome: Outcome) => outcome.kind === 'value' && outcome.value.n !== 0n
  const wanted = isTrue(decisive)
  if (outcomes.some((outcome) => outcome.kind === 'value' && isTrue(outcome) === wanted)) return decisive
  return outcomes.every((outcome) => outcome.kind === 'value') ? (wanted ? FALSE : TRUE) : without(outcomes)
}

function placesOf(tree: Expression | undefined): number {
  if (tree?.kind !== 'number') throw new Error('ROUND takes its places as a number')
  return Number(tree.text)
}

function changed(tree: Call, of: Outcome): Outcome {
  if (of.kind !== 'value') return of
  switch (tree.name) {
    case 'ROUND':
      return valued(roundHalfUp(of.value, placesOf(tree.args[1])))
    case 'ABS':
      return valued(absolute(of.value))
    default:
      return equals(of.value, ZERO) ? TRUE : FALSE
  }
}

function gathered(tree: Call, outcomes: readonly Outcome[]): Outcome {
  if (tree.name === 'MIN' || tree.name === 'MAX') return extreme(outcomes, tree.name === 'MIN' ? min : max)
  return connective(outcomes, tree.name === 'AND' ? FALSE : TRUE)
}

/** Calls a function of the language. `evaluate` values an argument and notes it in the trace. */
export function callFunction(tree: Call, figures: Figures, evaluate: Evaluate, trace: Trace): Outcome {
  switch (tree.name) {
    case 'IF': {
      const test = evaluate(tree.args[0]!, figures, trace)
      if (test.kind !== 'value') return test
      return evaluate(test.value.n === 0n ? tree.args[2]! : tree.args[1]!, figures, trace)
    }
    case 'ROUND':
    case 'ABS':
    case 'NOT':
      return changed(tree, evaluate(tree.args[0]!, figures, trace))
    case 'SUM':
      return sumOf(tree, figures, (part) => evaluate(part, figures, trace))
    case 'COUNT':
      return countColumn(tree, figures)
    case 'COUNTIF':
      return countIf(tree, figures)
    case 'SUMIF':
      return sumIf(tree, figures)
    default:
      return gathered(tree, tree.args.map((arg) => evaluate(arg, figures, trace)))
  }
}
