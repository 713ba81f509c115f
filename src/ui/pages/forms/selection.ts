import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'
import type { CellPlace } from './target'

/** A range of cells of one block, from where it began to where it was drawn. */
export interface Selection {
  readonly block: string
  readonly anchor: { readonly row: number; readonly column: number }
  readonly head: { readonly row: number; readonly column: number }
  /** The text inside the cell is being edited (F2, a second click): arrows belong to it. */
  readonly editing: boolean
}

/** First and last row and column. */
export interface Bounds {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** Where the cells of a form find the selection. */
export const SelectionKey: InjectionKey<ShallowRef<Selection | null>> = Symbol('selection')

/** The selection of the form around; none outside of one. */
export const useSelection = (): ShallowRef<Selection | null> => inject(SelectionKey, () => shallowRef(null), true)

/** One cell, its text as a whole. */
export const onlyCell = ({ block, row, column }: CellPlace, editing = false): Selection =>
  ({ block, anchor: { row, column }, head: { row, column }, editing })

/** The edges of a selection. */
export const boundsOf = ({ anchor, head }: Selection): Bounds => ({
  top: Math.min(anchor.row, head.row), bottom: Math.max(anchor.row, head.row),
  left: Math.min(anchor.column, head.column), right: Math.max(anchor.column, head.column),
})

/** Whether it is more than one cell. */
export const isRange = ({ anchor, head }: Selection): boolean => anchor.row !== head.row || anchor.column !== head.column

/** Whether a cell lies in a range of several. */
export function isSelected(selection: Selection | null, place: CellPlace): boolean {
  if (selection?.block !== place.block || !isRange(selection)) return false
  const { top, bottom, left, right } = boundsOf(selection)
  return place.row >= top && place.row <= bottom && place.column >= left && place.column <= right
}

/** The place a cell's element says it stands at, or null where it is no cell. */
export function placeOf(element: EventTarget | null): CellPlace | null {
  const cell = element instanceof Element ? element.closest<HTMLElement>('[data-cell]') : null
  const block = cell?.dataset['block']
  return cell && block !== undefined ? { block, row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null
}
