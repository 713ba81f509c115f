import { compare, decimal, fromDecimal, multiply, subtract, sum, toDecimalText, ZERO, type Rational } from '../../../kernel/rational'
import { isChanged } from '../../goals/approved'
import { dimensionKey, goalsOf, GOALS_TABLE, targetText, type Goal } from '../../goals/goal'
import { goalTarget, qualitativeTiers, scoreGoal, type GoalRules, type GoalScore } from '../../goals/scoreGoal'
import { goalsUnder } from '../../goals/goalEntry'
import { executionRule, goalRules } from '../../goals/goalRules'
import { selfEvaluated } from '../../goals/selfEvaluation'
import { cellId } from '../../measures/item'
import { indicatorPlace, type Fault, type Inspection, type Look } from '../inspection'

const REASONLESS = /^(无|没有|不涉及|\/|—+)?。?$/

const fault = (severity: Fault['severity'], equation: string, detail: string, remedy: string, kind: Fault['kind'] = 'logic'): Fault => ({ kind, severity, equation, detail, remedy })

type OfGoal = (goal: Goal, score: GoalScore, rules: GoalRules) => Fault | null

/** F17, F25: a target that can be held against a value. */
const target: OfGoal = (goal) => {
  if (goal.target === '' && goal.sign !== '定性') return fault('suspicion', '指标值空白', '没有指标值，完成得好坏无从比较。', '照批复的绩效目标表填写指标值。')
  if (goalTarget(goal) === null) return fault('suspicion', targetText(goal), '指标值里有数字，但读不出是多少。', '指标值只填数字，符号和单位分开填。')
  if (goal.sign === '定性' && /^\d+(\.\d+)?%?$/.test(goal.target)) return fault('hint', `定性 ${goal.target}`, '选了“定性”，指标值却是数字。', '改选 ≥、≤ 或 =。')
  return null
}

/** F19: nothing is divided by a target of nothing. */
const zero: OfGoal = (goal) => {
  const value = fromDecimal(goal.target)
  return value?.n === 0n && (goal.sign === '≥' || goal.sign === '>') ? fault('suspicion', targetText(goal), '目标是 0，怎样都算完成。', '核对指标值和符号；要求为零的用“≤”。') : null
}

/** F11, F12: the points typed are within the weight, and are the rule's where the rule gives them. */
const points: OfGoal = (goal, score) => {
  if (goal.points === '') return null
  if (score.points === null && score.asked.includes('points')) return fault('contradiction', `得分 ${goal.points}，分值 ${goal.weight}`, '得分不在 0 和分值之间。', '改正得分。')
  if (!score.byRule || !score.points || compare(score.byRule, score.points) === 0) return null
  return fault('suspicion', `填 ${goal.points}，按规则 ${toDecimalText(score.byRule)}`, score.words, '清空得分改由规则计算；另有依据的，在偏差原因中写明。')
}

/** F15: 定性 points lie inside the tier that was chosen. */
const tier: OfGoal = (goal, score, rules) => {
  const [given, weight] = [fromDecimal(goal.points), fromDecimal(goal.weight)]
  const found = score.qualitative ? qualitativeTiers(rules).find(({ says }) => says.test(goal.actual)) : undefined
  if (!given || !weight || !found) return null
  const [least, most] = [multiply(decimal(found.least), weight), multiply(decimal(found.most), weight)]
  const above = compare(given, most)
  const within = compare(given, least) >= 0 && (above < 0 || (above === 0 && found.best))
  return within ? null : fault('suspicion', `“${found.label}”得 ${goal.points}`, `这一档应在 ${toDecimalText(least)}～${toDecimalText(most)} 之间${found.best ? '' : `（不含 ${toDecimalText(most)}）`}。`, '核对档次和得分；本地文件界限不同的，在“说明”中写明。')
}

/** F13, F14: lost points and three tenths beyond the target want a reason, lost points a measure too; full points want none. */
const reason: OfGoal = (goal, score) => {
  const weight = fromDecimal(goal.weight)
  if (!score.points || !weight) return null
  const told = `完成 ${goal.actual}，目标 ${targetText(goal)}，得 ${toDecimalText(score.points)} / ${goal.weight}`
  const lost = compare(score.points, weight) < 0
  if (lost && REASONLESS.test(goal.reason)) return fault('suspicion', told, '扣了分，没有写偏差原因。', '写明偏差原因和改进措施。')
  if (lost && REASONLESS.test(goal.improvement)) return fault('suspicion', told, '扣了分，没有写改进措施。', '写明改进措施。')
  if (score.beyond && REASONLESS.test(goal.reason)) return fault('suspicion', told, '超过指标值三成及以上，要说明原因；不因此扣分。', '写明超额的原因，目标当初定得偏低的也要写。')
  if (!lost && !score.beyond && !REASONLESS.test(goal.reason)) return fault('hint', `偏差原因“${goal.reason}”`, '得了满分，却写着偏差原因。', '核对得分；原因是上年留下的，删去。')
  return null
}

/** X7, practice.md M3: what was approved is not changed without a document. */
const approved: OfGoal = (goal) =>
  isChanged(goal) && goal.changeDocument === '' ? fault('contradiction', `原批复：${goal.approved}`, '与批复目标不一致。', '改回批复的内容；经批复调整的，填写调整批复文号。') : null

/** practice.md M3: a goal of one's own only where none was approved. */
const origin: OfGoal = (goal) =>
  goal.origin === '年初未批复' ? fault('hint', '年初未批复目标', '这是自拟的目标，不是批复的目标。', '在报告和“说明”中写明年初为什么没有批复目标。')
    : goal.origin === '调整后目标' && goal.changeDocument === '' ? fault('suspicion', '调整后目标', '没有调整批复文号。', '填写调整批复文号。') : null

const OF_EACH: readonly (readonly [id: string, says: string, column: string, of: OfGoal])[] = [
  ['target', '指标值可以比较', 'target', target], ['zero', '指标值不是 0', 'target', zero], ['points', '得分合乎规则', 'points', points],
  ['tier', '定性得分在所选档次内', 'points', tier], ['reason', '扣分和超额有原因', 'reason', reason], ['approved', '与批复目标一致', 'target', approved], ['origin', '目标经过批复', 'origin', origin],
]

/** 绩效目标 one by one (checks.md F11–F15, F17, F19, X7). */
export const eachGoal: Inspection = ({ evaluation }) => goalsOf(evaluation).flatMap((goal) => {
  const rules = goalRules(goal, evaluation.framework)
  const score = scoreGoal(goal, evaluation.year, rules)
  return OF_EACH.map(([id, says, column, of]): Look => {
    const at = cellId(GOALS_TABLE, goal.id, column)
    return { check: `goal.${id}[${goal.id}]`, says: `${says}：${goal.title || '未写名称的一行'}`, at, figures: [at], fault: of(goal, score, rules) }
  })
})

/** 指标名称在一张表内不重复 (checks.md F16). */
export const goalsOnce: Inspection = ({ evaluation }) => {
  const goals = goalsOf(evaluation).filter(({ title }) => title !== '')
  const keyOf = ({ project, title }: Goal): string => JSON.stringify([project, title])
  const seen = new Map<string, number>()
  for (const goal of goals) seen.set(keyOf(goal), (seen.get(keyOf(goal)) ?? 0) + 1)
  return goals.map((goal): Look => {
    const at = cellId(GOALS_TABLE, goal.id, 'title')
    const times = seen.get(keyOf(goal)) ?? 0
    return { check: `goals.once[${goal.id}]`, says: `三级指标不重复：${goal.title}`, at, figures: [at],
      fault: times < 2 ? null : fault('suspicion', `“${goal.title}”出现 ${times} 次`, '同一张自评表里指标名称重复。', '删去重复的一行，或把名称写全。') }
  })
}

const weightsOf = (goals: readonly Goal[]): Rational => sum(goals.map(({ weight }) => fromDecimal(weight) ?? ZERO))

/** 分值合计 (checks.md F10, practice.md F24): the unit's against its framework, a project's with 执行率 10 make 100. */
export const goalWeights: Inspection = ({ evaluation }) => {
  const goals = goalsOf(evaluation)
  const unit = goals.filter(({ project }) => project === '')
  const slots = evaluation.framework.indicators.flatMap((indicator): readonly Look[] => {
    const own = goalsUnder(indicator, evaluation)
    if (own.length === 0) return []
    const total = weightsOf(own)
    return [{ check: `goals.weights.${indicator.id}`, says: `${indicator.dimension}各目标分值合计 = ${indicator.weight}`, at: indicatorPlace(indicator.id), figures: own.map(({ id }) => cellId(GOALS_TABLE, id, 'weight')),
      fault: compare(total, decimal(indicator.weight)) === 0 ? null
        : fault('contradiction', `合计 ${toDecimalText(total)}，指标体系 ${indicator.weight}`, `相差 ${toDecimalText(subtract(total, decimal(indicator.weight)))}。没有满意度或成本指标的，分值常并入效益或产出。`, '照批复的分值核对；分值确已重新分配的，复制一份指标体系按批复改分值。', 'balance') }]
  })
  const held = new Set(evaluation.framework.indicators.flatMap((indicator) => goalsUnder(indicator, evaluation).map(({ id }) => id)))
  const takesGoals = evaluation.framework.indicators.some(({ scoring }) => scoring.kind === 'subindicators' && scoring.goals)
  const stray = !takesGoals ? [] : unit.map((goal): Look => {
    const at = cellId(GOALS_TABLE, goal.id, 'dimension')
    return { check: `goals.dimension[${goal.id}]`, says: `一级指标在指标体系内：${goal.title}`, at, figures: [at], fault: held.has(goal.id) ? null
      : fault('contradiction', goal.dimension === '' ? '一级指标空白' : `一级指标“${dimensionKey(goal.dimension)}”`, '这一行没有计入任何指标。', '改正一级指标。') }
  })
  const execution = decimal(executionRule(evaluation.framework).weight)
  const rest = subtract(decimal('100'), execution)
  const projects = [...new Set(goals.map(({ project }) => project))].filter((project) => project !== '').map((project): Look => {
    const own = goals.filter((goal) => goal.project === project)
    const total = weightsOf(own)
    const figures = own.map(({ id }) => cellId(GOALS_TABLE, id, 'weight'))
    return { check: `goals.weights.project[${own[0]!.id}]`, says: `${project}：各目标分值合计 ${toDecimalText(rest)}，加预算执行率 ${toDecimalText(execution)} 为 100`, at: figures[0]!, figures,
      fault: compare(total, rest) === 0 ? null : fault('suspicion', `合计 ${toDecimalText(total)} + ${toDecimalText(execution)}`, '项目自评表总分应为 100。', `照批复的分值核对；执行率分值不是 ${toDecimalText(execution)} 的，在“说明”中写明。`, 'balance') }
  })
  return [...slots, ...stray, ...projects]
}

/** 项目、自评表与项目清单相符 (practice.md F23): every form's project is listed; once one project has its form, every single project has one with goals on it. */
export const goalProjects: Inspection = ({ evaluation }) => {
  const forms = selfEvaluated(evaluation)
  const listed = (evaluation.tables['projects'] ?? []).filter(({ kind }) => kind === 'single').flatMap((row) => {
    const name = row.cells['name']
    return name?.kind === 'given' ? [{ id: row.id, name: name.text.trim() }] : []
  })
  const names = new Set(listed.map(({ name }) => name))
  const goals = goalsOf(evaluation)
  const missing = forms.length === 0 ? [] : listed.map(({ id, name }): Look => {
    const at = cellId('projects', id, 'name')
    return { check: `goals.form[${id}]`, says: `项目有自评表：${name}`, at, figures: [at],
      fault: goals.some(({ project, title }) => project === name && title !== '') ? null
        : forms.includes(name) ? fault('suspicion', '自评表没有绩效目标', '这个项目的自评表只有资金，没有一条绩效目标。', '补填它的绩效目标；不要求自评的，在“说明”中写明。')
          : fault('suspicion', `${listed.length} 个单列项目，自评表 ${forms.length} 张`, '这个项目没有自评表。', '补填它的绩效目标；不要求自评的，在“说明”中写明。') }
  })
  const unknown = listed.length === 0 ? [] : forms.flatMap((project): readonly Look[] => {
    const goal = goals.find((one) => one.project === project)
    if (!goal) return []
    const at = cellId(GOALS_TABLE, goal.id, 'project')
    return [{ check: `goals.project[${goal.id}]`, says: `自评项目在专项支出表中：${project}`, at, figures: [at],
      fault: names.has(project) ? null : fault('suspicion', `“${project}”`, '专项支出表里没有这个名称的单列项目。', '两处名称改成一致，或补列项目。') }]
  })
  return [...missing, ...unknown]
}
