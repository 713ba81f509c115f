import { absolute, compare, ceiling, decimal, divide, floor, HUNDRED, multiply, subtract, toDecimalText, whole, ZERO, type Rational } from '../../kernel/rational'
import { bounded, valueText, type Award, type ValueStyle } from './award'
import { STEP_MODES, type ScoringSettings, type StepMode } from './settings'

/**
 * 逐档扣分 (kinds 1 and 2): full marks at the standard; beyond it, `deduct` points for each `per`.
 * Ratios: a standard of "1" is 100%, a `per` of "0.01" one percentage point.
 */
export interface LinearDeduction extends ScoringSettings {
  readonly kind: 'linearDeduction'
  /** Which side loses points: above the standard, below it, or both. */
  readonly side: 'above' | 'below' | 'both'
  readonly standard: string
  readonly per: string
  readonly deduct: string
  readonly stepMode: StepMode
}

function stepsBeyond(beyond: Rational, per: Rational, mode: StepMode): Rational {
  const steps = divide(beyond, per)!
  if (mode === 'floor') return whole(floor(steps))
  return mode === 'ceiling' ? whole(ceiling(steps)) : steps
}

/** Points for a value, and how they came about. */
export function awardLinearDeduction(scoring: LinearDeduction, value: Rational, weight: Rational, style: ValueStyle = 'percent'): Award {
  const standard = decimal(scoring.standard)
  const difference = subtract(value, standard)
  const sign = compare(difference, ZERO)
  const loses = sign > 0 ? scoring.side !== 'below' : sign < 0 && scoring.side !== 'above'
  const full = toDecimalText(weight)
  if (!loses) {
    const relation = sign === 0 ? '等于' : sign > 0 ? '高于' : '低于'
    return { points: weight, words: `${valueText(value, style)} ${relation}标准 ${valueText(standard, style)}，不扣分，得满分 ${full}` }
  }
  const beyond = absolute(difference)
  const steps = stepsBeyond(beyond, decimal(scoring.per), scoring.stepMode)
  const lost = multiply(steps, decimal(scoring.deduct))
  const points = bounded(subtract(weight, lost), weight)
  const exhausted = compare(lost, weight) >= 0 ? '，扣完为止' : ''
  const amount = (of: Rational, places?: number): string => (style === 'percent' ? `${toDecimalText(multiply(of, HUNDRED), places)} 个百分点` : toDecimalText(of, places))
  const unit = `每 ${amount(decimal(scoring.per))}扣 ${scoring.deduct} 分`
  return {
    points,
    words: `${sign > 0 ? '超出' : '低于'}标准 ${amount(beyond, style === 'percent' ? 2 : 4)}，${unit}（${STEP_MODES[scoring.stepMode]}）：`
      + `${toDecimalText(steps, 4)} × ${scoring.deduct} = ${toDecimalText(lost, 4)} 分${exhausted}，${full} − ${toDecimalText(subtract(weight, points), 4)} = ${toDecimalText(points, 4)}`,
  }
}
