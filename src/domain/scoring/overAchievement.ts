import { compare, decimal, multiply, toDecimalText, type Rational } from '../../kernel/rational'
import { percentText, type Award } from './award'

/**
 * 超额完成 (kind 20): a completion of `from` or more was planned too low. `explain` asks for a reason and takes nothing away
 * (practice.md §6); `reduce` leaves only a share of the weight.
 */
export interface OverAchievement {
  /** 1.3 is 130%. */
  readonly from: string
  readonly treat: 'explain' | 'reduce'
  /** The share of the points that stays where they are reduced. */
  readonly share?: string
}

/** Whether a completion beats the target by so much that it has to be explained. */
export const isOver = (over: OverAchievement | undefined, value: Rational): boolean => over !== undefined && compare(value, decimal(over.from)) >= 0

/** Points after the rule about beating the target. */
export function withOverAchievement(over: OverAchievement | undefined, value: Rational, award: Award): Award {
  if (!over || !isOver(over, value)) return award
  const least = percentText(decimal(over.from))
  if (over.treat === 'explain') return { ...award, words: `${award.words}；完成 ${percentText(value)}，达到目标的 ${least} 以上，须说明原因，不扣分` }
  const points = multiply(award.points, decimal(over.share ?? '1'))
  return { points, words: `${award.words}；完成 ${percentText(value)}，达到目标的 ${least} 以上，目标偏低，按 ${percentText(decimal(over.share ?? '1'))} 计：${toDecimalText(points, 4)}` }
}
