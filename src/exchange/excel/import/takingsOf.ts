import type { Answer } from '../../../domain/evaluation/answer'
import type { Row } from '../../../domain/evaluation/evaluation'
import { itemOf } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { given } from '../../../domain/evaluation/answer'
import type { Form } from '../../../domain/forms/form'
import { compact, labelOf } from '../mapping/label'
import { mappedCells, mappedLists, mappedScores } from '../mapping/mappedCells'
import type { MappedCell, MappedList } from '../mapping/mapping'
import { isTotalLabel } from '../mapping/layout'
import type { MoneyPower } from '../mapping/moneyUnit'
import type { MappedSheet } from '../mapping/suggest'
import type { ReadCell } from '../read/readSheets'
import { readDay } from '../read/readDay'
import { readNumber, unreadable } from '../read/sheetReader'
import { address } from '../sheetPlan'
import type { Taking } from './taking'

/** A row of a list in a foreign sheet. */
export interface TakenRow {
  readonly table: string
  readonly sheet: string
  readonly cell: string
  readonly cells: Row['cells']
  readonly kind: Row['kind']
  readonly label: string
}

/** What a mapped sheet tells: figures, rows of lists, and what is refused, so that every figure of it is accounted for. */
export interface SheetTakings {
  readonly takings: readonly Taking[]
  readonly rows: readonly TakenRow[]
  /** Whether some money was read by the sheet's own unit, because nothing nearer states one. */
  readonly byUnit: boolean
}

const DOUBTS = { sure: undefined, likely: undefined, unsure: '对应关系拿不准，请核对后勾选。' } as const

type Read = { readonly ok: true; readonly answer: Answer | null } | { readonly ok: false; readonly expected: string }

/** Reads a cell as its measure or column wants it. */
function readAs(cell: ReadCell, kind: 'money' | 'number' | 'date' | 'words', unit: MoneyPower, measureUnit?: string, percent = false): Read {
  const bad = unreadable(cell)
  if (bad !== null) return { ok: false, expected: bad }
  if (kind === 'money') return readNumber(cell, { power: 4, bare: unit, percent })
  if (kind === 'number') return readNumber(cell, { power: null, percent, ...(measureUnit === undefined ? {} : { unit: measureUnit }) })
  const text = cell.text.trim()
  if (kind === 'words') return { ok: true, answer: text === '' ? null : given(text) }
  const day = cell.isDate ? text : readDay(text)
  return day === null ? { ok: false, expected: '日期（如 2026-03-15）' } : { ok: true, answer: given(day) }
}

const kindOf = (measure: Measure | undefined): 'money' | 'number' | 'date' | 'words' =>
  !measure || measure.kind === 'text' || measure.kind === 'choice' ? 'words' : measure.kind === 'money' ? 'money' : measure.kind === 'date' ? 'date' : 'number'

/** Several things under one name: 其余14项合计, 其他项目. */
const MERGED = /^(?:其余|其他)|等\d+[项个]|\d+[项个]合计/

class SheetTaker {
  private readonly takings: Taking[] = []
  private readonly rows: TakenRow[] = []
  private readonly used = new Set<number>()
  private byUnit = false
  private readonly mapped: MappedSheet
  private readonly unit: MoneyPower
  private readonly forms: readonly Form[]
  private readonly fileName: string

  constructor(mapped: MappedSheet, unit: MoneyPower, forms: readonly Form[], fileName: string) {
    this.mapped = mapped
    this.unit = unit
    this.forms = forms
    this.fileName = fileName
  }

  private figure(place: MappedCell): void {
    const { grid, sheet, vocabulary } = this.mapped
    const at = grid.anchor(place.row, place.column)
    const cell = grid.cell(place.row, place.column)
    if (!cell) return
    this.used.add(at.row * 1000 + at.column)
    const text = place.inCell === undefined ? cell.text : (cell.text.slice(place.inCell).split(/[\s\u3000]{2,}/)[0] ?? '').trim()
    if (text === '' || (place.inCell === undefined && this.isLabel(at.row, at.column))) return
    const measure = vocabulary.measures.get(itemOf(place.item).measure)
    const from = { sheet: sheet.name, cell: address(at.row, at.column), label: place.label, found: text, source: `取自 ${this.fileName} ${sheet.name} ${address(at.row, at.column)}` }
    const read = readAs({ ...cell, text }, kindOf(measure), this.unitOf(kindOf(measure), place.unit), measure?.unit, measure?.kind === 'ratio')
    if (!read.ok) this.takings.push({ ...from, kind: 'refused', reason: `应当是${read.expected}。` })
    else if (read.answer) {
      const doubt = DOUBTS[place.confidence]
      const note = cell.note === undefined || read.answer.kind !== 'given' ? {} : { provenance: { note: cell.note } }
      this.takings.push({ ...from, kind: 'figure', item: place.item, answer: { ...read.answer, ...note }, ...(doubt === undefined ? {} : { doubt }) })
    }
  }

  private unitOf(kind: ReturnType<typeof kindOf>, stated: MoneyPower | undefined): MoneyPower {
    this.byUnit ||= kind === 'money' && stated === undefined
    return stated ?? this.unit
  }

  private isLabel(row: number, column: number): boolean {
    return this.mapped.placed.some(({ at }) => at.row === row && at.column === column)
  }

  private list({ table, columns, first, end }: MappedList): void {
    const { grid, sheet } = this.mapped
    const definitions = this.forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'table' && block.table === table ? block.columns : [])))
    for (let row = first; row < end; row++) {
      const cells: { [column: string]: Answer } = {}
      const refused: Taking[] = []
      for (const { column, id, label, unit } of columns) {
        const cell = grid.cell(row, column)
        if (!cell) continue
        this.used.add(row * 1000 + column)
        const definition = definitions.find((one) => one.id === id)
        const kind = definition?.kind === 'money' ? 'money' : definition?.kind === 'count' ? 'number' : definition?.kind === 'date' ? 'date' : 'words'
        const read = readAs(cell, kind, this.unitOf(kind, unit), undefined, definition?.percent === true)
        if (!read.ok) refused.push({ kind: 'refused', sheet: sheet.name, cell: address(row, column), label, found: cell.text, source: '', reason: `应当是${read.expected}。` })
        else if (read.answer) cells[id] = read.answer
      }
      this.takings.push(...refused)
      const name = Object.values(cells).find((answer) => answer.kind === 'given' && !/^-?[\d.]+$/.test(answer.text))
      const text = name?.kind === 'given' ? name.text : ''
      const leading = columns[0] ? compact(grid.words(row, 0)) : ''
      if (Object.keys(cells).length === 0) continue
      const where = { sheet: sheet.name, cell: address(row, columns[0]!.column), label: text.slice(0, 40) }
      if (isTotalLabel(text) || isTotalLabel(leading)) this.takings.push({ ...where, kind: 'refused', found: text || leading, source: '', reason: '合计、小计行由系统计算，没有导入。' })
      else this.rows.push({ ...where, table, cells, kind: MERGED.test(compact(text)) ? 'merged' : 'single' })
    }
  }

  /** What a 评分表 says is scored here by the framework, and not taken over. */
  private scores(): void {
    for (const { row, column, label } of mappedScores(this.mapped)) {
      const cell = this.mapped.grid.cell(row, column)
      if (!cell || this.used.has(row * 1000 + column)) continue
      this.used.add(row * 1000 + column)
      this.takings.push({ kind: 'refused', sheet: this.mapped.sheet.name, cell: address(row, column), label: label.slice(0, 40), found: cell.text, source: '', reason: '评分由本系统按指标体系计算，不从表里导入；要调整得分，请到“指标”页写明理由。' })
    }
  }

  /** Figures no label led to, a line each row, so that nothing is passed over in silence. */
  private rest(): void {
    const { grid, sheet, placed } = this.mapped
    for (let row = 0; row < grid.height; row++) {
      const left: number[] = []
      let label = ''
      for (let column = 0; column < grid.width; column++) {
        const cell = sheet.rows[row]?.[column] ?? null
        if (label === '' && cell && !cell.isNumber) label = labelOf(cell.text).name
        if (cell?.isNumber && !this.used.has(row * 1000 + column) && !this.isCounter(row, column) && !placed.some(({ at, meaning }) => at.row === row && at.column === column && meaning.kind !== 'nothing')) left.push(column)
      }
      if (left.length === 0) continue
      const total = isTotalLabel(label)
      this.takings.push({ kind: 'refused', sheet: sheet.name, cell: left.map((column) => address(row, column)).slice(0, 12).join('、'), label: label.slice(0, 40), source: '',
        found: left.map((column) => sheet.rows[row]![column]!.text).slice(0, 6).join('，'), cells: left.length,
        reason: total ? '合计行没有对应的指标项，没有导入。' : label === '' ? '这些数旁边没有行名，没有导入。' : `行名“${label.slice(0, 20)}”没有对应的指标项，可在对应关系里指定。` })
    }
  }

  /** A figure that shares the cell with its label (公务接待费1.5万元) is told, for no column says what it is. */
  private inLabels(): void {
    const { grid, sheet, placed, vocabulary } = this.mapped
    for (const { place, at } of placed) {
      const [, name, figure] = (place === 'row' && /^(.{2,40}?)[:：]?\s*(-?\d[\d,，]*(?:\.\d+)?)\s*(?:万?元)?$/.exec(at.text.trim())) || []
      if (name === undefined || figure === undefined || vocabulary.row(name, null, new Set())?.confidence !== 'sure') continue
      const anchor = grid.anchor(at.row, at.column)
      this.takings.push({ kind: 'refused', sheet: sheet.name, cell: address(anchor.row, anchor.column), label: labelOf(name).name.slice(0, 40), found: at.text.trim().slice(0, 60), source: '', reason: '数和行名写在同一格里，没有导入；请把数移到右边的格子。' })
    }
  }

  /** 行次, 序号 and codes are no figures. */
  private isCounter(row: number, column: number): boolean {
    for (let above = row - 1; above >= 0; above--) {
      const text = compact(this.mapped.grid.words(above, column))
      if (/^(?:行次|序号|栏次|编号|科目编码|功能分类科目编码|项目编码)$/.test(text)) return true
      if (text !== '') return false
    }
    return /^(?:19|20)\d{2}$/.test(this.mapped.sheet.rows[row]?.[column]?.text ?? '')
  }

  taken(): SheetTakings {
    for (const place of mappedCells(this.mapped)) this.figure(place)
    for (const list of mappedLists(this.mapped)) this.list(list)
    this.scores()
    this.inLabels()
    this.rest()
    return { takings: this.takings, rows: this.rows, byUnit: this.byUnit }
  }
}

/** What a mapped sheet tells, with its money in `unit`. */
export const takingsOf = (mapped: MappedSheet, unit: MoneyPower, forms: readonly Form[], fileName: string): SheetTakings =>
  new SheetTaker(mapped, unit, forms, fileName).taken()
