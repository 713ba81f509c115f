import { toDecimalText } from '../../kernel/rational'
import type { Evaluation } from '../evaluation/evaluation'
import type { JudgementEntry, Subindicator } from '../evaluation/judgement'
import type { Asked, TraceStep } from '../indicators/assessment'
import type { Indicator } from '../indicators/framework'
import { cellId } from '../measures/item'
import { dimensionKey, goalsOf, GOALS_TABLE, targetText, type Goal } from './goal'
import { goalRules } from './goalRules'
import { scoreGoal } from './scoreGoal'

/** What the 绩效目标表 says of an indicator whose weight its goals share. */
export interface GoalEntry {
  readonly entry: JudgementEntry & { readonly kind: 'subindicators' }
  readonly steps: readonly TraceStep[]
  /** Cells still to be filled. */
  readonly asked: readonly Asked[]
}

/** The unit's goals that share an indicator's weight, in their order; none where the indicator takes none. */
export function goalsUnder(indicator: Indicator, evaluation: Evaluation): readonly Goal[] {
  const { scoring } = indicator
  if (scoring.kind !== 'subindicators' || !scoring.goals) return []
  const keys = new Set(scoring.goals.dimensions.map(dimensionKey))
  return goalsOf(evaluation).filter((goal) => goal.project === '' && keys.has(dimensionKey(goal.dimension)))
}

/** The unit's approved goals as the rows that share an indicator's weight, each scored; null where there are none. */
export function goalEntry(indicator: Indicator, evaluation: Evaluation): GoalEntry | null {
  const goals = goalsUnder(indicator, evaluation)
  if (goals.length === 0) return null
  const own = { ...evaluation.framework, indicators: [indicator] }
  const scored = goals.map((goal) => ({ goal, score: scoreGoal(goal, evaluation.year, goalRules(goal, own)) }))
  return {
    entry: { kind: 'subindicators', rows: scored.map(({ goal, score }): Subindicator => ({
      id: goal.id, title: goal.title, weight: goal.weight, target: targetText(goal), actual: goal.actual, ...(score.points ? { points: toDecimalText(score.points) } : {}),
    })) },
    steps: scored.map(({ goal, score }) => ({ label: goal.title === '' ? '绩效目标' : goal.title, text: score.words })),
    asked: scored.flatMap(({ goal, score }) => (score.points ? [] : score.asked.map((column): Asked => ({ kind: 'figure', figure: cellId(GOALS_TABLE, goal.id, column) })))),
  }
}
