import { cellSpec } from '../../../domain/forms/cellSpec'
import { itemIn, type ItemId } from '../../../domain/measures/item'
import { labelOf } from './label'
import { unitIn, type MoneyPower } from './moneyUnit'
import type { Confidence, MappedCell, MappedList, MappedScore, Meaning } from './mapping'
import type { MappedSheet, PlacedMeaning } from './suggest'

const ORDER: readonly Confidence[] = ['sure', 'likely', 'unsure']

/** The less sure of two. */
const less = (a: Confidence, b: Confidence): Confidence => ORDER[Math.max(ORDER.indexOf(a), ORDER.indexOf(b))]!

/** The item where a row and a column meet, or null where they name none together. */
function meeting(row: Meaning, column: Meaning, { mapping, vocabulary }: MappedSheet): ItemId | null {
  if (column.kind === 'item') return column.item
  if (row.kind === 'item') return row.item
  if (column.kind !== 'basis') return null
  const fund = column.fund ?? mapping.fund
  if (row.kind === 'measure') {
    const measure = vocabulary.measures.get(row.measure)
    return measure?.bases.includes(column.basis) ? itemIn(measure, column.basis, fund) : null
  }
  if (row.kind !== 'row') return null
  const form = vocabulary.forms.find(({ id }) => id === row.form)
  for (const block of form?.blocks ?? []) {
    if (block.kind !== 'matrix') continue
    const formRow = block.rows.find(({ id }) => id === row.row)
    const formColumn = formRow && block.columns.find(({ basis }) => basis === column.basis)
    if (!form || !formRow || !formColumn) continue
    const spec = cellSpec({ ...form, fund: column.fund ?? form.fund }, formRow, formColumn, vocabulary.measures)
    return spec.kind === 'item' ? spec.item : null
  }
  return null
}

/** 金额单位 stated nearest to a figure: in its head, in its label, else in the last line above its table that names one. */
function statedUnit({ grid }: MappedSheet, head: number, ...texts: readonly string[]): { readonly unit?: MoneyPower } {
  for (const text of texts) {
    const unit = unitIn(text)
    if (unit !== null) return { unit }
  }
  for (let row = head; row >= 0; row--) for (let column = 0; column < grid.width; column++) {
    const unit = grid.isAnchor(row, column) && grid.words(row, column) !== '' ? unitLine(grid.words(row, column)) : null
    if (unit !== null) return { unit }
  }
  return {}
}

/** A line that says the unit of what stands under it, and not of one column: 单位：万元. */
const unitLine = (text: string): MoneyPower | null => (/单位\s*[:：]/.test(text) ? unitIn(text) : null)

/** The cells of a sheet that stand for items, in the sheet's order. An item named twice is the later time unsure. */
export function mappedCells(mapped: MappedSheet): readonly MappedCell[] {
  const cells: MappedCell[] = []
  const { placed, regions } = mapped
  regions.forEach((region, i) => {
    const of = (place: PlacedMeaning['place']) => placed.filter((one) => one.region === i && one.place === place)
    if (region.kind === 'fields')
      of('field').forEach(({ meaning, confidence, at }, n) => {
        const label = region.labels[n]
        if (meaning.kind === 'item' && label) cells.push({ row: at.row, column: label.valueColumn, item: meaning.item, confidence, label: labelOf(at.text).name, ...(label.inCell === undefined ? {} : { inCell: label.inCell }) })
      })
    if (region.kind !== 'matrix') return
    const columns = of('column')
    of('row').forEach((row, n) => {
      for (const column of columns) {
        // A head that is an item by itself has one line of figures under it.
        if (column.meaning.kind === 'item' && n > 0) continue
        const item = meeting(row.meaning, column.meaning, mapped)
        if (item === null) continue
        const confidence = column.meaning.kind === 'item' ? column.confidence : less(row.confidence, column.confidence)
        cells.push({ row: row.at.row, column: column.at.column, item, confidence, label: `${labelOf(row.at.text).name} ${labelOf(column.at.text).name}`.trim(), ...statedUnit(mapped, column.at.row, row.at.text, column.at.text) })
      }
    })
  })
  const seen = new Set<ItemId>()
  return cells.sort((a, b) => a.row - b.row || a.column - b.column).map((cell) => {
    const again = seen.has(cell.item)
    seen.add(cell.item)
    return again ? { ...cell, confidence: 'unsure' } : cell
  })
}

/** The cells of the 评分表 of a sheet, line by line. */
export const mappedScores = ({ regions, placed }: MappedSheet): readonly MappedScore[] => regions.flatMap((region, i) => {
  if (region.kind !== 'scores') return []
  const columns = placed.flatMap(({ region: of, place, meaning, at }) => (of === i && place === 'score' && meaning.kind === 'score' ? [{ column: at.column, what: meaning.column, head: at.text }] : []))
  return placed.flatMap(({ region: of, place, meaning, confidence, at }) => (of === i && place === 'indicator' && meaning.kind === 'indicator'
    ? columns.map(({ column, what, head }): MappedScore => ({ row: at.row, column, indicator: meaning.indicator, what, confidence, label: `${labelOf(at.text).name} ${labelOf(head).name}` })) : []))
})

/** The repeating tables of a sheet. */
export const mappedLists = (mapped: MappedSheet): readonly MappedList[] => mapped.regions.flatMap((region, i) => {
  if (region.kind !== 'list') return []
  const columns = mapped.placed.flatMap(({ region: of, place, meaning, confidence, at }) =>
    (of === i && place === 'column' && meaning.kind === 'column' && meaning.table === region.table ? [{ column: at.column, id: meaning.column, confidence, label: at.text, ...statedUnit(mapped, at.row, at.text) }] : []))
  return [{ table: region.table, columns, first: region.first, end: region.end }]
})
