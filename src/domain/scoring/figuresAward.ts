import type { Rational } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import type { Outcome } from '../expression/outcome'
import type { FigureId } from '../measures/item'
import type { ValueStyle } from './award'

/** Works out a formula on the evaluation that is being scored; with a style, at the rounding point of a value so printed. */
export type Evaluate = (formula: Expression, style?: ValueStyle) => Outcome

/** What a rule with several formulas comes to. */
export interface FiguresAward {
  /** Settled points, and the most that is still possible. */
  readonly lowest: Rational
  readonly highest: Rational
  /** The value told in the table; null where there is none. */
  readonly value: string | null
  /** 「支出进度（6月）：45.00% …」: one line a step. */
  readonly words: readonly string[]
  /** Figures that are still missing. */
  readonly missing: readonly FigureId[]
  /** Nothing of it concerns this unit. */
  readonly notApplicable: boolean
}

/** Nothing of a rule concerns this unit. */
export const noneOfIt = (words: readonly string[], zero: Rational): FiguresAward =>
  ({ lowest: zero, highest: zero, value: null, words, missing: [], notApplicable: true })
