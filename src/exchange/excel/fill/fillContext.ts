import type { Evaluation } from '../../../domain/evaluation/evaluation'
import type { Figures } from '../../../domain/figures/figures'
import type { Form } from '../../../domain/forms/form'
import type { Assessment } from '../../../domain/indicators/assessment'
import type { Measure } from '../../../domain/measures/measure'

/** What filling needs to know. */
export interface FillContext {
  readonly evaluation: Evaluation
  readonly figures: Figures
  readonly measures: ReadonlyMap<string, Measure>
  readonly forms: readonly Form[]
  readonly notInvolved: string
  /** 自评. */
  readonly assessment: Assessment
}
