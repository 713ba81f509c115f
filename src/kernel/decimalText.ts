import { fromDecimal, powerOfTen, type Rational } from './rational'

/** How many decimals a decimal text prints: `187.5` → 1, `8` → 0. */
export const printedPlaces = (text: string): number => {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** Whether the text is decimal text: digits, at most one point, at most one leading sign. */
export const isDecimalText = (text: string): boolean => fromDecimal(text) !== null

/** Half a unit of the last printed digit; 0 for a printed zero, which is exact. */
export function halfUnit(text: string): Rational {
  if (/^[+-]?0+(\.0+)?$/.test(text)) return { n: 0n, d: 1n }
  return { n: 1n, d: 2n * powerOfTen(printedPlaces(text)) }
}

/**
 * Moves the decimal point without losing or inventing a digit: by +4 turns 万元 into 元, by −4 元 into 万元.
 * `shiftPoint('187.5', 4)` is `1875000`; `shiftPoint('1874963.28', -4)` is `187.496328`.
 */
export function shiftPoint(text: string, by: number): string {
  const negative = text.startsWith('-')
  const [head = '0', tail = ''] = text.replace(/^[+-]/, '').split('.')
  const digits = head + tail
  const point = head.length + by
  const padded = point <= 0 ? digits.padStart(digits.length - point + 1, '0') : digits.padEnd(point, '0')
  const cut = point <= 0 ? 1 : point
  const integer = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const fraction = padded.slice(cut)
  return `${negative ? '-' : ''}${integer}${fraction ? `.${fraction}` : ''}`
}

/** Groups the integer part by thousands for reading: `1234567.8` → `1,234,567.8`. */
export const grouped = (text: string): string =>
  text.replace(/^([+-]?)(\d+)/, (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ','))
