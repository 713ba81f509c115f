/** A stretch of the text, the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A figure quoted with the words around it. */
export interface Quote extends Span {
  readonly before: string
  readonly figure: string
  readonly after: string
}

const AROUND = 16
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** Quotes a span within its line, at most 16 characters to each side. */
export function quoteOf(text: string, { start, end }: Span): Quote {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', end)
  const lineEnd = found < 0 ? text.length : found
  const from = Math.max(lineStart, start - AROUND)
  const to = Math.min(lineEnd, end + AROUND)
  return {
    start, end, figure: oneLine(text.slice(start, end)),
    before: (from > lineStart ? '…' : '') + oneLine(text.slice(from, start)), after: oneLine(text.slice(end, to)) + (to < lineEnd ? '…' : ''),
  }
}
