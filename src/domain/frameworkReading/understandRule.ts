import { compare, decimal } from '../../kernel/rational'
import type { Scoring } from '../scoring/scoring'
import { bandWords } from './bandWords'
import { externalWords, occurrenceWords, ownRowsWords, tierWords } from './caseWords'
import { linearWords, scaledDeduction } from './linearWords'
import { listWords } from './listWords'
import type { PhraseContext, PhraseReader } from './phrase'
import { ratioWords } from './ratioWords'
import { RuleText } from './ruleText'
import { useClosing } from './settingsWords'

/** A rule's words understood: the scoring, the words it was read from, and what was taken so without being said. */
export interface UnderstoodRule {
  readonly scoring: Scoring
  readonly used: readonly string[]
  readonly assumed: readonly string[]
  /** Words about points that went unread: with any of these the reading is only a proposal. */
  readonly unread: readonly string[]
  /** 规则满分与分值不同: told to the user. */
  readonly quirk: string | null
}

/** In this order: a phrasing that another one could be mistaken for comes first. */
const READERS: readonly PhraseReader[] = [externalWords, listWords, linearWords, bandWords, ratioWords, occurrenceWords, tierWords, ownRowsWords]

function fitted(scoring: Scoring, ruleMost: string | undefined, weight: string): { readonly scoring: Scoring; readonly quirk: string | null } {
  const most = ruleMost ?? (scoring.kind === 'bandTable' ? scoring.ruleMost : undefined)
  if (most === undefined || compare(decimal(most), decimal(weight)) === 0 || decimal(most).n === 0n) return { scoring, quirk: null }
  const quirk = `规则写的满分是 ${most} 分，分值是 ${weight} 分；已按分值折算，请向财政部门确认。`
  return scoring.kind === 'linearDeduction' ? { scoring: { ...scoring, deduct: scaledDeduction(scoring.deduct, most, weight) }, quirk } : { scoring, quirk }
}

/** Reads a 评分细则 as one of the ways of scoring; null where it follows no known phrasing. */
export function understandRule(words: string, context: PhraseContext): UnderstoodRule | null {
  let proposal: UnderstoodRule | null = null
  for (const reader of READERS) {
    const rule = new RuleText(words)
    const reading = reader(rule, context)
    if (!reading) continue
    useClosing(rule)
    const understood: UnderstoodRule = { used: rule.used, assumed: reading.assumed, unread: rule.unread, ...fitted(reading.scoring, reading.ruleMost, context.weight) }
    if (understood.unread.length === 0) return understood
    if (!proposal || understood.unread.join('').length < proposal.unread.join('').length) proposal = understood
  }
  return proposal
}
