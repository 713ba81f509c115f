import { printedPlaces } from '../../kernel/decimalText'
import type { Interval } from '../../kernel/interval'
import { powerOfTen, type Rational } from '../../kernel/rational'
import type { Quantity } from './checkup'
import type { Span } from './span'

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

/** Digits ÷ 10^places as short decimal text. */
function textOf(digits: string, negative: boolean, places: number): string {
  if (places <= 0) return `${negative ? '-' : ''}${digits === '0' ? '0' : digits + '0'.repeat(-places)}`
  const padded = digits.padStart(places + 1, '0')
  const cut = padded.length - places
  let end = padded.length
  while (end > cut && padded.charCodeAt(end - 1) === 48) end -= 1
  return `${negative ? '-' : ''}${padded.slice(0, cut)}${end > cut ? `.${padded.slice(cut, end)}` : ''}`
}

const digitsOf = (value: string): string => value.replace('.', '')

const isPlainZero = (digits: string): boolean => /^-?0*$/.test(digits)

/** What a printed number and its words may stand for, in units of 10^-(places + 2) of the printed unit: ±half a step, 余 up to the next step, 约 ±5 %. */
function meant(n: bigint, places: number, digits: string, vague: Vagueness, exact: boolean): readonly [bigint, bigint] {
  if (vague === 'about') return [n * 95n, n * 105n]
  // 500余 stands for 500 to 600, 6.1万余 for 6.1 to 6.2, 53余 for 53 to 54.
  if (vague === 'more') return [n * 100n, n * 100n + 100n * powerOfTen(places > 0 ? 0 : /0*$/.exec(digits)?.[0].length ?? 0)]
  return exact || n === 0n ? [n * 100n, n * 100n] : [n * 100n - 50n, n * 100n + 50n]
}

/** Digits that a plain whole number holds exactly, with two more to spare. */
const PLAIN_DIGITS = 13

/** The ends of `meant` as decimal text of the base unit. Most figures are short: they need no big numbers. */
function endsOf(digits: string, places: number, power: number, vague: Vagueness, exact: boolean): readonly [string, string] {
  const down = places + 2 - power
  if (vague === 'about' || vague === 'more' || digits.length > PLAIN_DIGITS || digits.startsWith('-')) {
    const text = (end: bigint): string => textOf((end < 0n ? -end : end).toString(), end < 0n, down)
    const [low, high] = meant(BigInt(digits), places, digits, vague, exact)
    return [text(low), text(high)]
  }
  const middle = Number(digits) * 100
  if (exact || isPlainZero(digits)) {
    const same = textOf(String(middle), false, down)
    return [same, same]
  }
  return [textOf(String(middle - 50), false, down), textOf(String(middle + 50), false, down)]
}

/** n ÷ 10^places; places below zero multiply. */
const inBase = (n: bigint, places: number): Rational => (places <= 0 ? { n: n * powerOfTen(-places), d: 1n } : { n, d: powerOfTen(places) })

/** A figure as printed. Its value and interval are reckoned when first asked for: most cells of a table never are. */
class PrintedFigure implements Figure {
  readonly start: number
  readonly end: number
  readonly quantity: Quantity
  readonly power: number
  readonly vague: Vagueness
  private readonly exact: boolean
  private reckoned: Rational | null = null
  private able: Interval | null = null

  constructor({ start, end }: Span, quantity: Quantity, power: number, vague: Vagueness, exact: boolean) {
    this.start = start
    this.end = end
    this.quantity = quantity
    this.power = power
    this.vague = vague
    this.exact = exact
  }

  get value(): Rational {
    const { value } = this.quantity
    this.reckoned ??= inBase(BigInt(digitsOf(value)), printedPlaces(value) - this.power)
    return this.reckoned
  }

  get interval(): Interval {
    if (this.able === null) {
      const { value } = this.quantity
      const [digits, places] = [digitsOf(value), printedPlaces(value)]
      const [low, high] = meant(BigInt(digits), places, digits, this.vague, this.exact)
      const down = places + 2 - this.power
      this.able = { low: inBase(low, down), high: inBase(high, down) }
    }
    return this.able
  }
}

/** Puts a figure together. `exact`: people and things are counted, not rounded. */
export function figureOf(place: { readonly start: number; readonly end: number; readonly rawStart: number; readonly rawEnd: number }, printed: {
  readonly text: string; readonly value: string; readonly unit: string; readonly power: number; readonly kind: Quantity['kind']; readonly vague: Vagueness; readonly exact: boolean
}): Figure {
  const { text, value, unit, power, kind, vague, exact } = printed
  const [low, high] = endsOf(digitsOf(value), printedPlaces(value), power, vague, exact)
  return new PrintedFigure(place, { text, start: place.rawStart, end: place.rawEnd, value, unit, low, high, kind }, power, vague, exact)
}

/** The same figure read in another way: with another sign, in another unit. */
export const readAs = ({ start, end, quantity, power, vague }: Figure, as: Pick<Figure, 'value' | 'interval'> & Partial<Pick<Figure, 'power'>>): Figure => ({ start, end, quantity, power, vague, ...as })
