import type { Answer } from '../../../domain/evaluation/answer'
import { evaluate } from '../../../domain/expression/evaluate'
import type { TableColumn } from '../../../domain/forms/form'
import { itemOf } from '../../../domain/measures/item'
import { isNumeric } from '../../../domain/measures/measure'
import { isDecimalText, shiftPoint } from '../../../kernel/decimalText'
import { equals, fromDecimal, toFixedText } from '../../../kernel/rational'
import { ratioOf } from '../formulas'
import { isTotalLabel } from '../mapping/layout'
import { mappedCells, mappedLists, mappedScores } from '../mapping/mappedCells'
import type { MappedCell, MappedList, MappedScore } from '../mapping/mapping'
import type { MoneyPower } from '../mapping/moneyUnit'
import type { MappedSheet } from '../mapping/suggest'
import type { ReadCell } from '../read/readSheets'
import { address } from '../sheetPlan'
import { computedCells, type ComputedCell } from './computedCells'
import type { FillContext } from './fillContext'
import type { FillEntry, FillState } from './fillPlan'

/** What a cell gets. A ratio is written as its cell's format wants it: 95.10% or 95.10. */
export type FillValue =
  | { readonly kind: 'number' | 'text'; readonly text: string }
  | { readonly kind: 'ratio'; readonly text: string; readonly percentHead: boolean }

/** A sheet of the bureau's form, filled in thought: the values by address, and what is said about each cell. */
export interface FilledSheet {
  readonly values: ReadonlyMap<string, FillValue>
  readonly entries: readonly FillEntry[]
  /** What the user should know of the sheet. */
  readonly notes: readonly string[]
}

/** Cells that the form keeps free for a value may hold a blank line to write on. */
const isBlankText = (text: string): boolean => /^[\s_＿—\-/]*$/.test(text)

class SheetFiller {
  private readonly values = new Map<string, FillValue>()
  private readonly entries: FillEntry[] = []
  private readonly notes: string[] = []
  private readonly mapped: MappedSheet
  private readonly formulas: ReadonlySet<string>
  private readonly unit: MoneyPower
  private readonly context: FillContext

  constructor(mapped: MappedSheet, formulas: ReadonlySet<string>, unit: MoneyPower, context: FillContext) {
    this.mapped = mapped
    this.formulas = formulas
    this.unit = unit
    this.context = context
  }

  private note(at: string, label: string, text: string, state: FillState): void {
    this.entries.push({ sheet: this.mapped.sheet.name, cell: at, label, text, state })
  }

  /** The cell that takes a value for this place, and what stands there. */
  private target(row: number, column: number): { readonly at: string; readonly standing: ReadCell | null } {
    const anchor = this.mapped.grid.anchor(row, column)
    return { at: address(anchor.row, anchor.column), standing: this.mapped.grid.cell(row, column) }
  }

  private write(row: number, column: number, label: string, value: FillValue, state: FillState = 'filled'): void {
    const { at, standing } = this.target(row, column)
    if (this.formulas.has(at)) {
      // The formula stays; what it comes to is shown before anybody computes it.
      if (value.kind !== 'text') this.values.set(at, value)
      return this.note(at, label, value.kind === 'ratio' ? toPercent(value.text) : value.text, 'formula')
    }
    if (standing && !standing.isNumber && !isBlankText(standing.text)) return this.note(at, label, standing.text, 'kept')
    this.values.set(at, value)
    this.note(at, label, value.kind === 'ratio' ? toPercent(value.text) : value.text, state)
  }

  private money(text: string, unit: MoneyPower = this.unit): string {
    return shiftPoint(text, 4 - unit)
  }

  private give(row: number, column: number, label: string, answer: Answer | null, kind: 'money' | 'number' | 'words', unit?: MoneyPower): void {
    if (!answer) return this.note(this.target(row, column).at, label, '', 'missing')
    if (answer.kind === 'notInvolved') return this.write(row, column, label, { kind: 'text', text: this.context.notInvolved }, 'notInvolved')
    this.write(row, column, label, kind === 'words' ? { kind: 'text', text: answer.text } : { kind: 'number', text: kind === 'money' ? this.money(answer.text, unit) : answer.text })
  }

  private answerOf(cell: MappedCell): Answer | null {
    const own = this.context.evaluation.answers[cell.item]
    if (own) return own
    const figure = this.context.figures.item(cell.item)
    return figure.kind === 'value' ? { kind: 'given', text: figure.text } : figure.kind === 'notApplicable' ? { kind: 'notInvolved' } : null
  }

  cell(cell: MappedCell): void {
    const measure = this.context.measures.get(itemOf(cell.item).measure)
    if (!measure) return
    if (cell.confidence === 'unsure' && !this.isSaid(cell)) return this.note(this.target(cell.row, cell.column).at, cell.label, '', 'unsure')
    const answer = this.answerOf(cell)
    if (cell.inCell !== undefined) return this.behindLabel(cell, cell.inCell, answer)
    this.give(cell.row, cell.column, cell.label, answer, measure.kind === 'money' ? 'money' : isNumeric(measure) ? 'number' : 'words', cell.unit)
  }

  /** An item that stands twice on a sheet is filled twice, as long as both labels are sure of it. */
  private isSaid(cell: MappedCell): boolean {
    const labels = this.mapped.placed.filter(({ place, at }) => (place === 'row' && at.row === cell.row) || (place === 'column' && at.column === cell.column && at.row < cell.row) || (place === 'field' && at.row === cell.row))
    return labels.length > 0 && labels.every(({ confidence }) => confidence !== 'unsure')
  }

  /** 填报单位：＿＿＿ 单位：万元 in one cell: the value goes between its label and what follows. */
  private behindLabel(cell: MappedCell, from: number, answer: Answer | null): void {
    const { at, standing } = this.target(cell.row, cell.column)
    if (!answer || !standing) return this.note(at, cell.label, '', 'missing')
    if (this.formulas.has(at)) return this.note(at, cell.label, standing.text, 'formula')
    const earlier = this.values.get(at)?.text
    const text = earlier ?? standing.text
    const start = earlier === undefined ? from : text.indexOf(standing.text.slice(0, from).trim()) + standing.text.slice(0, from).trim().length
    const value = answer.kind === 'given' ? answer.text : this.context.notInvolved
    const rest = /^[\s_＿\u3000]*(?:[^\s_＿\u3000]\S*(?=\s{2}|\u3000|$))?/.exec(text.slice(start))?.[0] ?? ''
    const filler = /^[\s_＿\u3000]*/.exec(text.slice(start))![0]
    const tail = text.slice(start + (filler.length > 0 ? filler.length : rest.length)).replace(/^[\s\u3000]+/, '')
    this.values.set(at, { kind: 'text', text: `${text.slice(0, start)}${value}${tail === '' ? '' : `　　${tail}`}` })
    this.note(at, cell.label, value, 'filled')
  }

  computed({ row, column, label, ratio, percentHead }: ComputedCell): void {
    if (ratio === null) this.note(this.target(row, column).at, label, '', 'missing')
    else if (ratio === 'notInvolved') this.write(row, column, label, { kind: 'text', text: this.context.notInvolved }, 'notInvolved')
    else this.write(row, column, label, { kind: 'ratio', text: ratio, percentHead })
  }

  /** A cell of a 评分表. The weight is the bureau's: it is compared and never written. */
  score({ row, column, indicator, what, confidence, label }: MappedScore): void {
    const line = this.context.assessment.lines.find((one) => one.indicator.id === indicator)
    const { at, standing } = this.target(row, column)
    if (!line || confidence === 'unsure') return what === 'weight' ? undefined : this.note(at, label, '', 'unsure')
    if (what === 'weight') {
      const asked = standing ? fromDecimal(standing.text) : null
      const own = fromDecimal(line.indicator.weight)
      if (asked && own && !equals(asked, own)) this.notes.push(`“${this.mapped.sheet.name}”${at}：“${line.indicator.title}”的分值是 ${standing!.text}，打开的评价的指标体系是 ${line.indicator.weight}，请核对。`)
      return
    }
    const told = what === 'points' ? line.points : what === 'value' ? line.value : this.context.evaluation.judgements[indicator]?.self?.reason ?? ''
    if (told === null) return this.note(at, label, '', 'missing')
    if (told === '') return
    const ratio = what === 'value' && /^-?\d+(?:\.\d+)?%$/.test(told) ? ratioOf(told) : null
    this.write(row, column, label, ratio !== null ? { kind: 'ratio', text: ratio, percentHead: false } : { kind: isDecimalText(told) ? 'number' : 'text', text: told })
  }

  /** The total of a 评分表, once every line has its points. */
  private scoreTotal(row: number, column: number): void {
    const { certain, lowest, highest } = this.context.assessment
    if (lowest === highest) this.write(row, column, '合计 自评得分', { kind: 'number', text: certain })
    else this.note(this.target(row, column).at, '合计 自评得分', '', 'missing')
  }

  scores(): void {
    for (const one of mappedScores(this.mapped)) this.score(one)
    const { grid, regions, placed } = this.mapped
    regions.forEach((region, i) => {
      if (region.kind !== 'scores') return
      const points = placed.filter(({ region: of, meaning }) => of === i && meaning.kind === 'score' && meaning.column === 'points')
      const isTotal = (row: number): boolean => Array.from({ length: grid.width }, (_, column) => grid.words(row, column)).some((text) => isTotalLabel(text) || /^总分$|^总得分$|^得分合计$/.test(text.trim()))
      for (let row = region.end; row < Math.min(grid.height, region.end + 2); row++) if (isTotal(row)) {
        for (const { at } of points) this.scoreTotal(row, at.column)
        break
      }
    })
  }

  list(list: MappedList): void {
    const rows = this.context.evaluation.tables[list.table] ?? []
    const columns = this.context.forms.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' && block.table === list.table ? block.columns : [])))
    const of = (id: string): TableColumn | undefined => columns.find((column) => column.id === id)
    rows.forEach((row, i) => {
      const at = list.first + i
      const name = Object.values(row.cells).flatMap((answer) => (answer.kind === 'given' ? [answer.text] : []))[0] ?? `第 ${i + 1} 行`
      if (at >= list.end) return this.note('', of(list.columns[0]?.id ?? '')?.head ?? '', name, 'noRoom')
      for (const { column, id, confidence, unit } of list.columns) {
        const kind = of(id)?.kind
        if (confidence === 'unsure') this.note(address(at, column), `${name} ${of(id)?.head ?? id}`, '', 'unsure')
        else if (row.cells[id]) this.give(at, column, `${name} ${of(id)?.head ?? id}`, row.cells[id], kind === 'money' ? 'money' : kind === 'count' ? 'number' : 'words', unit)
      }
    })
    if (rows.length > 0) this.total(list, of)
  }

  /** The total row under a list, where it holds no formula. */
  private total(list: MappedList, of: (id: string) => TableColumn | undefined): void {
    const { grid } = this.mapped
    if (list.end >= grid.height || !Array.from({ length: grid.width }, (_, column) => grid.words(list.end, column)).some(isTotalLabel)) return
    for (const { column, id, unit } of list.columns) {
      const spec = of(id)
      if (!spec?.summed && id !== 'rowCount') continue
      const outcome = evaluate({ kind: 'call', name: 'SUM', args: [{ kind: 'column', table: list.table, column: id }] }, this.context.figures)
      const texts = this.context.figures.column(list.table, id).flatMap(({ figure }) => (figure.kind === 'value' ? [figure.text] : []))
      const places = Math.max(0, ...texts.map((text) => (text.split('.')[1] ?? '').length))
      const text = outcome.kind === 'value' ? toFixedText(outcome.value, places) : null
      this.give(list.end, column, `合计 ${spec?.head ?? id}`, text === null ? null : { kind: 'given', text }, spec?.kind === 'money' ? 'money' : 'number', unit)
    }
  }

  filled(): FilledSheet {
    for (const cell of mappedCells(this.mapped)) this.cell(cell)
    for (const cell of computedCells(this.mapped, this.context)) this.computed(cell)
    for (const list of mappedLists(this.mapped)) this.list(list)
    this.scores()
    return { values: this.values, entries: this.entries, notes: this.notes }
  }
}

const toPercent = (ratio: string): string => `${shiftPoint(ratio, 2)}%`

/** What a sheet of the bureau's form gets from an evaluation. `formulas` are the addresses of the form's own formulas. */
export const fillSheet = (mapped: MappedSheet, formulas: ReadonlySet<string>, unit: MoneyPower, context: FillContext): FilledSheet =>
  new SheetFiller(mapped, formulas, unit, context).filled()
