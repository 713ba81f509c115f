import type { Flow } from './flow'
import { figureOf, type Figure } from './figure'
import type { Quantity } from './checkup'
import type { Line } from './group'
import { SCALES, UNITS } from './units'

/** A cell of a table: its words, and its figure where it is one. */
export interface Cell {
  readonly text: string
  readonly figure: Figure | null
}

/** A row: the words that name it, and its cells by column. */
export interface Row {
  readonly label: string
  /** 科目编码, or '' where the row has none. */
  readonly code: string
  /** Whether it has a number under 序号. */
  readonly numbered: boolean
  readonly cells: readonly Cell[]
}

/** A table of the text with its columns named. */
export interface Table {
  readonly firstLine: number
  readonly lastLine: number
  /** Words of the header above each column, top to bottom. */
  readonly headers: readonly string[]
  readonly rows: readonly Row[]
}

const NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/
const CODE = /^(?:\d{3}|\d{5}|\d{7})$/
const NO_FIGURES = /编码|代码|序号|^年份$|^年度$|电话|备注/
const UNIT_NOTE = /单位：(?:人民币)?([十百千万亿]*元|人|个|%)|（([十百千万亿]*元)）|金额单位：([十百千万亿]*元)/

interface Piece {
  readonly text: string
  /** Offset in the flow. */
  readonly start: number
}

function piecesOf(flow: Flow, line: Line): readonly Piece[] {
  let at = line.start
  return flow.text.slice(line.start, line.end).split('\t').map((text) => {
    const piece = { text: text.trim(), start: at + text.length - text.trimStart().length }
    at += text.length + 1
    return piece
  })
}

const isNumber = (text: string): boolean => NUMBER.test(text)
const isYear = (text: string): boolean => /^(?:19|20)\d\d年?度?$/.test(text)

function figureIn(flow: Flow, { text, start }: Piece, unit: string, percent: boolean): Figure | null {
  if (!isNumber(text)) return null
  const bare = text.replace(/[,%−]/g, (char) => (char === '−' ? '-' : ''))
  const isPercent = text.endsWith('%') || percent
  const scale = unit.replace(/元$/, '')
  const power = isPercent ? 0 : Object.hasOwn(SCALES, scale) && unit.endsWith('元') ? SCALES[scale]! : 0
  const kind = isPercent ? 'percent' : unit.endsWith('元') ? 'money' : (UNITS[unit]?.kind ?? 'count')
  const end = start + text.length
  return figureOf({ start, end, rawStart: flow.at(start), rawEnd: flow.at(end - 1) + 1 }, {
    text: flow.source.slice(flow.at(start), flow.at(end - 1) + 1), value: bare, unit: isPercent ? '%' : unit, power, kind, vague: 'printed', exact: kind === 'count' && unit !== '',
  })
}

/** A grid of pieces as a table: header rows first, then rows with figures. */
function tableOf(flow: Flow, grid: readonly (readonly Piece[])[], unit: string, lines: { readonly first: number; readonly last: number }): Table | null {
  const hasFigures = (row: readonly Piece[]): boolean => row.some(({ text }, i) => isNumber(text) && !CODE.test(text) && !isYear(text) && (i > 0 || text.includes('.')))
  const firstData = grid.findIndex(hasFigures)
  if (firstData < 0) return null
  const width = Math.max(...grid.map((row) => row.length))
  const heads = underSpans(grid.slice(0, firstData))
  const headers = Array.from({ length: width }, (_, column) => heads.map((row) => headerAt(row, column)).filter((text, i, all) => text !== '' && all.indexOf(text) === i).join(' '))
  // 科目编码 stand first, or under a heading of their own.
  const isCode = (text: string, column: number): boolean => CODE.test(text) && (column === 0 || NO_FIGURES.test(headers[column] ?? ''))
  const serial = headers.findIndex((header) => /序号/.test(header))
  const columns = headers.map((header) => {
    const own = UNIT_NOTE.exec(header)
    return { skip: NO_FIGURES.test(header), unit: own?.[1] ?? own?.[2] ?? unit, percent: /%|率$|占比|比重/.test(header) }
  })
  const rows = grid.slice(firstData).map((row): Row => {
    const firstFigure = row.findIndex(({ text }, i) => isNumber(text) && !isCode(text, i) && !isYear(text) && i !== serial)
    const words = (firstFigure < 0 ? row : row.slice(0, firstFigure)).map(({ text }) => text).filter((text) => text !== '')
    const rates = /%$|增减率$|增长率$/.test(row[0]?.text ?? '')
    return {
      label: words.filter((text) => !isNumber(text)).join(''), code: words.find((text) => CODE.test(text)) ?? '', numbered: serial >= 0 && /^\d/.test(row[serial]?.text ?? ''),
      cells: columns.map((column, at) => {
        const piece = row[at]
        return { text: piece?.text ?? '', figure: !piece || column.skip || at < firstFigure || isYear(piece.text) ? null : figureIn(flow, piece, column.unit, column.percent || rates) }
      }),
    }
  })
  return { firstLine: lines.first, lastLine: lines.last, headers, rows }
}

/** Two tables side by side: 收入 and 支出, each with a column of names of its own. Where the second begins; -1 where there is one table. */
function secondPanel(grid: readonly (readonly Piece[])[]): number {
  for (const row of grid.slice(0, 3)) {
    const names = row.flatMap(({ text }, i) => (/^(?:项目|科目|经济分类科目编码|科目编码|支出功能分类科目编码|功能分类科目编码)$/.test(text) ? [i] : []))
    const [first, second] = names
    if (first === 0 && second !== undefined && second > 1 && row[first]!.text === row[second]!.text) return second
  }
  return -1
}

/** The table or, side by side, the two tables of a grid. */
function tablesOf(flow: Flow, grid: readonly (readonly Piece[])[], unit: string, lines: { readonly first: number; readonly last: number }): readonly Table[] {
  const second = secondPanel(grid)
  const panels = second < 0 ? [grid] : [grid.map((row) => row.slice(0, second)), grid.map((row) => row.slice(second))]
  return panels.flatMap((panel) => tableOf(flow, panel, unit, lines) ?? [])
}

/** Headings that stand under a merged one but were moved to the left, as pages flatten them: 项目、上年、本年、、 over 金额、占比、增长. */
function underSpans(rows: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  return rows.map((row, i) => {
    const above = rows[i - 1]
    const count = row.filter(({ text }) => text !== '').length
    if (!above || count < 2 || count >= above.length || row.slice(0, count).some(({ text }) => text === '')) return row
    const last = above.findLastIndex(({ text }) => text !== '')
    const spans = above.slice(last + 1).length
    // The row of bars may end with one blank more.
    const fits = last > 0 && (spans === count - 1 || spans === count)
    return fits ? [...Array.from({ length: last }, (): Piece => ({ text: '', start: 0 })), ...row.slice(0, count)] : row
  })
}

/** A header's words over a column: a merged cell stands over the blanks to its right. */
function headerAt(row: readonly Piece[], column: number): string {
  for (let i = Math.min(column, row.length - 1); i >= 0; i--) if (row[i]!.text !== '') return i === column || i > 0 ? row[i]!.text : ''
  return ''
}

/** Cells that stand one a line, parted by bars, as rows: each row begins with words and goes on with figures or blanks. */
function cellPerLine(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const isLabel = ({ text }: Piece): boolean => text !== '' && text !== '-' && (!isNumber(text) || isYear(text))
  const first = pieces.findIndex((piece, i) => i > 0 && isNumber(piece.text) && !isYear(piece.text))
  if (first < 1) return null
  const start = first - 1
  const next = pieces.findIndex((piece, i) => i > first && isLabel(piece))
  const width = (next < 0 ? pieces.length : next) - start
  if (width < 2) return null
  const rows: (readonly Piece[])[] = []
  for (let at = start; at + width <= pieces.length; at += width) {
    // A bar of its own may part the rows.
    while (at < pieces.length && pieces[at]!.text === '' && rows.length > 0) at += 1
    const row = pieces.slice(at, at + width)
    if (row.length < width) break
    if (!isLabel(row[0]!) || row.slice(1).some(isLabel)) break
    rows.push(row)
  }
  const head = pieces.slice(0, start)
  if (rows.length === 0) return null
  return [...headOf(head, width), ...rows]
}

/** The header of such a table; one cell more than columns means that one heading spans the last few. */
function headOf(head: readonly Piece[], width: number): readonly (readonly Piece[])[] {
  const own = head.slice(-width)
  if (head.length <= width) return head.length === width ? [own] : []
  const spanned = head.slice(-(width + 1))
  const sub = spanned.findIndex(({ text }, i) => i > 1 && /^(?:合计|小计)$/.test(text) && i > spanned.findIndex((one) => /^(?:合计|小计)$/.test(one.text)))
  if (sub < 0) return []
  const blank: Piece = { text: '', start: 0 }
  const top = spanned.slice(0, sub)
  return [[...top, ...Array.from({ length: width - top.length }, () => blank)], [...Array.from({ length: top.length - 1 }, () => blank), ...spanned.slice(sub)]]
}

/** The unit told near a table: 单位：万元. */
function unitBefore(lines: readonly Line[], first: number): string {
  for (let i = first; i >= Math.max(0, first - 4); i--) {
    const match = UNIT_NOTE.exec(lines[i]!.text)
    if (match) return match[1] ?? match[2] ?? match[3] ?? ''
  }
  return ''
}

const LEAST_PAIRS = 3
const LONGEST_LABEL = 24
/** Words of what is counted or paid: a table of contents has none. */
const COUNTED = /人数|编制|金额|元|费|支出|收入|资金|面积|数量|拨款|结余|结转|合计|总额|个数|预算|决算/

/** A form flattened to lines: what, how much, what, how much. Null where none begins here. */
function pairsFrom(lines: readonly Line[], first: number): { readonly grid: readonly (readonly Piece[])[]; readonly last: number } | null {
  const grid: (readonly Piece[])[] = []
  const after = (at: number): number => {
    let next = at + 1
    while (next < lines.length && lines[next]!.text === '' && next - at < 3) next += 1
    return next
  }
  let last = -1
  for (let at = first; at < lines.length;) {
    const [label, value] = [lines[at]!, lines[after(at)]]
    if (!value || label.row || value.row || label.text.length > LONGEST_LABEL || label.text === '' || isNumber(label.text) || /[，。；！？\d]/.test(label.text) || !isNumber(value.text)) break
    grid.push([{ text: label.text, start: label.start }, { text: value.text, start: value.start }])
    last = value.index
    at = after(last)
  }
  return grid.length >= LEAST_PAIRS && grid.filter(([label]) => COUNTED.test(label!.text)).length * 2 >= grid.length ? { grid, last } : null
}

/** All tables of a text: rows with cells side by side, one cell a line between bars, or names and numbers line by line. */
export function readTables(flow: Flow, lines: readonly Line[]): readonly Table[] {
  const tables: Table[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]!.row) {
      const pairs = lines[i]!.text === '' ? null : pairsFrom(lines, i)
      const table = pairs && tableOf(flow, pairs.grid, unitBefore(lines, i), { first: i, last: pairs.last })
      if (pairs && table) {
        tables.push(table)
        i = pairs.last
      }
      continue
    }
    const first = i
    const bar = (line: Line | undefined): boolean => line !== undefined && line.row && line.text.trim() === ''
    const single = bar(lines[i]) && !bar(lines[i + 1])
    let last = i
    const trailing = (line: Line | undefined): boolean => line !== undefined && line.row && line.text.indexOf('\t') === line.text.length - 1
    if (trailing(lines[i]) && trailing(lines[i + 1]) && trailing(lines[i + 2]) && (lines[i]!.text.length > 1 || lines[i + 1]!.text.length > 1)) {
      // One cell a line, a bar behind each.
      while (trailing(lines[last + 1])) last += 1
      const pieces = lines.slice(first, last + 1).map((line): Piece => ({ text: line.text.slice(0, -1).trim(), start: line.start }))
      const grid = cellPerLine(pieces)
      const table = grid && tableOf(flow, grid, unitBefore(lines, first), { first, last })
      if (table) tables.push(table)
    } else if (single || bar(lines[i])) {
      // One cell a line: words, a bar, words, a bar.
      while (last + 1 < lines.length && (bar(lines[last + 1]) || (lines[last + 1]!.text !== '' && bar(lines[last + 2])))) last += 1
      const from = first > 0 && !lines[first - 1]!.row && lines[first - 1]!.text !== '' ? first - 1 : first
      const pieces: Piece[] = []
      let words: Piece | null = null
      for (const line of lines.slice(from, last + 1)) {
        if (bar(line)) {
          pieces.push(words ?? { text: '', start: line.start })
          words = null
        } else words = { text: line.text, start: line.start }
      }
      if (words) pieces.push(words)
      const grid = cellPerLine(pieces)
      const table = grid && tableOf(flow, grid, unitBefore(lines, from), { first: from, last })
      if (table) tables.push(table)
    } else {
      while (last + 1 < lines.length && lines[last + 1]!.row) last += 1
      tables.push(...tablesOf(flow, lines.slice(first, last + 1).map((line) => piecesOf(flow, line)), unitBefore(lines, first), { first, last }))
    }
    i = last
  }
  return tables
}

/** The figures of the prose and of the tables' cells, each once, in reading order. */
export function withTables(figures: readonly Figure[], tables: readonly Table[]): readonly Quantity[] {
  const byStart = new Map<number, Quantity>()
  for (const { rows } of tables) for (const { cells } of rows) for (const { figure } of cells) if (figure) byStart.set(figure.quantity.start, figure.quantity)
  for (const { quantity } of figures) if (!byStart.has(quantity.start)) byStart.set(quantity.start, quantity)
  return [...byStart.values()].sort((a, b) => a.start - b.start)
}
