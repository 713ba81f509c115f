import { decimal, fromDecimal, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { JudgementEntry } from '../evaluation/judgement'
import { awardChecklist } from '../scoring/checklist'
import { awardExternalScore, isExternalScore } from '../scoring/externalScore'
import { awardOccurrences } from '../scoring/occurrences'
import type { Scoring } from '../scoring/scoring'
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

/** Points of a manual indicator from what was entered; nothing entered leaves the whole weight open. */
export function judge(scoring: Scoring, entry: JudgementEntry | undefined, weight: Rational): Judged {
  switch (scoring.kind) {
    case 'checklist': {
      const award = awardChecklist(scoring, entry?.kind === 'checklist' ? entry : null)
      const met = entry?.kind === 'checklist' ? Object.values(entry.ticks).filter((tick) => tick === 'met').length : 0
      const value = award.undecided === scoring.items.length ? null : `${met} / ${scoring.items.length} 要点`
      return { lowest: award.points, highest: award.highest, value, words: award.words }
    }
    case 'occurrences': {
      const count = entry?.kind === 'occurrences' ? fromDecimal(entry.count) : null
      if (!count) return open(weight, '还没有填写出现的次数')
      const award = awardOccurrences(scoring, count, weight)
      return settled(award.points, award.words, `${toDecimalText(count)} 例`)
    }
    case 'externalScore': {
      const score = entry?.kind === 'externalScore' ? fromDecimal(entry.score) : null
      if (!score) return open(weight, `还没有${scoring.by}考核得分`)
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
    case 'linearDeduction':
    case 'bandTable':
    case 'ratioOfWeight':
      throw new Error('a computed scoring is not judged')
  }
}

/** Whether adjusted points are decimal text between 0 and the weight. */
export function isAdmissible(points: string, weight: string): boolean {
  const value = fromDecimal(points)
  return value !== null && value.n >= 0n && value.n * decimal(weight).d <= decimal(weight).n * value.d
}
