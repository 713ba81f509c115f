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

/** What each draft speaks of. */
export const DRAFT_NAMES: { readonly [K in DraftKind]: string } = {
  unit: '机构和人员', duties: '职责', income: '收入', spending: '支出规模和构成', execution: '预算执行', basic: '基本支出', threePublic: '“三公”经费', projects: '项目支出', procurement: '政府采购',
  economy: '节约和成本', outcomes: '重点工作完成情况', satisfaction: '满意度', scores: '得分', problems: '问题', measures: '改进措施', governmentFund: '政府性基金', stateCapital: '国有资本经营预算',
}

/** 初稿 of one kind, from the figures. */
export const draftOf = (kind: DraftKind, facts: DraftFacts): readonly Paragraph[] => DRAFTERS[kind](facts).filter((paragraph) => paragraph.length > 0)
