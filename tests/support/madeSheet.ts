import { utils, write, type WorkBook, type WorkSheet } from 'xlsx'
import { readSheets, type ReadSheet } from '../../src/exchange/excel/read/readSheets'

/** A cell of a made sheet: words, a number, or blank. */
export type Made = string | number | null

/** A workbook as another program would write it. */
export function madeBook(sheets: { readonly [name: string]: { readonly rows: readonly (readonly Made[])[]; readonly merges?: readonly string[]; readonly change?: (sheet: WorkSheet) => void } }): WorkBook {
  const book = utils.book_new()
  for (const [name, { rows, merges = [], change }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    change?.(sheet)
    utils.book_append_sheet(book, sheet, name)
  }
  return book
}

/** The bytes of a made workbook. */
export const bytesOf = (book: WorkBook, bookType: 'xlsx' | 'biff8' | 'ods' = 'xlsx'): Uint8Array => new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer)

/** One sheet, written and read again. */
export const sheetOf = (rows: readonly (readonly Made[])[], merges: readonly string[] = [], name = 'Sheet1'): ReadSheet =>
  readSheets(bytesOf(madeBook({ [name]: { rows, merges } })))![0]!
