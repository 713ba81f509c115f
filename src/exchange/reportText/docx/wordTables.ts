import { readDocx } from './readDocx'

/** A table of a Word file as words; what is merged into the cell above or before is ''. */
export interface WordTable {
  /** 表 1, counted through the file. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Whether the bytes are a .docx, whatever the file is called. */
export function isWordFile(bytes: Uint8Array): boolean {
  // The names of a zip's parts stand uncompressed in its directory, at the end.
  const tail = bytes.subarray(Math.max(0, bytes.length - 256 * 1024))
  return bytes[0] === 0x50 && bytes[1] === 0x4b && new TextDecoder('latin1').decode(tail).includes('word/document.xml')
}

/** Whether a name is that of the old Word formats, which are not read. */
export const isOldWordName = (fileName: string): boolean => /\.(doc|wps)$/i.test(fileName)

/** What is said of a file of an old Word format. */
export const oldWordMessage = (fileName: string): string => `“${fileName}”是旧的 Word 格式，读不了。请用 Word 或 WPS 另存为“Word 文档（*.docx）”再导入。`

/** The tables of a Word file, or one sentence why it cannot be read. Whatever the bytes are, it does not throw. */
export function wordTables(bytes: Uint8Array, fileName: string): { readonly ok: true; readonly tables: readonly WordTable[] } | { readonly ok: false; readonly message: string } {
  const reading = readDocx(bytes, fileName)
  if (!reading.ok) return reading
  const tables = new Map<number, (readonly string[])[]>()
  // Rows are lines of the text, cells stand between tabs.
  for (const { kind, number, start, end } of reading.report.blocks)
    if (kind === 'row') tables.set(number, [...(tables.get(number) ?? []), reading.report.text.slice(start, end).split('\t')])
  return { ok: true, tables: [...tables].map(([number, rows]) => ({ name: `表 ${number}`, rows })) }
}
