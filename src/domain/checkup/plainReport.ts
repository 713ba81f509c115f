import type { ReportText, TextBlock } from './reportText'

/** Typed or pasted words as a report, not a character changed: each line with words a paragraph, lines with tabs the rows of a table. */
export function plainReport(text: string): ReportText {
  const blocks: TextBlock[] = []
  let [paragraphs, tables, row, start] = [0, 0, 0, 0]
  for (const line of text.split('\n')) {
    const end = start + line.length
    const isRow = line.trim().includes('\t')
    if (isRow) {
      if (row === 0) tables += 1
      row += 1
      blocks.push({ kind: 'row', start, end, number: tables, row })
    } else {
      row = 0
      if (line.trim() !== '') blocks.push({ kind: 'paragraph', start, end, number: ++paragraphs, row: 0 })
    }
    start = end + 1
  }
  return { text, blocks, pageStarts: [] }
}
