import { add, compare, decimal, fromDecimal, sum, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { Subindicator } from '../evaluation/judgement'
import type { Award } from './award'
import type { ScoringSettings } from './settings'

/** 自拟三级指标 (kinds 15 and 16): the unit's own rows share the weight. */
export interface Subindicators extends ScoringSettings {
  readonly kind: 'subindicators'
  /** Names offered, e.g. 经济效益、社会效益、生态效益. */
  readonly suggested: readonly string[]
  /** 绩效目标表 rows that share the weight: those under these 一级指标, and how a ceiling that was passed is scored. */
  readonly goals?: { readonly dimensions: readonly string[]; readonly ceiling?: 'reverse' | 'reverseLinear'
    /** 及格线: completion below it earns nothing, the rest counts from there. */
    readonly gate?: string
    /** 定性三档: where 部分达成 begins, as a ratio; 0.6 where nothing is said. */
    readonly partialFrom?: string }
}

/** What rows come to: settled points and what open rows may still add; or what is wrong with them. */
export interface SubindicatorsAward extends Award {
  readonly highest: Rational
}

/** Points of the rows. Their weights must add up to the indicator's. */
export function awardSubindicators(rows: readonly Subindicator[], weight: Rational): SubindicatorsAward | string {
  const weights = rows.map((row) => fromDecimal(row.weight))
  if (weights.some((value) => value === null || compare(value, ZERO) < 0)) return '自拟指标的分值要填数字'
  const total = sum(weights.map((value) => value ?? ZERO))
  if (compare(total, weight) !== 0) return `自拟指标分值合计 ${toDecimalText(total)}，应为 ${toDecimalText(weight)}`
  let points = ZERO
  let open = ZERO
  for (const row of rows) {
    const given = row.points === undefined || row.points === '' ? null : fromDecimal(row.points)
    const most = decimal(row.weight)
    if (!given) open = add(open, most)
    else if (compare(given, ZERO) < 0 || compare(given, most) > 0) return `“${row.title}”得分应在 0～${row.weight} 之间`
    else points = add(points, given)
  }
  const words = rows.map((row) => `${row.title} ${row.points || '待定'}/${row.weight}`).join('；')
  return { points, highest: add(points, open), words }
}
