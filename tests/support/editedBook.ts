import { read, utils, write, type WorkBook } from 'xlsx'

/** A workbook opened, changed and saved by another program. */
export async function editedBook(bytes: Uint8Array, change: (book: WorkBook) => void): Promise<Uint8Array<ArrayBuffer>> {
  const book = read(bytes, { cellNF: true, cellFormula: true })
  change(book)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
}

/** The place of a label in a sheet. Throws where it is not there. */
export function placeOf(book: WorkBook, sheet: string, label: string): { r: number; c: number } {
  const cells = book.Sheets[sheet]!
  const key = Object.keys(cells).find((at) => !at.startsWith('!') && (cells[at] as { v?: unknown }).v === label)
  if (key === undefined) throw new Error(`no ${label} in ${sheet}`)
  return utils.decode_cell(key)
}

function put(book: WorkBook, sheet: string, at: { r: number; c: number }, value: string | number): string {
  const key = utils.encode_cell(at)
  book.Sheets[sheet]![key] = typeof value === 'number' ? { t: 'n', v: value, z: Number.isInteger(value) ? '0' : '0.00' } : { t: 's', v: value }
  return key
}

const spanOf = (book: WorkBook, sheet: string, at: { r: number; c: number }): number =>
  (book.Sheets[sheet]!['!merges'] ?? []).find(({ s }) => s.r === at.r && s.c === at.c)?.e.c ?? at.c

/** Writes right of a label, behind its merged cells; the address written to. */
export function setBeside(book: WorkBook, sheet: string, label: string, value: string | number, steps = 1): string {
  let at = placeOf(book, sheet, label)
  for (let i = 0; i < steps; i++) at = { r: at.r, c: spanOf(book, sheet, at) + 1 }
  return put(book, sheet, at, value)
}

/** Writes under a head; the address written to. */
export function setUnder(book: WorkBook, sheet: string, label: string, value: string | number): string {
  const at = placeOf(book, sheet, label)
  return put(book, sheet, { r: at.r + 1, c: at.c }, value)
}
