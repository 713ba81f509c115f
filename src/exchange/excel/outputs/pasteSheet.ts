import type { CellContent, SheetPlan } from '../sheetPlan'

const KEPT = new Set(['head', 'label', 'label1', 'label2', 'label3', 'input', 'inputText', 'inputCenter', 'computed', 'plain', 'plainCenter'])

const valueOf = (content: CellContent): CellContent => {
  if (content.kind !== 'formula') return content
  if (content.cached === null || content.cached === '') return { kind: 'blank' }
  return /^-?\d+(\.\d+)?$/.test(content.cached) ? { kind: 'number', text: content.cached, ...(content.percent ? { percent: true as const } : {}) } : { kind: 'text', text: content.cached }
}

/**
 * The sheet as a portal takes it from the clipboard: heads, labels and values only, one cell a value, nothing merged, no formula, no
 * blank row. What stood under one head stands under it still.
 */
export function pasteSheet(plan: SheetPlan): SheetPlan {
  const rows = new Map<number, SheetPlan['cells'][number][]>()
  for (const cell of plan.cells) if (KEPT.has(cell.look)) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  const cells = [...rows].sort(([a], [b]) => a - b).flatMap(([, line], row) =>
    [...line].sort((a, b) => a.column - b.column).map((cell, column) => ({ row, column, look: cell.look, content: valueOf(cell.content) })))
  const columns = cells.reduce((most, { column }) => Math.max(most, column + 1), 0)
  return { ...plan, cells, widths: Array.from({ length: columns }, (_, column) => (column === 0 ? 30 : 14)), heights: new Map(), repeated: null, parts: [] }
}
