import { absolute, compare, decimal, divide, equals, fromDecimal, HUNDRED, multiply, subtract, toFixedText, whole, type Rational } from '../../../kernel/rational'
import { SELF_EVALUATIONS_TABLE, selfEvaluationsOf, type SelfEvaluation } from '../../goals/selfEvaluation'
import { cellId, type FigureId } from '../../measures/item'
import type { Fault, Inspection, Look } from '../inspection'

/** Most that 指标完成率 and 预算执行率 may lie apart, of the latter; of a vendor's product, not of a rule (待核对). */
const MOST_APART = decimal('0.05')
/** Share of the money below which a finished project wants a word. */
const LEAST_SPENT = decimal('0.8')

const percent = (rate: Rational): string => `${toFixedText(multiply(rate, HUNDRED), 2)}%`

/** 指标完成率: goals with full points among all goals; null while one of them is open. */
function completionOf({ goals }: SelfEvaluation): Rational | null {
  const scored = goals.flatMap(({ points, weight }) => {
    const [got, most] = [fromDecimal(points), fromDecimal(weight)]
    return got && most ? [equals(got, most)] : []
  })
  return goals.length === 0 || scored.length < goals.length ? null : divide(whole(scored.filter(Boolean).length), whole(goals.length))
}

function faultOf(completion: Rational, rate: Rational): Fault | null {
  const gap = divide(absolute(subtract(completion, rate)), rate)
  if (gap === null || compare(gap, MOST_APART) <= 0) return null
  const unspent = compare(rate, LEAST_SPENT) < 0 && compare(completion, rate) > 0
  return {
    kind: 'plausibility', severity: unspent ? 'suspicion' : 'hint', equation: `指标完成率 ${percent(completion)}，预算执行率 ${percent(rate)}`,
    detail: unspent ? '资金还剩两成以上，目标却完成得更多。' : '两者相差超过执行率的 5%（界限待核对）。', remedy: '核对完成值和支出数；确实如此的，在偏差原因或“说明”中写明。',
  }
}

/** 指标完成率与预算执行率相称 (checks.md X8): of each 自评表 whose goals are all scored. */
export const goalExecution: Inspection = ({ evaluation, figures }) => selfEvaluationsOf(evaluation, figures).flatMap((form): readonly Look[] => {
  const [total] = form.money
  const [budget, spent, completion] = [fromDecimal(total?.fullYear ?? ''), fromDecimal(total?.actual ?? ''), completionOf(form)]
  const rate = budget && spent && divide(spent, budget)
  const row = form.of === 'unit' ? null : (evaluation.tables[SELF_EVALUATIONS_TABLE] ?? []).find(({ cells: { project } }) => project?.kind === 'given' && project.text.trim() === form.name)
  if (!rate || !completion || row === undefined) return []
  const at: FigureId = row === null ? 'expenditure@actual/all' : cellId(SELF_EVALUATIONS_TABLE, row.id, 'actual')
  return [{ check: `goals.execution[${row === null ? '' : row.id}]`, says: `指标完成率与预算执行率相称：${form.name}`, at, figures: [at], fault: faultOf(completion, rate) }]
})
