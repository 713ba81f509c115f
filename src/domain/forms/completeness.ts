import { fromDecimal } from '../../kernel/rational'
import type { Evaluation, Row } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import { answerOf } from '../figures/statedFigure'
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

const moneyColumns = (block: Table): readonly string[] => block.columns.filter(({ kind }) => kind === 'money').map(({ id }) => id)

/** Whether a cell of a row is still blank, or holds what is no figure: as `Figures.cell` would say, without a name for each of ten thousand rows. */
function isBlank(row: Row, column: string): boolean {
  const answer = answerOf(row.cells, column)
  return !answer || (answer.kind === 'given' && fromDecimal(answer.text) === null)
}

/** Blank figures of a table's rows; words beside them (说明 …) may stay blank. */
function blankCells(block: Table, rows: readonly Row[]): readonly FigureId[] {
  const columns = moneyColumns(block)
  return rows.flatMap((row) => columns.flatMap((column) => (isBlank(row, column) ? [cellId(block.table, row.id, column)] : [])))
}

/** How far a form is filled. An empty table counts as one open place, unless the form is optional. */
export function completeness(form: Form, evaluation: Evaluation, figures: Figures, measures: MeasureIndex): FormCompleteness {
  const tables = form.blocks.filter((block): block is Table => block.kind === 'table')
  const emptyTables = form.optional ? 0 : tables.filter((block) => (evaluation.tables[block.table] ?? []).length === 0).length
  const items = formItems(form, measures)
  const rowsOf = (block: Table): readonly Row[] => evaluation.tables[block.table] ?? []
  const cells = tables.reduce((sum, block) => sum + rowsOf(block).length * moneyColumns(block).length, 0)
  const blank = [
    ...items.filter((id) => !Object.hasOwn(evaluation.answers, id) && figures.item(id).kind === 'missing'),
    ...tables.flatMap((block) => blankCells(block, rowsOf(block))),
  ]
  const total = items.length + cells + emptyTables
  return { form: form.id, filled: total - emptyTables - blank.length, total, blank }
}
