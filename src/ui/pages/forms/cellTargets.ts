import { cellSpec, type MeasureIndex } from '../../../domain/forms/cellSpec'
import type { Block, Form, TableColumn } from '../../../domain/forms/form'
import { cellId, itemOf, type ItemId } from '../../../domain/measures/item'
import type { Row } from '../../../domain/evaluation/evaluation'
import { isCellLocked } from '../../../domain/goals/approved'
import { yeared } from '../../../domain/report/compose'
import type { CellKind, CellTarget } from './target'

/** How an item's cell is filled in. */
export function kindOfItem(id: ItemId, measures: MeasureIndex, long = false): CellKind {
  const measure = measures.get(itemOf(id).measure)
  switch (measure?.kind) {
    case 'money': return 'money'
    case 'count': case 'area': case 'ratio': return 'number'
    case 'choice': return 'choice'
    case 'date': return 'date'
    default: return long ? 'long' : 'text'
  }
}

/** The cell of an item. */
export function itemTarget(id: ItemId, name: string, measures: MeasureIndex, long = false): CellTarget {
  const measure = measures.get(itemOf(id).measure)
  const kind = kindOfItem(id, measures, long)
  return {
    id, name, kind, ...(measure?.options ? { options: measure.options } : {}), ...(long ? { perLine: 42 } : {}),
    ...(kind === 'number' && measure ? { unit: measure.unit } : {}),
  }
}

const COLUMN_KINDS: { readonly [K in TableColumn['kind']]: CellKind } = { text: 'text', money: 'money', count: 'number', choice: 'choice', date: 'date' }

/** A figure whose row says that it is a percentage, or does not say yet. */
const isPercent = (row: Row): boolean => {
  const unit = row.cells['unit']
  return unit === undefined || (unit.kind === 'given' && unit.text === '%')
}

/** The cell of a table's row and column. */
export const rowTarget = (table: string, row: Row, n: number, column: TableColumn, head: string): CellTarget => ({
  id: cellId(table, row.id, column.id), name: `第${n + 1}行 ${head}`, kind: column.long ? 'long' : COLUMN_KINDS[column.kind],
  ...(column.options ? { options: column.options } : {}), ...(column.long ? { perLine: Math.floor(column.width / 2) } : {}),
  ...(isCellLocked(table, row, column.id) ? { locked: true } : {}),
  ...(column.percent && isPercent(row) ? { percent: true } : {}),
})

/** Where each fillable cell of a form stands, for pasting: block → row → column. */
export function targetGrid(form: Form, block: Block, tables: { readonly [table: string]: readonly Row[] }, measures: MeasureIndex): readonly (readonly (CellTarget | null)[])[] {
  switch (block.kind) {
    case 'fields':
      return block.fields.map((field) => [itemTarget(field.item, field.label, measures, field.long)])
    case 'matrix':
      return block.rows.map((row) => block.columns.map((column) => {
        const spec = cellSpec(form, row, column, measures)
        return spec.kind === 'item' ? itemTarget(spec.item, row.name, measures) : null
      }))
    case 'table':
      return (tables[block.table] ?? []).map((row, n) => block.columns.map((column) => rowTarget(block.table, row, n, column, column.head)))
  }
}

/** What the rows of a block are called on the paper; empty where rows have no names. */
export const rowLabels = (block: Block): readonly (readonly string[])[] =>
  block.kind === 'fields' ? block.fields.map(({ label }) => [label]) : block.kind === 'matrix' ? block.rows.map(({ name, label }) => [name, label]) : []

/** What the columns of a block are called. */
export const columnHeads = (block: Block, year: number): readonly string[] =>
  block.kind === 'fields' ? [] : block.columns.map(({ head }) => yeared(head, year))
