import type { Form, MatrixColumn, MatrixRow } from '../../domain/forms/form'

const row = (id: string, label: string, name: string, indent: 0 | 1 | 2, measure: string): MatrixRow => ({ id, label, name, indent, measure })

const cycle: readonly MatrixColumn[] = [
  { id: 'priorActual', head: '{year-1}年决算数', label: '上年决算', basis: 'priorActual', width: 11 },
  { id: 'originalBudget', head: '年初预算数', label: '年初预算', basis: 'originalBudget', width: 11 },
  { id: 'addition', head: '追加', label: '追加', basis: 'addition', width: 9 },
  { id: 'policyAddition', head: '其中：政策性追加', label: '政策性追加', basis: 'policyAddition', width: 9 },
  { id: 'reduction', head: '追减', label: '追减', basis: 'reduction', width: 9 },
  { id: 'adjustedBudget', head: '调整预算数', label: '调整预算', basis: 'adjustedBudget', width: 11 },
  { id: 'carryIn', head: '上年结转', label: '上年结转', basis: 'carryIn', width: 9 },
  { id: 'fullYearBudget', head: '全年预算数', label: '全年预算', basis: 'fullYearBudget', width: 11 },
  { id: 'actual', head: '{year}年决算数', label: '本年决算', basis: 'actual', width: 11 },
  { id: 'carryOut', head: '年末结转和结余', label: '年末结转', basis: 'carryOut', width: 11 },
]

/** 收支情况: 整体 = 基本 + 专项 over the whole budget cycle, income, balance, three-public supplements. */
export const incomeExpenditureForm: Form = {
  id: 'incomeExpenditure',
  name: '收支情况',
  title: '部门整体收支情况表',
  unit: '万元',
  fund: 'all',
  landscape: true,
  verification: 'unverified',
  source: '部门决算支出表、收入表的栏目；岳麓区信息中心 2020 年报告的基本支出分项',
  blocks: [
    { kind: 'matrix', id: 'expenditure', title: '一、支出', stub: '项目', columns: cycle, rows: [
      row('total', '支出合计', '支出合计', 0, 'expenditure'),
      row('basic', '一、基本支出', '基本支出', 0, 'expenditure.basic'),
      row('personnel', '（一）人员经费', '人员经费', 1, 'expenditure.personnel'),
      row('operating', '（二）公用经费', '公用经费', 1, 'expenditure.operating'),
      row('officeTraining', '1、办公及培训费', '办公及培训费', 2, 'expenditure.officeTraining'),
      row('vehicles', '2、公务车辆费', '公务车辆费', 2, 'expenditure.vehicles'),
      row('otherGoods', '3、其他商品和服务支出', '其他商品和服务支出', 2, 'expenditure.otherGoods'),
      row('project', '二、专项支出（项目支出）', '专项支出', 0, 'expenditure.project'),
      row('remitted', '三、上缴上级支出', '上缴上级支出', 0, 'expenditure.remitted'),
      row('business', '四、经营支出', '经营支出', 0, 'expenditure.business'),
      row('subsidy', '五、对附属单位补助支出', '对附属单位补助支出', 0, 'expenditure.subsidy'),
    ], note: '调整预算数 = 年初预算数 + 追加 − 追减；全年预算数 = 调整预算数 + 上年结转。留空由系统计算。' },
    { kind: 'table', id: 'uses', title: '二、专项支出按用途', table: 'uses', formulaName: '用途', counted: false, totalLabel: '合计', columns: [
      { id: 'use', head: '用途', kind: 'text', width: 48, definition: '专项支出的具体用途。' },
      { id: 'actual', head: '{year}年决算数', kind: 'money', width: 16, definition: '该用途的全年支出。', formulaName: '本年决算', summed: true },
      { id: 'note', head: '说明', kind: 'text', width: 36, definition: '需要说明的情况。', internal: true },
    ] },
    { kind: 'matrix', id: 'income', title: '三、收入与收支平衡', stub: '项目', columns: [
      { id: 'actual', head: '{year}年决算数', label: '本年决算', basis: 'actual', width: 20 }], rows: [
      row('income', '本年收入合计', '收入合计', 0, 'income'),
      row('fiscal', '一、财政拨款收入', '财政拨款收入', 1, 'income.fiscal'),
      row('superior', '二、上级补助收入', '上级补助收入', 1, 'income.superior'),
      row('undertaking', '三、事业收入', '事业收入', 1, 'income.undertaking'),
      row('businessIncome', '四、经营收入', '经营收入', 1, 'income.business'),
      row('affiliates', '五、附属单位上缴收入', '附属单位上缴收入', 1, 'income.affiliates'),
      row('other', '六、其他收入', '其他收入', 1, 'income.other'),
      row('nonFiscalUsed', '使用非财政拨款结余（含专用结余）', '使用非财政拨款结余', 0, 'balance.nonFiscalUsed'),
      row('distribution', '结余分配', '结余分配', 0, 'balance.distribution'),
    ], note: '本年收入合计 + 使用非财政拨款结余 + 上年结转 = 本年支出合计 + 结余分配 + 年末结转和结余。' },
    { kind: 'matrix', id: 'threePublicBudget', title: '四、“三公”经费补充资料', stub: '项目', columns: [
      { id: 'priorBudget', head: '{year-1}年预算数', label: '上年预算', basis: 'priorBudget', width: 20 }], rows: [
      row('tpTotal', '三公经费', '三公经费', 0, 'threePublic'),
      row('tpVehicles', '1、公务用车购置和维护经费', '公务用车购置和维护经费', 1, 'threePublic.vehicles'),
      row('tpPurchase', '其中：公车购置', '公车购置', 2, 'threePublic.vehicles.purchase'),
      row('tpRunning', '公车运行维护', '公车运行维护', 2, 'threePublic.vehicles.running'),
      row('tpAbroad', '2、出国经费', '出国经费', 1, 'threePublic.abroad'),
      row('tpReception', '3、公务接待', '公务接待', 1, 'threePublic.reception'),
    ], note: '“三公经费”变动率用上年预算数，基础数据表只有上年决算数，所以在这里补充。' },
    { kind: 'fields', id: 'threePublicCounts', title: '五、“三公”经费有关数量', fields: [
      { item: 'threePublic.receptionBatches@inYear', label: '国内公务接待批次' },
      { item: 'threePublic.receptionPersons@inYear', label: '国内公务接待人次' },
      { item: 'threePublic.vehiclesBought@inYear', label: '公务用车购置数' },
      { item: 'threePublic.vehiclesKept@yearEnd', label: '公务用车保有量' },
      { item: 'threePublic.abroadGroups@inYear', label: '因公出国（境）团组数' },
      { item: 'threePublic.abroadPersons@inYear', label: '因公出国（境）人次' },
    ] },
  ],
  notes: ['金额以部门决算为准。没有的项目填 0；不涉及的项目选“不涉及”；留空表示还没有填。'],
  signatures: [],
}
