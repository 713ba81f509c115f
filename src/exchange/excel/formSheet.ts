import type { Answer } from '../../domain/evaluation/answer'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { Figures } from '../../domain/figures/figures'
import { cellSpec } from '../../domain/forms/cellSpec'
import type { Block, CellSpec, Form } from '../../domain/forms/form'
import { FUNDS } from '../../domain/measures/basis'
import { cellId, type FigureId } from '../../domain/measures/item'
import { isNumeric, type Measure } from '../../domain/measures/measure'
import { yeared } from '../../domain/report/compose'
import { ROW_KIND } from './excelFormula'
import { fieldSpans, isList, spans, widthOf, widthsOf, type Span } from './grid'
import { brokenLines, heightOf, linesIn } from './textLines'
import { fixedAddress, quotedSheet, type CellContent, type CellLook, type PlannedCell, type SheetPlan } from './sheetPlan'

/** What 不涉及 looks like in a cell. */
export const NOT_INVOLVED = '不涉及'
/** What each row kind is called. */
export const ROW_KINDS = { single: '单项', merged: '合并', subtotal: '小计' } as const

/** A form laid out, with the place of every figure; computed cells are still to be filled by `formulas`. */
export interface FormPlan {
  readonly form: Form
  readonly plan: SheetPlan
  readonly places: ReadonlyMap<FigureId, string>
  /** Data rows by `table.column` as ranges. */
  readonly columns: ReadonlyMap<string, string>
  readonly derived: readonly { readonly index: number; readonly spec: CellSpec }[]
}

/** What laying out a form needs to know. */
export interface FormContext {
  readonly evaluation: Evaluation
  readonly measures: ReadonlyMap<string, Measure>
  readonly figures: Figures
}

const numeric = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

function contentOf(answer: Answer | undefined, isNumber: boolean): CellContent {
  if (!answer) return { kind: 'blank' }
  if (answer.kind === 'notInvolved') return { kind: 'text', text: NOT_INVOLVED }
  return isNumber && numeric(answer.text) ? { kind: 'number', text: answer.text } : { kind: 'text', text: answer.text }
}

const LABELS: readonly CellLook[] = ['label', 'label1', 'label2', 'label3']

class FormLayout {
  readonly cells: PlannedCell[] = []
  readonly places = new Map<FigureId, string>()
  readonly columns = new Map<string, string>()
  readonly derived: { index: number; spec: CellSpec }[] = []
  readonly heights = new Map<number, number>()
  /** Rows where blocks begin. */
  readonly parts: number[] = []
  private row = 0
  private readonly total: number
  /** Of all columns, in characters. */
  private readonly width: number
  private readonly form: Form
  /** The sheet's name as formulas say it. */
  private readonly prefix: string
  private readonly context: FormContext

  constructor(form: Form, context: FormContext) {
    this.form = form
    this.prefix = `${quotedSheet(form.name)}!`
    this.context = context
    this.total = widthOf(form)
    this.width = widthsOf(form).reduce((sum, width) => sum + width, 0)
  }

  private put(column: number, content: CellContent | string, look: CellLook, more: Partial<PlannedCell> = {}): void {
    this.cells.push({ row: this.row, column, content: typeof content === 'string' ? { kind: 'text', text: content } : content, look, ...more })
  }

  private line(height?: number): void {
    if (height !== undefined) this.heights.set(this.row, height)
    this.row++
  }

  private place(id: FigureId, column: number): void {
    if (!this.places.has(id)) this.places.set(id, `${this.prefix}${fixedAddress(this.row, column)}`)
  }

  private answer(id: FigureId, column: number, size: number, look: CellLook, options?: readonly string[]): void {
    const measure = this.context.measures.get(id.split('@')[0] ?? '')
    const answer = this.context.evaluation.answers[id]
    const isNumber = measure ? isNumeric(measure) : false
    if (!answer && isNumber && this.context.figures.item(id).kind !== 'missing') this.derived.push({ index: this.cells.length, spec: { kind: 'item', item: id } })
    this.place(id, column)
    this.put(column, contentOf(answer, isNumber), look, { columns: size, ...(options ? { options } : {}) })
  }

  head(): void {
    const wide = this.total + 1
    if (this.form.annex) {
      this.put(0, this.form.annex, 'annex')
      this.line()
    }
    this.put(0, this.form.title, 'title', { columns: wide })
    this.line(32)
    const unitName = this.context.figures.words('unit.name') ?? ''
    const left = `填报单位：${unitName}　　评价年度：${this.context.evaluation.year}`
    const right = this.form.unit === '' ? '' : `资金口径：${FUNDS[this.form.fund]}　单位：${this.form.unit}`
    const leftSize = Math.max(1, Math.ceil(wide * 0.5))
    this.put(0, left, 'caption', { columns: leftSize })
    if (wide > leftSize) this.put(leftSize, right, 'captionRight', { columns: wide - leftSize })
    this.line()
  }

  block(block: Block): void {
    this.parts.push(this.row)
    if (block.title) {
      this.put(0, block.title, 'caption', { columns: this.total + 1 })
      this.line(24)
    }
    if (block.kind === 'fields') this.fields(block)
    else if (block.kind === 'matrix') this.matrix(block)
    else this.table(block)
  }

  private fields(block: Block & { kind: 'fields' }): void {
    const { value1, label2, value2 } = fieldSpans(this.total)
    const widths = widthsOf(this.form)
    const linesOf = (item: FigureId, span: Span): number => linesIn(this.context.figures.words(item) ?? '', widths.slice(span.start, span.start + span.size).reduce((sum, width) => sum + width, 0))
    const optionsOf = (item: FigureId) => this.context.measures.get(item.split('@')[0] ?? '')?.options
    let pair = 0
    let lines = 1
    for (const field of block.fields) {
      if (field.wide) {
        if (pair === 1) this.endPair(label2.start)
        pair = 0
        this.put(0, field.label, 'label')
        this.answer(field.item, 1, this.total, 'inputText')
        const high = heightOf(linesOf(field.item, { start: 1, size: this.total }))
        this.line(field.long ? Math.max(64, high) : high)
        continue
      }
      const [labelAt, labelSize, value] = pair === 0 ? [0, 1, value1] : [label2.start, label2.size, value2]
      this.put(labelAt, field.label, 'label', { columns: labelSize })
      this.answer(field.item, value.start, value.size, 'inputCenter', optionsOf(field.item))
      lines = Math.max(pair === 0 ? 1 : lines, linesOf(field.item, value))
      this.heights.set(this.row, heightOf(lines))
      if (pair === 1) this.line()
      pair = 1 - pair
    }
    if (pair === 1) this.endPair(label2.start)
  }

  private endPair(from: number): void {
    this.put(from, { kind: 'blank' }, 'plain', { columns: this.total + 1 - from })
    this.line()
  }

  private matrix(block: Block & { kind: 'matrix' }): void {
    const year = this.context.evaluation.year
    const at = spans(block.columns.length, this.total)
    this.put(0, yeared(block.stub, year), 'head')
    block.columns.forEach((column, i) => this.put(at[i]!.start, yeared(column.head, year), 'head', { columns: at[i]!.size }))
    this.line(block.columns.length > 5 ? 34 : 26)
    for (const row of block.rows) {
      this.put(0, row.label, LABELS[row.indent]!)
      block.columns.forEach((column, i) => this.matrixCell(cellSpec(this.form, row, column, this.context.measures), at[i]!.start, at[i]!.size))
      this.line()
    }
    if (block.note) this.note(block.note)
  }

  /** Words of 9 points under a table, over its whole width. */
  private note(text: string): void {
    this.put(0, text, 'note', { columns: this.total + 1 })
    this.line(5 + 13 * linesIn(text, (this.width * 10.5) / 9))
  }

  private matrixCell(spec: CellSpec, column: number, size: number): void {
    if (spec.kind === 'item') this.answer(spec.item, column, size, 'input')
    else {
      if (spec.kind === 'formula') this.derived.push({ index: this.cells.length, spec })
      this.put(column, { kind: 'blank' }, 'computed', { columns: size })
    }
  }

  private table(block: Block & { kind: 'table' }): void {
    const list = isList(this.form)
    const rows = this.context.evaluation.tables[block.table] ?? []
    const first = list ? 1 + (block.counted ? 1 : 0) : 0
    if (list) this.put(0, '序号', 'head')
    if (list && block.counted) this.put(1, '行类别', 'head')
    const rest = list ? null : spans(block.columns.length - 1, this.total)
    const spanOf = (i: number) => (rest ? (i === 0 ? { start: 0, size: 1 } : rest[i - 1]!) : { start: first + i, size: 1 })
    block.columns.forEach((column, i) => this.put(spanOf(i).start, yeared(column.head, this.context.evaluation.year), 'head', { columns: spanOf(i).size }))
    this.line(30)
    const start = this.row
    const widths = widthsOf(this.form)
    const spanWidth = (i: number): number => widths.slice(spanOf(i).start, spanOf(i).start + spanOf(i).size).reduce((sum, width) => sum + width, 0)
    rows.forEach((row, n) => {
      if (list) this.put(0, { kind: 'number', text: String(n + 1) }, 'plainCenter')
      if (list && block.counted) this.put(1, ROW_KINDS[row.kind], 'inputCenter', { options: Object.values(ROW_KINDS) })
      block.columns.forEach((column, i) => {
        const isNumber = column.kind === 'money' || column.kind === 'count'
        this.place(cellId(block.table, row.id, column.id), spanOf(i).start)
        this.put(spanOf(i).start, contentOf(row.cells[column.id], isNumber), isNumber ? 'input' : column.kind === 'choice' ? 'inputCenter' : 'inputText',
          { columns: spanOf(i).size, ...(column.options ? { options: column.options } : {}) })
      })
      this.line(heightOf(Math.max(1, ...block.columns.map((column, i) => {
        const cell = row.cells[column.id]
        return cell?.kind === 'given' ? linesIn(cell.text, spanWidth(i)) : 1
      }))))
    })
    if (rows.length > 0) {
      const rangeAt = (at: number) => `${this.prefix}${fixedAddress(start, at)}:${fixedAddress(this.row - 1, at)}`
      block.columns.forEach((column, i) => this.columns.set(`${block.table}.${column.id}`, rangeAt(spanOf(i).start)))
      if (list && block.counted) this.columns.set(`${block.table}.${ROW_KIND}`, rangeAt(1))
    }
    if (block.totalLabel) this.totals(block, spanOf, list)
  }

  private totals(block: Block & { kind: 'table' }, spanOf: (i: number) => { start: number; size: number }, list: boolean): void {
    if (list) this.put(0, block.totalLabel!, 'plainCenter', { columns: spanOf(0).start + 1 })
    block.columns.forEach((column, i) => {
      if (i === 0 && list) return
      if (i === 0) return this.put(0, block.totalLabel!, 'label')
      if (column.summed || column.id === 'rowCount')
        this.derived.push({ index: this.cells.length, spec: { kind: 'formula', style: 'number', formula: { kind: 'call', name: 'SUM', args: [{ kind: 'column', table: block.table, column: column.id }] } } })
      this.put(spanOf(i).start, { kind: 'blank' }, 'computed', { columns: spanOf(i).size })
    })
    this.line()
  }

  foot(): void {
    this.form.notes.forEach((note, i) => this.note(`${i === 0 ? '注：' : '　　'}${note}`))
    if (this.form.signatures.length === 0) return
    const lines = brokenLines(this.form.signatures.map(({ label, item }) => `${label}：${this.context.figures.words(item) ?? '　　　　'}`), '　　', this.width)
    this.put(0, lines.join('\n'), 'captionWrap', { columns: this.total + 1 })
    this.line(10 + 18 * lines.length)
  }

  get height(): number {
    return this.row
  }
}

/** Whether the head of its table stands right under the caption, so that it is repeated on every page. */
const isOneTable = (form: Form): boolean => isList(form) || (form.blocks.length === 1 && form.blocks[0]?.kind === 'matrix' && form.blocks[0].title === undefined)

/** Lays out a form for an evaluation. */
export function planForm(form: Form, context: FormContext): FormPlan {
  const layout = new FormLayout(form, context)
  layout.head()
  const repeatedFrom = form.annex ? 2 : 1
  for (const block of form.blocks) layout.block(block)
  layout.foot()
  return {
    form,
    places: layout.places,
    columns: layout.columns,
    derived: layout.derived,
    plan: {
      name: form.name, cells: layout.cells, widths: widthsOf(form), heights: layout.heights, landscape: form.landscape,
      repeated: [repeatedFrom, repeatedFrom + (isOneTable(form) ? 2 : 1)], hidden: false,
      parts: layout.parts,
    },
  }
}
