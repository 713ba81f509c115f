import type { Evaluation } from './evaluation'
import type { Change } from './history'

/** An evaluation with its change log, as it is kept, backed up and restored. */
export interface KeptEvaluation {
  readonly evaluation: Evaluation
  /** Counts the steps ever made. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly updatedAt: number
  /** Oldest first; perhaps only its end. */
  readonly changes: readonly Change[]
}
