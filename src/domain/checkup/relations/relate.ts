import type { Interval } from '../../../kernel/interval'
import { canMeet, divideIntervals } from '../../../kernel/interval'
import { printedPlaces } from '../../../kernel/decimalText'
import { absolute, add, compare, equals, HUNDRED, multiply, negate, ONE, powerOfTen, roundHalfUp, subtract, sum, toDecimalText, type Rational, ZERO } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Figure } from '../figure'

/** A relation before its words: verdict, what `stated` should be (base unit). */
export interface Reckoned {
  readonly verdict: Relation['verdict']
  readonly computed: Rational
  /** What it could be at all, by the printed digits of the others (base unit). */
  readonly range?: Interval
}

/** Signed parts against their sum. */
export interface Term {
  readonly figure: Figure
  readonly sign: 1 | -1
}

const turned = ({ low, high }: Interval, sign: 1 | -1): Interval => (sign > 0 ? { low, high } : { low: negate(high), high: negate(low) })

/** Terms of a plain sum. */
export const plus = (figures: readonly Figure[]): readonly Term[] => figures.map((figure) => ({ figure, sign: 1 }))

/** stated = Σ terms, by the intervals of the printed digits. */
export function reckonSum(stated: Term, terms: readonly Term[]): Reckoned {
  const computed = sum(terms.map(({ figure, sign }) => (sign > 0 ? figure.value : negate(figure.value))))
  const parts = terms.map(({ figure, sign }) => turned(figure.interval, sign))
  const range = { low: sum(parts.map(({ low }) => low)), high: sum(parts.map(({ high }) => high)) }
  const value = stated.sign > 0 ? stated.figure.value : negate(stated.figure.value)
  const exact = [stated, ...terms].every(({ figure }) => figure.vague === 'printed')
  return { computed, range, verdict: equals(computed, value) && exact ? 'holds' : canMeet(range, turned(stated.figure.interval, stated.sign)) ? 'rounding' : 'contradicted' }
}

/** stated % = ratio × 100; holds as printed, by the intervals, or all but one unit of the last digit (cut off instead of rounded). */
export function reckonPercent(stated: Figure, ratio: Rational, range: Interval | null): Reckoned {
  const computed = multiply(ratio, HUNDRED)
  const places = printedPlaces(stated.quantity.value)
  const value = absolute(stated.value)
  const rounded = absolute(roundHalfUp(computed, places))
  if (equals(rounded, value)) return { computed, verdict: 'holds' }
  const unit = { n: 1n, d: powerOfTen(places) }
  const near = compare(absolute(subtract(rounded, value)), unit) <= 0
  if (range === null) return { computed, verdict: near ? 'rounding' : 'contradicted' }
  const able = { low: multiply(range.low, HUNDRED), high: multiply(range.high, HUNDRED) }
  return { computed, range: able, verdict: near || canMeet(able, stated.interval) ? 'rounding' : 'contradicted' }
}

/** Whether part ÷ whole, rounded to the digits of `stated`, is what it says: one comparison, no division. */
export function isPercentOf(stated: Figure, part: Figure, total: Figure): boolean {
  if (total.value.n === 0n) return false
  const places = powerOfTen(printedPlaces(stated.quantity.value))
  const [n, d] = [part.value.n * total.value.d * 100n * places, part.value.d * total.value.n]
  const size = d < 0n ? -d : d
  const value = stated.value.n < 0n ? -stated.value.n : stated.value.n
  const gap = 2n * (n < 0n ? -n : n) - 2n * (value * places / stated.value.d) * size
  return gap >= -size && gap < size
}

/** Whether `reckonPercent` may come out at all: false only where it surely is contradicted. Comparisons only, no division. */
export function mayBePercentOf(stated: Figure, part: Figure, total: Figure): boolean {
  const [{ low, high }, { low: least, high: most }] = [part.interval, total.interval]
  if (low.n < 0n || least.n <= 0n || stated.value.n < 0n) return true
  const places = powerOfTen(printedPlaces(stated.quantity.value))
  const [n, d] = [part.value.n * total.value.d * 100n * places, part.value.d * total.value.n]
  const gap = 2n * n - 2n * (stated.value.n * places / stated.value.d) * d
  if (gap >= -3n * d && gap < 3n * d) return true
  const able = stated.interval
  return low.n * most.d * 100n * able.high.d <= able.high.n * low.d * most.n && able.low.n * high.d * least.n <= high.n * least.d * 100n * able.low.d
}

/** |now − then| ÷ then over the intervals, both ends moving together. Null where the base may be zero. */
export function changeRange(now: Interval, then: Interval): Interval | null {
  const ratio = divideIntervals(now, then)
  if (!ratio) return null
  const [low, high] = [subtract(ratio.low, ONE), subtract(ratio.high, ONE)]
  return compare(high, ZERO) < 0 ? { low: negate(high), high: negate(low) } : { low: compare(low, ZERO) < 0 ? ZERO : low, high }
}

/** A value of the base unit in the figure's printed unit. */
export const perUnit = (figure: Figure, value: Rational): Rational => (figure.power === 0 ? value : figure.power > 0 ? { n: value.n, d: value.d * powerOfTen(figure.power) } : { n: value.n * powerOfTen(-figure.power), d: value.d })

/** The computed value in the stated figure's unit, as short decimal text. */
export const inUnitOf = (figure: Figure, value: Rational, places = 6): string =>
  toDecimalText(perUnit(figure, value), figure.quantity.kind === 'percent' ? Math.max(2, printedPlaces(figure.quantity.value) + 2) : places)

/** What a relation says besides its figures. */
export type Extra = Pick<Relation, 'severity' | 'cause' | 'repair'>

/** Puts a relation together. `equation`: the left side in figures. */
export function relationOf(kind: Relation['kind'], stated: Figure, operands: readonly Figure[], { verdict, computed, range }: Reckoned, equation: string, extra: Extra = {}): Relation {
  const value = inUnitOf(stated, computed)
  const between = range && verdict !== 'holds' && inUnitOf(stated, range.low) !== inUnitOf(stated, range.high) ? `（按印出的位数在 ${inUnitOf(stated, range.low)} 到 ${inUnitOf(stated, range.high)} 之间）` : ''
  return {
    kind, verdict, stated: stated.quantity, operands: operands.map(({ quantity }) => quantity), computed: value,
    explanation: `${equation} = ${value}${stated.quantity.unit}${between}；文中写 ${words(stated)}`, ...extra,
  }
}

/** A figure as printed, on one line. */
export const words = (figure: Figure): string => figure.quantity.text.replace(/\s+/g, '')

/** Zero, or so small that no relation can be built on it. */
export const isZero = (figure: Figure): boolean => figure.value.n === 0n

/** a − b of figures. */
export const minus = (a: Figure, b: Figure): Rational => subtract(a.value, b.value)
/** a + b of figures. */
export const together = (a: Figure, b: Figure): Rational => add(a.value, b.value)
/** Whether the value is below zero. */
export const isNegative = (value: Rational): boolean => compare(value, ZERO) < 0
