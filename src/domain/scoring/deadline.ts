import { add, compare, decimal, divide, equals, multiply, subtract, toDecimalText, whole, ZERO, type Rational } from '../../kernel/rational'
import { daysBetween } from '../../kernel/day'
import { bounded, type Award } from './award'
import type { ScoringSettings } from './settings'

/** 一个时间节点: what was due when. */
export interface Milestone {
  readonly key: string
  readonly title: string
  /** ISO day, `{year}` standing for 评价年度 (`{year}-12-31`); absent where the plan of the unit names it: then it is entered with the day of completion. */
  readonly due?: string
}

/**
 * 时效 (kind 23): every milestone met in time earns its equal share of the weight; one that is late earns none,
 * or loses `deduct` points for each `per` days begun.
 */
export interface Deadline extends ScoringSettings {
  readonly kind: 'deadline'
  readonly milestones: readonly Milestone[]
  readonly late: 'zero' | 'perDays'
  /** Needed where lateness deducts by days. */
  readonly per?: string
  readonly deduct?: string
}

/** The days entered for a milestone; `done` empty is not yet done. */
export interface MilestoneDays {
  readonly due?: string
  readonly done: string
}

/** What the milestones come to: settled points, and what open ones may still add. */
export interface DeadlineAward extends Award {
  readonly highest: Rational
  readonly met: number
}

/** Points of the milestones, or the sentence that says which day cannot be read. */
export function awardDeadline(scoring: Deadline, days: { readonly [key: string]: MilestoneDays }, weight: Rational, year: number): DeadlineAward | string {
  const share = divide(weight, whole(scoring.milestones.length))!
  let [points, open]: [Rational, Rational] = [ZERO, ZERO]
  let met = 0
  const words: string[] = []
  for (const { key, title, due: planned } of scoring.milestones) {
    const entered = Object.hasOwn(days, key) ? days[key] : undefined
    const due = (planned ?? entered?.due ?? '').replace('{year}', String(year))
    if (due === '' || (entered?.done ?? '') === '') {
      open = add(open, share)
      words.push(`${title}：${due === '' ? '没有目标日期' : `应于 ${due}，还没有完成日期`}`)
      continue
    }
    const late = daysBetween(due, entered!.done)
    if (late === null) return `“${title}”的日期应写作 2025-12-31 这样的年月日`
    if (late <= 0) {
      met++
      points = add(points, share)
      words.push(`${title}：应于 ${due}，${entered!.done} 完成，按时，得 ${toDecimalText(share, 4)}`)
      continue
    }
    const lost = scoring.late === 'zero' ? share : multiply(whole(Math.ceil(late / Number(scoring.per ?? '1'))), decimal(scoring.deduct ?? '0'))
    const left = bounded(subtract(share, lost), share)
    points = add(points, left)
    words.push(`${title}：应于 ${due}，${entered!.done} 完成，迟 ${late} 天，${equals(left, ZERO) ? '不得分' : `扣 ${toDecimalText(lost, 4)}，得 ${toDecimalText(left, 4)}`}`)
  }
  return { points, highest: add(points, open), met, words: words.join('；') }
}

/** Whether a deadline's own numbers make sense: at least one milestone, whole days above zero, a deduction that is not negative. */
export function deadlineFault(scoring: Deadline): string | null {
  if (scoring.milestones.length === 0) return '没有时间节点'
  if (scoring.late === 'zero') return null
  if (!/^[1-9]\d{0,3}$/.test(scoring.per ?? '')) return '“每几天”应为大于 0 的整数'
  return scoring.deduct === undefined || compare(decimal(scoring.deduct), ZERO) < 0 ? '迟延扣分应为不小于 0 的数' : null
}
