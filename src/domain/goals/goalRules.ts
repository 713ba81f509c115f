import type { Framework } from '../indicators/framework'
import type { ComputedScoring } from '../scoring/computed'
import { isComputed } from '../scoring/scoring'
import { dimensionKey, type Goal } from './goal'
import { USUAL_RULES, type GoalRules } from './scoreGoal'

/** How the framework scores goals under this one's 一级指标: its ceiling rule, 及格线 and 定性三档; the usual rules where it says nothing. Project goals follow it too. */
export function goalRules({ dimension }: Pick<Goal, 'dimension'>, framework: Framework): GoalRules {
  const key = dimensionKey(dimension)
  for (const { scoring } of framework.indicators)
    if (scoring.kind === 'subindicators' && scoring.goals?.dimensions.some((one) => dimensionKey(one) === key)) {
      const { ceiling = USUAL_RULES.ceiling, gate, partialFrom } = scoring.goals
      return { ceiling, ...(gate === undefined ? {} : { gate }), ...(partialFrom === undefined ? {} : { partialFrom }) }
    }
  return USUAL_RULES
}

/** 预算执行率 of a 自评表: its weight and the rule its points follow. */
export interface ExecutionRule {
  readonly weight: string
  readonly scoring: ComputedScoring
}

/** The published forms' rule: 10 points by rate, at most all. */
const USUAL_EXECUTION: ExecutionRule = { weight: '10', scoring: { kind: 'ratioOfWeight', direction: 'positive', notApplicable: 'ask', zeroDivisor: 'ask' } }

/** 预算执行率 as the framework scores it; the published forms' 10 points where the framework has no such row. */
export function executionRule({ indicators }: Framework): ExecutionRule {
  const found = indicators.find(({ id }) => id === 'executionRate')
  return found && isComputed(found.scoring) ? { weight: found.weight, scoring: found.scoring } : USUAL_EXECUTION
}

/** Whether the points are the weight times the rate, at most all: what a spreadsheet writes as MIN(rate, 1) × weight. */
export const isPlainShare = ({ scoring }: ExecutionRule): boolean =>
  scoring.kind === 'ratioOfWeight' && scoring.direction === 'positive' && scoring.gate === undefined && scoring.over === undefined
