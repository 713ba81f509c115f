import type { Expression } from '../expression/expression'
import type { Scoring } from './scoring'

/** The formulas inside a rule, its veto's included; the indicator's own is not one of them. */
export function formulasIn(scoring: Scoring): readonly Expression[] {
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
