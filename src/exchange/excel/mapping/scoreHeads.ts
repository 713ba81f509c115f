import { compact } from './label'

/** What a column of a 评分表 is for, as far as the unit fills it in. */
export type ScoreColumn = 'value' | 'points' | 'reason' | 'weight'

/** What each is called. */
export const SCORE_COLUMNS: { readonly [C in ScoreColumn]: string } = { value: '完成值', points: '自评得分', reason: '扣分原因', weight: '分值（只核对）' }

/** Columns that others fill in: the unit's own score does not belong there. */
const OTHERS = /复核|复评|核定|财政|主管|专家|评价组|抽查|第三方/

const WORDS: readonly (readonly [RegExp, ScoreColumn])[] = [
  [/(?:扣分|失分|未完成|偏差|得分)(?:原因|理由|说明|情况说明)|^扣分原因/, 'reason'],
  [/自评.{0,3}(?:得分|分数|分值|分$)|得分.{0,2}自评|^得分$|^评分$|^本级得分$|^得分情况$/, 'points'],
  [/^(?:实际)?完成(?:值|率|情况|数)|^实际值$|指标(?:完成|实际)值|实际完成/, 'value'],
  [/^(?:指标)?(?:分值|权重|满分|标准分)(?:\(分\)|\(%\))?$/, 'weight'],
]

/** What the head of a column of a 评分表 says is under it; null for what is the bureau's own. */
export function scoreColumn(head: string): ScoreColumn | null {
  const words = compact(head)
  return words === '' || words.length > 24 || OTHERS.test(words) ? null : WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}
