import type { GoalReading, ReadTable } from '../../domain/goalReading/goalReading'
import { readGoals } from '../../domain/goalReading/readGoals'
import { readBook } from '../excel/read/readBook'
import type { ReadSheet } from '../excel/read/readSheets'
import { readDocx } from '../reportText/docx/readDocx'

/** A sheet as words; what is merged downward stands in each of its rows, once. */
function sheetTable(sheet: ReadSheet): ReadTable {
  const rows = sheet.rows.map((row) => row.map((cell) => (cell === null ? '' : cell.isPercent && cell.isNumber ? `${cell.text}` : cell.text)))
  for (const { top, left, bottom } of sheet.merges)
    for (let row = top + 1; row <= bottom && row < rows.length; row++)
      if ((rows[row]?.[left] ?? '') === '') rows[row]!.splice(left, 1, rows[top]?.[left] ?? '')
  return { name: sheet.name, isSheet: true, rows }
}

/** The tables of a Word text: rows are lines, cells stand between tabs. */
function wordTables(bytes: Uint8Array, fileName: string): { readonly ok: true; readonly tables: readonly ReadTable[] } | { readonly ok: false; readonly message: string } {
  const reading = readDocx(bytes, fileName)
  if (!reading.ok) return reading
  const tables = new Map<number, (readonly string[])[]>()
  for (const { kind, number, start, end } of reading.report.blocks)
    if (kind === 'row') tables.set(number, [...(tables.get(number) ?? []), reading.report.text.slice(start, end).split('\t')])
  return { ok: true, tables: [...tables].map(([number, rows]) => ({ name: `表 ${number}`, isSheet: false, rows })) }
}

const isWord = (bytes: Uint8Array): boolean => {
  // The names of a zip's parts stand uncompressed in its directory, at the end.
  const tail = bytes.subarray(Math.max(0, bytes.length - 256 * 1024))
  return bytes[0] === 0x50 && bytes[1] === 0x4b && new TextDecoder('latin1').decode(tail).includes('word/document.xml')
}

/** Reads a 绩效目标表 from .docx, .xlsx, .xls, .ods or .csv; what a file is, its bytes tell. Never rejects over a bad file. */
export function readGoalFile(bytes: Uint8Array, fileName: string): GoalReading {
  const refuse = (message: string): GoalReading => ({ ok: false, fileName, message })
  let tables: readonly ReadTable[]
  if (isWord(bytes)) {
    const word = wordTables(bytes, fileName)
    if (!word.ok) return refuse(word.message)
    tables = word.tables
  } else {
    if (/\.(doc|wps)$/i.test(fileName)) return refuse(`“${fileName}”是旧的 Word 格式，读不了。请用 Word 或 WPS 另存为“Word 文档（*.docx）”再导入。`)
    const sheets = readBook(bytes, fileName)
    if (!sheets.ok) return refuse(sheets.error)
    tables = sheets.value.filter(({ hidden }) => !hidden).map(sheetTable)
  }
  const { goals, rejected, skipped } = readGoals(tables)
  if (goals.length === 0 && rejected.length === 0)
    return refuse(`“${fileName}”里没有找到绩效目标表：要有一行表头，里面有“三级指标”（或“指标名称”）和“指标值”。请检查是不是选错了文件。`)
  return { ok: true, fileName, goals, rejected, skipped }
}
