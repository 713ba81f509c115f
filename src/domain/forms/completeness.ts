import type { Evaluation } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { cellId, type FigureId } from '../measures/item'
import { formItems, type MeasureIndex } from './cellSpec'
import type { Block, Form } from './form'

/** 填报进度 of one form: cells that are answered or follow from others, out of all. */
export interface FormCompleteness {
  readonly form: string
  readonly filled: number
  readonly total: number
  /** What is still blank, in reading order. */
  readonly blank: readonly FigureId[]
}

type Table = Extract<Block, { readonly kind: 'table' }>

/** Figures of a table's rows; words beside them (说明 …) may stay blank. */
const tableFigures = (block: Table, evaluation: Evaluation): readonly FigureId[] =>
  (evaluation.tables[block.table] ?? []).flatMap((row) =>
    block.columns.filter((column) => column.kind === 'money').map((column) => cellId(block.table, row.id, column.id)))

/** How far a form is filled. An empty table counts as one open place, unless the form is optional. */
export function completeness(form: Form, evaluation: Evaluation, figures: Figures, measures: MeasureIndex): FormCompleteness {
  const tables = form.blocks.filter((block): block is Table => block.kind === 'table')
  const emptyTables = form.optional ? 0 : tables.filter((block) => (evaluation.tables[block.table] ?? []).length === 0).length
  const items = formItems(form, measures)
  const cells = tables.flatMap((block) => [...tableFigures(block, evaluation)])
  const blank = [
    ...items.filter((id) => !Object.hasOwn(evaluation.answers, id) && figures.item(id).kind === 'missing'),
    ...cells.filter((id) => figures.cell(id).kind === 'missing'),
  ]
  const total = items.length + cells.length + emptyTables
  return { form: form.id, filled: total - emptyTables - blank.length, total, blank }
}
