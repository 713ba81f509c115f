import { describe, expect, it } from 'vitest'
import { everyKind } from '../../support/everyKind'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { inspections } from '../../../src/domain/checks/inspections/inspections'
import { review } from '../../../src/domain/checks/review'
import { given, notInvolved } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { assess } from '../../../src/domain/indicators/assess'
import { namedEvaluation } from '../../support/namedEvaluation'

const found = (evaluation: Evaluation) =>
  review([], evaluation, catalog.measures, { inspections, assessment: assess(evaluation.framework, evaluation, 'self') }).findings
    .filter(({ check }) => !check.startsWith('reason.')).map(({ check, severity, at }) => ({ check: check.replace(/[@[].*$/, ''), severity, at }))

const project = (cells: { readonly [name: string]: string }) => namedEvaluation({}, { 专项: [{ 行: 'p1', 项目名称: '机房改造', ...cells }] })
const outcome = (cells: { readonly [name: string]: string }): Evaluation => ({ ...namedEvaluation({}), tables: { outcomes: [{ id: 'o1', kind: 'single', cells: Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, given(text)])) }] } })
const text = (words: string): Evaluation => ({ ...fictionalCase, narrative: { performance: [[{ kind: 'text', text: words }]] } })
const states = (of: 'paidInSystem' | 'finalReported'): Evaluation => ({ ...namedEvaluation({}), answers: {
  'expenditure.personnel@actual/all': given('172', { state: 'finalReported' }), 'expenditure.operating@actual/all': given('15.5', { state: of }) } })

const goal = (cells: { readonly [column: string]: string }, ...more: readonly { readonly [column: string]: string }[]): Evaluation => ({ ...namedEvaluation({}), tables: { goals: [cells, ...more].map((one, i) => ({
  id: `g${i + 1}`, kind: 'single' as const, cells: Object.fromEntries(Object.entries({ title: '办件量', dimension: '产出指标', sign: '≥', target: '10', unit: '万件', weight: '50', actual: '11', ...one }).filter(([, cell]) => cell !== '').map(([column, cell]) => [column, given(cell)])) })) } })
const forProjects = (...names: readonly string[]): Evaluation => ({ ...goal({ project: '甲', weight: '90' }), tables: { ...goal({ project: '甲', weight: '90' }).tables, projects: names.map((name, i) => ({ id: `p${i + 1}`, kind: 'single' as const, cells: { name: given(name) } })) } })
/** A project of 100 with one goal of 10: what it spent, what it did. */
const spent = (money: string, actual: string): Evaluation => ({ ...forProjects('甲'), tables: { ...goal({ project: '甲', weight: '90', actual, reason: actual === '11' ? '' : '人手不足', improvement: actual === '11' ? '' : '补充' }).tables,
  selfEvaluations: [{ id: 's1', kind: 'single', cells: { project: given('甲'), fullYear: given('100'), actual: given(money) } }] } })
const underForm = (evaluation: Evaluation): Evaluation => ({ ...evaluation, framework: catalog.frameworks.find(({ id }) => id === 'cn-mof-2020-10-selfeval')! })
const APPROVED = '办件量｜≥10万件｜50分'

/** What is looked at beyond equations: an evaluation where all is well, one where it is not. */
const cases: readonly { readonly says: string; readonly holds: Evaluation; readonly breaks: Evaluation; readonly check: string; readonly severity: string; readonly at: string }[] = [
  { says: 'people are whole', holds: namedEvaluation({ 在职人员数: '42' }), breaks: namedEvaluation({ 在职人员数: '42.5' }), check: 'figureShape.staff.onPost', severity: 'contradiction', at: 'staff.onPost@yearEnd' },
  { says: 'money is not negative', holds: namedEvaluation({ 公务接待费_决算数: '0' }), breaks: namedEvaluation({ 公务接待费_决算数: '-3' }), check: 'figureShape.threePublic.reception', severity: 'suspicion', at: 'threePublic.reception@actual/all' },
  { says: 'a figure is a figure', holds: namedEvaluation({ 编制数: null }), breaks: namedEvaluation({ 编制数: '八' }), check: 'figureShape.staff.quota', severity: 'contradiction', at: 'staff.quota@approved' },
  { says: 'the parts of a total are of one kind', holds: states('finalReported'), breaks: states('paidInSystem'), check: 'sources.expenditure.basic', severity: 'suspicion', at: 'expenditure.basic@actual/all' },
  { says: 'a project nearly unspent is not accepted', holds: project({ 调整预算: '100', 本年决算: '20', 验收情况: '已验收合格' }), breaks: project({ 调整预算: '100', 本年决算: '19.99', 验收情况: '已验收合格' }), check: 'projects.acceptance', severity: 'suspicion', at: 'projects[p1].acceptance' },
  { says: 'a project paid in full is accepted', holds: project({ 调整预算: '100', 本年决算: '99', 验收情况: '未验收' }), breaks: project({ 调整预算: '100', 本年决算: '100', 验收情况: '未验收' }), check: 'projects.acceptance', severity: 'suspicion', at: 'projects[p1].acceptance' },
  { says: 'a target is reached', holds: outcome({ figure: '98.6', unit: '%', target: '≥98%' }), breaks: outcome({ figure: '97.9', unit: '%', target: '≥98%' }), check: 'target', severity: 'suspicion', at: 'outcomes[o1].figure' },
  { says: 'a target is passed by less than three tenths', holds: outcome({ figure: '12.9', unit: '万件', target: '≥10万件' }), breaks: outcome({ figure: '13', unit: '万件', target: '≥100000件' }), check: 'target', severity: 'hint', at: 'outcomes[o1].figure' },
  { says: 'a target to be passed is passed', holds: outcome({ figure: '98.1', unit: '%', target: '>98%' }), breaks: outcome({ figure: '98', unit: '%', target: '>98%' }), check: 'target', severity: 'suspicion', at: 'outcomes[o1].figure' },
  { says: 'nothing happens that must not', holds: outcome({ figure: '0', unit: '起', target: '0起' }), breaks: outcome({ figure: '1', unit: '起', target: '0起' }), check: 'target', severity: 'suspicion', at: 'outcomes[o1].figure' },
  { says: 'a ceiling is kept', holds: outcome({ figure: '340', unit: '万元', target: '≤350万元' }), breaks: outcome({ figure: '351', unit: '万元', target: '≤350万元' }), check: 'target', severity: 'suspicion', at: 'outcomes[o1].figure' },
  { says: 'a target can be read', holds: outcome({ figure: '3', unit: '个', target: '及时处理' }), breaks: outcome({ figure: '3', unit: '个', target: '3个平台5个接口' }), check: 'target', severity: 'hint', at: 'outcomes[o1].figure' },
  { says: 'the report counts the projects as the list does', holds: text('全年共实施9个项目。'), breaks: text('全年共实施7个项目。'), check: 'projects.countInText.performance.2', severity: 'contradiction', at: 'narrative:performance' },
  { says: 'no placeholder stays in the report', holds: text('平台XX-100投入使用。'), breaks: text('全年办理XX件。'), check: 'placeholder.narrative:performance', severity: 'contradiction', at: 'narrative:performance' },
  { says: 'no placeholder stays in the forms', holds: namedEvaluation({ 主要职责: '数据服务' }), breaks: namedEvaluation({ 主要职责: '承担××工作' }), check: 'placeholder.unit.duties', severity: 'contradiction', at: 'unit.duties' },
  { says: 'a goal can be held against a value', holds: goal({}), breaks: goal({ target: '' }), check: 'goal.target', severity: 'suspicion', at: 'goals[g1].target' },
  { says: 'a goal of at least nothing is none', holds: goal({ target: '0', sign: '≤', actual: '0' }), breaks: goal({ target: '0', actual: '0' }), check: 'goal.zero', severity: 'suspicion', at: 'goals[g1].target' },
  { says: 'points of a goal are the rule\'s', holds: goal({ points: '50' }), breaks: goal({ points: '49', reason: '系统迁移', improvement: '错峰' }), check: 'goal.points', severity: 'suspicion', at: 'goals[g1].points' },
  { says: 'points of a goal are within its weight', holds: goal({ points: '50' }), breaks: goal({ points: '51' }), check: 'goal.points', severity: 'contradiction', at: 'goals[g1].points' },
  { says: '定性 points lie in the tier', holds: goal({ sign: '定性', target: '提升', actual: '部分达成', points: '39.9', reason: '人手不足', improvement: '补充' }), breaks: goal({ sign: '定性', target: '提升', actual: '部分达成', points: '40', reason: '人手不足', improvement: '补充' }), check: 'goal.tier', severity: 'suspicion', at: 'goals[g1].points' },
  { says: 'lost points of a goal have a reason', holds: goal({ actual: '9', reason: '系统迁移', improvement: '错峰' }), breaks: goal({ actual: '9', improvement: '错峰' }), check: 'goal.reason', severity: 'suspicion', at: 'goals[g1].reason' },
  { says: 'three tenths beyond a goal have a reason', holds: goal({ actual: '12.99' }), breaks: goal({ actual: '13' }), check: 'goal.reason', severity: 'suspicion', at: 'goals[g1].reason' },
  { says: 'full points have no reason', holds: goal({ reason: '无' }), breaks: goal({ reason: '系统迁移' }), check: 'goal.reason', severity: 'hint', at: 'goals[g1].reason' },
  { says: 'an approved goal is not changed', holds: goal({ approved: APPROVED }), breaks: goal({ approved: APPROVED, target: '9' }), check: 'goal.approved', severity: 'contradiction', at: 'goals[g1].target' },
  { says: 'a change of an approved goal has its document', holds: goal({ approved: APPROVED, target: '9', changeDocument: '示例财〔2025〕1号', origin: '调整后目标', actual: '9' }), breaks: goal({ target: '9', actual: '9', origin: '调整后目标' }), check: 'goal.origin', severity: 'suspicion', at: 'goals[g1].origin' },
  { says: 'a goal of one\'s own is told', holds: goal({ origin: '批复目标' }), breaks: goal({ origin: '年初未批复' }), check: 'goal.origin', severity: 'hint', at: 'goals[g1].origin' },
  { says: 'goals of a slot weigh what it weighs', holds: underForm(goal({})), breaks: underForm(goal({ weight: '45', actual: '10' })), check: 'goals.weights.outputs', severity: 'contradiction', at: 'indicator:outputs' },
  { says: 'every goal belongs to a slot', holds: underForm(goal({})), breaks: underForm(goal({}, { title: '管理', dimension: '管理指标', weight: '5' })), check: 'goals.dimension', severity: 'contradiction', at: 'goals[g2].dimension' },
  { says: 'goals of a project weigh 90', holds: goal({ project: '甲', weight: '90' }), breaks: goal({ project: '甲', weight: '80' }), check: 'goals.weights.project', severity: 'suspicion', at: 'goals[g1].weight' },
  { says: 'a form without goals is none', holds: forProjects('甲'), breaks: { ...forProjects('甲', '乙'), tables: { ...forProjects('甲', '乙').tables, selfEvaluations: [{ id: 's1', kind: 'single', cells: { project: given('乙') } }] } }, check: 'goals.form', severity: 'suspicion', at: 'projects[p2].name' },
  { says: 'goals and money of a project go together', holds: spent('96', '11'), breaks: spent('95', '11'), check: 'goals.execution', severity: 'hint', at: 'selfEvaluations[s1].actual' },
  { says: 'a project with a fifth of its money left has not done all', holds: spent('100', '11'), breaks: spent('79', '11'), check: 'goals.execution', severity: 'suspicion', at: 'selfEvaluations[s1].actual' },
  { says: 'every project has its form once one has', holds: forProjects('甲'), breaks: forProjects('甲', '乙'), check: 'goals.form', severity: 'suspicion', at: 'projects[p2].name' },
]

describe('what no equation can say', () => {
  it.each(cases)('$says', ({ holds, breaks, check, severity, at }) => {
    expect(found(holds)).toEqual([])
    expect(found(breaks)).toEqual([{ check, severity, at }])
  })

  it('a project is listed once, by name and by code', () => {
    const twice = namedEvaluation({}, { 专项: [{ 行: 'a', 项目名称: '机房', 项目编码: '01' }, { 行: 'b', 项目名称: '机房', 项目编码: '01' }, { 行: 'c', 行类别: '小计', 项目名称: '机房' }] })
    expect(found(twice).map(({ at }) => at)).toEqual(['projects[a].name', 'projects[a].code', 'projects[b].name', 'projects[b].code'])
    expect(found(namedEvaluation({}, { 专项: [{ 行: 'a', 项目名称: '机房' }, { 行: 'b', 项目名称: '线路' }] }))).toEqual([])
  })

  it('a goal is named once in its form', () => {
    expect(found(goal({ weight: '25' }, { weight: '25' })).map(({ check, at }) => [check, at])).toEqual([['goals.once', 'goals[g1].title'], ['goals.once', 'goals[g2].title']])
    expect(found(goal({ project: '甲', weight: '90' }, { project: '乙', weight: '90' }))).toEqual([])
  })

  it('a form of a project that is not listed is told at the goal and at the project without a form', () => {
    expect(found(forProjects('丙')).map(({ check }) => check)).toEqual(['goals.form', 'goals.project'])
  })

  it('lost points have a reason, full points have none', () => {
    const reasonsOf = (reason: string | undefined, label: string) => {
      const evaluation: Evaluation = { ...fictionalCase, judgements: { ...fictionalCase.judgements, efficiency: { self: { entry: { kind: 'choice', label }, ...(reason === undefined ? {} : { reason }) } } } }
      return review([], evaluation, catalog.measures, { inspections, assessment: assess(evaluation.framework, evaluation, 'self') }).findings.filter(({ check }) => check === 'reason.efficiency').map(({ at }) => at)
    }
    expect(reasonsOf('进度滞后', '一般')).toEqual([])
    expect(reasonsOf(undefined, '一般')).toEqual(['indicator:efficiency'])
    expect(reasonsOf('无', '一般')).toEqual(['indicator:efficiency'])
    expect(reasonsOf('无', '效果较好')).toEqual([])
    expect(reasonsOf('进度滞后', '效果较好')).toEqual(['indicator:efficiency'])
  })

  it('a result three tenths beyond its target has a reason, where the rule asks for one', () => {
    const framework = { ...everyKind, indicators: everyKind.indicators.filter(({ id }) => id === 'ratio') }
    const reasonsOf = (actual: string, reason?: string) => {
      const evaluation: Evaluation = { ...fictionalCase, framework, answers: { ...fictionalCase.answers, 'expenditure@actual/all': given(actual), 'expenditure@originalBudget/all': given('100') }, judgements: reason === undefined ? {} : { ratio: { self: { reason } } } }
      return review([], evaluation, catalog.measures, { inspections, assessment: assess(framework, evaluation, 'self') }).findings.filter(({ check }) => check === 'reason.ratio').length
    }
    expect([reasonsOf('129.99'), reasonsOf('130'), reasonsOf('130.01'), reasonsOf('130', '年中追加任务'), reasonsOf('130', '无')]).toEqual([0, 1, 1, 0, 1])
  })

  it('takes an explanation under its own id', () => {
    const explained: Evaluation = { ...namedEvaluation({ 公务接待费_决算数: '-3' }), explanations: { 'figureShape.threePublic.reception@actual/all': '上年多列，本年冲回' } }
    expect(review([], explained, catalog.measures, { inspections }).findings[0]!.explanation).toBe('上年多列，本年冲回')
    expect(review([], { ...explained, answers: { x: notInvolved } }, catalog.measures, { inspections }).findings).toEqual([])
  })
})
