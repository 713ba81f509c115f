import { read, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import { printedNumber } from '../printedNumber'

/** A cell as it was read. */
export interface ReadCell {
  readonly text: string
  readonly isNumber: boolean
  readonly isFormula: boolean
  /** The formula looks at another file; the value is what it came to last. */
  readonly isLinked?: true
  /** #REF! and its like: there is no value. */
  readonly isError?: true
  /** The number is shown as a date; `text` is its ISO day. */
  readonly isDate?: true
  /** The number is shown with a percent sign; `text` is the plain ratio. */
  readonly isPercent?: true
  /** The cell's comment. */
  readonly note?: string
}

/** Merged cells: the first row and column, and the last. Counted from 0. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as rows of cells; blanks are null. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly (ReadCell | null)[])[]
  readonly merges: readonly Merge[]
  /** The sheet itself is hidden. */
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** Cells stand beyond what was read: how many rows and columns the sheet says it has. */
  readonly beyond?: { readonly rows: number; readonly columns: number }
}

/** Forms are small; cells further away are someone's slip or an attack. */
export const MOST_ROWS = 20_000
/** The same for columns. */
export const MOST_COLUMNS = 200
const MOST_MERGES = 20_000
/** A place in another file: [1]Sheet1!A1, [决算.xlsx]表!A1. */
const LINK = /\[(?:\d+|[^\]]*\.xls[xmb]?)\]/i

const DATE_FORMAT = /[yd年日]|m+[/-]|[/-]m+|月/i

/** Days since 1899-12-30 as an ISO day, by calendar arithmetic of our own: no time zone, no clock. */
export function isoDay(serial: number, from1904 = false): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  // Excel believes in 1900-02-29; days before 1 March 1900 are one off, and nobody reports them.
  if (!Number.isFinite(days) || days < 61 || days > 2_958_465) return null
  let rest = days - 2
  let year = 1900
  const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  for (let length = 365; rest >= (length = leap(year) ? 366 : 365); year++) rest -= length
  const months = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  let month = 0
  while (rest >= months[month]!) rest -= months[month++]!
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`
}

/** A number format without colours, escapes and words in quotes, but with the quoted 年月日 of a date. */
const bareFormat = (format: string): string =>
  format.replace(/\[[^\]]*\]|\\.|_./g, '').replace(/"([^"]*)"/g, (_, words: string) => (/^[年月日]+$/.test(words) ? words : '')).split(';')[0] ?? ''

interface FormatNature {
  readonly isDate: boolean
  readonly isPercent: boolean
}

/** Workbooks use a handful of formats for thousands of cells. */
const natures = new Map<string, FormatNature>()
const MOST_FORMATS = 2000

function natureOf(format: string): FormatNature {
  const known = natures.get(format)
  if (known) return known
  const bare = bareFormat(format)
  const nature = { isDate: DATE_FORMAT.test(bare) && !/general/i.test(bare), isPercent: bare.includes('%') }
  if (natures.size > MOST_FORMATS) natures.clear()
  natures.set(format, nature)
  return nature
}

function numberCell(value: number, format: string, from1904: boolean, isFormula: boolean): ReadCell {
  const { isDate, isPercent } = natureOf(format)
  const day = isDate ? isoDay(value, from1904) : null
  if (day !== null) return { text: day, isNumber: false, isFormula, isDate: true }
  const text = printedNumber(value, format)
  const cell: ReadCell = { text: text ?? String(value), isNumber: text !== null, isFormula }
  return isPercent ? { ...cell, isPercent: true } : cell
}

function contentOf(cell: CellObject, from1904: boolean): ReadCell | null {
  if (cell.v === undefined || cell.v === null) return null
  const isFormula = cell.f !== undefined
  if (cell.t === 'n' && typeof cell.v === 'number') return numberCell(cell.v, typeof cell.z === 'string' ? cell.z : '', from1904, isFormula)
  if (cell.t === 'e') return { text: '#错误', isNumber: false, isFormula, isError: true }
  const text = String(cell.v)
  return text === '' ? null : { text, isNumber: false, isFormula }
}

function cellOf(cell: CellObject | undefined, from1904: boolean): ReadCell | null {
  const content = cell ? contentOf(cell, from1904) : null
  const isLinked = cell?.f !== undefined && LINK.test(cell.f)
  const note = cell?.c?.map(({ t }) => t ?? '').join('\n').trim()
  return content && (note || isLinked) ? { ...content, ...(note ? { note } : {}), ...(isLinked ? { isLinked } : {}) } : content
}

const hiddenIn = (infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> =>
  new Set((infos ?? []).flatMap((info, i) => (info?.hidden ? [i] : [])))

function sheetOf(name: string, sheet: WorkSheet, hidden: boolean, from1904: boolean): ReadSheet {
  const data = sheet['!data'] ?? []
  const range = sheet['!ref'] ? utils.decode_range(sheet['!ref']) : null
  const last = Math.min(range?.e.r ?? -1, MOST_ROWS, data.length - 1)
  const rows = Array.from({ length: last + 1 }, (_, r) => (data[r] ?? []).slice(0, MOST_COLUMNS).map((cell) => cellOf(cell, from1904)))
  const isFar = data.length - 1 > MOST_ROWS || data.some((row) => (row?.length ?? 0) > MOST_COLUMNS)
  return {
    name, rows, hidden,
    merges: (sheet['!merges'] ?? []).slice(0, MOST_MERGES).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenIn(sheet['!rows']), hiddenColumns: hiddenIn(sheet['!cols']),
    ...(isFar && range ? { beyond: { rows: range.e.r + 1, columns: range.e.c + 1 } } : {}),
  }
}

/** The sheets of a parsed workbook. */
function sheetsOf(book: WorkBook): readonly ReadSheet[] {
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  return book.SheetNames.map((name, i) => sheetOf(name, book.Sheets[name] ?? {}, (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0, from1904))
}

/** Parses a workbook; never runs or follows anything in it. Of sheets other than `only` nothing but the name is read. Throws where it is none. */
export const parsedSheets = (bytes: Uint8Array, only?: readonly string[]): readonly ReadSheet[] =>
  sheetsOf(read(bytes, { dense: true, cellText: false, cellHTML: false, cellNF: true, cellFormula: true, cellStyles: true, ...(only ? { sheets: [...only] } : {}) }))

/** Parses a workbook of our own making. Null where it is none. */
export function readSheets(bytes: Uint8Array): readonly ReadSheet[] | null {
  try {
    return parsedSheets(bytes)
  } catch {
    return null
  }
}
