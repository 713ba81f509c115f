import type { Answer } from '../../../domain/evaluation/answer'
import type { FigureId } from '../../../domain/measures/item'

/** How a cell is filled in. */
export type CellKind = 'money' | 'number' | 'text' | 'long' | 'choice' | 'date'

/** A cell on the paper that can be filled. */
export interface CellTarget {
  readonly id: FigureId
  /** Accessible name: row label, and the column label where there are several columns. */
  readonly name: string
  readonly kind: CellKind
  readonly options?: readonly string[]
  /** Characters a line of long words holds, for its height. */
  readonly perLine?: number
}

/** What a cell shows. */
export interface CellView {
  readonly answer: Answer | null
  /** What follows from other figures while nothing is stated. */
  readonly derived: string | null
  readonly severity: 'contradiction' | 'suspicion' | 'hint' | null
}

/** Makes views of cells; asked for each cell as it is drawn. */
export type ViewOf = (id: FigureId) => CellView

/** Which cell of which block, for moving and pasting. */
export interface CellPlace {
  readonly block: string
  readonly row: number
  readonly column: number
}
