import type { Check } from '../../domain/checks/check'
import { BASES, type Basis } from '../../domain/measures/basis'
import { itemId } from '../../domain/measures/item'
import { budgetCycle } from '../measures/expenditure'
import { check } from './makers'

const source = 'checks.md F5，practice.md E2'

/** Totals over the whole budget cycle. */
function totals(basis: Basis): readonly Check[] {
  const on = BASES[basis].name
  const at = (measure: string) => itemId(measure, basis, 'all')
  return [
    check(`expenditure.total.${basis}`, `支出合计${on} = 基本支出 + 项目支出 + 上缴上级支出 + 经营支出 + 对附属单位补助支出`,
      `支出合计_${on}`, '=', `基本支出_${on} + 项目支出_${on} + 上缴上级支出_${on} + 经营支出_${on} + 对附属单位补助支出_${on}`,
      { at: at('expenditure'), remedy: '核对支出合计与各分项，改正写错的一项。', source }),
    check(`expenditure.parts.${basis}`, `基本支出${on} + 项目支出${on} 不超过支出合计`,
      `基本支出_${on} + 项目支出_${on}`, '<=', `支出合计_${on}`,
      { at: at('expenditure'), remedy: '分项之和大于合计，核对支出合计、基本支出、项目支出。', source }),
    check(`expenditure.basic.${basis}`, `基本支出${on} = 人员经费 + 公用经费`,
      `基本支出_${on}`, '=', `人员经费_${on} + 公用经费_${on}`,
      { at: at('expenditure.basic'), remedy: '核对基本支出与人员经费、公用经费。', source }),
    check(`expenditure.operating.${basis}`, `公用经费${on} = 办公及培训费 + 公务车辆费 + 其他商品和服务支出`,
      `公用经费_${on}`, '=', `办公及培训费_${on} + 公务车辆费_${on} + 其他商品和服务支出_${on}`,
      { at: at('expenditure.operating'), remedy: '核对公用经费与三个分项。', source }),
  ]
}

/** 元 and 万元 mixed up make this year and last year differ by thousands. */
const yearOnYear = (measure: string, name: string): readonly Check[] => [
  check(`magnitude.${measure}`, `${name}本年与上年决算数相差不到 100 倍`, `MAX(${name}_决算数, ${name}_上年决算数)`, '<=', `MIN(${name}_决算数, ${name}_上年决算数) * 100`,
    { at: itemId(measure, 'actual', 'all'), kind: 'plausibility', severity: 'suspicion', when: `AND(${name}_决算数 > 0, ${name}_上年决算数 > 0)`,
      verification: 'unverified', remedy: '检查两年的单位是不是都是万元；确实变化这样大的，在“说明”中写明。', source: 'checks.md X15（倍数待核对）' }),
]

/** Lines of expenditure that are typed: name in formulas and measure. The total has its own checks. */
const lines: readonly (readonly [name: string, measure: string])[] = [
  ['基本支出', 'expenditure.basic'], ['人员经费', 'expenditure.personnel'], ['公用经费', 'expenditure.operating'], ['办公及培训费', 'expenditure.officeTraining'],
  ['公务车辆费', 'expenditure.vehicles'], ['其他商品和服务支出', 'expenditure.otherGoods'], ['项目支出', 'expenditure.project'],
]

/** The budget cycle of one line closes as the total's does. */
const cycleOf = ([name, measure]: readonly [string, string]): readonly Check[] => [
  check(`adjusted.${measure}`, `${name}：调整预算数 = 年初预算数 + 追加 − 追减`, `${name}_调整预算数`, '=', `${name}_年初预算数 + ${name}_追加 - ${name}_追减`,
    { at: itemId(measure, 'adjustedBudget', 'all'), remedy: '核对这一行的年初预算、追加、追减三数。', source: 'checks.md F3' }),
  check(`completion.${measure}`, `${name}：全年预算数 − 年末结转和结余 = 决算数`, `${name}_决算数`, '=', `${name}_全年预算数 - ${name}_年末结转和结余`,
    { at: itemId(measure, 'actual', 'all'), kind: 'logic', severity: 'suspicion', source: 'practice.md F21、F22',
      remedy: '核对这一行的预算、决算和年末结转；科目之间调剂的，填在追加、追减里；财政收回的，在“说明”中写明。' }),
  check(`policyAddition.${measure}`, `${name}：政策性追加不超过追加`, `${name}_政策性追加`, '<=', `${name}_追加`,
    { at: itemId(measure, 'policyAddition', 'all'), kind: 'logic', remedy: '政策性追加是追加的一部分，核对两数。', source: 'practice.md M2' }),
]

/** More than half up or down in a year wants a reason (增减原因). */
const swing = ([name, measure]: readonly [string, string]): Check =>
  check(`swing.${measure}`, `${name}比上年增减不超过一半`, `ABS(${name}_决算数 - ${name}_上年决算数)`, '<=', `${name}_上年决算数 * 0.5`,
    { at: itemId(measure, 'actual', 'all'), kind: 'plausibility', severity: 'hint', when: `${name}_上年决算数 > 1`, verification: 'unverified',
      remedy: '核对两年的数；确实变化这样大的，在“说明”中写明增减原因。', source: 'checks.md X11、X15（幅度待核对）' })

/** Budget and outturn of one line lie within ten times of each other. */
const tenfold = ([name, measure]: readonly [string, string]): Check =>
  check(`tenfold.${measure}`, `${name}年初预算数与决算数相差不到 10 倍`, `MAX(${name}_年初预算数, ${name}_决算数)`, '<=', `MIN(${name}_年初预算数, ${name}_决算数) * 10`,
    { at: itemId(measure, 'originalBudget', 'all'), kind: 'plausibility', severity: 'hint', when: `AND(${name}_年初预算数 > 0, ${name}_决算数 > 0)`, verification: 'unverified',
      remedy: '看看小数点和单位；确实相差这样大的，在“说明”中写明。', source: 'checks.md X15（倍数待核对）' })

const swinging: readonly (readonly [string, string])[] = [
  ['支出合计', 'expenditure'], ['人员经费', 'expenditure.personnel'], ['公用经费', 'expenditure.operating'], ['项目支出', 'expenditure.project'],
  ['三公经费', 'threePublic'], ['政府采购', 'procurement'], ['办公经费', 'operating.office'], ['水费电费差旅费', 'operating.utilitiesTravel'], ['会议费培训费', 'operating.meetingTraining'],
  ['业务工作专项', 'project.business'], ['运行维护专项', 'project.operation'], ['专项资金', 'project.earmarked'],
  ['办公及培训费', 'expenditure.officeTraining'], ['公务车辆费', 'expenditure.vehicles'], ['其他商品和服务支出', 'expenditure.otherGoods'],
]

/** 人均人员经费 outside 1～100 万元: most often a unit or headcount slip. */
const perHead: readonly Check[] = ([['most', '不超过 100 万元', '<=', '100'], ['least', '不低于 1 万元', '>=', '1']] as const).map(([id, words, relation, bound]) =>
  check(`perHead.${id}`, `人均人员经费${words}`, '人员经费_决算数 / 在职人员数', relation, bound,
    { at: 'expenditure.personnel@actual/all', kind: 'plausibility', severity: 'hint', when: '在职人员数 > 0', verification: 'unverified',
      remedy: '检查人员经费的单位是不是万元，在职人员数有没有填错。', source: 'checks.md X15（界限待核对）' }))

/** What 经济分类 of 一般公共预算 shows is part of the same line over all funds: never more. */
const economic = ([id, says, codes, item, at]: readonly [string, string, readonly string[], string, string]): Check =>
  check(`economic.${id}`, says, codes.map((code) => `经济分类${code}_一般公共预算`).join(' + '), '<=', `${item}_决算数`,
    { at: `${at}@actual/all`, kind: 'logic', severity: 'suspicion', verification: 'unverified', source: 'checks.md X3、X4，practice.md E3、E15',
      remedy: '经济分类表只列一般公共预算基本支出，不应大于同一项的合计；核对两表。' })

/** Where all of 基本支出 is 一般公共预算, both tables show the same money: the lines are equal. */
const sameMoney = ([id, , codes, item, at]: readonly [string, string, readonly string[], string, string]): Check =>
  check(`economic.${id}.equal`, `基本支出全是一般公共预算时，经济分类与${item}相等`, `${item}_决算数`, '=', codes.map((code) => `经济分类${code}_一般公共预算`).join(' + '),
    { at: `${at}@actual/all`, kind: 'logic', severity: 'suspicion', verification: 'unverified', source: 'checks.md X4',
      when: '一般公共预算基本支出_一般公共预算 = 基本支出_决算数', remedy: '两张表的数不一样，逐行核对经济分类表。' })

const economicLines: readonly (readonly [string, string, readonly string[], string, string])[] = [
  ['personnel', '工资福利支出 + 对个人和家庭的补助不超过人员经费', ['301', '303'], '人员经费', 'expenditure.personnel'],
  ['operating', '商品和服务支出 + 债务利息 + 资本性支出不超过公用经费', ['302', '307', '310'], '公用经费', 'expenditure.operating'],
  ['office', '经济分类的办公费不超过办公经费', ['30201'], '办公经费', 'operating.office'],
  ['utilitiesTravel', '经济分类的水费、电费、差旅费不超过同名合计', ['30205', '30206', '30211'], '水费电费差旅费', 'operating.utilitiesTravel'],
  ['meetingTraining', '经济分类的会议费、培训费不超过同名合计', ['30215', '30216'], '会议费培训费', 'operating.meetingTraining'],
  ['abroad', '经济分类的因公出国（境）费用不超过因公出国（境）费', ['30212'], '因公出国境费', 'threePublic.abroad'],
  ['reception', '经济分类的公务接待费不超过公务接待费', ['30217'], '公务接待费', 'threePublic.reception'],
  ['running', '经济分类的公务用车运行维护费不超过公务用车运行维护费', ['30231'], '公务用车运行维护费', 'threePublic.vehicles.running'],
  ['purchase', '经济分类的公务用车购置不超过公务用车购置费', ['31013'], '公务用车购置费', 'threePublic.vehicles.purchase'],
]

/** 收支情况: parts and totals, budget cycle, balance (checks.md F3–F5; practice.md F20–F22). */
export const expenditureChecks: readonly Check[] = [
  ...budgetCycle.flatMap(totals),
  check('expenditure.basicDetail', '基本支出 = 人员经费 + 办公及培训费 + 公务车辆费 + 其他商品和服务支出', '基本支出_决算数', '=',
    '人员经费_决算数 + 办公及培训费_决算数 + 公务车辆费_决算数 + 其他商品和服务支出_决算数',
    { at: 'expenditure.basic@actual/all', remedy: '核对基本支出与四个分项。', source: '岳麓区信息中心 2020 年报告二（一）' }),
  check('expenditure.basicAndProject', '没有其他支出时，支出合计 = 基本支出 + 项目支出', '支出合计_决算数', '=', '基本支出_决算数 + 项目支出_决算数',
    { at: 'expenditure@actual/all', severity: 'suspicion', source,
      unless: 'OR(上缴上级支出_决算数 > 0, 经营支出_决算数 > 0, 对附属单位补助支出_决算数 > 0)',
      remedy: '若有上缴上级支出、经营支出或对附属单位补助支出，请在收支情况中填列；否则改正写错的一项。' }),
  check('expenditure.uses', '专项支出 = 各用途之和', '项目支出_决算数', '=', 'SUM(用途.本年决算)',
    { at: 'expenditure.project@actual/all', remedy: '核对专项支出按用途的各行。', source: '岳麓区信息中心 2020 年报告一（二）' }),
  check('expenditure.adjusted', '调整预算数 = 年初预算数 + 追加 − 追减', '支出合计_调整预算数', '=', '支出合计_年初预算数 + 支出合计_追加 - 支出合计_追减',
    { at: 'expenditure@adjustedBudget/all', remedy: '核对年初预算、追加、追减三数。', source: 'checks.md F3' }),
  check('expenditure.policyAddition', '政策性追加不超过追加', '支出合计_政策性追加', '<=', '支出合计_追加',
    { at: 'expenditure@policyAddition/all', remedy: '政策性追加是追加的一部分，核对两数。', source: 'practice.md M2' }),
  check('expenditure.completion', '全年预算数 − 年末结转和结余 = 支出决算数', '支出合计_决算数', '=', '支出合计_全年预算数 - 支出合计_年末结转和结余',
    { at: 'expenditure@carryOut/all', kind: 'logic', source: 'practice.md F21、F22',
      remedy: '完成率的分子应等于支出决算数。核对年末结转和结余；有财政收回存量资金的，在“说明”中写明数额。' }),
  check('balance', '收入合计 + 使用非财政拨款结余 + 上年结转 = 支出合计 + 结余分配 + 年末结转和结余',
    '收入合计 + 使用非财政拨款结余 + 支出合计_上年结转', '=', '支出合计_决算数 + 结余分配 + 支出合计_年末结转和结余',
    { at: 'income@actual/all', remedy: '收支不平衡，逐项与部门决算收入支出总表核对。', source: 'practice.md F20' }),
  check('expenditure.carryOut', '年末结转和结余不超过全年预算数', '支出合计_年末结转和结余', '<=', '支出合计_全年预算数',
    { at: 'expenditure@carryOut/all', kind: 'logic', remedy: '结转和结余大于全年预算，核对两数。', source: 'practice.md F22' }),
  ...yearOnYear('expenditure', '支出合计'),
  ...yearOnYear('expenditure.personnel', '人员经费'),
  ...yearOnYear('expenditure.operating', '公用经费'),
  ...perHead,
  check('economic.basic', '一般公共预算基本支出（经济分类）不超过基本支出', '一般公共预算基本支出_一般公共预算', '<=', '基本支出_决算数',
    { at: 'economic@actual/general', kind: 'logic', remedy: '经济分类只列一般公共预算部分，不应大于基本支出合计。', source: 'checks.md X4，practice.md E3' }),
  check('economic.nearBasic', '经济分类合计与基本支出只差一点时，应当相等', '一般公共预算基本支出_一般公共预算', '=', '基本支出_决算数',
    { at: 'economic@actual/general', kind: 'plausibility', severity: 'suspicion', verification: 'unverified', source: 'checks.md X4（一成以内算只差一点，待核对）',
      when: 'ABS(一般公共预算基本支出_一般公共预算 - 基本支出_决算数) <= 基本支出_决算数 * 0.1',
      remedy: '逐行核对经济分类表；差额是其他资金列支的，在“说明”中写明数额。' }),
  ...economicLines.map(economic),
  ...economicLines.slice(0, 5).map(sameMoney),
  ...lines.flatMap(cycleOf),
  ...swinging.map(swing),
  ...[...swinging, ['公务用车运行维护费', 'threePublic.vehicles.running'] as const, ['公务接待费', 'threePublic.reception'] as const].map(tenfold),
  check('expenditure.budgetZero', '有支出就有年初预算', '支出合计_年初预算数', '>=', '0.01',
    { at: 'expenditure@originalBudget/all', kind: 'logic', severity: 'suspicion', when: '支出合计_决算数 > 0', source: 'checks.md F19',
      remedy: '年初预算为 0 时，按预算算的各项比率都没有意义。核对年初预算；年中新成立的单位，在“说明”中写明。' }),
  ...(['年初预算数', '决算数'] as const).map((on) =>
    check(`procurement.${on === '决算数' ? 'actual' : 'budget'}`, `政府采购${on}不超过支出合计减人员经费`, `政府采购_${on}`, '<=', `支出合计_${on} - 人员经费_${on}`,
      { at: `procurement@${on === '决算数' ? 'actual' : 'originalBudget'}/all`, kind: 'logic', severity: 'suspicion', verification: 'unverified',
        remedy: '人员经费不用采购。核对采购金额的单位；合同金额跨年的，填实际支付数。', source: 'practice.md §2（待核对）' })),
]
