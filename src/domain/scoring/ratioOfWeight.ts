import { compare, decimal, divide, min, multiply, ONE, subtract, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { bounded, percentText, type Award } from './award'
import { withOverAchievement, type OverAchievement } from './overAchievement'
import type { ScoringSettings } from './settings'

/**
 * 按比例得分 (kinds 6, 7 and 9): the weight times how far the target was met; the value is 实际 ÷ 目标.
 * `positive` w × B/A; `reverse` w × A/B (the less the better); `reverseLinear` w × (1 − (B − A)/A), nothing at twice the target.
 * With a `gate` nothing below it, and the rest of the way counts from there.
 */
export interface RatioOfWeight extends ScoringSettings {
  readonly kind: 'ratioOfWeight'
  readonly direction: 'positive' | 'reverse' | 'reverseLinear'
  readonly gate?: string
  /** What is said of a target beaten by far. */
  readonly over?: OverAchievement
}

const TWO: Rational = { n: 2n, d: 1n }

/** How much of the weight a value earns, between 0 and 1. */
function share(scoring: RatioOfWeight, value: Rational): Rational {
  if (scoring.direction === 'positive') return bounded(value, ONE)
  if (compare(value, ONE) <= 0) return ONE
  return scoring.direction === 'reverse' ? divide(ONE, value)! : bounded(subtract(TWO, value), ONE)
}

/** Points for a completion ratio; never more than the weight, a negative completion earns nothing. */
export function awardRatioOfWeight(scoring: RatioOfWeight, value: Rational, weight: Rational): Award {
  return withOverAchievement(scoring.over, value, byShare(scoring, value, weight))
}

function byShare(scoring: RatioOfWeight, value: Rational, weight: Rational): Award {
  const reached = share(scoring, value)
  const full = toDecimalText(weight)
  const capped = compare(value, ONE) > 0 && scoring.direction === 'positive' ? '，超过 100% 按 100% 计' : ''
  if (scoring.gate === undefined) {
    const points = multiply(reached, weight)
    return { points, words: `${percentText(value)}${capped}：${full} × ${percentText(min(reached, ONE))} = ${toDecimalText(points, 4)}` }
  }
  const gate = decimal(scoring.gate)
  if (compare(reached, gate) < 0) return { points: ZERO, words: `${percentText(value)} 低于 ${percentText(gate)} 的及格线，不得分` }
  const rest = divide(subtract(reached, gate), subtract(ONE, gate))!
  const points = multiply(rest, weight)
  return { points, words: `${percentText(value)}${capped}：（${percentText(reached)} − ${percentText(gate)}）÷（100% − ${percentText(gate)}）× ${full} = ${toDecimalText(points, 4)}` }
}
