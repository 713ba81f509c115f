import type { IndicatorTable } from '../../../domain/frameworkReading/indicatorTable'
import { frameworkDecoder } from '../../../domain/indicators/decodeFramework'
import type { Framework } from '../../../domain/indicators/framework'
import { decode } from '../../../kernel/decode'
import { isOldWordName, isWordFile, oldWordMessage, wordTables } from '../../reportText/docx/wordTables'
import { readBook } from '../read/readBook'
import type { ReadSheet } from '../read/readSheets'
import { FRAMEWORK_SHEET } from './writeFramework'

/** The tables of a workbook or a Word file, and the framework it was written from where it is one of ours; or one sentence why it cannot be read. */
export type FrameworkBook =
  | { readonly ok: true; readonly fileName: string; readonly tables: readonly IndicatorTable[]; readonly stored: Framework | null }
  | { readonly ok: false; readonly fileName: string; readonly message: string }

const tableOf = ({ name, rows, merges }: ReadSheet): IndicatorTable => ({
  name, rows: rows.map((row) => row.map((cell) => cell?.text ?? '')),
  merges: merges.map(({ top, left, bottom, right }) => ({ row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 })),
})

/** What the hidden sheet holds; null where it is damaged: the visible table then speaks alone. */
function storedIn(sheet: ReadSheet | undefined): Framework | null {
  if (!sheet) return null
  try {
    const read = decode(frameworkDecoder, JSON.parse(sheet.rows.map((row) => row[0]?.text ?? '').join('')))
    return read.ok ? read.value : null
  } catch {
    return null
  }
}

/** The tables of a Word file; levels merged downward are carried on by the reader of the table. */
function readWordBook(bytes: Uint8Array, fileName: string): FrameworkBook {
  const word = wordTables(bytes, fileName)
  if (!word.ok) return { ok: false, fileName, message: word.message }
  if (word.tables.length === 0) return { ok: false, fileName, message: `“${fileName}”里没有表格。请选有指标表的文件，或把表复制后粘贴。` }
  return { ok: true, fileName, tables: word.tables.map((table) => ({ ...table, merges: [] })), stored: null }
}

/** Reads a workbook or a .docx for indicator tables; what a file is, its bytes tell. Whatever the bytes are, it does not throw. */
export function readFrameworkBook(bytes: Uint8Array, fileName: string): FrameworkBook {
  if (isWordFile(bytes)) return readWordBook(bytes, fileName)
  if (isOldWordName(fileName)) return { ok: false, fileName, message: oldWordMessage(fileName) }
  const sheets = readBook(bytes, fileName)
  if (!sheets.ok) return { ok: false, fileName, message: sheets.error }
  const visible = sheets.value.filter(({ hidden, name, rows }) => !hidden && name !== FRAMEWORK_SHEET && rows.some((row) => row.some((cell) => cell !== null)))
  return { ok: true, fileName, tables: visible.map(tableOf), stored: storedIn(sheets.value.find(({ name }) => name === FRAMEWORK_SHEET)) }
}
