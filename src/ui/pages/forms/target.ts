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
  /** The figure's unit where it is no money, for reading 43人. */
  readonly unit?: string
  /** The figure is a percentage. */
  readonly percent?: boolean
  /** 锁定: stands as it was approved, and is not written over. */
  readonly locked?: true
  /** Characters a line of long words holds, for its height. */
  readonly perLine?: number
}

/** What a cell shows. */
export interface CellView {
  readonly answer: Answer | null
  /** What follows from other figures while nothing is stated. */
  readonly derived: string | null
  readonly severity: 'contradiction' | 'suspicion' | 'hint' | null
  /** Part of a finding that is shown elsewhere. */
  readonly related?: boolean
  /** Money is shown and typed in 元; it is kept in 万元 all the same. */
  readonly inYuan?: boolean
}

/** Makes views of cells; asked for each cell as it is drawn. */
export type ViewOf = (id: FigureId) => CellView

/** What the findings say of a row's cells, by column. */
export type RowMarks = ReadonlyMap<string, NonNullable<CellView['severity']> | 'related'>

/** The marks of a row; none where no finding touches it. */
export type MarksOf = (table: string, row: string) => RowMarks | undefined

/** Which cell of which block, for moving and pasting. */
export interface CellPlace {
  readonly block: string
  readonly row: number
  readonly column: number
}
