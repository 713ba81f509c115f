import type { Scoring } from '../scoring/scoring'
import type { RuleText } from './ruleText'

/** What a rule's words were read as. */
export interface PhraseReading {
  readonly scoring: Scoring
  /** Said by nobody, taken so: shown to be checked. */
  readonly assumed: readonly string[]
  /** The most points the words give, where they say it. */
  readonly ruleMost?: string
}

/** What a phrase reader is given besides the words. */
export interface PhraseContext {
  readonly title: string
  /** 分值, decimal text. */
  readonly weight: string
  /** 评价要点 of a column of its own. */
  readonly points: string
}

/** Reads one phrasing of the field; null where the words are of another. Marks what it understood. */
export type PhraseReader = (rule: RuleText, context: PhraseContext) => PhraseReading | null
