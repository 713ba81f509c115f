import type { Framework } from '../../domain/indicators/framework'
import { hunan2017 } from './hunan2017'
import { projectEvaluation } from './projectEvaluation'
import { selfEvaluationFrameworks } from './selfEvaluation'

/** Frameworks complete enough to score, in the order they are offered. */
export const frameworks: readonly Framework[] = [hunan2017, ...selfEvaluationFrameworks, projectEvaluation]
