import type { FigureId, ItemId } from '../measures/item'

/** What the language can call. Names are Excel's, so that a formula is also a valid Excel formula. */
export type FunctionName =
  | 'SUM' | 'COUNT' | 'COUNTIF' | 'SUMIF' | 'MIN' | 'MAX' | 'ABS' | 'ROUND' | 'IF' | 'AND' | 'OR' | 'NOT'

/** An operator between two expressions. */
export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>='

/** A formula over reported figures. Data, not code: stored, checked, and read in several ways. */
export type Expression =
  | { readonly kind: 'item'; readonly item: ItemId }
  /** A column of a repeating table: 专项.本年决算. */
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  /** One cell of a repeating table. */
  | { readonly kind: 'cell'; readonly table: string; readonly row: string; readonly column: string }
  /** Decimal text as written; `percent` where a % follows it. */
  | { readonly kind: 'number'; readonly text: string; readonly percent?: true }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Expression[] }

/** Why an expression has no value; `figures` are those that caused it. */
export interface NoValue {
  readonly kind: 'missing' | 'notApplicable' | 'zeroDivisor'
  readonly figures: readonly FigureId[]
}

/** An item. */
export const item = (id: ItemId): Expression => ({ kind: 'item', item: id })

/** Two expressions joined by an operator. */
export const operation = (operator: Operator, left: Expression, right: Expression): Expression => ({
  kind: 'operation',
  operator,
  left,
  right,
})

/** The sum of a table's column. */
export const columnSum = (table: string, column: string): Expression => ({
  kind: 'call',
  name: 'SUM',
  args: [{ kind: 'column', table, column }],
})
