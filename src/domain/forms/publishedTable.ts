import type { Basis, Fund } from '../measures/basis'
import type { MeasureId } from '../measures/measure'

/** One figure a published table tells: by the words beside or above it. */
export interface PublishedLine {
  /** The words, the usual first; compared without numbering, brackets and spaces. */
  readonly labels: readonly string[]
  readonly measure: MeasureId
  /** Where it is not what the column's head says. */
  readonly basis?: Basis
}

/** 决算公开表: a table of the national disclosure set, known by its name whatever its number (practice.md M6, E3). */
export interface PublishedTable {
  readonly id: string
  /** As the recent sets number it; what the sheet itself prints stands above it. */
  readonly number: string
  /** 收入支出决算总表: compared as `PublishedLine.labels` are. */
  readonly names: readonly string[]
  readonly fund: Fund
  readonly shape:
    /** Words beside amounts, perhaps in two halves. */
    | { readonly kind: 'lines'; readonly lines: readonly PublishedLine[] }
    /** One row 合计 under heads of one to three lines. */
    | { readonly kind: 'total'; readonly columns: readonly PublishedLine[] }
    /** Codes, names and amounts side by side, with totals in words. */
    | { readonly kind: 'codes'; readonly lines: readonly PublishedLine[] }
    /** 三公: six figures of the budget and six of the close, across or down. */
    | { readonly kind: 'threePublic'; readonly lines: readonly PublishedLine[] }
  readonly source: string
}
