import { printedPlaces } from '../../kernel/decimalText'

/** The number format that prints a decimal text with its own decimals. */
export const numberFormat = (places: number): string => (places === 0 ? '0' : `0.${'0'.repeat(places)}`)

const plain = /^-?(0|[1-9]\d*)(\.\d+)?$/

/**
 * A double and its format as the decimal text they print, with every digit the double holds:
 * 187.5 under 0.00 is "187.50"; 3.456 under 0.00 stays "3.456".
 */
export function printedNumber(value: number, format: string): string | null {
  if (!Number.isFinite(value)) return null
  const shortest = String(value)
  if (!plain.test(shortest)) return null
  const wanted = /^(?:#,##)?0(?:\.(0+))?(?:_\s*)?$/.exec(format)?.[1]?.length ?? 0
  const places = printedPlaces(shortest)
  if (places >= wanted) return shortest
  return `${shortest}${places === 0 ? '.' : ''}${'0'.repeat(wanted - places)}`
}

/** Whether a decimal text comes back the same from a double with its format; else it is written as text. */
export const survivesAsNumber = (text: string): boolean =>
  plain.test(text) && text.replace(/\D/g, '').length <= 15 && printedNumber(Number(text), numberFormat(printedPlaces(text))) === text
