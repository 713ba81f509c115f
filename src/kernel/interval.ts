import { halfUnit } from './decimalText'
import { add, compare, decimal, divide, max, min, multiply, subtract, ZERO, type Rational } from './rational'

/** The values a printed number may stand for, both ends included. */
export interface Interval {
  readonly low: Rational
  readonly high: Rational
}

/** One exact value. */
export const exactly = (value: Rational): Interval => ({ low: value, high: value })

/** What decimal text stands for: ± half a unit of its last printed digit; a printed zero is exact. */
export function printedInterval(text: string): Interval {
  const value = decimal(text)
  const half = halfUnit(text)
  return { low: subtract(value, half), high: add(value, half) }
}

/** Every a + b. */
export const addIntervals = (a: Interval, b: Interval): Interval => ({ low: add(a.low, b.low), high: add(a.high, b.high) })

/** Every a − b. */
export const subtractIntervals = (a: Interval, b: Interval): Interval => ({
  low: subtract(a.low, b.high),
  high: subtract(a.high, b.low),
})

function corners(a: Interval, b: Interval, of: (x: Rational, y: Rational) => Rational): Interval {
  const all = [of(a.low, b.low), of(a.low, b.high), of(a.high, b.low), of(a.high, b.high)]
  return { low: all.reduce(min), high: all.reduce(max) }
}

/** Every a × b. */
export const multiplyIntervals = (a: Interval, b: Interval): Interval => corners(a, b, multiply)

/** Every a ÷ b, or null where b may be zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (compare(b.low, ZERO) <= 0 && compare(b.high, ZERO) >= 0) return null
  return corners(a, b, (x, y) => divide(x, y)!)
}

/** Whether some value lies in both. */
export const canMeet = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0

/** Whether the value lies inside. */
export const contains = (a: Interval, value: Rational): boolean =>
  compare(a.low, value) <= 0 && compare(value, a.high) <= 0
