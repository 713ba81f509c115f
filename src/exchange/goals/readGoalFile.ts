import type { GoalReading, ReadTable } from '../../domain/goalReading/goalReading'
import { readGoals } from '../../domain/goalReading/readGoals'
import { readBook } from '../excel/read/readBook'
import type { ReadSheet } from '../excel/read/readSheets'
import { isOldWordName, isWordFile, oldWordMessage, wordTables } from '../reportText/docx/wordTables'

/** A sheet as words; what is merged downward stands in each of its rows, once. */
function sheetTable(sheet: ReadSheet): ReadTable {
  const rows = sheet.rows.map((row) => row.map((cell) => (cell === null ? '' : cell.isPercent && cell.isNumber ? `${cell.text}` : cell.text)))
  for (const { top, left, bottom } of sheet.merges)
    for (let row = top + 1; row <= bottom && row < rows.length; row++)
      if ((rows[row]?.[left] ?? '') === '') rows[row]!.splice(left, 1, rows[top]?.[left] ?? '')
  return { name: sheet.name, isSheet: true, rows }
}

/** Reads a 绩效目标表 from .docx, .xlsx, .xls, .ods or .csv; what a file is, its bytes tell. Never rejects over a bad file. */
export function readGoalFile(bytes: Uint8Array, fileName: string): GoalReading {
  const refuse = (message: string): GoalReading => ({ ok: false, fileName, message })
  let tables: readonly ReadTable[]
  if (isWordFile(bytes)) {
    const word = wordTables(bytes, fileName)
    if (!word.ok) return refuse(word.message)
    tables = word.tables.map((table) => ({ ...table, isSheet: false }))
  } else {
    if (isOldWordName(fileName)) return refuse(oldWordMessage(fileName))
    const sheets = readBook(bytes, fileName)
    if (!sheets.ok) return refuse(sheets.error)
    tables = sheets.value.filter(({ hidden }) => !hidden).map(sheetTable)
  }
  const { goals, rejected, skipped } = readGoals(tables)
  if (goals.length === 0 && rejected.length === 0)
    return refuse(`“${fileName}”里没有找到绩效目标表：要有一行表头，里面有“三级指标”（或“指标名称”）和“指标值”。请检查是不是选错了文件。`)
  return { ok: true, fileName, goals, rejected, skipped }
}
