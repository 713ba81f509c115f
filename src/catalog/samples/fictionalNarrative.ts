import type { Evaluation } from '../../domain/evaluation/evaluation'

/** Report text of the fictional sample, by section of its outline. */
export const fictionalNarrative: Evaluation['narrative'] = {}
