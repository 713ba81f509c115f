import { compare, decimal, divide, multiply, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { bounded, type Award } from './award'
import type { ScoringSettings } from './settings'

/** 外部考核分折算 (kind 13): another body's score, out of `most`, converted to the weight. */
export interface ExternalScore extends ScoringSettings {
  readonly kind: 'externalScore'
  readonly most: string
  /** Who gives it: 绩效办. */
  readonly by: string
}

/** Whether a score is one that body can give. */
export const isExternalScore = (scoring: ExternalScore, score: Rational): boolean =>
  compare(score, ZERO) >= 0 && compare(score, decimal(scoring.most)) <= 0

/** Points converted from the score. */
export function awardExternalScore(scoring: ExternalScore, score: Rational, weight: Rational): Award {
  const points = bounded(multiply(divide(score, decimal(scoring.most))!, weight), weight)
  return { points, words: `${toDecimalText(score)} ÷ ${scoring.most} × ${toDecimalText(weight)} = ${toDecimalText(points, 4)}` }
}
