import type { Range } from '../../domain/expression/interval'
import { add, divide, subtract, toDecimalText, ZERO, type Rational } from '../../kernel/rational'

const TWO: Rational = { n: 2n, d: 1n }

const radius = (range: Range): Rational => (range.kind === 'range' ? divide(subtract(range.interval.high, range.interval.low), TWO)! : ZERO)

/** How far two sides may differ because their digits are printed rounded. */
export const allowedGap = (left: Range, right: Range): string => toDecimalText(add(radius(left), radius(right)), 6)
