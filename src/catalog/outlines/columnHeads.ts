import type { ColumnHeads } from '../../domain/measures/names'
import { forms } from '../forms/forms'

/** Heads of every table column, by `table.column`. */
export const columnHeads: ColumnHeads = new Map(
  forms.flatMap((form) => form.blocks.flatMap((block) =>
    block.kind === 'table' ? block.columns.map((column) => [`${block.table}.${column.id}`, column.formulaName ?? column.head] as const) : [])),
)
