import type { BlockKind, ReportText, TextBlock } from '../../domain/checkup/reportText'

/** Puts a report's text together, line by line, and notes where everything stands. */
export interface TextAssembly {
  /** A paragraph, note or box; line breaks inside it stay lines of the same block. A blank one is left out. */
  add(kind: Exclude<BlockKind, 'row'>, text: string): void
  /** A row of the table begun last. A row without any text is left out, but counted. */
  row(cells: readonly string[]): void
  /** The rows to come belong to a new table. */
  table(): void
  /** A new page begins with what comes next, or at `offset` units into it. */
  page(offset?: number): void
  done(): ReportText
}

const SPACES = /[\s\u00a0\u3000\u200b\ufeff]+/g

/** One line: control characters out, tabs and breaks as spaces. */
const inCell = (text: string): string => text.replace(SPACES, ' ').trim()

// Private-use and control characters carry no meaning here; a line separator of Unicode is a line break.
// eslint-disable-next-line no-control-regex
const clean = (text: string): string => text.replace(/\r\n?|[\u2028\u2029\u000b\u000c]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\ufeff]/g, '').replace(/[^\S\n\t]+$/gm, '')

/** An empty assembly. */
export function assembleText(): TextAssembly {
  const parts: string[] = []
  const blocks: TextBlock[] = []
  const pageStarts: number[] = []
  const counts = { paragraph: 0, row: 0, note: 0, textBox: 0 }
  let length = 0
  let row = 0
  let inTable = false
  let waiting: number[] = []

  const push = (text: string): void => {
    parts.push(text)
    length += text.length
  }
  const block = (kind: BlockKind, text: string, number: number): void => {
    if (length > 0) push('\n')
    // Tables stand apart by an empty line, or two in a row would be one.
    if (length > 0 && inTable !== (kind === 'row')) push('\n')
    inTable = kind === 'row'
    for (const offset of waiting) pageStarts.push(length + Math.min(offset, text.length))
    waiting = []
    blocks.push({ kind, start: length, end: length + text.length, number, row: kind === 'row' ? row : 0 })
    push(text)
  }

  return {
    add(kind, text) {
      const cleaned = clean(text).replace(/^[\s\u3000]+|[\s\u3000]+$/g, '').replace(/\n{2,}/g, '\n')
      if (cleaned !== '') block(kind, cleaned, ++counts[kind])
    },
    row(cells) {
      row += 1
      const words = cells.map(inCell)
      if (words.some((word) => word !== '')) block('row', words.join('\t'), counts.row)
    },
    table() {
      counts.row += 1
      row = 0
      inTable = false
    },
    page: (offset = 0) => { waiting.push(offset) },
    done() {
      for (const _ of waiting) pageStarts.push(length)
      // Breaks between pages leave the first page's beginning untold.
      if (pageStarts[0] !== undefined && pageStarts[0] > 0) pageStarts.unshift(0)
      return { text: parts.join(''), blocks, pageStarts }
    },
  }
}
