import { decimalText, keyOf, list, literal, name, object, optional, variant, words, yesOrNo, type Decoder } from '../../kernel/decode'
import type { Band, BandTable } from './bandTable'
import type { Checklist, ChecklistItem } from './checklist'
import type { ExternalScore } from './externalScore'
import type { LinearDeduction } from './linearDeduction'
import type { Occurrences } from './occurrences'
import type { RatioOfWeight } from './ratioOfWeight'
import type { Scoring } from './scoring'
import { STEP_MODES, type NotApplicableMode, type ZeroDivisorMode } from './settings'
import type { Subindicators } from './subindicators'
import type { Tier, Tiers } from './tiers'

const settings = {
  notApplicable: keyOf<NotApplicableMode>({ full: true, excluded: true, zero: true, ask: true }),
  zeroDivisor: keyOf<ZeroDivisorMode>({ ask: true, notApplicable: true, fullIfBothZero: true }),
}

/** 评分方式 from outside: the closed list, each with exactly its own parameters. */
export const scoringDecoder: Decoder<Scoring> = variant<Scoring, 'kind'>('kind', {
  linearDeduction: object<LinearDeduction>({
    kind: literal('linearDeduction'), ...settings, side: keyOf<LinearDeduction['side']>({ above: true, below: true, both: true }),
    standard: decimalText, per: decimalText, deduct: decimalText, stepMode: keyOf(STEP_MODES),
  }),
  bandTable: object<BandTable>({
    kind: literal('bandTable'), ...settings, ruleMost: decimalText,
    bands: list(object<Band>({
      from: optional(decimalText), fromIncluded: optional(yesOrNo), to: optional(decimalText), toIncluded: optional(yesOrNo), points: decimalText,
    }), 100),
  }),
  ratioOfWeight: object<RatioOfWeight>({
    kind: literal('ratioOfWeight'), ...settings, gate: optional(decimalText),
    direction: keyOf<RatioOfWeight['direction']>({ positive: true, reverse: true, reverseLinear: true }),
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
  subindicators: object<Subindicators>({ kind: literal('subindicators'), ...settings, suggested: list(words(500), 200),
    goals: optional(object<NonNullable<Subindicators['goals']>>({ dimensions: list(words(500), 50), ceiling: optional(keyOf<'reverse' | 'reverseLinear'>({ reverse: true, reverseLinear: true })), gate: optional(decimalText) })),
  }),
})
