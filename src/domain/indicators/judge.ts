import { decimal, fromDecimal, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { JudgementEntry } from '../evaluation/judgement'
import { awardChecklist } from '../scoring/checklist'
import { awardExternalScore, isExternalScore } from '../scoring/externalScore'
import { awardOccurrences } from '../scoring/occurrences'
import { awardDeadline, type MilestoneDays } from '../scoring/deadline'
import type { JudgedScoring } from '../scoring/scoring'
import { awardSelectableGroup } from '../scoring/selectableGroup'
import { awardSubindicators } from '../scoring/subindicators'
import { awardTier } from '../scoring/tiers'

/** What a person's judgement comes to so far. */
export interface Judged {
  /** Settled points, and the most that open parts may add to. */
  readonly lowest: Rational
  readonly highest: Rational
  /** The value told in the table: 4/4 要点. */
  readonly value: string | null
  readonly words: string
}

const open = (weight: Rational, words: string): Judged => ({ lowest: ZERO, highest: weight, value: null, words })
const settled = (points: Rational, words: string, value: string | null = null): Judged => ({ lowest: points, highest: points, value, words })

/** The days entered: by milestone, or the one day of a single milestone. */
function daysOf(first: string | undefined, entry: JudgementEntry | undefined): { readonly [key: string]: MilestoneDays } | null {
  if (entry?.kind === 'dates') return entry.days
  return entry?.kind === 'date' && first !== undefined ? { [first]: { done: entry.day } } : null
}

/** Points of a manual indicator from what was entered; nothing entered leaves the whole weight open. */
export function judge(scoring: JudgedScoring, entry: JudgementEntry | undefined, weight: Rational, year: number): Judged {
  switch (scoring.kind) {
    case 'checklist': {
      const award = awardChecklist(scoring, entry?.kind === 'checklist' ? entry : null)
      const met = entry?.kind === 'checklist' ? scoring.items.filter(({ key }) => entry.ticks[key] === 'met').length : 0
      const value = award.undecided === scoring.items.length ? null : `${met} / ${scoring.items.length} 要点`
      return { lowest: award.points, highest: award.highest, value, words: award.words }
    }
    case 'occurrences': {
      const typed = entry?.kind === 'occurrences' ? entry.count.trim() : ''
      if (typed === '') return open(weight, '还没有填写出现的次数')
      const count = /^\d+$/.test(typed) ? fromDecimal(typed) : null
      if (!count) return open(weight, `出现的次数写作“${typed}”，应为不小于 0 的整数`)
      const award = awardOccurrences(scoring, count, weight)
      return settled(award.points, award.words, `${toDecimalText(count)} 例`)
    }
    case 'externalScore': {
      const typed = entry?.kind === 'externalScore' ? entry.score.trim() : ''
      if (typed === '') return open(weight, `还没有${scoring.by}考核得分`)
      const score = fromDecimal(typed)
      if (!score) return open(weight, `${scoring.by}考核得分写作“${typed}”，应为数字`)
      if (!isExternalScore(scoring, score)) return open(weight, `${scoring.by}考核得分应在 0～${scoring.most} 之间`)
      const award = awardExternalScore(scoring, score, weight)
      return settled(award.points, award.words, `${toDecimalText(score)} / ${scoring.most}`)
    }
    case 'tiers': {
      if (entry?.kind !== 'choice') return open(weight, '还没有选择等级')
      const award = awardTier(scoring, entry.label, entry.points)
      return typeof award === 'string' ? open(weight, award) : settled(award.points, award.words, entry.label)
    }
    case 'subindicators': {
      if (entry?.kind !== 'subindicators' || entry.rows.length === 0) return open(weight, '还没有自拟指标')
      const award = awardSubindicators(entry.rows, weight)
      if (typeof award === 'string') return open(weight, award)
      return { lowest: award.points, highest: award.highest, value: `${entry.rows.length} 项自拟指标`, words: award.words }
    }
    case 'selectableGroup': {
      if (entry?.kind !== 'subindicators' || entry.rows.length === 0) return open(weight, `还没有选择，应选 ${scoring.least}～${scoring.most} 项`)
      const award = awardSelectableGroup(scoring, entry.rows, weight)
      return typeof award === 'string' ? open(weight, award) : { lowest: award.points, highest: award.highest, value: `选 ${entry.rows.length} 项`, words: award.words }
    }
    case 'deadline': {
      const days = daysOf(scoring.milestones[0]?.key, entry)
      if (!days) return open(weight, '还没有填写完成日期')
      const award = awardDeadline(scoring, days, weight, year)
      return typeof award === 'string' ? open(weight, award) : { lowest: award.points, highest: award.highest, value: `${award.met} / ${scoring.milestones.length} 按时`, words: award.words }
    }
  }
}

/** Whether adjusted points are decimal text between 0 and the weight. */
export function isAdmissible(points: string, weight: string): boolean {
  const value = fromDecimal(points)
  return value !== null && value.n >= 0n && value.n * decimal(weight).d <= decimal(weight).n * value.d
}
