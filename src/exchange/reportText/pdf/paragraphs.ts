import type { Line } from './lines'

/** Where the lines of a page's body begin and end. */
export interface Margins {
  readonly left: number
  readonly right: number
}

/** The body's edges on one page; null where no line tells them. A first line is indented, so that the leftmost line is the edge. */
export function marginsOf(lines: readonly Line[], width: number): Margins | null {
  const long = lines.filter(({ left, right }) => right - left > width * 0.5).map(({ right }) => right).sort((a, b) => a - b)
  if (long.length === 0) return null
  return { left: Math.min(...lines.map(({ left }) => left)), right: long[Math.floor(long.length * 0.8)]! }
}

const HEADING = /^\s*(?:第[一二三四五六七八九十]+[章节部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、](?!\d)|附件|表\s*\d|注：)/
const ENDED = /[。；;：:！？]\s*$/

/** Whether a line goes on with the paragraph of the line before: that one reached the right edge, and this one is not indented. */
export function continues(before: Line, line: Line, margins: Margins | null, samePage: boolean): boolean {
  if (!margins || HEADING.test(line.text) || before.text.includes('\t') || line.text.includes('\t')) return false
  const size = Math.max(before.size, line.size)
  if (Math.abs(before.size - line.size) > 0.15 * size) return false
  // A last line cut short by a hair ends in a mark; a broken one does not.
  const full = before.right >= margins.right - (ENDED.test(before.text) ? 0.9 : 2.2) * size
  const flush = line.left <= margins.left + 0.9 * size
  const near = !samePage || line.base - before.base <= 2.6 * size
  return full && flush && near
}
