import type { Check } from '../../domain/checks/check'
import { baseDataChecks } from './baseDataChecks'
import { expenditureChecks } from './expenditureChecks'
import { selfEvaluationChecks } from './selfEvaluationChecks'
import { tableChecks } from './tableChecks'

/** Every check of the product, in the order of the forms. */
export const checks: readonly Check[] = [...baseDataChecks, ...expenditureChecks, ...tableChecks, ...selfEvaluationChecks]
