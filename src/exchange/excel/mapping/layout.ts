import { compact, labelOf } from './label'
import { headWords } from './headWords'
import { CellGrid } from './cellGrid'
import { scoreColumn } from './scoreHeads'
import type { Vocabulary } from './vocabulary'

/** A label and where it stands. */
export interface PlacedLabel {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A part of a sheet in which rows and columns meet, or labels stand beside their values. */
export type Region =
  | { readonly kind: 'matrix'; readonly columns: readonly PlacedLabel[]; readonly rows: readonly PlacedLabel[]; readonly end: number }
  | { readonly kind: 'list'; readonly table: string; readonly columns: readonly PlacedLabel[]; readonly first: number; readonly end: number }
  /** 评分表: one line an indicator. */
  | { readonly kind: 'scores'; readonly columns: readonly PlacedLabel[]; readonly rows: readonly PlacedLabel[]; readonly end: number }
  /** Each label with the cell of its value. */
  | { readonly kind: 'fields'; readonly labels: readonly (PlacedLabel & { readonly valueColumn: number; readonly inCell?: number })[] }

/** Fewer lines with an indicator's name are no 评分表. */
const FEWEST_INDICATORS = 2
const LONGEST_HEAD = 30
const MOST_HEAD_ROWS = 4
const FOOT = /^(?:注|备注|说明|填表人|单位负责人|制表人|审核人)[::(（]/
const TOTAL = /^(?:合计|总计|小计|合计数)$/
/** What ends a list; a 小计 stands within it. */
const LIST_END = /^(?:合计|总计|合计数)$/

interface Head {
  readonly first: number
  /** The first row under it. */
  readonly body: number
  readonly texts: readonly string[]
}

class Finder {
  private readonly grid: CellGrid
  private readonly vocabulary: Vocabulary
  private readonly year: number

  constructor(grid: CellGrid, vocabulary: Vocabulary, year: number) {
    this.grid = grid
    this.vocabulary = vocabulary
    this.year = year
  }

  private meansFigures = (text: string): boolean => text.length <= LONGEST_HEAD && (headWords(text, this.year).basis !== null || this.vocabulary.headItem(text) !== null)

  private hasFigures(row: number): boolean {
    for (let column = 0; column < this.grid.width; column++) if (this.grid.cell(row, column)?.isNumber) return true
    return false
  }

  /** How many cells of a column name indicators, from a row on. */
  private indicatorsBelow(row: number, column: number, end = this.grid.height): number {
    let count = 0
    for (let below = row; below < end; below++) if (this.grid.isAnchor(below, column) && this.vocabulary.indicator(this.grid.words(below, column)) !== null) count++
    return count
  }

  /** Whether a row is the head of a 评分表: it has a column of points, and indicators stand below. */
  private isScoreHead(row: number): boolean {
    const { grid } = this
    const words = Array.from({ length: grid.width }, (_, column) => (grid.isAnchor(row, column) ? grid.words(row, column) : ''))
    if (words.filter((text) => text !== '').length < 2 || !words.some((text) => scoreColumn(text) === 'points')) return false
    return !this.hasFigures(row) && words.some((_, column) => this.indicatorsBelow(row + 1, column) >= FEWEST_INDICATORS)
  }

  /** Whether a row of the sheet is the head of columns. */
  private isHead(row: number): boolean {
    const { grid } = this
    if (this.isScoreHead(row)) return true
    let bases = 0
    let others = 0
    let words = 0
    for (let column = 0; column < grid.width; column++) {
      if (!grid.isAnchor(row, column)) continue
      const text = grid.words(row, column)
      if (text === '') continue
      words++
      if (compact(text).length > LONGEST_HEAD) continue
      const next = grid.after(row, column)
      const isLast = next >= grid.width
      const basis = headWords(text, this.year).basis !== null
      if (basis && (isLast || !grid.cell(row, next)?.isNumber)) bases++
      else if (!basis && (this.vocabulary.headItem(text) !== null || this.vocabulary.tableColumns(text).length > 0) && (column > 0 || grid.words(row, next) !== '') && (isLast || grid.words(row, next) !== '')) others++
    }
    return words >= 2 && (bases >= 1 || others >= 2) && !this.hasFigures(row)
  }

  /** The head that begins at a row, with the rows of its sub-heads. */
  private headAt(first: number): Head {
    const { grid } = this
    let body = first + 1
    while (body < grid.height && body - first < MOST_HEAD_ROWS && !this.hasFigures(body) && (this.isSubhead(first, body) || (this.isHead(body) && grid.words(body, 0) === ''))) body++
    const texts = Array.from({ length: grid.width }, (_, column) => {
      const parts: string[] = []
      for (let row = first; row < body; row++) {
        const text = grid.words(row, column).replace(/\s+/g, '')
        if (text !== '' && parts.at(-1) !== text) parts.push(text)
      }
      return parts.join(' ')
    })
    return { first, body, texts }
  }

  /** Whether a row under a head is its second line: heads beside it reach down to it, and it has words of its own. */
  private isSubhead(first: number, row: number): boolean {
    const { grid } = this
    let reached = false
    let own = false
    for (let column = 0; column < grid.width; column++) {
      if (grid.words(row, column) === '') continue
      const { row: top } = grid.anchor(row, column)
      own ||= top === row
      reached ||= top >= first && top < row && grid.bottom(row, column) - first < MOST_HEAD_ROWS
    }
    return reached && own
  }

  private listOf(head: Head, end: number): Region | null {
    const hits = new Map<string, PlacedLabel[]>()
    const words = new Map<string, number>()
    head.texts.forEach((text, column) => {
      if (text === '' || !this.isOwnColumn(head, column)) return
      for (const { table, kind } of this.vocabulary.tableColumns(text)) {
        hits.set(table, [...(hits.get(table) ?? []), { row: head.first, column, text }])
        if (kind === 'text' || kind === 'choice') words.set(table, (words.get(table) ?? 0) + 1)
      }
    })
    const [table, columns] = [...hits].filter(([of, found]) => found.length >= 2 && (words.get(of) ?? 0) >= 1).sort((a, b) => b[1].length - a[1].length)[0] ?? []
    if (table === undefined || columns === undefined) return null
    let last = head.body
    const leading = (row: number): readonly string[] => Array.from({ length: Math.min(this.grid.width, columns[0]!.column + 1) }, (_, column) => compact(this.grid.words(row, column)))
    const isFoot = (row: number): boolean => leading(row).some((text) => FOOT.test(text))
    // A 合计 typed in the middle ends nothing: rows of the list go on under it.
    while (last < end && !isFoot(last) && !(leading(last).some((text) => LIST_END.test(text)) && !this.goesOn(last + 1, end, columns, isFoot))) last++
    return { kind: 'list', table, columns, first: head.body, end: last }
  }

  /** Whether a row of the list follows before its foot: words in its name, a figure under a head. */
  private goesOn(from: number, end: number, columns: readonly PlacedLabel[], isFoot: (row: number) => boolean): boolean {
    for (let row = from; row < end && !isFoot(row); row++) {
      const hasWords = columns.some(({ column }) => this.grid.words(row, column) !== '')
      if (hasWords && columns.some(({ column }) => this.grid.cell(row, column)?.isNumber)) return true
    }
    return false
  }

  /** A head over several merged columns speaks once, where it begins. */
  private isOwnColumn(head: Head, column: number): boolean {
    const at = this.grid.anchor(head.body - 1, column)
    return at.column === column
  }

  /** The lines of a 评分表: the column in which most indicators stand names them. */
  private scoresOf(head: Head, end: number): Region | null {
    const columns = head.texts.flatMap((text, column): readonly PlacedLabel[] => (this.isOwnColumn(head, column) && scoreColumn(text) !== null ? [{ row: head.first, column, text }] : []))
    if (!columns.some(({ text }) => scoreColumn(text) === 'points')) return null
    const counts = Array.from({ length: this.grid.width }, (_, column) => this.indicatorsBelow(head.body, column, end))
    const most = Math.max(0, ...counts)
    if (most < FEWEST_INDICATORS) return null
    const stub = counts.indexOf(most)
    const rows: PlacedLabel[] = []
    for (let row = head.body; row < end; row++) {
      const text = this.grid.isAnchor(row, stub) ? this.grid.words(row, stub) : ''
      if (FOOT.test(compact(text || this.grid.words(row, 0)))) break
      if (text !== '' && !TOTAL.test(labelOf(text).name)) rows.push({ row, column: stub, text })
    }
    return { kind: 'scores', columns: columns.filter(({ column }) => column !== stub), rows, end: (rows.at(-1)?.row ?? head.body - 1) + 1 }
  }

  private matricesOf(head: Head, end: number): readonly Region[] {
    const regions: Region[] = []
    let stubs: number[] = []
    let values: PlacedLabel[] = []
    const close = (): void => {
      if (values.length > 0) regions.push({ kind: 'matrix', columns: values, rows: this.rowsOf(head, end, stubs), end })
      stubs = []
      values = []
    }
    for (let column = 0; column < this.grid.width; column++) {
      const text = head.texts[column] ?? ''
      if (!this.isOwnColumn(head, column)) continue
      if (this.meansFigures(text)) values.push({ row: head.first, column, text })
      else if (headWords(text, this.year).counts) continue
      else if (this.hasWordsBelow(head, end, column)) {
        if (values.length > 0) close()
        stubs.push(column)
      }
    }
    close()
    return regions
  }

  private hasWordsBelow(head: Head, end: number, column: number): boolean {
    for (let row = head.body; row < end; row++) if (this.grid.words(row, column) !== '' || /^\d{3}(\d\d)?$/.test(this.grid.cell(row, column)?.text ?? '')) return true
    return false
  }

  private rowsOf(head: Head, end: number, stubs: readonly number[]): readonly PlacedLabel[] {
    const rows: PlacedLabel[] = []
    for (let row = head.body; row < end; row++) {
      const texts = stubs.map((column) => ({ column, text: this.grid.cell(row, column)?.text.trim() ?? '' })).filter(({ text }) => text !== '')
      const last = texts.at(-1)
      if (last && FOOT.test(compact(last.text))) break
      if (!last) {
        if (stubs.length === 0) rows.push({ row, column: 0, text: '' })
        continue
      }
      const code = texts.find(({ text }) => /^\d{3}(\d\d)?$/.test(text))
      rows.push({ row, column: last.column, text: code && code !== last ? `${code.text} ${last.text}` : last.text })
    }
    return rows
  }

  private fieldsIn(taken: readonly (readonly [first: number, end: number])[]): Region {
    const { grid, vocabulary } = this
    const labels: (PlacedLabel & { valueColumn: number; inCell?: number })[] = []
    for (let row = 0; row < grid.height; row++) {
      if (taken.some(([first, end]) => row >= first && row < end)) continue
      for (let column = 0; column < grid.width; column++) {
        const text = grid.isAnchor(row, column) ? grid.words(row, column) : ''
        if (text === '') continue
        const inCell = /^([^::：]{2,14})[:：]/.exec(text.normalize('NFC'))
        if (inCell && vocabulary.field(inCell[1]!) !== null) labels.push({ row, column, text: inCell[1]!, valueColumn: column, inCell: inCell[0].length })
        else if (vocabulary.field(text) !== null && grid.after(row, column) < grid.width) labels.push({ row, column, text, valueColumn: grid.after(row, column) })
      }
    }
    return { kind: 'fields', labels }
  }

  regions(): readonly Region[] {
    const heads: Head[] = []
    for (let row = 0; row < this.grid.height; row++)
      if (this.isHead(row)) {
        const head = this.headAt(row)
        heads.push(head)
        row = head.body - 1
      }
    const taken: (readonly [number, number])[] = []
    const regions = heads.flatMap((head, i) => {
      const end = heads[i + 1]?.first ?? this.grid.height
      const list = this.scoresOf(head, end) ?? this.listOf(head, end)
      const found = list ? [list] : this.matricesOf(head, end)
      const last = Math.max(head.body, ...found.map((region) => (region.kind === 'list' || region.kind === 'scores' ? region.end : region.kind === 'matrix' ? (region.rows.at(-1)?.row ?? head.body - 1) + 1 : 0)))
      taken.push([head.first, last])
      return found
    })
    const fields = this.fieldsIn(taken)
    return fields.kind === 'fields' && fields.labels.length > 0 ? [...regions, fields] : regions
  }
}

/** The regions of a sheet in reading order, the fields last. */
export const layoutOf = (grid: CellGrid, vocabulary: Vocabulary, year: number): readonly Region[] => new Finder(grid, vocabulary, year).regions()

/** Whether a label is of a total: it repeats what stands above. */
export const isTotalLabel = (text: string): boolean => TOTAL.test(labelOf(text).name)
