import { decimalText, keyOf, list, literal, name, object, optional, variant, wholeNumber, words, yesOrNo, type Decoder } from '../../kernel/decode'
import { expressionDecoder } from '../expression/decodeExpression'
import type { Aggregate } from './aggregate'
import type { ValueStyle } from './award'
import type { Band, BandTable } from './bandTable'
import type { BestOf, Option } from './bestOf'
import type { CaseTable, Situation } from './caseTable'
import type { Checklist, ChecklistItem } from './checklist'
import type { Checkpoint, Checkpoints } from './checkpoints'
import type { ComputedScoring } from './computed'
import type { Deadline, Milestone } from './deadline'
import type { EqualTarget } from './equalTarget'
import type { ExternalScore } from './externalScore'
import type { LinearDeduction } from './linearDeduction'
import type { Occurrences } from './occurrences'
import type { OverAchievement } from './overAchievement'
import type { RangeTarget } from './rangeTarget'
import type { RatioOfWeight } from './ratioOfWeight'
import type { Scoring } from './scoring'
import type { SelectableGroup } from './selectableGroup'
import { STEP_MODES, type NotApplicableMode, type Veto, type ZeroDivisorMode } from './settings'
import type { Subindicators } from './subindicators'
import type { SymmetricBand } from './symmetricBand'
import type { Tier, Tiers } from './tiers'
import type { UnitPrice } from './unitPrice'
import { WARNING_LEVELS, type Warning } from './warning'

const settings = {
  notApplicable: keyOf<NotApplicableMode>({ full: true, excluded: true, zero: true, ask: true }),
  zeroDivisor: keyOf<ZeroDivisorMode>({ ask: true, notApplicable: true, fullIfBothZero: true }),
  warnings: optional(list(object<Warning>({ when: expressionDecoder, level: keyOf(WARNING_LEVELS), says: words() }), 20)),
  veto: optional(object<Veto>({ when: optional(expressionDecoder), says: words() })),
}

const bands = list(object<Band>({
  from: optional(decimalText), fromIncluded: optional(yesOrNo), to: optional(decimalText), toIncluded: optional(yesOrNo), points: decimalText,
}), 100)

const computed = {
  linearDeduction: object<LinearDeduction>({
    kind: literal('linearDeduction'), ...settings, side: keyOf<LinearDeduction['side']>({ above: true, below: true, both: true }),
    standard: decimalText, per: decimalText, deduct: decimalText, stepMode: keyOf(STEP_MODES),
  }),
  bandTable: object<BandTable>({ kind: literal('bandTable'), ...settings, ruleMost: decimalText, bands }),
  ratioOfWeight: object<RatioOfWeight>({
    kind: literal('ratioOfWeight'), ...settings, gate: optional(decimalText),
    direction: keyOf<RatioOfWeight['direction']>({ positive: true, reverse: true, reverseLinear: true }),
    over: optional(object<OverAchievement>({ from: decimalText, treat: keyOf<OverAchievement['treat']>({ explain: true, reduce: true }), share: optional(decimalText) })),
  }),
  symmetricBand: object<SymmetricBand>({ kind: literal('symmetricBand'), ...settings, standard: decimalText, ruleMost: decimalText, bands }),
  equalTarget: object<EqualTarget>({ kind: literal('equalTarget'), ...settings, target: decimalText }),
  rangeTarget: object<RangeTarget>({
    kind: literal('rangeTarget'), ...settings, from: decimalText, to: decimalText, outside: keyOf<RangeTarget['outside']>({ zero: true, deduct: true }),
    per: optional(decimalText), deduct: optional(decimalText), stepMode: optional(keyOf(STEP_MODES)),
  }),
  unitPrice: object<UnitPrice>({ kind: literal('unitPrice'), ...settings, standard: decimalText, over: keyOf<UnitPrice['over']>({ zero: true, ratio: true, linear: true }) }),
}

const computedDecoder: Decoder<ComputedScoring> = variant<ComputedScoring, 'kind'>('kind', computed)

const style = optional(keyOf<ValueStyle>({ percent: true, number: true }))

/** 评分方式 from outside: the closed list, each with exactly its own parameters. */
export const scoringDecoder: Decoder<Scoring> = variant<Scoring, 'kind'>('kind', {
  ...computed,
  caseTable: object<CaseTable>({
    kind: literal('caseTable'), ...settings, ruleMost: decimalText,
    cases: list(object<Situation>({ label: name(), when: expressionDecoder, points: decimalText }), 50),
    otherwise: object<CaseTable['otherwise']>({ label: name(), points: decimalText }),
  }),
  bestOf: object<BestOf>({
    kind: literal('bestOf'), ...settings, options: list(object<Option>({ title: name(), formula: expressionDecoder, valueStyle: style, scoring: computedDecoder }), 20),
  }),
  checkpoints: object<Checkpoints>({
    kind: literal('checkpoints'), ...settings,
    points: list(object<Checkpoint>({ title: name(), weight: decimalText, formula: expressionDecoder, valueStyle: style, scoring: computedDecoder }), 50),
  }),
  aggregate: object<Aggregate>({
    kind: literal('aggregate'), ...settings, mode: keyOf<Aggregate['mode']>({ sum: true, byMoney: true, mean: true }),
    table: name(), actual: name(), target: name(), money: optional(name()), rule: computedDecoder,
  }),
  checklist: object<Checklist>({
    kind: literal('checklist'), ...settings,
    items: list(object<ChecklistItem>({ key: name(), text: words(), points: decimalText, fullWhenNotInvolved: optional(literal(true)) }), 200),
  }),
  occurrences: object<Occurrences>({ kind: literal('occurrences'), ...settings, deduct: decimalText, of: list(words(500), 200) }),
  externalScore: object<ExternalScore>({ kind: literal('externalScore'), ...settings, most: decimalText, by: words(500) }),
  tiers: object<Tiers>({
    kind: literal('tiers'), ...settings,
    tiers: list(object<Tier>({ label: name(), points: decimalText, least: optional(decimalText) }), 100),
  }),
  selectableGroup: object<SelectableGroup>({ kind: literal('selectableGroup'), ...settings, slots: list(words(500), 100), least: wholeNumber(0, 100), most: wholeNumber(1, 100) }),
  deadline: object<Deadline>({
    kind: literal('deadline'), ...settings, milestones: list(object<Milestone>({ key: name(), title: words(500), due: optional(words(40)) }), 100),
    late: keyOf<Deadline['late']>({ zero: true, perDays: true }), per: optional(decimalText), deduct: optional(decimalText),
  }),
  subindicators: object<Subindicators>({ kind: literal('subindicators'), ...settings, suggested: list(words(500), 200),
    goals: optional(object<NonNullable<Subindicators['goals']>>({ dimensions: list(words(500), 50), ceiling: optional(keyOf<'reverse' | 'reverseLinear'>({ reverse: true, reverseLinear: true })), gate: optional(decimalText), partialFrom: optional(decimalText) })),
  }),
})
