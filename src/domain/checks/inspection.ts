import type { Evaluation } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import type { Assessment } from '../indicators/assessment'
import type { FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { CheckKind, Severity } from './check'

/** What an inspection may look at. */
export interface Subject {
  readonly evaluation: Evaluation
  readonly figures: Figures
  /** By id. */
  readonly measures: ReadonlyMap<string, Measure>
  /** The unit's own scores, where they are known. */
  readonly assessment: Assessment | null
}

/** What was found wrong. */
export interface Fault {
  readonly kind: CheckKind
  readonly severity: Severity
  /** What stands there: 「12.5 人」. */
  readonly equation: string
  readonly detail: string
  readonly remedy: string
}

/** One thing that was looked at. */
export interface Look {
  /** Unique: the inspection and its place. */
  readonly check: string
  readonly says: string
  readonly at: FigureId
  readonly figures: readonly FigureId[]
  /** Null where nothing is wrong. */
  readonly fault: Fault | null
}

/** 检查 that no equation can say: words, doubles, dates, targets. Only what was looked at is told. */
export type Inspection = (subject: Subject) => readonly Look[]

/** Where the text of a report's section stands. */
export const narrativePlace = (section: string): FigureId => `narrative:${section}`

/** Where an indicator's entry stands. */
export const indicatorPlace = (indicator: string): FigureId => `indicator:${indicator}`
