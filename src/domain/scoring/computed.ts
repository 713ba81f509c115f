import type { Rational } from '../../kernel/rational'
import type { Award, ValueStyle } from './award'
import { awardBandTable, type BandTable } from './bandTable'
import { awardEqualTarget, type EqualTarget } from './equalTarget'
import { awardLinearDeduction, type LinearDeduction } from './linearDeduction'
import { awardRangeTarget, type RangeTarget } from './rangeTarget'
import { awardRatioOfWeight, type RatioOfWeight } from './ratioOfWeight'
import { awardSymmetricBand, type SymmetricBand } from './symmetricBand'
import { awardUnitPrice, type UnitPrice } from './unitPrice'

/** Scorings whose points follow from one value: computed by a formula, or entered as 完成值 where there is none. */
export type ComputedScoring = LinearDeduction | BandTable | RatioOfWeight | SymmetricBand | EqualTarget | RangeTarget | UnitPrice

/** Points for a value, with the words that lead to them. */
export function awardComputed(scoring: ComputedScoring, value: Rational, weight: Rational, style: ValueStyle = 'percent'): Award {
  switch (scoring.kind) {
    case 'linearDeduction':
      return awardLinearDeduction(scoring, value, weight, style)
    case 'bandTable':
      return awardBandTable(scoring, value, weight, style)
    case 'ratioOfWeight':
      return awardRatioOfWeight(scoring, value, weight)
    case 'symmetricBand':
      return awardSymmetricBand(scoring, value, weight, style)
    case 'equalTarget':
      return awardEqualTarget(scoring, value, weight, style)
    case 'rangeTarget':
      return awardRangeTarget(scoring, value, weight, style)
    case 'unitPrice':
      return awardUnitPrice(scoring, value, weight, style)
  }
}
