import type { Answer } from '../../../domain/evaluation/answer'
import { given, notInvolved } from '../../../domain/evaluation/answer'
import { address } from '../sheetPlan'
import type { RejectedCell } from './evaluationReading'
import type { ReadCell, ReadSheet } from './readSheets'

/** A label without spaces, line breaks and the difference of half and full width. */
export const normalLabel = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** What a cell may hold. */
export type CellKind = 'number' | 'text' | 'choice' | 'date'

const PLAIN = /^-?\d+(\.\d+)?$/

/** Reads one sheet by its labels, and keeps account of every cell: read or rejected. */
export class SheetReader {
  readonly rejected: RejectedCell[] = []
  read = 0
  readonly sheet: ReadSheet

  constructor(sheet: ReadSheet) {
    this.sheet = sheet
  }

  at(row: number, column: number): ReadCell | null {
    return this.sheet.rows[row]?.[column] ?? null
  }

  label(row: number, column: number): string {
    const cell = this.at(row, column)
    return cell ? normalLabel(cell.text) : ''
  }

  /** The first row from `from` on whose labels start with these, at any columns in this order; their columns. */
  findRow(labels: readonly string[], from = 0): { readonly row: number; readonly columns: readonly number[] } | null {
    const wanted = labels.map(normalLabel).filter((label) => label !== '')
    for (let row = from; row < this.sheet.rows.length; row++) {
      const columns: number[] = []
      for (let column = 0; column < (this.sheet.rows[row]?.length ?? 0) && columns.length < wanted.length; column++)
        if (this.label(row, column) === wanted[columns.length]) columns.push(column)
      if (columns.length === wanted.length) return { row, columns }
    }
    return null
  }

  /** The answer in a cell; null where it is blank, computed, or rejected. */
  answer(row: number, column: number, kind: CellKind, isNotInvolved: (text: string) => boolean): Answer | null {
    const cell = this.at(row, column)
    if (!cell || cell.isFormula) return null
    if (isNotInvolved(cell.text)) {
      this.read++
      return notInvolved
    }
    if (kind === 'number' && !PLAIN.test(cell.text)) {
      this.reject(row, column, cell.text, '数字（没有填 0，不涉及填“不涉及”，没填留空）')
      return null
    }
    this.read++
    return given(cell.text)
  }

  reject(row: number, column: number, found: string, expected: string): void {
    this.rejected.push({ sheet: this.sheet.name, cell: address(row, column), found: found.slice(0, 60), expected })
  }
}
