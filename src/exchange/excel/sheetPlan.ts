/** How a cell looks; the writer knows the fonts and borders behind each name. */
export type CellLook =
  | 'title' | 'annex' | 'caption' | 'captionRight' | 'captionWrap' | 'captionCenter' | 'head' | 'label' | 'label1' | 'label2' | 'label3'
  | 'input' | 'inputText' | 'inputCenter' | 'computed' | 'note' | 'plain' | 'plainCenter'

/** What stands in a cell. Numbers are decimal text, so that their printed digits survive. */
export type CellContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly percent?: true }
  /** `array`: its functions look at whole ranges row by row (Ctrl+Shift+Enter in Excel). */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: string | null; readonly percent?: true; readonly places?: number; readonly array?: true }
  | { readonly kind: 'blank' }

/** A cell of a sheet; rows and columns count from 0. */
export interface PlannedCell {
  readonly row: number
  readonly column: number
  readonly content: CellContent
  readonly look: CellLook
  /** Columns and rows it spans. */
  readonly columns?: number
  readonly rows?: number
  /** What may be chosen. */
  readonly options?: readonly string[]
}

/** Cells that show a colour while a formula holds: red for what is wrong, amber for what is to be looked at. */
export interface Alarm {
  /** A1:B9. */
  readonly range: string
  /** Written for the range's first cell. */
  readonly formula: string
  readonly look: 'bad' | 'warn'
}

/** A sheet before it is written: what stands where, and how it prints. */
export interface SheetPlan {
  readonly name: string
  readonly cells: readonly PlannedCell[]
  /** Widths in characters, by column. */
  readonly widths: readonly number[]
  /** Heights in points of rows that are not one line high. */
  readonly heights: ReadonlyMap<number, number>
  readonly landscape: boolean
  /** Rows repeated on each page, counted from 1. */
  readonly repeated: readonly [first: number, last: number] | null
  readonly hidden: boolean
  /** Rows (from 0) where the parts begin that are to stay whole on a page; the first one follows the head of the sheet. */
  readonly parts?: readonly number[]
  readonly alarms?: readonly Alarm[]
}

function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = (rest - 1 - ((rest - 1) % 26)) / 26) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** A1 notation of a row and column counted from 0. */
export const address = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`

/** The same as formulas name a place that does not move: $A$1. */
export const fixedAddress = (row: number, column: number): string => `$${lettersOf(column)}$${row + 1}`

/** A sheet's name as formulas quote it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`
