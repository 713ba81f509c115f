import { ceiling, compare, decimal, divide, floor, multiply, subtract, toDecimalText, whole, ZERO, type Rational } from '../../kernel/rational'
import { bounded, valueText, type Award, type ValueStyle } from './award'
import { STEP_MODES, type ScoringSettings, type StepMode } from './settings'

/** 区间目标 (kind 24): full marks from `from` to `to`, both included (90%～110%); outside nothing, or a deduction for each `per`. */
export interface RangeTarget extends ScoringSettings {
  readonly kind: 'rangeTarget'
  readonly from: string
  readonly to: string
  readonly outside: 'zero' | 'deduct'
  /** Needed where `outside` deducts. */
  readonly per?: string
  readonly deduct?: string
  readonly stepMode?: StepMode
}

/** How far a value lies outside; zero inside. */
function beyond(scoring: RangeTarget, value: Rational): Rational {
  const [from, to] = [decimal(scoring.from), decimal(scoring.to)]
  if (compare(value, from) < 0) return subtract(from, value)
  return compare(value, to) > 0 ? subtract(value, to) : ZERO
}

function stepsOf(by: Rational, mode: StepMode): Rational {
  if (mode === 'floor') return whole(floor(by))
  return mode === 'ceiling' ? whole(ceiling(by)) : by
}

/** Points for a value. */
export function awardRangeTarget(scoring: RangeTarget, value: Rational, weight: Rational, style: ValueStyle = 'percent'): Award {
  const outside = beyond(scoring, value)
  const range = `${valueText(decimal(scoring.from), style)}～${valueText(decimal(scoring.to), style)}`
  const full = toDecimalText(weight)
  if (outside.n === 0n) return { points: weight, words: `${valueText(value, style)} 在 ${range} 之内，得满分 ${full}` }
  if (scoring.outside === 'zero') return { points: ZERO, words: `${valueText(value, style)} 不在 ${range} 之内，不得分` }
  const { per = '0.01', deduct = '0', stepMode = 'floor' } = scoring
  const steps = stepsOf(divide(outside, decimal(per))!, stepMode)
  const lost = multiply(steps, decimal(deduct))
  const points = bounded(subtract(weight, lost), weight)
  return {
    points,
    words: `${valueText(value, style)} 超出 ${range} 共 ${valueText(outside, style)}，每 ${valueText(decimal(per), style)} 扣 ${deduct} 分（${STEP_MODES[stepMode]}）：`
      + `${full} − ${toDecimalText(lost, 4)}${compare(lost, weight) > 0 ? '（扣完为止）' : ''} = ${toDecimalText(points, 4)}`,
  }
}
