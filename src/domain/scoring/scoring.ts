import type { BandTable } from './bandTable'
import type { Checklist } from './checklist'
import type { ExternalScore } from './externalScore'
import type { LinearDeduction } from './linearDeduction'
import type { Occurrences } from './occurrences'
import type { Subindicators } from './subindicators'
import type { Tiers } from './tiers'

/** 评分方式: the closed list of ways a value or a judgement becomes points. */
export type Scoring = LinearDeduction | BandTable | Checklist | Occurrences | ExternalScore | Tiers | Subindicators

/** Whether points follow from a computed value; the rest wait for a person's judgement. */
export const isComputed = (scoring: Scoring): scoring is LinearDeduction | BandTable =>
  scoring.kind === 'linearDeduction' || scoring.kind === 'bandTable'
