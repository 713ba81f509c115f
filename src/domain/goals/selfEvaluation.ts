import { add, decimal, divide, fromDecimal, roundHalfUp, sum, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { Evaluation, Row } from '../evaluation/evaluation'
import type { Figures } from '../figures/figures'
import type { Framework } from '../indicators/framework'
import { percentText } from '../scoring/award'
import { awardComputed } from '../scoring/computed'
import { goalsOf, targetText, type Goal } from './goal'
import { executionRule, goalRules, isPlainShare } from './goalRules'
import { scoreGoal } from './scoreGoal'

/** Id of the table with the money and the overall goal of each 项目支出绩效自评表. */
export const SELF_EVALUATIONS_TABLE = 'selfEvaluations'

/** One line of money; empty texts are not known. */
export interface MoneyLine {
  readonly label: string
  readonly original: string
  readonly fullYear: string
  readonly actual: string
}

/** One goal on the form. */
export interface GoalLine {
  readonly dimension: string
  readonly group: string
  readonly title: string
  readonly target: string
  readonly actual: string
  readonly weight: string
  /** Empty while open. */
  readonly points: string
  /** 偏差原因分析及改进措施. */
  readonly reason: string
}

/** 绩效自评表 of the whole unit or of one project, with everything that stands on it. Figures are decimal text. */
export interface SelfEvaluation {
  readonly of: 'unit' | 'project'
  readonly year: number
  readonly name: string
  readonly department: string
  readonly implementer: string
  /** The first is the total, which alone is scored (checks.md F9). */
  readonly money: readonly MoneyLine[]
  readonly executionWeight: string
  /** 执行率 as printed; empty while open. */
  readonly executionRate: string
  readonly executionPoints: string
  /** Whether these points are 分值 × 执行率, at most all: then the sheet works them out itself. */
  readonly executionByRate: boolean
  readonly expected: string
  readonly achieved: string
  readonly goals: readonly GoalLine[]
  readonly totalWeight: string
  /** Sum of what is scored so far; empty while anything is open. */
  readonly totalPoints: string
}

const textOf = (row: Row | undefined, column: string): string => {
  const answer = row && Object.hasOwn(row.cells, column) ? row.cells[column] : undefined
  return answer?.kind === 'given' ? answer.text : ''
}
const answerOf = (evaluation: Evaluation, item: string): string => {
  const answer = Object.hasOwn(evaluation.answers, item) ? evaluation.answers[item] : undefined
  return answer?.kind === 'given' ? answer.text : ''
}

const byDimension = ['产出', '成本', '效益', '满意度']
const rank = ({ dimension }: Goal): number => {
  const at = byDimension.findIndex((word) => dimension.includes(word))
  return at < 0 ? byDimension.length : at
}

function lineOf(goal: Goal, year: number, framework: Framework): GoalLine & { readonly scored: Rational | null } {
  const { points } = scoreGoal(goal, year, goalRules(goal, framework))
  return {
    dimension: goal.dimension, group: goal.group, title: goal.title, target: targetText(goal), actual: goal.actual, weight: goal.weight,
    points: points ? toDecimalText(points) : '', reason: [goal.reason, goal.improvement].filter((text) => text !== '').join('；'), scored: points,
  }
}

type Head = Omit<SelfEvaluation, 'executionWeight' | 'executionRate' | 'executionPoints' | 'executionByRate' | 'goals' | 'totalWeight' | 'totalPoints'>

function completed(head: Head, goals: readonly Goal[], framework: Framework): SelfEvaluation {
  const rule = executionRule(framework)
  const total = head.money[0]
  const [budget, spent] = [fromDecimal(total?.fullYear ?? ''), fromDecimal(total?.actual ?? '')]
  const rate = budget && spent ? divide(spent, budget) : null
  const execution = rate && roundHalfUp(awardComputed(rule.scoring, roundHalfUp(rate, 4), decimal(rule.weight)).points, 2)
  const lines = goals.map((goal, i) => ({ goal, i })).sort((a, b) => rank(a.goal) - rank(b.goal) || a.i - b.i).map(({ goal }) => lineOf(goal, head.year, framework))
  const known = lines.flatMap(({ scored }) => (scored ? [scored] : []))
  const isWhole = execution !== null && known.length === lines.length
  return {
    ...head, executionWeight: rule.weight, executionByRate: isPlainShare(rule), executionRate: rate ? percentText(rate) : '', executionPoints: execution ? toDecimalText(execution) : '',
    goals: lines.map(({ scored: _scored, ...line }) => line),
    totalWeight: toDecimalText(sum([decimal(rule.weight), ...lines.map(({ weight }) => fromDecimal(weight) ?? ZERO)])),
    totalPoints: isWhole ? toDecimalText(known.reduce(add, execution)) : '',
  }
}

const SOURCES = [['年度资金总额', ''], ['其中：当年财政拨款', 'Fiscal'], ['上年结转资金', 'CarryIn'], ['其他资金', 'Other']] as const

function ofProject(project: string, evaluation: Evaluation): SelfEvaluation {
  const own = (evaluation.tables[SELF_EVALUATIONS_TABLE] ?? []).find((row) => textOf(row, 'project').trim() === project)
  const listed = (evaluation.tables['projects'] ?? []).find((row) => textOf(row, 'name').trim() === project)
  const money = SOURCES.map(([label, source], i): MoneyLine => ({
    label,
    original: textOf(own, `original${source}`) || (i === 0 ? textOf(listed, 'originalBudget') : ''),
    fullYear: textOf(own, `fullYear${source}`),
    actual: textOf(own, `actual${source}`) || (i === 0 ? textOf(listed, 'actual') : ''),
  }))
  return completed({
    of: 'project', year: evaluation.year, name: project, department: textOf(own, 'department') || answerOf(evaluation, 'unit.department'),
    implementer: textOf(own, 'implementer') || answerOf(evaluation, 'unit.name'), money, expected: textOf(own, 'expected'), achieved: textOf(own, 'achieved'),
  }, goalsOf(evaluation).filter((goal) => goal.project === project), evaluation.framework)
}

function figureText(figures: Figures, item: string): string {
  const figure = figures.item(item)
  return figure.kind === 'value' ? toFixedText(figure.value, 2) : ''
}

function ofUnit(evaluation: Evaluation, figures: Figures): SelfEvaluation {
  const money = ([['年度资金总额', 'expenditure'], ['其中：基本支出', 'expenditure.basic'], ['项目支出', 'expenditure.project']] as const).map(([label, measure]): MoneyLine => ({
    label, original: figureText(figures, `${measure}@originalBudget/all`), fullYear: figureText(figures, `${measure}@fullYearBudget/all`), actual: figureText(figures, `${measure}@actual/all`),
  }))
  const own = (evaluation.tables[SELF_EVALUATIONS_TABLE] ?? []).find((row) => textOf(row, 'project').trim() === '')
  return completed({
    of: 'unit', year: evaluation.year, name: answerOf(evaluation, 'unit.name'), department: answerOf(evaluation, 'unit.department'), implementer: answerOf(evaluation, 'unit.name'), money,
    expected: textOf(own, 'expected'), achieved: textOf(own, 'achieved'),
  }, goalsOf(evaluation).filter(({ project }) => project === ''), evaluation.framework)
}

/** Projects that have a 自评表: those of its own table and those with goals, in that order, each once. */
export const selfEvaluated = (evaluation: Evaluation): readonly string[] => [...new Set([
  ...(evaluation.tables[SELF_EVALUATIONS_TABLE] ?? []).map((row) => textOf(row, 'project').trim()),
  ...goalsOf(evaluation).map(({ project }) => project),
])].filter((project) => project !== '')

/** Every 自评表 of an evaluation: the unit's where it has goals, then one for each project. */
export function selfEvaluationsOf(evaluation: Evaluation, figures: Figures): readonly SelfEvaluation[] {
  const unit = goalsOf(evaluation).some(({ project }) => project === '') ? [ofUnit(evaluation, figures)] : []
  return [...unit, ...selfEvaluated(evaluation).map((project) => ofProject(project, evaluation))]
}
