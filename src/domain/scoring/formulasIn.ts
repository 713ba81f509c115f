import type { Expression } from '../expression/expression'
import type { Scoring } from './scoring'

/** The formulas that decide a rule's points, its veto's included; the indicator's own is not one of them. */
export function decidingFormulas(scoring: Scoring): readonly Expression[] {
  const veto = scoring.veto?.when ? [scoring.veto.when] : []
  switch (scoring.kind) {
    case 'caseTable':
      return [...scoring.cases.map(({ when }) => when), ...veto]
    case 'bestOf':
      return [...scoring.options.map(({ formula }) => formula), ...veto]
    case 'checkpoints':
      return [...scoring.points.map(({ formula }) => formula), ...veto]
    default:
      return veto
  }
}

/** Every formula inside a rule, its warnings' too. */
export const formulasIn = (scoring: Scoring): readonly Expression[] => [...decidingFormulas(scoring), ...(scoring.warnings ?? []).map(({ when }) => when)]
