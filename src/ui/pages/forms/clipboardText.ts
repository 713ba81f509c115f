/** Cells of a block copied from Excel or WPS: tabs between columns, quotes around cells with line breaks. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    if (quoted) {
      if (character === '"' && source[i + 1] === '"') cell += source[++i]!
      else if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell === '' && closes(source, i)) quoted = true
    else if (character === '\t' || character === '\n') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (character === '\n') rows.push([])
    } else cell += character
  }
  rows.at(-1)!.push(cell)
  return rows
}

/** Whether a quote at the start of a cell is closed at a cell's end; else it is a plain character (12" 显示器). */
function closes(source: string, from: number): boolean {
  for (let i = from + 1; i < source.length; i++) {
    if (source[i] !== '"') continue
    if (source[i + 1] === '"') i++
    else return i + 1 === source.length || source[i + 1] === '\t' || source[i + 1] === '\n'
  }
  return false
}

/** Text of cells as Excel and WPS take it: the twin of `cellsOfText`. */
export const textOfCells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\r\n')

/** Whether a text holds more than one cell. */
export const isBlock = (text: string): boolean => /[\t\n]/.test(text.replace(/\r?\n$/, ''))
