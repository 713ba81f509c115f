import { compare, decimal, divide, min, multiply, ONE, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { bounded, percentText, valueText, type Award, type ValueStyle } from './award'
import type { ScoringSettings } from './settings'

/** 等于目标 (kind 8): a target of 0 earns all or nothing (事故 0 起); another target earns by completion, at most all. */
export interface EqualTarget extends ScoringSettings {
  readonly kind: 'equalTarget'
  /** 目标值, not negative. */
  readonly target: string
}

/** Points for an actual value; a negative one counts as 0. */
export function awardEqualTarget(scoring: EqualTarget, value: Rational, weight: Rational, style: ValueStyle = 'number'): Award {
  const target = decimal(scoring.target)
  const said = `完成 ${valueText(value, style)}，目标 ${valueText(target, style)}`
  const full = toDecimalText(weight)
  if (target.n === 0n) {
    const met = compare(value, ZERO) <= 0
    return { points: met ? weight : ZERO, words: met ? `${said}，达到目标，得满分 ${full}` : `${said}，没有达到，不得分` }
  }
  const reached = bounded(min(divide(value, target)!, ONE), ONE)
  const points = multiply(reached, weight)
  return { points, words: `${said}：${full} × ${percentText(reached)} = ${toDecimalText(points, 4)}` }
}
