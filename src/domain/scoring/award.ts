import { max, min, multiply, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'

/** Points a rule gives, with the words that lead to them. */
export interface Award {
  readonly points: Rational
  readonly words: string
}

/** Points held between 0 and the weight: 扣完为止, 不超过分值. */
export const bounded = (points: Rational, weight: Rational): Rational => max(ZERO, min(points, weight))

/** How a value is printed: 62.50% or 62.5. */
export type ValueStyle = 'percent' | 'number'

/** A value as its indicator prints it. */
export const valueText = (value: Rational, style: ValueStyle): string => (style === 'percent' ? percentText(value) : toDecimalText(value, 4))

/** A ratio as percent with two decimals: 62.50%. */
export const percentText = (value: Rational): string => `${toFixedText(multiply(value, { n: 100n, d: 1n }), 2)}%`
