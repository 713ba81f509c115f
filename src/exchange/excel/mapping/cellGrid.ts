import type { ReadCell, ReadSheet } from '../read/readSheets'

/** Whether a cell holds words and no figure. */
export const isWords = (cell: ReadCell | null): boolean => cell !== null && !cell.isNumber && !cell.isError && !cell.isDate && /[^\d\s.,，%+\-−－—()/\\*]/.test(cell.text)

/** A sheet in which merged cells say everywhere what their first cell says. */
export class CellGrid {
  readonly sheet: ReadSheet
  readonly height: number
  readonly width: number
  private readonly anchors = new Map<number, number>()
  private readonly bottoms = new Map<number, number>()

  constructor(sheet: ReadSheet) {
    this.sheet = sheet
    this.height = sheet.rows.length
    this.width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
    for (const { top, left, bottom, right } of sheet.merges) {
      this.bottoms.set(top * 1000 + left, Math.min(bottom, this.height - 1))
      for (let row = top; row <= Math.min(bottom, this.height - 1); row++)
        for (let column = left; column <= Math.min(right, this.width - 1); column++) this.anchors.set(row * 1000 + column, top * 1000 + left)
    }
  }

  /** The row and column of the cell that speaks for this one. */
  anchor(row: number, column: number): { readonly row: number; readonly column: number } {
    const at = this.anchors.get(row * 1000 + column)
    return at === undefined ? { row, column } : { row: Math.floor(at / 1000), column: at % 1000 }
  }

  isAnchor(row: number, column: number): boolean {
    const at = this.anchors.get(row * 1000 + column)
    return at === undefined || at === row * 1000 + column
  }

  cell(row: number, column: number): ReadCell | null {
    const at = this.anchor(row, column)
    return this.sheet.rows[at.row]?.[at.column] ?? null
  }

  /** The words of a cell, empty where it holds a figure or nothing. */
  words(row: number, column: number): string {
    const cell = this.cell(row, column)
    return isWords(cell) ? cell!.text : ''
  }

  /** The last row of what a cell is merged with. */
  bottom(row: number, column: number): number {
    const { row: top, column: left } = this.anchor(row, column)
    return this.bottoms.get(top * 1000 + left) ?? row
  }

  /** The first column right of a cell and of what it is merged with. */
  after(row: number, column: number): number {
    const { row: top, column: left } = this.anchor(row, column)
    let next = column + 1
    while (next < this.width) {
      const at = this.anchor(row, next)
      if (at.row !== top || at.column !== left) break
      next++
    }
    return next
  }
}
