import { compare, decimal, multiply, subtract, toDecimalText, type Rational } from '../../kernel/rational'
import { bounded, type Award } from './award'
import type { ScoringSettings } from './settings'

/** 按次扣分 (kind 11): each occurrence takes points away, down to zero. */
export interface Occurrences extends ScoringSettings {
  readonly kind: 'occurrences'
  readonly deduct: string
  /** What counts as an occurrence. */
  readonly of: readonly string[]
}

/** Points after a number of occurrences. */
export function awardOccurrences(scoring: Occurrences, count: Rational, weight: Rational): Award {
  const lost = multiply(count, decimal(scoring.deduct))
  const points = bounded(subtract(weight, lost), weight)
  const exhausted = compare(lost, weight) > 0 ? '，扣完为止' : ''
  return { points, words: `${toDecimalText(count)} 例 × ${scoring.deduct} = 扣 ${toDecimalText(lost)} 分${exhausted}，得 ${toDecimalText(points)}` }
}
