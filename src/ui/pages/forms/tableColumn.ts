import { catalog } from '../../../catalog/catalog'
import type { TableColumn } from '../../../domain/forms/form'
import { cellOf, type FigureId } from '../../../domain/measures/item'

/** The column a table's cell stands in, or null where the id names an item. */
export function columnOf(id: FigureId): TableColumn | null {
  const cell = cellOf(id)
  if (!cell) return null
  for (const form of catalog.forms)
    for (const block of form.blocks)
      if (block.kind === 'table' && block.table === cell.table) return block.columns.find((column) => column.id === cell.column) ?? null
  return null
}
