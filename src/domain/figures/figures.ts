import type { Interval } from '../../kernel/interval'
import type { Rational } from '../../kernel/rational'
import type { NoValue } from '../expression/expression'
import type { CellId, FigureId, ItemId } from '../measures/item'

/** A figure that is known. */
export interface KnownFigure {
  readonly kind: 'value'
  readonly value: Rational
  /** What its printed digits may stand for. */
  readonly interval: Interval
  /** As printed. */
  readonly text: string
  /** Typed by someone, or following from other figures. */
  readonly origin: 'stated' | 'derived'
  /** Words with figures for a derived one: 「172 + 4 + 0.03 + 11.47」; empty for a stated one. */
  readonly derivation: string
  /** The typed figures it rests on: itself where it is stated. */
  readonly restsOn: readonly FigureId[]
}

/** A figure: known, or why not. */
export type Figure = KnownFigure | NoValue

/** One row of a table as a formula sees it. */
export interface ColumnRow {
  readonly id: string
  readonly kind: 'single' | 'merged' | 'subtotal'
  /** 项目个数: 1 for a single row, what the row says for a merged one, null where it does not say. */
  readonly count: number | null
  readonly figure: Figure
  /** The cell's words, where the column holds words. */
  readonly text: string | null
}

/** Reads the figures of one evaluation, totals and derived bases included; each is computed once. */
export interface Figures {
  item(id: ItemId): Figure
  cell(id: CellId): Figure
  column(table: string, column: string): readonly ColumnRow[]
  /** Words of a text, choice or date item; null while blank. */
  words(id: FigureId): string | null
}
