import { read, utils, write } from 'xlsx'

/** A change the bureau made. */
export interface ReturnedCell {
  readonly sheet: string
  readonly cell: string
  readonly to: number
}

/** A 报送版 as the bureau sends it back: amounts typed by hand are changed in `count` cells, all else stays. */
export function returnedFile(bytes: Uint8Array, sheets: readonly string[], count: number): { readonly bytes: Uint8Array; readonly cells: readonly ReturnedCell[] } {
  const book = read(bytes, { cellFormula: true, cellNF: true, cellStyles: true })
  const cells: ReturnedCell[] = []
  for (const name of sheets) {
    const sheet = book.Sheets[name]!
    const { s, e } = utils.decode_range(sheet['!ref'] ?? 'A1')
    for (let r = s.r; r <= e.r; r++) for (let c = s.c + 1; c <= e.c; c++) {
      const cell = sheet[utils.encode_cell({ r, c })] as { t: string; v: unknown; f?: string; z?: string } | undefined
      if (cells.length === count || cell?.t !== 'n' || cell.f !== undefined || typeof cell.v !== 'number' || !/^0\.00$/.test(cell.z ?? '') || cell.v === 0) continue
      const to = Number((cell.v + 0.01 * (cells.length + 1)).toFixed(2))
      sheet[utils.encode_cell({ r, c })] = { t: 'n', v: to, z: cell.z }
      cells.push({ sheet: name, cell: utils.encode_cell({ r, c }), to })
    }
  }
  return { bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), cells }
}
