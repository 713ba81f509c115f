import type { Answer } from '../../../domain/evaluation/answer'
import { given, notInvolved } from '../../../domain/evaluation/answer'
import { readTyped } from '../../../kernel/numerals'
import { address } from '../sheetPlan'
import type { RejectedCell } from './evaluationReading'
import { readDay } from './readDay'
import type { ReadCell, ReadSheet } from './readSheets'

/** A label without spaces, line breaks and the difference of half and full width. */
export const normalLabel = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** What a cell may hold. `long` are words of several lines. */
export type CellKind = 'number' | 'text' | 'choice' | 'date'

/** How the numbers of a cell are to be read. */
export interface NumberReading {
  /** Power of ten of 元 the figure is kept in; null where it is no money. */
  readonly power: number | null
  /** Power of ten of 元 a bare number of the sheet is in. */
  readonly bare?: number
  /** The measure's unit: 人. */
  readonly unit?: string
  /** The figure may be a percentage. */
  readonly percent?: boolean
}

const PLAIN = /^-?\d+(\.\d+)?$/
/** Excel keeps no more digits than these. */
const MOST_DIGITS = 15
/** What to say where a number should stand. */
export const NUMBER_EXPECTED = '数字（没有填 0，不涉及填“不涉及”，没填留空）'
const WAN: NumberReading = { power: 4 }

/** Why a cell holds nothing that can be read, whatever it should hold; null where it may. */
export function unreadable(cell: ReadCell): string | null {
  if (cell.isError) return '能算出来的数（这里是公式出错的格子）'
  return cell.isNumber && cell.text.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS ? '完整的编码（已被表格软件截成 15 位，请改成文本格式重新填）' : null
}

/** A figure from a cell. Error: what was expected. */
export function readNumber(cell: ReadCell, reading: NumberReading): { readonly ok: true; readonly answer: Answer | null } | { readonly ok: false; readonly expected: string } {
  if (cell.isDate) return { ok: false, expected: '数字（这个格子设成了日期格式，请改成数值再导入）' }
  if (cell.isPercent && !reading.percent) return { ok: false, expected: '数字（这个格子设成了百分比，分不清是 0.625 还是 62.5，请改成数值）' }
  if (PLAIN.test(cell.text) && (reading.bare ?? reading.power) === reading.power) return { ok: true, answer: given(cell.text) }
  const typed = readTyped(cell.text, reading.power, {
    ...(reading.bare === undefined ? {} : { bare: reading.bare }), ...(reading.unit === undefined ? {} : { unit: reading.unit }), percent: reading.percent === true,
  })
  if (!typed.ok) return { ok: false, expected: NUMBER_EXPECTED }
  return { ok: true, answer: typed.value.kind === 'blank' ? null : typed.value.kind === 'notInvolved' ? notInvolved : given(typed.value.text) }
}

/** A part of a sheet in which figures stand. */
interface Zone {
  readonly first: number
  readonly end: number
  readonly columns: readonly number[]
}

/** Reads one sheet by its labels, and keeps account of every cell: read, known, or rejected. */
export class SheetReader {
  readonly rejected: RejectedCell[] = []
  read = 0
  readonly sheet: ReadSheet
  private readonly known = new Set<number>()
  private readonly zones: Zone[] = []

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

  /** Where a cell stands, for the user. */
  address = (row: number, column: number): string => address(row, column)

  /** Says that a cell is understood: a label, a computed value, a line number. */
  know(row: number, column: number): void {
    this.known.add(row * 1000 + column)
  }

  isKnown(row: number, column: number): boolean {
    return this.known.has(row * 1000 + column)
  }

  /** Says where figures stand, so that what nobody asked for in it is told. */
  zone(first: number, end: number, columns: readonly number[]): void {
    this.zones.push({ first, end, columns })
  }

  /** The first row from `from` on that has these labels, in this order or, where no row has, in another; their columns. */
  findRow(labels: readonly string[], from = 0): { readonly row: number; readonly columns: readonly number[] } | null {
    const wanted = labels.map(normalLabel).filter((label) => label !== '')
    const found = this.rowWith(from, (row) => this.inOrder(row, wanted)) ?? this.rowWith(from, (row) => this.inAnyOrder(row, wanted))
    for (const column of found?.columns ?? []) this.know(found!.row, column)
    return found
  }

  private rowWith(from: number, columnsIn: (row: number) => readonly number[] | null): { readonly row: number; readonly columns: readonly number[] } | null {
    for (let row = from; row < this.sheet.rows.length; row++) {
      const columns = columnsIn(row)
      if (columns) return { row, columns }
    }
    return null
  }

  private inOrder(row: number, wanted: readonly string[]): readonly number[] | null {
    const columns: number[] = []
    for (let column = 0; column < (this.sheet.rows[row]?.length ?? 0) && columns.length < wanted.length; column++)
      if (this.label(row, column) === wanted[columns.length]) columns.push(column)
    return columns.length < wanted.length ? null : columns
  }

  /** Columns were moved by hand: each label has a column of its own. */
  private inAnyOrder(row: number, wanted: readonly string[]): readonly number[] | null {
    const width = this.sheet.rows[row]?.length ?? 0
    if (width < wanted.length) return null
    const taken = new Set<number>()
    for (const label of wanted) {
      let column = 0
      while (column < width && (taken.has(column) || this.label(row, column) !== label)) column++
      if (column === width) return null
      taken.add(column)
    }
    return [...taken]
  }

  /** Whether a cell holds a formula that came to something. */
  isComputed(row: number, column: number): boolean {
    const cell = this.at(row, column)
    return cell !== null && cell.isFormula && !cell.isError
  }

  /** The answer in a cell, of a formula what it came to; null where it is blank or rejected. */
  answer(row: number, column: number, kind: CellKind, isNotInvolved: (text: string) => boolean, numbers: NumberReading = WAN): Answer | null {
    const cell = this.at(row, column)
    this.know(row, column)
    if (!cell) return null
    const bad = unreadable(cell)
    if (bad !== null) return this.reject(row, column, cell.text, bad)
    if (isNotInvolved(cell.text)) return this.counted(notInvolved)
    if (kind === 'number') {
      const number = readNumber(cell, numbers)
      return number.ok ? number.answer && this.counted(number.answer) : this.reject(row, column, cell.text, number.expected)
    }
    if (kind !== 'date' || /^\d{4}-\d\d-\d\d$/.test(cell.text)) return this.counted(given(cell.text))
    const day = readDay(cell.text)
    return day === null ? this.reject(row, column, cell.text, '日期（如 2026-03-15）') : this.counted(given(day))
  }

  private counted(answer: Answer): Answer {
    this.read++
    return answer
  }

  reject(row: number, column: number, found: string, expected: string): null {
    this.rejected.push({ sheet: this.sheet.name, cell: address(row, column), found: found.slice(0, 60), expected })
    return null
  }

  /** Rejects what stands among the figures and was not asked for, and every number anywhere that was not. */
  rejectUnknown(): void {
    this.sheet.rows.forEach((cells, row) => cells.forEach((cell, column) => {
      if (!cell || cell.isFormula || this.isKnown(row, column)) return
      const inZone = this.zones.some(({ first, end, columns }) => row >= first && row < end && columns.includes(column))
      if (cell.isNumber || cell.isError || inZone) this.reject(row, column, cell.text, '表里的格子（这一格不在表中：行名、栏名改过，或是多出来的行、栏）')
    }))
  }
}
