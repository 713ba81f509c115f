import { add, compare, divide, fromDecimal, toDecimalText, whole, ZERO, type Rational } from '../../kernel/rational'
import type { Subindicator } from '../evaluation/judgement'
import type { ScoringSettings } from './settings'
import type { SubindicatorsAward } from './subindicators'

/** 可选项 (kind 15): some of the offered kinds are chosen and share the weight alike; what is not chosen weighs nothing (四川项目效益五类). */
export interface SelectableGroup extends ScoringSettings {
  readonly kind: 'selectableGroup'
  readonly slots: readonly string[]
  readonly least: number
  readonly most: number
}

/** Points of the chosen rows, each within its equal share; or what is wrong with the choice. */
export function awardSelectableGroup(scoring: SelectableGroup, rows: readonly Subindicator[], weight: Rational): SubindicatorsAward | string {
  if (rows.length < scoring.least || rows.length > scoring.most) return `应选 ${scoring.least}～${scoring.most} 项，选了 ${rows.length} 项`
  const repeated = rows.find((row, i) => rows.findIndex((other) => other.title === row.title) !== i)
  if (repeated) return `“${repeated.title}”选了两次`
  const share = divide(weight, whole(rows.length))!
  let [points, open]: [Rational, Rational] = [ZERO, ZERO]
  for (const row of rows) {
    const given = row.points === undefined || row.points === '' ? null : fromDecimal(row.points)
    if (!given) open = add(open, share)
    else if (compare(given, ZERO) < 0 || compare(given, share) > 0) return `“${row.title}”得分应在 0～${toDecimalText(share, 2)} 之间`
    else points = add(points, given)
  }
  const each = toDecimalText(share, 2)
  return { points, highest: add(points, open), words: `选 ${rows.length} 项，每项 ${each} 分：${rows.map((row) => `${row.title} ${row.points || '待定'}/${each}`).join('；')}` }
}
