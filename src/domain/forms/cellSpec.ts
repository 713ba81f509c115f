import { itemIn, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { Block, CellSpec, Form, MatrixColumn, MatrixRow } from './form'

/** Measures by id, for looking up what a row shows. */
export type MeasureIndex = ReadonlyMap<string, Measure>

/** An index of measures. */
export const measureIndex = (measures: readonly Measure[]): MeasureIndex => new Map(measures.map((measure) => [measure.id, measure]))

const EMPTY: CellSpec = { kind: 'empty' }

/** What stands where a row and a column of a matrix meet: the row's own cell, else measure × basis × the form's fund, else nothing. */
export function cellSpec(form: Form, row: MatrixRow, column: MatrixColumn, measures: MeasureIndex): CellSpec {
  const own = row.cells?.[column.id]
  if (own) return own
  const measure = row.measure === undefined ? undefined : measures.get(row.measure)
  if (!measure || column.basis === undefined || !measure.bases.includes(column.basis)) return EMPTY
  return { kind: 'item', item: itemIn(measure, column.basis, form.fund) }
}

function blockItems(form: Form, block: Block, measures: MeasureIndex): readonly ItemId[] {
  if (block.kind === 'fields') return block.fields.map((field) => field.item)
  if (block.kind === 'table') return []
  return block.rows.filter((row) => !row.heading).flatMap((row) => block.columns.flatMap((column) => {
    const spec = cellSpec(form, row, column, measures)
    return spec.kind === 'item' ? [spec.item] : []
  }))
}

/** Every single item of a form in reading order, each once. */
export const formItems = (form: Form, measures: MeasureIndex): readonly ItemId[] =>
  [...new Set(form.blocks.flatMap((block) => blockItems(form, block, measures)))]
