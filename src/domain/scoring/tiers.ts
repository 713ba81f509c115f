import { compare, decimal, type Rational } from '../../kernel/rational'
import { fromDecimal } from '../../kernel/rational'
import type { Award } from './award'
import type { ScoringSettings } from './settings'

/** 一档: a label with its points, or with an interval inside which a person picks. */
export interface Tier {
  readonly label: string
  /** The points, or the most of the interval. */
  readonly points: string
  /** The least of the interval; absent where the points are fixed. */
  readonly least?: string
}

/** 分级判断 (kinds 5 and 12): a person chooses one tier, and the points inside it where it leaves room. */
export interface Tiers extends ScoringSettings {
  readonly kind: 'tiers'
  readonly tiers: readonly Tier[]
}

/** Points of the choice, or the sentence that says what is wrong with it. */
export function awardTier(scoring: Tiers, label: string, picked: string | undefined): Award | string {
  const tier = scoring.tiers.find((candidate) => candidate.label === label)
  if (!tier) return `没有“${label}”这一档`
  const most = decimal(tier.points)
  if (tier.least === undefined) return { points: most, words: `判为“${label}”，得 ${tier.points}` }
  const points: Rational | null = picked === undefined ? null : fromDecimal(picked)
  if (!points) return `“${label}”可在 ${tier.least}～${tier.points} 分之间给分，请填写得分`
  if (compare(points, decimal(tier.least)) < 0 || compare(points, most) > 0) return `“${label}”只能给 ${tier.least}～${tier.points} 分`
  return { points, words: `判为“${label}”（${tier.least}～${tier.points}），得 ${picked}` }
}
