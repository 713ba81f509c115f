import { add, decimal, equals, sum, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import type { ValueStyle } from './award'
import { awardComputed, type ComputedScoring } from './computed'
import { noneOfIt, type Evaluate, type FiguresAward } from './figuresAward'
import type { ScoringSettings } from './settings'

/** 一个考核时点: its share of the weight, its value and its rule. */
export interface Checkpoint {
  /** 6月底. */
  readonly title: string
  readonly weight: string
  readonly formula: Expression
  readonly valueStyle?: ValueStyle
  readonly scoring: ComputedScoring
}

/** 分时点计分 (kind 17): each date has its own value and rule, and the points add up (支出进度率：半年、前三季度). */
export interface Checkpoints extends ScoringSettings {
  readonly kind: 'checkpoints'
  readonly points: readonly Checkpoint[]
}

/** Whether the dates' weights add up to the indicator's. */
export const checkpointsWeigh = (scoring: Checkpoints, weight: Rational): boolean => equals(sum(scoring.points.map((point) => decimal(point.weight))), weight)

/** Points of all dates. One that is 不涉及 counts as the rule says of the whole; where it says to ask, it stays open. */
export function awardCheckpoints(scoring: Checkpoints, evaluate: Evaluate): FiguresAward {
  let [lowest, highest]: [Rational, Rational] = [ZERO, ZERO]
  let concerned = 0
  const words: string[] = []
  const missing: string[] = []
  for (const { title, weight, formula, valueStyle = 'percent', scoring: rule } of scoring.points) {
    const outcome = evaluate(formula, valueStyle)
    const most = decimal(weight)
    if (outcome.kind === 'value') {
      const award = awardComputed(rule, outcome.value, most, valueStyle)
      concerned++
      lowest = add(lowest, award.points)
      highest = add(highest, award.points)
      words.push(`${title}：${award.words}`)
    } else if (outcome.kind === 'notApplicable') {
      const full = scoring.notApplicable === 'full'
      if (full) lowest = add(lowest, most)
      if (scoring.notApplicable !== 'zero') highest = add(highest, most)
      words.push(`${title}：不涉及${full ? `，给满分 ${weight}` : ''}`)
    } else {
      concerned++
      highest = add(highest, most)
      words.push(`${title}：${outcome.kind === 'missing' ? '缺数' : '除数为 0'}，待定`)
      if (outcome.kind === 'missing') missing.push(...outcome.figures)
    }
  }
  if (concerned === 0) return noneOfIt(words, ZERO)
  return { lowest, highest, value: equals(lowest, highest) ? `${toDecimalText(lowest, 4)} 分` : null, words, missing: [...new Set(missing)], notApplicable: false }
}
