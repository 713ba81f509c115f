import { isDecimalText, printedPlaces } from '../../../kernel/decimalText'

/** More places than this are not lined up: the column would be all padding. */
const MOST = 4

/** How many decimals the longest figure of a column prints. */
export const placesOf = (texts: readonly (string | null)[]): number =>
  Math.min(MOST, Math.max(0, ...texts.map((text) => (text !== null && isDecimalText(text) ? printedPlaces(text) : 0))))

/** Room to the right of a figure so that the points of its column stand in line; empty where none is needed. */
export function padFor(text: string | null, places: number): string {
  if (text === null || !isDecimalText(text)) return ''
  const own = printedPlaces(text)
  if (own >= places) return ''
  return `calc(8px + ${places - own}ch${own === 0 ? ' + 0.28em' : ''})`
}
