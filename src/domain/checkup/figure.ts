import { printedPlaces, shiftPoint } from '../../kernel/decimalText'
import { exactly, printedInterval, type Interval } from '../../kernel/interval'
import { add, decimal, multiply, toDecimalText, type Rational } from '../../kernel/rational'
import type { Quantity } from './checkup'

/** How a figure is meant: as printed, 余/多 (somewhat more), 约 (about), 以上/超过 (at least), 以下/不超过 (at most). */
export type Vagueness = 'printed' | 'more' | 'about' | 'atLeast' | 'atMost'

/** A quantity of the flow, ready to be reckoned with: all values in the base unit (元, 个, %). */
export interface Figure {
  readonly quantity: Quantity
  /** Offsets in the flow, the end excluded. */
  readonly start: number
  readonly end: number
  readonly value: Rational
  readonly interval: Interval
  /** Power of ten from the printed to the base unit. */
  readonly power: number
  readonly vague: Vagueness
}

/** What a printed number and its words may stand for, in the printed unit. */
function meant(value: string, vague: Vagueness, exact: boolean): Interval {
  const printed = decimal(value)
  if (vague === 'about') return { low: multiply(printed, decimal('0.95')), high: multiply(printed, decimal('1.05')) }
  if (vague === 'more') {
    // 500余 stands for 500 to 600, 6.1万余 for 6.1 to 6.2, 53余 for 53 to 54.
    const places = printedPlaces(value)
    const zeros = places > 0 ? 0 : /0*$/.exec(value)?.[0].length ?? 0
    return { low: printed, high: add(printed, decimal(shiftPoint('1', places > 0 ? -places : zeros))) }
  }
  return exact ? exactly(printed) : printedInterval(value)
}

/** Puts a figure together. `exact`: people and things are counted, not rounded. */
export function figureOf(place: { readonly start: number; readonly end: number; readonly rawStart: number; readonly rawEnd: number }, printed: {
  readonly text: string; readonly value: string; readonly unit: string; readonly power: number; readonly kind: Quantity['kind']; readonly vague: Vagueness; readonly exact: boolean
}): Figure {
  const { text, value, unit, power, kind, vague, exact } = printed
  const { low, high } = meant(value, vague, exact)
  const scale = decimal(shiftPoint('1', power))
  const interval = { low: multiply(low, scale), high: multiply(high, scale) }
  return {
    start: place.start, end: place.end, value: multiply(decimal(value), scale), interval, power, vague,
    quantity: { text, start: place.rawStart, end: place.rawEnd, value, unit, low: toDecimalText(interval.low), high: toDecimalText(interval.high), kind },
  }
}
