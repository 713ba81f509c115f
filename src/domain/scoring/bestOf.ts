import { compare, max, ZERO, type Rational } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import { valueText, type ValueStyle } from './award'
import { awardComputed, type ComputedScoring } from './computed'
import { noneOfIt, type Evaluate, type FiguresAward } from './figuresAward'
import type { ScoringSettings } from './settings'

/** One way to be scored. */
export interface Option {
  readonly title: string
  readonly formula: Expression
  readonly valueStyle?: ValueStyle
  readonly scoring: ComputedScoring
}

/** 二者择其一 (kind 14): several ways share one weight; the best counts. */
export interface BestOf extends ScoringSettings {
  readonly kind: 'bestOf'
  readonly options: readonly Option[]
}

/** Why a way gives no points, or not yet. */
const UNKNOWN = { missing: '缺数，待定', zeroDivisor: '除数为 0，待定', notApplicable: '不涉及' } as const

/** Points of the best way; a way that is 不涉及 is left out, one that lacks figures keeps the rest open. */
export function awardBestOf(scoring: BestOf, evaluate: Evaluate, weight: Rational): FiguresAward {
  const outcomes = scoring.options.map(({ formula, valueStyle = 'percent' }) => evaluate(formula, valueStyle))
  const words: string[] = []
  const known = scoring.options.flatMap(({ title, valueStyle = 'percent', scoring: rule }, i) => {
    const outcome = outcomes[i]!
    if (outcome.kind !== 'value') {
      words.push(`${title}：${UNKNOWN[outcome.kind]}`)
      return []
    }
    const award = awardComputed(rule, outcome.value, weight, valueStyle)
    words.push(`${title}：${award.words}`)
    return [{ title, value: valueText(outcome.value, valueStyle), award }]
  })
  const missing = [...new Set(outcomes.flatMap((outcome) => (outcome.kind === 'missing' ? outcome.figures : [])))]
  const isOpen = outcomes.some((outcome) => outcome.kind === 'missing' || outcome.kind === 'zeroDivisor')
  if (known.length === 0 && !isOpen) return noneOfIt(['几种算法都不涉及'], ZERO)
  const lowest = known.map(({ award }) => award.points).reduce(max, ZERO)
  const best = known.find(({ award }) => compare(award.points, lowest) === 0)
  const highest = isOpen ? weight : lowest
  const told = known.length > 1 && best ? [`择其最高：${best.title}`] : []
  return { lowest, highest, value: compare(lowest, highest) === 0 && best ? best.value : null, words: [...words, ...told], missing, notApplicable: false }
}
