import { address } from '../sheetPlan'

/** What a cell is to say. */
export type CellValue =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A formula keeps its formula; what it came to last is forgotten, to be computed anew. */
  | { readonly kind: 'stale' }

/** New values of a sheet's cells, by address (D7). */
export type CellValues = ReadonlyMap<string, CellValue>

const ATTRIBUTES = String.raw`((?:\s(?:"[^"]*"|'[^']*'|[^>"'/]|/(?!>))*)?)`

const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- XML cannot hold these characters at all.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const attribute = (attributes: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return match ? match[1] ?? match[2] ?? '' : null
}

const columnOf = (cell: string): number => [...cell.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
const rowOf = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0) - 1

/** An element found in a text: where it begins, ends, and what is inside. */
interface Found {
  readonly from: number
  readonly to: number
  readonly attributes: string
  readonly inner: string
}

/** Elements of one name, one after the other; they do not nest here. */
function elements(text: string, name: string): readonly Found[] {
  const open = new RegExp(`<${name}${ATTRIBUTES}(/?)>`, 'g')
  const close = `</${name}>`
  const found: Found[] = []
  for (let match = open.exec(text); match; match = open.exec(text)) {
    const start = match.index + match[0].length
    const end = match[2] === '/' ? start : text.indexOf(close, start)
    if (end < 0) break
    const to = match[2] === '/' ? start : end + close.length
    found.push({ from: match.index, to, attributes: match[1] ?? '', inner: text.slice(start, end) })
    open.lastIndex = to
  }
  return found
}

class SheetXml {
  private readonly text: string
  private readonly prefix: string

  constructor(text: string, prefix: string) {
    this.text = text
    this.prefix = prefix
  }

  private cell(attributes: string, inner: string, value: CellValue): string {
    const p = this.prefix
    const bare = attributes.replace(/\st\s*=\s*(?:"[^"]*"|'[^']*')/, '')
    const formula = elements(inner, `${p}f`)[0]
    const kept = formula ? inner.slice(formula.from, formula.to) : ''
    if (value.kind === 'stale') return `<${p}c${bare}>${kept}</${p}c>`
    if (value.kind === 'number') return `<${p}c${bare}>${kept}<${p}v>${value.text}</${p}v></${p}c>`
    const space = /^\s|\s$|\n|\s\s/.test(value.text) ? ' xml:space="preserve"' : ''
    if (kept !== '') return `<${p}c${bare} t="str">${kept}<${p}v${space}>${escaped(value.text)}</${p}v></${p}c>`
    return `<${p}c${bare} t="inlineStr"><${p}is><${p}t${space}>${escaped(value.text)}</${p}t></${p}is></${p}c>`
  }

  /** A cell that the sheet does not hold yet; it looks as its row or column does. */
  private newCell(at: string, rowAttributes: string, value: CellValue): string {
    if (value.kind === 'stale') return ''
    const ofRow = attribute(rowAttributes, 'customFormat') === '1' ? attribute(rowAttributes, 's') : null
    const style = ofRow ?? this.columnStyle(columnOf(at))
    return this.cell(` r="${at}"${style === null ? '' : ` s="${style}"`}`, '', value)
  }

  private columnStyle(column: number): string | null {
    for (const { attributes } of elements(this.text, `${this.prefix}col`))
      if (Number(attribute(attributes, 'min')) <= column + 1 && column + 1 <= Number(attribute(attributes, 'max'))) return attribute(attributes, 'style')
    return null
  }

  private row(attributes: string, inner: string, row: number, values: CellValues): string {
    const wanted = [...values.keys()].sort((a, b) => columnOf(a) - columnOf(b))
    let rest = wanted
    let column = -1
    let from = 0
    let out = ''
    for (const cell of elements(inner, `${this.prefix}c`)) {
      const at = attribute(cell.attributes, 'r') ?? address(row, column + 1)
      column = columnOf(at)
      const before = rest.filter((one) => columnOf(one) < column)
      rest = rest.slice(before.length)
      out += inner.slice(from, cell.from) + before.map((one) => this.newCell(one, attributes, values.get(one)!)).join('')
      from = cell.to
      const value = values.get(at)
      if (value && rest[0] === at) rest = rest.slice(1)
      out += value ? this.cell(cell.attributes, cell.inner, value) : inner.slice(cell.from, cell.to)
    }
    return `<${this.prefix}row${attributes}>${out}${inner.slice(from)}${rest.map((one) => this.newCell(one, attributes, values.get(one)!)).join('')}</${this.prefix}row>`
  }

  patched(values: CellValues): string {
    const data = elements(this.text, `${this.prefix}sheetData`)[0]!
    const byRow = new Map<number, Map<string, CellValue>>()
    for (const [at, value] of values) byRow.set(rowOf(at), (byRow.get(rowOf(at)) ?? new Map<string, CellValue>()).set(at, value))
    let pending = [...byRow.keys()].sort((a, b) => a - b)
    const created = (rows: readonly number[]): string => rows.map((row) => this.row(` r="${row + 1}"`, '', row, byRow.get(row)!)).join('')
    let number = -1
    let from = 0
    let out = ''
    for (const row of elements(data.inner, `${this.prefix}row`)) {
      const said = attribute(row.attributes, 'r')
      number = said === null ? number + 1 : Number(said) - 1
      const before = pending.filter((one) => one < number)
      pending = pending.slice(before.length)
      out += data.inner.slice(from, row.from) + created(before)
      from = row.to
      const own = byRow.get(number)
      if (own && pending[0] === number) pending = pending.slice(1)
      out += own ? this.row(row.attributes, row.inner, number, own) : data.inner.slice(row.from, row.to)
    }
    const p = this.prefix
    return `${this.text.slice(0, data.from)}<${p}sheetData${data.attributes}>${out}${data.inner.slice(from)}${created(pending)}</${p}sheetData>${this.text.slice(data.to)}`
  }

  /** Cells with a formula, by address, and the style each cell has. */
  cells(): { readonly formulas: ReadonlySet<string>; readonly styles: ReadonlyMap<string, number> } {
    const formulas = new Set<string>()
    const styles = new Map<string, number>()
    let number = -1
    for (const row of elements(elements(this.text, `${this.prefix}sheetData`)[0]?.inner ?? '', `${this.prefix}row`)) {
      const said = attribute(row.attributes, 'r')
      number = said === null ? number + 1 : Number(said) - 1
      let column = -1
      for (const cell of elements(row.inner, `${this.prefix}c`)) {
        const at = attribute(cell.attributes, 'r') ?? address(number, column + 1)
        column = columnOf(at)
        styles.set(at, Number(attribute(cell.attributes, 's') ?? 0))
        if (elements(cell.inner, `${this.prefix}f`).length > 0) formulas.add(at)
      }
    }
    return { formulas, styles }
  }
}

const opened = (text: string): SheetXml | null => {
  const found = /<((?:[A-Za-z_][\w.-]*:)?)sheetData[\s/>]/.exec(text)
  return found ? new SheetXml(text, found[1] ?? '') : null
}

/** A sheet's XML with new cell values: styles, formulas and everything around the cells stay letter by letter. Null where it is no sheet. */
export const patchedSheet = (text: string, values: CellValues): string | null => opened(text)?.patched(values) ?? null

/** The cells of a sheet's XML that hold formulas, and the style number of each cell. Null where it is no sheet. */
export const sheetCells = (text: string): ReturnType<SheetXml['cells']> | null => opened(text)?.cells() ?? null
