import type { Basis } from '../../domain/measures/basis'
import type { Measure } from '../../domain/measures/measure'
import { money } from './makers'

/** 预算到决算的全过程: every basis a line of expenditure is reported on. */
export const budgetCycle: readonly Basis[] = [
  'priorActual', 'originalBudget', 'addition', 'policyAddition', 'reduction', 'adjustedBudget', 'carryIn', 'fullYearBudget', 'actual', 'carryOut',
]

const budgetAndActual: readonly Basis[] = ['priorActual', 'originalBudget', 'actual']

/** 收支情况: expenditure by 支出决算表's columns, then by what the money was for (checks F5 with practice.md E2). */
export const expenditureMeasures: readonly Measure[] = [
  money('expenditure', '支出合计', '本年支出合计，部门决算口径。', budgetCycle, {
    parts: ['expenditure.basic', 'expenditure.project', 'expenditure.remitted', 'expenditure.business', 'expenditure.subsidy'],
    aliases: ['整体支出', '支出总计', '本年支出合计'] }),
  money('expenditure.basic', '基本支出', '保障机构正常运转、完成日常工作任务的支出。', budgetCycle,
    { parts: ['expenditure.personnel', 'expenditure.operating'] }),
  money('expenditure.personnel', '人员经费', '工资奖金、保险、公积金等人员类支出和对个人和家庭的补助。', budgetCycle, { aliases: ['人员支出'] }),
  money('expenditure.operating', '公用经费', '基本支出中的一般商品和服务支出。', budgetCycle, {
    parts: ['expenditure.officeTraining', 'expenditure.vehicles', 'expenditure.otherGoods'],
    included: ['operating.office', 'operating.utilitiesTravel', 'operating.meetingTraining'] }),
  money('expenditure.officeTraining', '办公及培训费', '公用经费中的办公、培训等费用。', budgetCycle),
  money('expenditure.vehicles', '公务车辆费', '公用经费中的公务用车保养、运行、维修、保险等费用。', budgetCycle),
  money('expenditure.otherGoods', '其他商品和服务支出', '公用经费中除上两项以外的支出。', budgetCycle),
  money('expenditure.project', '项目支出', '基本支出之外为完成特定任务发生的支出；湖南 2014—2020 年表称专项支出。', budgetCycle, {
    aliases: ['专项支出'],
    listed: { table: 'projects', columns: {
      priorActual: 'priorActual', originalBudget: 'originalBudget', adjustedBudget: 'adjustedBudget', actual: 'actual' } } }),
  money('expenditure.remitted', '上缴上级支出', '事业单位按规定上缴上级单位的支出。', budgetCycle),
  money('expenditure.business', '经营支出', '事业单位非独立核算经营活动的支出。', budgetCycle),
  money('expenditure.subsidy', '对附属单位补助支出', '用非财政拨款资金对附属单位的补助。', budgetCycle),
  money('operating.office', '办公经费', '公用经费中的办公经费。', budgetAndActual, { aliases: ['办公费'] }),
  money('operating.utilitiesTravel', '水费、电费、差旅费', '公用经费中的水费、电费和差旅费合计。', budgetAndActual, { formulaName: '水费电费差旅费' }),
  money('operating.meetingTraining', '会议费、培训费', '公用经费中的会议费和培训费合计。', budgetAndActual, { formulaName: '会议费培训费' }),
  money('project.business', '业务工作专项', '项目支出中的业务工作专项。', budgetAndActual),
  money('project.operation', '运行维护专项', '项目支出中的运行维护专项。', budgetAndActual),
  money('project.earmarked', '专项资金', '项目支出中的省、市、区级专项资金。', budgetAndActual, { verification: 'unverified' }),
  money('procurement', '政府采购金额', '纳入政府采购的预算数和实际采购金额。', budgetAndActual, { formulaName: '政府采购' }),
]
