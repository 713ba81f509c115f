import type { CellLook, PlannedCell, SheetPlan } from './sheetPlan'
import { writeWorkbook } from './write/writeWorkbook'

/** A sheet of plain rows: head, then texts and numbers (decimal text, marked by column). */
export interface FindingsSheet {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly head: readonly string[]
  readonly widths: readonly number[]
  /** Columns that hold whole numbers. */
  readonly numbers: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

const WIDEST_CELL = 32_000
const LINE = 15

function linesIn(row: readonly string[], widths: readonly number[]): number {
  return Math.max(1, ...row.map((text, column) => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.9) / (widths[column] ?? 10))), 0)))
}

function planOf(sheet: FindingsSheet): SheetPlan {
  const columns = sheet.head.length
  const cell = (row: number, column: number, text: string, look: CellLook, wide = 1): PlannedCell =>
    ({ row, column, look, columns: wide, content: text === '' ? { kind: 'blank' } : { kind: 'text', text: text.slice(0, WIDEST_CELL) } })
  const heights = new Map<number, number>([[0, 30], [1, LINE * linesIn([sheet.note], [sheet.widths.reduce((sum, width) => sum + width, 0)]) + 6]])
  const cells = [
    cell(0, 0, sheet.title, 'title', columns), cell(1, 0, sheet.note, 'captionWrap', columns),
    ...sheet.head.map((text, column) => cell(2, column, text, 'head')),
  ]
  sheet.rows.forEach((row, i) => {
    row.forEach((text, column) => cells.push(sheet.numbers.includes(column) && /^\d{1,9}$/.test(text)
      ? { row: i + 3, column, look: 'plainCenter', content: { kind: 'number', text } } : cell(i + 3, column, text, 'plain')))
    heights.set(i + 3, Math.min(400, LINE * linesIn(row, sheet.widths) + 6))
  })
  return { name: sheet.name, cells, widths: sheet.widths, heights, landscape: true, repeated: [3, 3], hidden: false }
}

/** 核对结果 as a workbook: only texts and counts, no formula, so that foreign words stay words. */
export const writeFindings = (sheets: readonly FindingsSheet[]): Promise<Uint8Array> => writeWorkbook(sheets.map(planOf))
