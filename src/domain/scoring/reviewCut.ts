import { compare, decimal, fromDecimal, multiply, ONE, subtract, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { percentText, type Award } from './award'

/** 复核按比例扣减 (kind 21): a reviewer takes a share of the row's points away (指标空泛：轻 30%、中 60%、重 100%), always with the reason. */
export interface ReviewCut {
  /** 0.3 is 30%. */
  readonly share: string
  readonly reason: string
}

/** The shares offered, by what they are given for (checks.md §4; one city district's practice, 待核对). */
export const REVIEW_CUTS: readonly { readonly label: string; readonly share: string }[] = [
  { label: '指标空泛、难以检验（轻）', share: '0.3' },
  { label: '指标空泛、难以检验（中）', share: '0.6' },
  { label: '指标空泛、难以检验（重）', share: '1' },
  { label: '几项时效有一项没有按时', share: '0.3' },
  { label: '没有佐证材料', share: '1' },
]

/** Whether a cut can be made: a share between 0 and 1, with a reason. */
export function isCut(cut: ReviewCut | undefined): cut is ReviewCut {
  const share = cut ? fromDecimal(cut.share) : null
  return cut !== undefined && share !== null && compare(share, ZERO) > 0 && compare(share, ONE) <= 0 && cut.reason.trim() !== ''
}

/** Points after the cut. */
export function withCut(cut: ReviewCut, points: Rational): Award {
  const left = multiply(points, subtract(ONE, decimal(cut.share)))
  return { points: left, words: `${toDecimalText(points, 4)} 扣减 ${percentText(decimal(cut.share))}，得 ${toDecimalText(left, 4)}；理由：${cut.reason}` }
}
