import { FUNDS, type Fund } from '../../measures/basis'
import type { Paragraph } from '../document'
import type { DraftFacts } from './facts'
import { figure, say, some, year } from './facts'
import { outcomesDraft, satisfactionDraft } from './outcomes'
import { projectsDraft } from './projects'
import { measuresDraft, problemsDraft, scoresDraft } from './scores'
import { basicDraft, executionDraft, spendingDraft } from './spending'
import { threePublicDraft } from './threePublic'
import { dutiesDraft, economyDraft, incomeDraft, procurementDraft, unitDraft } from './unit'

/** Money of one fund, where some was spent; else the section stays empty and says 无. */
const fundDraft = (fund: Fund) => (facts: DraftFacts): readonly Paragraph[] => {
  const spent = `expenditure@actual/${fund}`
  return some(facts, spent) ? [say`${year}年，${FUNDS[fund]}支出${figure(spent)}。`] : []
}

/** What each draft is written by. A draft states nothing that the data does not: what is not known falls out, only a heading's main figure stays visible. */
const DRAFTERS = {
  unit: unitDraft, duties: dutiesDraft, income: incomeDraft, spending: spendingDraft, execution: executionDraft, basic: basicDraft,
  threePublic: threePublicDraft, projects: projectsDraft, procurement: procurementDraft, economy: economyDraft,
  outcomes: outcomesDraft, satisfaction: satisfactionDraft, scores: scoresDraft, problems: problemsDraft, measures: measuresDraft,
  governmentFund: fundDraft('governmentFund'), stateCapital: fundDraft('stateCapital'),
} satisfies { readonly [kind: string]: (facts: DraftFacts) => readonly Paragraph[] }

/** What a section may be drafted from. */
export type DraftKind = keyof typeof DRAFTERS

/** Every kind there is. */
export const DRAFT_KINDS = Object.keys(DRAFTERS) as readonly DraftKind[]

/** 初稿 of one kind, from the figures. */
export const draftOf = (kind: DraftKind, facts: DraftFacts): readonly Paragraph[] => DRAFTERS[kind](facts).filter((paragraph) => paragraph.length > 0)
