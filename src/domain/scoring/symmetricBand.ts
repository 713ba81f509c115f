import { absolute, decimal, subtract, type Rational } from '../../kernel/rational'
import { valueText, type Award, type ValueStyle } from './award'
import { awardBandTable, type Band } from './bandTable'
import type { ScoringSettings } from './settings'

/** 偏差分档 (kind 4): points by how far the value lies from the standard, whichever side (成本控制率 ±10% 内 5 分). */
export interface SymmetricBand extends ScoringSettings {
  readonly kind: 'symmetricBand'
  readonly standard: string
  /** Bands of the deviation, from 0 upward, without gap or overlap. */
  readonly bands: readonly Band[]
  /** 规则满分, as in 分档计分. */
  readonly ruleMost: string
}

/** Points for a value. */
export function awardSymmetricBand(scoring: SymmetricBand, value: Rational, weight: Rational, style: ValueStyle = 'percent'): Award {
  const deviation = absolute(subtract(value, decimal(scoring.standard)))
  const { bands, ruleMost, notApplicable, zeroDivisor } = scoring
  const award = awardBandTable({ kind: 'bandTable', bands, ruleMost, notApplicable, zeroDivisor }, deviation, weight, style)
  return { points: award.points, words: `${valueText(value, style)} 与标准 ${valueText(decimal(scoring.standard), style)} 相差 ${award.words}` }
}
