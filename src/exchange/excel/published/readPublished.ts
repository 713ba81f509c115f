import { given } from '../../../domain/evaluation/answer'
import type { PublishedLine, PublishedTable } from '../../../domain/forms/publishedTable'
import type { Basis, Fund } from '../../../domain/measures/basis'
import { itemIn } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { CellGrid } from '../mapping/cellGrid'
import { fundIn, headWords } from '../mapping/headWords'
import { bareName, compact, labelOf } from '../mapping/label'
import { moneyUnitOf, type MoneyPower } from '../mapping/moneyUnit'
import type { ReadCell, ReadSheet } from '../read/readSheets'
import { readNumber, unreadable } from '../read/sheetReader'
import { address } from '../sheetPlan'
import type { Taking } from '../import/taking'

/** A published table found in a workbook. */
export interface FoundTable {
  readonly table: PublishedTable
  readonly sheet: ReadSheet
  /** 公开06表, as printed in the sheet or as the catalog has it. */
  readonly number: string
  /** The year its head states; null where it says none. */
  readonly year: number | null
  readonly unit: MoneyPower | null
}

const bare = (text: string): string => bareName(labelOf(text).name)

const HEAD_ROWS = 6

/** The published table a sheet is, by the words of its head or its name; null where it is none. */
export function publishedIn(sheet: ReadSheet, tables: readonly PublishedTable[]): FoundTable | null {
  const head = sheet.rows.slice(0, HEAD_ROWS).flatMap((row) => row.flatMap((cell) => (cell && !cell.isNumber ? [compact(cell.text)] : [])))
  const titles = [...head, compact(sheet.name)].map((text) => bareName(text.replace(/^.{0,40}?(?:19|20)\d{2}年(?:度)?/, '').replace(/\(?(?:公开|附)?\d{0,2}表?\)?$/, (end) => (end.startsWith('表') || end === '' ? end : '表'))))
  const table = tables.find(({ names }) => names.some((name) => titles.some((title) => title === bareName(compact(name)) || title.endsWith(`部门${bareName(compact(name))}`) || title.endsWith(`单位${bareName(compact(name))}`))))
  if (!table) return null
  const printed = head.map((text) => /公开\d{2}表/.exec(text)?.[0]).find((found) => found !== undefined)
  const year = head.map((text) => /((?:19|20)\d{2})年/.exec(text)?.[1]).find((found) => found !== undefined)
  return { table, sheet, number: printed ?? table.number, year: year === undefined ? null : Number(year), unit: moneyUnitOf(sheet) }
}

/** A row of column numbers (栏次 1 2 3 …) holds no figures. */
const isNumbering = (row: readonly (ReadCell | null)[]): boolean => {
  const numbers = row.filter((cell) => cell?.isNumber).map((cell) => Number(cell!.text))
  return numbers.length > 0 && (row.some((cell) => compact(cell?.text ?? '').startsWith('栏次')) || (numbers.length >= 3 && numbers.every((value, i) => value === numbers[0]! + i)))
}

/** Reads one published table. */
class PublishedReader {
  private readonly grid: CellGrid
  private readonly firstFigures: number
  private readonly heads: readonly string[]
  readonly takings: Taking[] = []
  /** Cells that were spoken of. */
  private readonly told = new Set<string>()
  private readonly found: FoundTable
  private readonly measures: ReadonlyMap<string, Measure>
  private readonly year: number
  private readonly unit: MoneyPower

  constructor(found: FoundTable, measures: ReadonlyMap<string, Measure>, year: number, unit: MoneyPower) {
    this.found = found
    this.measures = measures
    this.year = year
    this.unit = unit
    const grid = new CellGrid(found.sheet)
    this.grid = grid
    const first = found.sheet.rows.findIndex((row, r) => r >= 2 && !isNumbering(row) && row.some((cell) => cell?.isNumber))
    this.firstFigures = first < 0 ? grid.height : first
    this.heads = Array.from({ length: grid.width }, (_, column) => {
      const parts: string[] = []
      for (let row = 0; row < this.firstFigures; row++) {
        const text = compact(grid.words(row, column))
        if (text !== '' && parts.at(-1) !== text && grid.bottom(row, column) < this.firstFigures) parts.push(text)
      }
      return parts.join('|')
    })
  }

  private basisOf(stated: Basis | undefined, words: string): Basis | null {
    const offset = this.found.year === null ? 0 : this.found.year - this.year
    const basis = stated ?? headWords(words.split('|').at(-1) ?? '', this.found.year ?? this.year).basis ?? (/决算/.test(words) ? 'actual' : /预算数/.test(words) ? 'originalBudget' : 'actual')
    if (offset === 0) return basis
    const LAST: { readonly [B in Basis]?: Basis } = { actual: 'priorActual', originalBudget: 'priorBudget', carryOut: 'carryIn' }
    return offset === -1 ? LAST[basis] ?? null : null
  }

  private take(line: Pick<PublishedLine, 'measure'>, basis: Basis | null, fund: Fund, row: number, column: number, label: string, doubt?: string): void {
    const cell = this.grid.cell(row, column)
    if (!cell) return
    const at = this.grid.anchor(row, column)
    this.told.add(address(at.row, at.column))
    const { sheet, number } = this.found
    const measure = this.measures.get(line.measure)
    if (!measure) throw new Error(`catalog error: no measure ${line.measure}`)
    const place = { sheet: sheet.name, cell: address(at.row, at.column), label: `${number} ${label}`, source: `取自 ${number} ${label}` }
    if (basis === null || !measure.bases.includes(basis)) {
      this.takings.push({ ...place, kind: 'refused', found: cell.text, reason: basis === null ? '不是评价年度或上年的表，没有取。' : basis === 'fullYearBudget' ? '这里的预算数是全年预算数，填报表要年初预算数，没有取。' : '填报表没有这个口径的格子。' })
      return
    }
    const bad = unreadable(cell)
    const number_ = bad === null ? readNumber(cell, measure.kind === 'money' ? { power: 4, bare: this.unit } : { power: null, unit: measure.unit }) : null
    if (!number_?.ok) this.takings.push({ ...place, kind: 'refused', found: cell.text, reason: `应当是${bad ?? (number_ as { expected: string }).expected}。` })
    else if (number_.answer) this.takings.push({ ...place, kind: 'figure', item: itemIn(measure, basis, fund), found: cell.text, answer: number_.answer.kind === 'given' ? given(number_.answer.text) : number_.answer, ...(doubt === undefined ? {} : { doubt }) })
  }

  private isCounted(column: number): boolean {
    return /(?:^|\|)(?:行次|栏次|序号)$/.test(this.heads[column] ?? '')
  }

  /** Whether a cell is a code of a classification and no amount of 260: the head says so; where no head does, it is text, or in the first column. */
  private isCode(row: number, column: number): boolean {
    const saysCode = (head: string): boolean => /(?:^|\|)[^|]{0,8}(?:编码|代码)$/.test(head)
    return this.heads.some(saysCode) ? saysCode(this.heads[column] ?? '') : column === 0 || this.grid.cell(row, column)?.isNumber === false
  }

  /** Amounts right of a label, up to the next words. */
  private amountsRightOf(row: number, column: number): readonly number[] {
    const columns: number[] = []
    for (let next = this.grid.after(row, column); next < this.grid.width; next++) {
      if (!this.grid.isAnchor(row, next) || this.isCounted(next)) continue
      const cell = this.grid.cell(row, next)
      if (this.grid.words(row, next) !== '' && !/^(?:不涉及|无|万元|元)$/.test(compact(cell?.text ?? ''))) break
      if (cell) columns.push(next)
    }
    return columns
  }

  private lines(lines: readonly PublishedLine[], from = 0): void {
    const used = new Set<string>()
    for (let row = from; row < this.grid.height; row++)
      for (let column = 0; column < this.grid.width; column++) {
        const text = this.grid.isAnchor(row, column) ? this.grid.words(row, column) : ''
        const name = text === '' ? '' : bare(text)
        const line = name === '' ? undefined : lines.find(({ labels }) => labels.some((label) => bare(label) === name))
        if (!line) continue
        let first = true
        for (const at of this.amountsRightOf(row, column)) {
          const head = (this.heads[at] ?? '').split('|').at(-1) ?? ''
          const fund = first && !/一般公共|政府性|国有资本/.test(head) ? this.found.table.fund : fundIn(head) ?? this.found.table.fund
          first = false
          const basis = this.basisOf(line.basis, head)
          const key = `${line.measure} ${basis} ${fund}`
          if (used.has(key)) continue
          used.add(key)
          this.take(line, basis, fund, row, at, labelOf(text).name)
        }
      }
  }

  private total(columns: readonly PublishedLine[]): void {
    const { grid } = this
    for (let row = this.firstFigures; row < grid.height; row++) {
      const first = Array.from({ length: grid.width }, (_, column) => grid.words(row, column)).find((text) => text !== '')
      if (first === undefined || bare(first) !== '合计') continue
      const used = new Set<string>()
      for (let column = 0; column < grid.width; column++) {
        const parts = (this.heads[column] ?? '').split('|').filter((part) => !/决算表|公开\d|单位[::]|^项目$/.test(part))
        const own = parts.at(-1) ?? ''
        if (own === '' || /其中/.test(own) || !grid.cell(row, column)) continue
        const inOther = parts.some((part) => /结转和结余|本年收入$/.test(part)) && !parts.some((part) => /本年支出/.test(part))
        if (inOther) continue
        const named = /^(?:小计|合计)$/.test(own) ? parts.at(-2) ?? own : own
        const line = columns.find(({ labels }) => labels.some((label) => bare(label) === bare(named))) ?? columns.find(({ labels }) => labels.some((label) => bare(label) === bare(own)))
        if (!line || used.has(line.measure)) continue
        used.add(line.measure)
        this.take(line, this.basisOf('actual', ''), this.found.table.fund, row, column, labelOf(named).name)
      }
      return
    }
  }

  private codes(lines: readonly PublishedLine[]): void {
    const { grid } = this
    for (let row = 0; row < grid.height; row++)
      for (let column = 0; column < grid.width; column++) {
        const code = grid.isAnchor(row, column) ? grid.cell(row, column)?.text.trim() ?? '' : ''
        if (!/^\d{3}(?:\d\d)?$/.test(code) || !this.isCode(row, column) || grid.words(row, column + 1) === '') continue
        const name = labelOf(grid.words(row, column + 1)).name
        const [amount] = this.amountsRightOf(row, column + 1)
        if (amount === undefined) continue
        const measure = this.measures.get(`economic.${code}`)
        const at = grid.anchor(row, amount)
        this.told.add(address(at.row, at.column))
        if (!measure) this.takings.push({ kind: 'refused', sheet: this.found.sheet.name, cell: address(at.row, at.column), label: `${this.found.number} ${code} ${name}`, source: '', found: grid.cell(row, amount)!.text, reason: `本机的经济分类没有 ${code}，没有取。` })
        else this.take({ measure: measure.id }, this.basisOf('actual', ''), 'general', row, amount, `${code} ${name}`, bare(measure.name) === bare(name) ? undefined : `本机的 ${code} 叫“${measure.name}”，名称不同，请核对。`)
      }
    this.lines(lines)
  }

  /** Which budget the note under a 三公 table says its 预算数 is. */
  private budgetBasis(): Basis | null {
    for (const row of this.found.sheet.rows) for (const cell of row) {
      const text = compact(cell?.text ?? '')
      if (/预算数.{0,20}全年预算数/.test(text)) return 'fullYearBudget'
      if (/预算数.{0,20}年初预算数/.test(text)) return 'originalBudget'
    }
    return null
  }

  private threePublic(lines: readonly PublishedLine[]): void {
    const { grid } = this
    const budget = this.budgetBasis()
    const doubt = '表上没有写明这里的预算数是年初预算数还是全年预算数，请核对后勾选。'
    const columns = this.heads.flatMap((head, column) => {
      const parts = head.split('|')
      const basis: Basis | null = parts.some((part) => /决算数/.test(part)) ? 'actual' : parts.some((part) => /预算数/.test(part)) ? 'originalBudget' : null
      const own = parts.at(-1) ?? ''
      const named = /^(?:小计|合计)$/.test(own) && parts.some((part) => /公务用车/.test(part)) ? parts.find((part) => /公务用车/.test(part))! : own
      const line = basis && lines.find(({ labels }) => labels.some((label) => bare(label) === bare(named)))
      return basis && line ? [{ column, basis, line, named }] : []
    })
    if (columns.length >= 4) {
      for (const { column, basis, line, named } of columns) {
        const stated = basis === 'originalBudget' ? budget ?? basis : basis
        this.take(line, this.basisOf(stated, ''), this.found.table.fund, this.firstFigures, column, `${named} ${basis === 'actual' ? '决算数' : '预算数'}`, basis === 'originalBudget' && budget === null ? doubt : undefined)
      }
      return
    }
    const used = new Set<string>()
    for (let row = 0; row < grid.height; row++)
      for (let column = 0; column < grid.width; column++) {
        const text = grid.isAnchor(row, column) ? grid.words(row, column) : ''
        const line = text === '' ? undefined : lines.find(({ labels }) => labels.some((label) => bare(label) === bare(text)))
        if (!line) continue
        for (const at of this.amountsRightOf(row, column)) {
          const head = this.heads[at] ?? ''
          const isBudget = /预算数/.test(head.split('|').at(-1) ?? '')
          const key = `${line.measure} ${isBudget}`
          if (used.has(key)) continue
          used.add(key)
          this.take(line, this.basisOf(isBudget ? budget ?? 'originalBudget' : 'actual', ''), this.found.table.fund, row, at, `${labelOf(text).name} ${isBudget ? '预算数' : '决算数'}`, isBudget && budget === null ? doubt : undefined)
        }
      }
  }

  /** Figures that no form asks for, a line each row, so that nothing is passed over in silence. */
  private rest(): void {
    const { grid, found } = this
    for (let row = this.firstFigures; row < grid.height; row++) {
      if (isNumbering(found.sheet.rows[row] ?? [])) continue
      const left = Array.from({ length: grid.width }, (_, column) => column).filter((column) =>
        found.sheet.rows[row]?.[column]?.isNumber && grid.isAnchor(row, column) && !this.isCounted(column) && !this.isCode(row, column) && !this.told.has(address(row, column)))
      if (left.length === 0) continue
      const label = Array.from({ length: grid.width }, (_, column) => labelOf(grid.words(row, column)).name).find((name) => name !== '') ?? ''
      this.takings.push({ kind: 'refused', sheet: found.sheet.name, cell: left.map((column) => address(row, column)).join('、'), label: `${found.number} ${label.slice(0, 40)}`.trim(), source: '',
        found: left.map((column) => found.sheet.rows[row]![column]!.text).slice(0, 6).join('，'), cells: left.length, reason: '填报表用不到这些数，没有取。' })
    }
  }

  read(): readonly Taking[] {
    const { shape } = this.found.table
    if (shape.kind === 'lines') this.lines(shape.lines)
    else if (shape.kind === 'total') this.total(shape.columns)
    else if (shape.kind === 'codes') this.codes(shape.lines)
    else this.threePublic(shape.lines)
    this.rest()
    return this.takings
  }
}

/** What a published table tells for an evaluation of `year`, with `unit` as the power of ten of 元 its money is in. */
export const readPublished = (found: FoundTable, measures: ReadonlyMap<string, Measure>, year: number, unit: MoneyPower): readonly Taking[] =>
  new PublishedReader(found, measures, year, unit).read()
