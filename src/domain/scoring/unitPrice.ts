import { compare, decimal, divide, multiply, ONE, subtract, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { bounded, percentText, valueText, type Award, type ValueStyle } from './award'
import type { ScoringSettings } from './settings'

/** 单价或标准 (kind 25): full marks while the cost of one unit stays within the standard; above it nothing, 标准÷实际, or 1 − 超出÷标准. */
export interface UnitPrice extends ScoringSettings {
  readonly kind: 'unitPrice'
  /** 支出标准, above zero, in the unit of the value. */
  readonly standard: string
  readonly over: 'zero' | 'ratio' | 'linear'
}

const TWO: Rational = { n: 2n, d: 1n }

/** Points for a unit cost. */
export function awardUnitPrice(scoring: UnitPrice, value: Rational, weight: Rational, style: ValueStyle = 'number'): Award {
  const standard = decimal(scoring.standard)
  const said = `${valueText(value, style)}，标准 ${valueText(standard, style)}`
  const full = toDecimalText(weight)
  if (compare(value, standard) <= 0) return { points: weight, words: `${said}，没有超出，得满分 ${full}` }
  if (scoring.over === 'zero') return { points: ZERO, words: `${said}，超出标准，不得分` }
  const ratio = divide(value, standard)!
  const share = scoring.over === 'ratio' ? divide(ONE, ratio)! : bounded(subtract(TWO, ratio), ONE)
  const points = multiply(share, weight)
  return { points, words: `${said}，超出标准：${full} × ${percentText(share)} = ${toDecimalText(points, 4)}` }
}
