import type { Rational } from '../../kernel/rational'
import type { Award } from './award'
import { awardBandTable, type BandTable } from './bandTable'
import type { Checklist } from './checklist'
import type { ExternalScore } from './externalScore'
import { awardLinearDeduction, type LinearDeduction } from './linearDeduction'
import type { Occurrences } from './occurrences'
import { awardRatioOfWeight, type RatioOfWeight } from './ratioOfWeight'
import type { Subindicators } from './subindicators'
import type { Tiers } from './tiers'

/** Scorings whose points follow from a computed value. */
export type ComputedScoring = LinearDeduction | BandTable | RatioOfWeight

/** 评分方式: the closed list of ways a value or a judgement becomes points. */
export type Scoring = ComputedScoring | Checklist | Occurrences | ExternalScore | Tiers | Subindicators

const COMPUTED: readonly Scoring['kind'][] = ['linearDeduction', 'bandTable', 'ratioOfWeight']

/** Whether points follow from a computed value; the rest wait for a person's judgement. */
export const isComputed = (scoring: Scoring): scoring is ComputedScoring => COMPUTED.includes(scoring.kind)

/** Points for a value, with the words that lead to them. */
export function awardComputed(scoring: ComputedScoring, value: Rational, weight: Rational): Award {
  switch (scoring.kind) {
    case 'linearDeduction':
      return awardLinearDeduction(scoring, value, weight)
    case 'bandTable':
      return awardBandTable(scoring, value, weight)
    case 'ratioOfWeight':
      return awardRatioOfWeight(scoring, value, weight)
  }
}
