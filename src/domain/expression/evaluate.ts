import { add, compare, decimal, divide, multiply, negate, ONE, subtract, ZERO } from '../../kernel/rational'
import type { Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import { callFunction } from './callFunction'
import type { Expression, Operator } from './expression'
import { figuresIn } from './figuresIn'
import { addUp, holds, valued, without, type Outcome } from './outcome'

/** What was evaluated, in order: node, outcome, node, outcome … Flat, so that making one costs next to nothing; words are made of it only when it is shown. */
export type Trace = readonly (Expression | Outcome)[]

const TRUE = valued(ONE)
const FALSE = valued(ZERO)

const numbers = new Map<string, Outcome>()
const percentages = new Map<string, Outcome>()

/** Literals recur over evaluations; the caches are bounded by what formulas can hold. */
function literal(text: string, percent: boolean): Outcome {
  const cache = percent ? percentages : numbers
  const known = cache.get(text)
  if (known) return known
  const number = decimal(text)
  const outcome = valued(percent ? { n: number.n, d: number.d * 100n } : number)
  if (cache.size < 10_000) cache.set(text, outcome)
  return outcome
}

function wordsOf(tree: Expression, figures: Figures): { readonly text: string | null; readonly id: string } {
  if (tree.kind === 'text') return { text: tree.text, id: '' }
  if (tree.kind === 'item') return { text: figures.words(tree.item), id: tree.item }
  if (tree.kind === 'cell') {
    const id = cellId(tree.table, tree.row, tree.column)
    return { text: figures.words(id), id }
  }
  throw new Error('words can only be compared with an item or a cell')
}

function compareWords(operator: Operator, left: Expression, right: Expression, figures: Figures): Outcome {
  const [a, b] = [wordsOf(left, figures), wordsOf(right, figures)]
  const blank = [a, b].filter((side) => side.text === null)
  if (blank.length > 0) return { kind: 'missing', figures: blank.map((side) => side.id) }
  return holds(operator, a.text === b.text ? 0 : 1) ? TRUE : FALSE
}

function operate(operator: Operator, left: Outcome, right: Outcome, divisor: Expression): Outcome {
  if (left.kind !== 'value' || right.kind !== 'value') {
    if (operator === '+') return addUp([left, right])
    if (operator === '-') return addUp([left, right.kind === 'value' ? valued(negate(right.value)) : right])
    return without([left, right])
  }
  switch (operator) {
    case '+':
      return valued(add(left.value, right.value))
    case '-':
      return valued(subtract(left.value, right.value))
    case '*':
      return valued(multiply(left.value, right.value))
    case '/': {
      const quotient = divide(left.value, right.value)
      return quotient ? valued(quotient) : { kind: 'zeroDivisor', figures: figuresIn(divisor) }
    }
    default:
      return holds(operator, compare(left.value, right.value)) ? TRUE : FALSE
  }
}

function walk(tree: Expression, figures: Figures, trace: (Expression | Outcome)[] | null): Outcome {
  const outcome = valueOf(tree, figures, trace)
  if (trace !== null) trace.push(tree, outcome)
  return outcome
}

function valueOf(tree: Expression, figures: Figures, trace: (Expression | Outcome)[] | null): Outcome {
  switch (tree.kind) {
    case 'item':
      return figures.item(tree.item)
    case 'operation': {
      const { operator, left, right } = tree
      if (left.kind === 'text' || right.kind === 'text') return compareWords(operator, left, right, figures)
      return operate(operator, walk(left, figures, trace), walk(right, figures, trace), right)
    }
    case 'number':
      return literal(tree.text, tree.percent === true)
    case 'call':
      return callFunction(tree, figures, walk, trace)
    case 'negative': {
      const of = walk(tree.of, figures, trace)
      return of.kind === 'value' ? valued(negate(of.value)) : of
    }
    case 'cell':
      return figures.cell(cellId(tree.table, tree.row, tree.column))
    case 'column':
    case 'text':
      throw new Error(`a ${tree.kind} has no value of its own`)
  }
}

/** The value of a formula, exact, or why there is none. */
export const evaluate = (tree: Expression, figures: Figures): Outcome => walk(tree, figures, null)

/** The value with its trace. */
export function evaluateTraced(tree: Expression, figures: Figures): { readonly outcome: Outcome; readonly trace: Trace } {
  const trace: (Expression | Outcome)[] = []
  return { outcome: walk(tree, figures, trace), trace }
}
