/** An exact fraction `n / d` with `d > 0`. Not kept in lowest terms: compare by value, never by fields. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

/** 0. */
export const ZERO: Rational = { n: 0n, d: 1n }
/** 1. */
export const ONE: Rational = { n: 1n, d: 1n }
/** 100, the factor between a ratio and its percentage. */
export const HUNDRED: Rational = { n: 100n, d: 1n }

/** Denominators longer than this many bits are reduced, so that long chains of operations stay quick. */
const REDUCE_BEYOND = 1n << 160n

const powersOfTen: bigint[] = [1n]

/** 10 to the power `exponent` (a whole number ≥ 0). */
export function powerOfTen(exponent: number): bigint {
  for (let i = powersOfTen.length; i <= exponent; i++) powersOfTen.push(powersOfTen[i - 1]! * 10n)
  return powersOfTen[exponent]!
}

/** Digits that a plain number still holds exactly. */
const PLAIN_DIGITS = 15

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * Decimal text (`-12.30`) → the exact fraction, or null where it is not decimal text.
 * Read digit by digit: this is where most of an assessment's time would go.
 */
export function fromDecimal(text: string): Rational | null {
  const { length } = text
  const first = text.charCodeAt(0)
  const start = first === 45 || first === 43 ? 1 : 0
  let point = -1
  let digits = 0
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i)
    if (isDigit(code)) digits = digits * 10 + (code - 48)
    else if (code === 46 && point < 0 && i > start) point = i
    else return null
  }
  if (length === start || point === length - 1) return null
  const places = point < 0 ? 0 : length - point - 1
  const n = length - start <= PLAIN_DIGITS ? BigInt(digits) : BigInt(point < 0 ? text.slice(start) : text.slice(start, point) + text.slice(point + 1))
  return { n: first === 45 ? -n : n, d: powerOfTen(places) }
}

/** Decimal text known to be well formed: a literal of ours, or text that passed `fromDecimal`. Throws else. */
export function decimal(text: string): Rational {
  const value = fromDecimal(text)
  if (!value) throw new Error(`not decimal text: ${text}`)
  return value
}

/** A whole number as a fraction. */
export const whole = (value: number | bigint): Rational => ({ n: BigInt(value), d: 1n })

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The same value in lowest terms. */
export function reduce(value: Rational): Rational {
  const by = gcd(value.n, value.d)
  return by <= 1n ? value : { n: value.n / by, d: value.d / by }
}

const tidy = (value: Rational): Rational => (value.d > REDUCE_BEYOND ? reduce(value) : value)

/** a + b. */
export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : tidy({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })

/** a − b. */
export const subtract = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n - b.n, d: a.d } : tidy({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })

/** a × b. */
export const multiply = (a: Rational, b: Rational): Rational =>
  b.d === 1n ? { n: a.n * b.n, d: a.d } : tidy({ n: a.n * b.n, d: a.d * b.d })

/** a ÷ b, or null where b is 0: a zero divisor is an outcome to be told, not a number. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.n === 0n) return null
  // Figures of one form share their decimals: then they cancel out.
  if (a.d === b.d && b.n > 0n) return { n: a.n, d: b.n }
  return b.n < 0n ? tidy({ n: -a.n * b.d, d: a.d * -b.n }) : tidy({ n: a.n * b.d, d: a.d * b.n })
}

/** −a. */
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })

/** |a|. */
export const absolute = (a: Rational): Rational => (a.n < 0n ? negate(a) : a)

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const alike = a.d === b.d || b.n === 0n
  const left = alike ? a.n : a.n * b.d
  const right = alike ? b.n : b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether a and b are the same value. */
export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0

/** The smaller of two. */
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)

/** The larger of two. */
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

/** The sum of any number of values. */
export const sum = (values: readonly Rational[]): Rational => values.reduce(add, ZERO)

/** The largest whole number not above the value. */
export function floor(value: Rational): bigint {
  const quotient = value.n / value.d
  return value.n < 0n && quotient * value.d !== value.n ? quotient - 1n : quotient
}

/** The smallest whole number not below the value. */
export const ceiling = (value: Rational): bigint => -floor(negate(value))

/** 四舍五入: to `places` decimals, halves away from zero. */
export function roundHalfUp(value: Rational, places: number): Rational {
  const scale = powerOfTen(places)
  const { n, d } = value
  if (d === scale) return value
  const twice = n * (scale + scale)
  return { n: (n < 0n ? twice - d : twice + d) / (d + d), d: scale }
}

/** Decimal text with exactly `places` decimals, rounded half-up; never "-0.00". */
export function toFixedText(value: Rational, places: number): string {
  const { n } = roundHalfUp(value, places)
  const digits = (n < 0n ? -n : n).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return n < 0n ? `-${text}` : text
}

/** Decimal text with as many decimals as the value needs, at most `mostPlaces` (then rounded half-up). */
export function toDecimalText(value: Rational, mostPlaces = 20): string {
  const text = toFixedText(value, mostPlaces)
  return mostPlaces === 0 ? text : text.replace(/\.?0+$/, '').replace(/^-0$/, '0')
}
