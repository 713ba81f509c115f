import { printedPlaces } from '../../kernel/decimalText'
import type { Interval } from '../../kernel/interval'
import { powerOfTen, type Rational } from '../../kernel/rational'
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

/** n ÷ 10^places as short decimal text. */
function textOf(n: bigint, places: number): string {
  const negative = n < 0n
  const digits = (negative ? -n : n).toString()
  if (places <= 0) return `${negative ? '-' : ''}${digits === '0' ? '0' : digits + '0'.repeat(-places)}`
  const padded = digits.padStart(places + 1, '0')
  const cut = padded.length - places
  let end = padded.length
  while (end > cut && padded.charCodeAt(end - 1) === 48) end -= 1
  return `${negative ? '-' : ''}${padded.slice(0, cut)}${end > cut ? `.${padded.slice(cut, end)}` : ''}`
}

/** What a printed number and its words may stand for, in units of 10^-(places + 2) of the printed unit: ±half a step, 余 up to the next step, 约 ±5 %. */
function meant(n: bigint, places: number, value: string, vague: Vagueness, exact: boolean): readonly [bigint, bigint] {
  if (vague === 'about') return [n * 95n, n * 105n]
  // 500余 stands for 500 to 600, 6.1万余 for 6.1 to 6.2, 53余 for 53 to 54.
  if (vague === 'more') return [n * 100n, n * 100n + 100n * powerOfTen(places > 0 ? 0 : /0*$/.exec(value)?.[0].length ?? 0)]
  return exact || n === 0n ? [n * 100n, n * 100n] : [n * 100n - 50n, n * 100n + 50n]
}

/** n ÷ 10^places; places below zero multiply. */
const inBase = (n: bigint, places: number): Rational => (places <= 0 ? { n: n * powerOfTen(-places), d: 1n } : { n, d: powerOfTen(places) })

/** Puts a figure together. `exact`: people and things are counted, not rounded. */
export function figureOf(place: { readonly start: number; readonly end: number; readonly rawStart: number; readonly rawEnd: number }, printed: {
  readonly text: string; readonly value: string; readonly unit: string; readonly power: number; readonly kind: Quantity['kind']; readonly vague: Vagueness; readonly exact: boolean
}): Figure {
  const { text, value, unit, power, kind, vague, exact } = printed
  const places = printedPlaces(value)
  const n = BigInt(value.replace('.', ''))
  const [low, high] = meant(n, places, value, vague, exact)
  return {
    start: place.start, end: place.end, value: inBase(n, places - power), interval: { low: inBase(low, places + 2 - power), high: inBase(high, places + 2 - power) }, power, vague,
    quantity: { text, start: place.rawStart, end: place.rawEnd, value, unit, low: textOf(low, places + 2 - power), high: textOf(high, places + 2 - power), kind },
  }
}
