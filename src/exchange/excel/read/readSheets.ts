import { read, utils, type CellObject, type WorkSheet } from 'xlsx'
import { printedNumber } from '../printedNumber'

/** A cell as it was read. */
export interface ReadCell {
  readonly text: string
  readonly isNumber: boolean
  readonly isFormula: boolean
}

/** A sheet as rows of cells; blanks are null. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly (ReadCell | null)[])[]
}

/** Forms are small; cells further away are someone's slip or an attack. */
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200

function cellOf(cell: CellObject | undefined): ReadCell | null {
  if (!cell || cell.v === undefined || cell.v === null) return null
  const isFormula = cell.f !== undefined
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const text = printedNumber(cell.v, typeof cell.z === 'string' ? cell.z : '')
    return { text: text ?? String(cell.v), isNumber: text !== null, isFormula }
  }
  if (cell.t === 'e') return { text: '#错误', isNumber: false, isFormula }
  const text = String(cell.v)
  return text === '' ? null : { text, isNumber: false, isFormula }
}

function sheetOf(name: string, sheet: WorkSheet): ReadSheet {
  const data = sheet['!data'] ?? []
  const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : null
  const last = Math.min(range?.e.r ?? -1, MOST_ROWS, data.length - 1)
  const rows = Array.from({ length: last + 1 }, (_, r) => (data[r] ?? []).slice(0, MOST_COLUMNS).map(cellOf))
  return { name, rows }
}

/** Parses a workbook. Null where it is none; never runs or follows anything in it. */
export function readSheets(bytes: Uint8Array): readonly ReadSheet[] | null {
  try {
    const book = read(bytes, { dense: true, cellText: false, cellHTML: false, cellNF: true, cellFormula: true })
    return book.SheetNames.map((name) => sheetOf(name, book.Sheets[name] ?? {}))
  } catch {
    return null
  }
}
