import type { SheetPlan } from '../sheetPlan'

/** Height in points of a row that says nothing of it. */
export const LINE = 21
/** Margins of every page, in inches; the foot holds the page number. */
export const MARGINS = { top: 0.75, bottom: 0.75, left: 0.6, right: 0.6, header: 0.3, footer: 0.3 } as const
const A4 = { short: 595.3, long: 841.9 } as const
/** Points of a column's width of one digit: seven dots of the usual screen. */
const DIGIT = 5.25
/** Printers differ by a line: a page is taken to hold a little less than it does. */
const SURE = 0.97

/**
 * Rows (from 0) before which a new page begins, so that no part of a sheet is torn from its head: a part that would not fit what is left
 * of a page, but fits a page, goes to the next one. Nothing where the whole sheet fits a page or is one part.
 */
export function pageBreaks({ widths, heights, landscape, repeated, parts = [] }: SheetPlan, rows: number): readonly number[] {
  const [wide, high] = landscape ? [A4.long, A4.short] : [A4.short, A4.long]
  const printed = wide - (MARGINS.left + MARGINS.right) * 72
  const scale = Math.min(1, printed / (widths.reduce((sum, width) => sum + width, 0) * DIGIT))
  const room = ((high - (MARGINS.top + MARGINS.bottom) * 72) / scale) * SURE
  const heightOf = (from: number, to: number): number => Array.from({ length: Math.max(0, to - from) }, (_, i) => heights.get(from + i) ?? LINE).reduce((sum, one) => sum + one, 0)
  const head = repeated ? heightOf(repeated[0] - 1, repeated[1]) : 0
  const breaks: number[] = []
  let used = heightOf(0, parts[0] ?? rows)
  parts.forEach((start, i) => {
    const own = heightOf(start, parts[i + 1] ?? rows)
    if (used + own <= room) {
      used += own
      return
    }
    if (i > 0 && head + own <= room) {
      breaks.push(start)
      used = head + own
    } else used = head + ((used + own - head) % (room - head))
  })
  return breaks
}
