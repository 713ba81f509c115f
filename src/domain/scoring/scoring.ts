import type { Aggregate } from './aggregate'
import type { BestOf } from './bestOf'
import type { CaseTable } from './caseTable'
import type { Checklist } from './checklist'
import type { Checkpoints } from './checkpoints'
import type { ComputedScoring } from './computed'
import type { Deadline } from './deadline'
import type { ExternalScore } from './externalScore'
import type { Occurrences } from './occurrences'
import type { SelectableGroup } from './selectableGroup'
import type { Subindicators } from './subindicators'
import type { Tiers } from './tiers'

/** Scorings with several formulas of their own. */
export type FiguresScoring = CaseTable | BestOf | Checkpoints | Aggregate

/** Scorings that wait for a person's judgement. */
export type JudgedScoring = Checklist | Occurrences | ExternalScore | Tiers | Subindicators | SelectableGroup | Deadline

/** 评分方式: the closed list of ways a value, figures or a judgement become points. */
export type Scoring = ComputedScoring | FiguresScoring | JudgedScoring

const FAMILIES: { readonly [K in Scoring['kind']]: 'computed' | 'figures' | 'judged' } = {
  linearDeduction: 'computed', bandTable: 'computed', ratioOfWeight: 'computed', symmetricBand: 'computed', equalTarget: 'computed', rangeTarget: 'computed', unitPrice: 'computed',
  caseTable: 'figures', bestOf: 'figures', checkpoints: 'figures', aggregate: 'figures',
  checklist: 'judged', occurrences: 'judged', externalScore: 'judged', tiers: 'judged', subindicators: 'judged', selectableGroup: 'judged', deadline: 'judged',
}

/** What each way of scoring is called. */
export const SCORING_KINDS: { readonly [K in Scoring['kind']]: string } = {
  linearDeduction: '逐档扣分', bandTable: '分档计分', ratioOfWeight: '按比例得分', symmetricBand: '偏差分档', equalTarget: '等于目标', rangeTarget: '区间目标', unitPrice: '单价或标准',
  caseTable: '分情形计分', bestOf: '择优计分', checkpoints: '分时点计分', aggregate: '汇总后计分',
  checklist: '要点清单', occurrences: '按次扣分', externalScore: '外部考核分折算', tiers: '分级判断', subindicators: '自拟三级指标', selectableGroup: '可选项', deadline: '时效',
}

/** Whether points follow from one value; the value is computed, or entered where the indicator has no formula. */
export const isComputed = (scoring: Scoring): scoring is ComputedScoring => FAMILIES[scoring.kind] === 'computed'

/** Whether points follow from formulas inside the rule. */
export const isByFigures = (scoring: Scoring): scoring is FiguresScoring => FAMILIES[scoring.kind] === 'figures'

/** Whether a person's judgement is waited for. */
export const isJudged = (scoring: Scoring): scoring is JudgedScoring => FAMILIES[scoring.kind] === 'judged'
