import { add, compare, decimal, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { JudgementEntry } from '../evaluation/judgement'
import type { Award } from './award'
import type { ScoringSettings } from './settings'

/** 要点: `points` when met. */
export interface ChecklistItem {
  readonly key: string
  readonly text: string
  readonly points: string
  /** 要点不涉及时给满分 (没有项目得满 2 分). */
  readonly fullWhenNotInvolved?: true
}

/** 要点清单 (kind 10): each item met gives its points. */
export interface Checklist extends ScoringSettings {
  readonly kind: 'checklist'
  readonly items: readonly ChecklistItem[]
}

/** What a checklist comes to: settled points, and what undecided items may still add. */
export interface ChecklistAward extends Award {
  readonly highest: Rational
  readonly undecided: number
}

/** Points of the ticks made so far. */
export function awardChecklist(scoring: Checklist, entry: (JudgementEntry & { kind: 'checklist' }) | null): ChecklistAward {
  let points = ZERO
  let open = ZERO
  let undecided = 0
  const words: string[] = []
  for (const item of scoring.items) {
    const tick = entry?.ticks[item.key]
    const worth = decimal(item.points)
    if (tick === undefined) {
      open = add(open, worth)
      undecided++
    } else if (tick === 'met' || (tick === 'notInvolved' && item.fullWhenNotInvolved)) {
      points = add(points, worth)
      words.push(item.points)
    } else words.push('0')
  }
  const sum = words.length > 0 ? `${words.join(' + ')} = ${toDecimalText(points)}` : '尚未判断'
  return { points, highest: add(points, open), undecided, words: `${scoring.items.length - undecided}/${scoring.items.length} 个要点已判断：${sum}` }
}

/** Whether the items' points add up to the weight. */
export const checklistWeighs = (scoring: Checklist, weight: Rational): boolean =>
  compare(scoring.items.map((item) => decimal(item.points)).reduce(add, ZERO), weight) === 0
