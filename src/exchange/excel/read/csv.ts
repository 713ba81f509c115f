import { err, ok, type Result } from '../../../kernel/result'
import type { ReadCell, ReadSheet } from './readSheets'
import { MOST_COLUMNS, MOST_ROWS } from './readSheets'

/** The text of a csv file: UTF-8 with or without mark, UTF-16 with mark, else GB18030. Error: half a sentence. */
export function csvText(bytes: Uint8Array): Result<string, string> {
  const decoded = (encoding: string): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      return null
    }
  }
  const [first, second] = bytes
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const text = marked ? decoded(marked) : decoded('utf-8') ?? decoded('gb18030')
  return text === null ? err('的文字编码不认识，读出来是乱码。请用 Excel 打开，另存为 .xlsx 再导入。') : ok(text)
}

/** The mark most used to part the cells of the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string): number => head.split(mark).length
  return ['\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

/** Text parted into lines of cells; quotes hold separators and line breaks. Error: where a quote is left open. */
export function csvLines(text: string): Result<readonly (readonly string[])[], string> {
  const mark = separatorOf(text)
  const lines: string[][] = []
  let line: string[] = []
  let cell = ''
  let quoted = false
  let openedAt = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[i + 1] === '"') cell += text[i++]!
      else quoted = false
    } else if (letter === '"' && cell === '') {
      quoted = true
      openedAt = lines.length + 1
    } else if (letter === mark) {
      line.push(cell)
      cell = ''
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[i + 1] === '\n') i++
      lines.push([...line, cell])
      line = []
      cell = ''
    } else cell += letter
  }
  if (quoted) return err(`第 ${openedAt} 行的引号没有配对，后面的内容分不清格子。请用 Excel 打开检查，另存一份再导入。`)
  if (cell !== '' || line.length > 0) lines.push([...line, cell])
  return ok(lines)
}

/** Digits longer than this are a code and no figure. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/

const cellOf = (text: string): ReadCell | null => {
  const words = text.trim()
  // ="0012" is how programs keep Excel from reading a code as a number.
  const told = /^="(.*)"$/.exec(words)?.[1] ?? words
  return told === '' ? null : { text: told, isNumber: told === words && PLAIN.test(told), isFormula: false }
}

/** The lines as a sheet. */
export const csvSheet = (name: string, lines: readonly (readonly string[])[]): ReadSheet => ({
  name, rows: lines.slice(0, MOST_ROWS).map((line) => line.slice(0, MOST_COLUMNS).map(cellOf)),
  merges: [], hidden: false, hiddenRows: new Set(), hiddenColumns: new Set(),
  ...(lines.length > MOST_ROWS ? { beyond: { rows: lines.length, columns: 0 } } : {}),
})
