import { compare, divide, fromDecimal, multiply, negate, ONE, ZERO, type Rational } from '../../kernel/rational'
import type { Figures } from '../figures/figures'
import { cellId } from '../measures/item'
import { callFunction } from './callFunction'
import type { Expression, Operator } from './expression'
import { figuresIn } from './figuresIn'
import { addUp, holds, valued, without, type Outcome } from './outcome'

/** One evaluated node, in the order of evaluation; words are made of it only when it is shown. */
export interface TraceEntry {
  readonly node: Expression
  readonly outcome: Outcome
}

const literals = new Map<string, Rational>()

function literal(text: string, percent: boolean): Rational {
  const key = percent ? `${text}%` : text
  const known = literals.get(key)
  if (known) return known
  const number = fromDecimal(text)
  if (!number) throw new Error(`not a number: ${text}`)
  const value = percent ? { n: number.n, d: number.d * 100n } : number
  if (literals.size < 10_000) literals.set(key, value)
  return value
}

const truth = (isTrue: boolean): Outcome => valued(isTrue ? ONE : ZERO)

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
  return truth(holds(operator, a.text === b.text ? 0 : 1))
}

function operate(operator: Operator, left: Outcome, right: Outcome, divisor: Expression): Outcome {
  if (operator === '+') return addUp([left, right])
  if (operator === '-') return addUp([left, right.kind === 'value' ? valued(negate(right.value)) : right])
  if (left.kind !== 'value' || right.kind !== 'value') return without([left, right])
  if (operator === '*') return valued(multiply(left.value, right.value))
  if (operator === '/') {
    const quotient = divide(left.value, right.value)
    return quotient ? valued(quotient) : { kind: 'zeroDivisor', figures: figuresIn(divisor) }
  }
  return truth(holds(operator, compare(left.value, right.value)))
}

/** The value of a formula, exact, or why there is none. With `trace`, each evaluated node is noted there. */
export function evaluate(tree: Expression, figures: Figures, trace?: TraceEntry[]): Outcome {
  const outcome = evaluateNode(tree, figures, trace)
  trace?.push({ node: tree, outcome })
  return outcome
}

function evaluateNode(tree: Expression, figures: Figures, trace?: TraceEntry[]): Outcome {
  switch (tree.kind) {
    case 'item':
      return figures.item(tree.item)
    case 'cell':
      return figures.cell(cellId(tree.table, tree.row, tree.column))
    case 'number':
      return valued(literal(tree.text, tree.percent === true))
    case 'negative': {
      const of = evaluate(tree.of, figures, trace)
      return of.kind === 'value' ? valued(negate(of.value)) : of
    }
    case 'operation': {
      const { operator, left, right } = tree
      if (left.kind === 'text' || right.kind === 'text') return compareWords(operator, left, right, figures)
      return operate(operator, evaluate(left, figures, trace), evaluate(right, figures, trace), right)
    }
    case 'call':
      return callFunction(tree, figures, (part) => evaluate(part, figures, trace))
    case 'column':
    case 'text':
      throw new Error(`a ${tree.kind} has no value of its own`)
  }
}

/** The value with its trace. */
export function evaluateTraced(tree: Expression, figures: Figures): { readonly outcome: Outcome; readonly trace: readonly TraceEntry[] } {
  const trace: TraceEntry[] = []
  return { outcome: evaluate(tree, figures, trace), trace }
}

