import type { Interval } from '../../kernel/interval'
import { absolute, compare, equals, roundHalfUp, subtract, toDecimalText, toFixedText, type Rational } from '../../kernel/rational'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import type { Expression } from '../expression/expression'
import { figureLeaves } from '../expression/figureLeaves'
import type { Figures } from '../figures/figures'
import type { Check } from './check'
import type { Side } from './decide'
import { mostPlaces, usedIn } from './usedFigures'

const MOST_PLACES = 6

const shown = (value: Rational): string => toDecimalText(value, MOST_PLACES)

/** A result with as many decimals as the figures it was made of: 172 + 11.47 = 183.47. */
function resultText(tree: Expression, value: Rational, figures: Figures): string {
  const places = mostPlaces(usedIn(tree, figures))
  return equals(roundHalfUp(value, places), value) ? toFixedText(value, places) : shown(value)
}

interface Told {
  /** The formula in figures. */
  readonly text: string
  /** Its value, where the formula is more than one figure; else the same. */
  readonly result: string
}

function tell(tree: Expression, figures: Figures): Told {
  const text = explain(tree, figureLeaves(figures))
  const outcome = evaluate(tree, figures)
  if (outcome.kind !== 'value' || tree.kind === 'item' || tree.kind === 'cell' || tree.kind === 'number') return { text, result: text }
  return { text, result: resultText(tree, outcome.value, figures) }
}

const isSingle = (told: Told): boolean => told.text === told.result

const worked = (told: Told): string => (isSingle(told) ? told.text : `${told.text} = ${told.result}`)

function signOf(left: Rational, right: Rational): string {
  const sign = compare(left, right)
  return sign === 0 ? '=' : sign < 0 ? '<' : '>'
}

const RELATIONS = { '=': '=', '<=': '≤', '>=': '≥' } as const

/** A check that holds, in figures: 「172 + 4 + 0.03 + 11.47 = 187.5」. */
export function heldEquation(check: Check, figures: Figures): string {
  const [left, right] = [tell(check.left, figures), tell(check.right, figures)]
  if (check.relation !== '=') return `${worked(left)} ${RELATIONS[check.relation]} ${worked(right)}`
  if (isSingle(left)) return `${right.text} = ${left.text}`
  return isSingle(right) ? `${left.text} = ${right.text}` : `${worked(left)} = ${right.text}`
}

/** A check that does not hold as printed: 「172 + 4 + 0.03 + 11.47 = 187.50，表中写 178.5」. */
export function brokenEquation(check: Check, figures: Figures, values: { readonly left: Side; readonly right: Side }): string {
  const [left, right] = [tell(check.left, figures), tell(check.right, figures)]
  if (check.relation !== '=') return `${worked(left)} ${signOf(values.left.value, values.right.value)} ${worked(right)}`
  if (isSingle(left) && isSingle(right)) return `${left.text} ≠ ${right.text}`
  if (isSingle(left)) return `${worked(right)}，表中写 ${left.text}`
  return isSingle(right) ? `${worked(left)}，表中写 ${right.text}` : `${worked(left)}，而 ${worked(right)}`
}

const between = ({ low, high }: Interval): string => (equals(low, high) ? `就是 ${shown(low)}` : `可以是 ${shown(low)}～${shown(high)}`)

/** How far apart the sides are, and how far apart printed digits could put them. */
export function differenceText({ left, right }: { readonly left: Side; readonly right: Side }): string {
  const apart = `相差 ${shown(absolute(subtract(left.value, right.value)))}`
  if (left.range === null || right.range === null) return `${apart}；除数接近 0，按印出的位数算不准`
  return `${apart}；按印出的位数，左边${between(left.range)}，右边${between(right.range)}`
}
