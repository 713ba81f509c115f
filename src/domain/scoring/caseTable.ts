import { decimal, divide, max, multiply, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import { noneOfIt, type Evaluate, type FiguresAward } from './figuresAward'
import type { ScoringSettings } from './settings'

/** One situation: its name, when it is there, its points. */
export interface Situation {
  readonly label: string
  readonly when: Expression
  readonly points: string
}

/** 分情形计分 (kind 5): the first situation that holds gives the points (无结余 3 分，不超过上年结转 2 分，超过 0 分). */
export interface CaseTable extends ScoringSettings {
  readonly kind: 'caseTable'
  readonly cases: readonly Situation[]
  /** Where none holds. */
  readonly otherwise: { readonly label: string; readonly points: string }
  /** 规则满分; scaled to the weight where the two differ. */
  readonly ruleMost: string
}

/** Points by the situation the figures are in. */
export function awardCaseTable(scoring: CaseTable, evaluate: Evaluate, weight: Rational): FiguresAward {
  const scale = divide(weight, decimal(scoring.ruleMost))!
  const worth = (points: string): Rational => multiply(decimal(points), scale)
  const settled = (label: string, points: string): FiguresAward =>
    ({ lowest: worth(points), highest: worth(points), value: label, words: [`属于“${label}”，得 ${toDecimalText(worth(points), 4)}`], missing: [], notApplicable: false })
  for (const [i, { label, when, points }] of scoring.cases.entries()) {
    const outcome = evaluate(when)
    if (outcome.kind === 'value') {
      if (outcome.value.n !== 0n) return settled(label, points)
    } else if (outcome.kind === 'notApplicable') return noneOfIt([`“${label}”不涉及`], ZERO)
    else {
      // What is blank may also turn out to be 不涉及, which earns what the rule says of that.
      const left = [...[...scoring.cases.slice(i).map((one) => one.points), scoring.otherwise.points].map(worth), ...(scoring.notApplicable === 'full' ? [weight] : [])]
      return { lowest: ZERO, highest: left.reduce(max), value: null, words: [`还不能判断是不是“${label}”`], missing: outcome.kind === 'missing' ? outcome.figures : [], notApplicable: false }
    }
  }
  return settled(scoring.otherwise.label, scoring.otherwise.points)
}
