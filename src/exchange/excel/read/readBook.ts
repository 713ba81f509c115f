import { err, ok, type Result } from '../../../kernel/result'
import { csvLines, csvSheet, csvText } from './csv'
import { inspected } from './guard'
import { parsedSheets, type ReadSheet } from './readSheets'

function textSheets(bytes: Uint8Array, fileName: string): Result<readonly ReadSheet[], string> {
  const text = csvText(bytes)
  if (!text.ok) return err(`“${fileName}”${text.error}`)
  const lines = csvLines(text.value)
  return lines.ok ? ok([csvSheet(fileName.replace(/\.[^.]*$/, ''), lines.value)]) : err(`“${fileName}”${lines.error}`)
}

function parsed(bytes: Uint8Array, fileName: string, only: readonly string[] | undefined): Result<readonly ReadSheet[], string> {
  try {
    return ok(parsedSheets(bytes, only))
  } catch (problem) {
    const locked = problem instanceof Error && /password|encrypt/i.test(problem.message)
    return err(locked ? `“${fileName}”设了打开密码，无法读取。请打开后去掉密码，另存一份再导入。`
      : `“${fileName}”读不出来，文件可能已损坏。请用 Excel 或 WPS 打开确认，另存一份再导入。`)
  }
}

const isBlank = (sheet: ReadSheet): boolean => sheet.rows.every((row) => row.every((cell) => cell === null))

/**
 * Reads any workbook (xlsx, xls, ods, csv) into sheets of cells. What a file is, its bytes tell and not its name; nothing in it
 * is run or followed. `wanted` chooses among the names of its sheets, where they are known before it is parsed; undefined is all of them.
 * Error: one sentence with the file's name.
 */
export function readBook(bytes: Uint8Array, fileName: string, wanted: (names: readonly string[]) => readonly string[] | undefined = () => undefined): Result<readonly ReadSheet[], string> {
  const looked = inspected(bytes, fileName)
  if (!looked.ok) return err(looked.message)
  const sheets = looked.kind === 'text' ? textSheets(looked.bytes, fileName) : parsed(looked.bytes, fileName, wanted(looked.names))
  if (!sheets.ok) return sheets
  if (sheets.value.length === 0) return err(`“${fileName}”里没有工作表，文件可能已损坏。请用 Excel 或 WPS 打开确认，另存一份再导入。`)
  return sheets.value.every(isBlank) ? err(`“${fileName}”里没有内容，请选择填好的工作簿。`) : sheets
}
