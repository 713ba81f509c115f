import type { Evaluation } from '../../domain/evaluation/evaluation'

/** Report text of the founding sample, by section of its outline. */
export const foundingNarrative: Evaluation['narrative'] = {}
