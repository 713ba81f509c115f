import type { Evaluation } from '../evaluation/evaluation'
import type { Framework } from './framework'

/** The evaluation at the rounding point its framework fixes; its own where the framework fixes none. */
export const withRounding = (evaluation: Evaluation, { rounding }: Framework): Evaluation => (rounding ? { ...evaluation, settings: { ...evaluation.settings, ...rounding } } : evaluation)
