import type { Check } from '../../domain/checks/check'
import { BASES, type Basis } from '../../domain/measures/basis'
import { itemId } from '../../domain/measures/item'
import { check } from './makers'

const publicBases: readonly Basis[] = ['priorBudget', 'priorActual', 'originalBudget', 'actual']
const tableBases: readonly Basis[] = ['priorActual', 'originalBudget', 'actual']

function threePublic(basis: Basis): readonly Check[] {
  const on = BASES[basis].name
  return [
    check(`threePublic.${basis}`, `三公经费${on} = 车辆购置和运行 + 出国 + 接待`, `三公经费_${on}`, '=',
      `公务用车购置及运行维护费_${on} + 因公出国境费_${on} + 公务接待费_${on}`,
      { at: itemId('threePublic', basis, 'all'), remedy: '核对三公经费合计与三个分项。', source: 'checks.md F1' }),
    check(`threePublic.vehicles.${basis}`, `公务用车购置和维护经费${on} = 购置 + 运行维护`, `公务用车购置及运行维护费_${on}`, '=',
      `公务用车购置费_${on} + 公务用车运行维护费_${on}`,
      { at: itemId('threePublic.vehicles', basis, 'all'), remedy: '核对车辆购置费与运行维护费。', source: 'checks.md F1' }),
  ]
}

function baseTable(basis: Basis): readonly Check[] {
  const on = BASES[basis].name
  return [
    check(`project.categories.${basis}`, `项目支出${on} = 业务工作专项 + 运行维护专项 + 专项资金`, `项目支出_${on}`, '=',
      `业务工作专项_${on} + 运行维护专项_${on} + 专项资金_${on}`,
      { at: itemId('expenditure.project', basis, 'all'), remedy: '核对三类专项与项目支出。', source: 'forms.md §1 块B', verification: 'unverified' }),
    check(`operating.included.${basis}`, `办公经费 + 水电差旅费 + 会议培训费${on} 不超过公用经费`,
      `办公经费_${on} + 水费电费差旅费_${on} + 会议费培训费_${on}`, '<=', `公用经费_${on}`,
      { at: itemId('expenditure.operating', basis, 'all'), kind: 'logic', remedy: '其中项之和大于公用经费，核对各行。', source: 'checks.md F4', verification: 'unverified' }),
  ]
}

/** 基础数据表: three-public, projects, operating, staff, buildings (checks.md F1, F2, F4). */
export const baseDataChecks: readonly Check[] = [
  ...publicBases.flatMap(threePublic),
  ...tableBases.flatMap(baseTable),
  check('threePublic.runningVehicles', '公务车辆费不小于三公经费中的公务用车运行维护费', '公务车辆费_决算数', '>=', '公务用车运行维护费_决算数',
    { at: 'threePublic.vehicles.running@actual/all', kind: 'logic', severity: 'suspicion', source: 'checks.md X3',
      remedy: '三公口径的运行维护费若有项目支出列支，可在“说明”中写明；否则核对两处。' }),
  check('threePublic.abroadZero', '没有因公出国（境）团组时，因公出国（境）费为 0', '因公出国境费_决算数', '=', '0',
    { at: 'threePublic.abroad@actual/all', kind: 'logic', when: '因公出国境团组数 = 0', remedy: '团组数与费用不一致，核对两处。', source: 'practice.md §2' }),
  check('threePublic.receptionZero', '没有公务接待批次时，公务接待费为 0', '公务接待费_决算数', '=', '0',
    { at: 'threePublic.reception@actual/all', kind: 'logic', when: '国内公务接待批次 = 0', remedy: '接待批次与费用不一致，核对两处。', source: 'practice.md §2' }),
  check('threePublic.purchaseZero', '没有购置公务用车时，公务用车购置费为 0', '公务用车购置费_决算数', '=', '0',
    { at: 'threePublic.vehicles.purchase@actual/all', kind: 'logic', when: '公务用车购置数 = 0', remedy: '购置数与购置费不一致，核对两处。', source: 'practice.md §2' }),
  check('threePublic.runningZero', '没有公务用车时，公务用车运行维护费为 0', '公务用车运行维护费_决算数', '=', '0',
    { at: 'threePublic.vehicles.running@actual/all', kind: 'logic', severity: 'suspicion', when: '公务用车保有量 = 0', verification: 'unverified',
      remedy: '核对保有量；年内处置了车辆的，在“说明”中写明。', source: 'practice.md §2' }),
  check('threePublic.bought', '公务用车购置数不超过保有量', '公务用车购置数', '<=', '公务用车保有量',
    { at: 'threePublic.vehiclesBought@inYear', kind: 'logic', severity: 'suspicion', verification: 'unverified',
      remedy: '本年购置的车年末一般还在；核对两数，年内又处置的在“说明”中写明。', source: 'practice.md §2' }),
  check('threePublic.receptionPersons', '国内公务接待人次不少于批次', '国内公务接待人次', '>=', '国内公务接待批次',
    { at: 'threePublic.receptionPersons@inYear', kind: 'logic', remedy: '每批至少 1 人次，核对两数。', source: 'practice.md §2' }),
  check('threePublic.abroadPersons', '因公出国（境）人次不少于团组数', '因公出国境人次', '>=', '因公出国境团组数',
    { at: 'threePublic.abroadPersons@inYear', kind: 'logic', remedy: '每个团组至少 1 人次，核对两数。', source: 'practice.md §2' }),
  check('threePublic.overBudget', '三公经费决算数不超过年初预算数', '三公经费_决算数', '<=', '三公经费_年初预算数',
    { at: 'threePublic@actual/all', kind: 'plausibility', severity: 'suspicion', remedy: '三公经费一般不得超预算。核对两数；经批准追加的，在“说明”中写明批准文号。', source: 'checks.md §5，practice.md §2' }),
  check('threePublic.budgetGrowth', '三公经费年初预算数不超过上年预算数', '三公经费_年初预算数', '<=', '三公经费_上年预算数',
    { at: 'threePublic@originalBudget/all', kind: 'plausibility', severity: 'hint', remedy: '三公经费预算一般只减不增。核对两数；经批准增加的，在“说明”中写明。', source: 'checks.md §5' }),
  ...([['running', '公务用车运行维护费'], ['purchase', '公务用车购置费']] as const).map(([id, name]) =>
    check(`threePublic.vehicles.${id}.overBudget`, `${name}决算数不超过年初预算数`, `${name}_决算数`, '<=', `${name}_年初预算数`,
      { at: `threePublic.vehicles.${id}@actual/all`, kind: 'plausibility', severity: 'hint', remedy: '核对两数；三公经费内部调剂的，在“说明”中写明。', source: 'practice.md §2' })),
  check('threePublic.perPerson', '公务接待人均不超过 1000 元', '公务接待费_决算数 * 10000 / 国内公务接待人次', '<=', '1000',
    { at: 'threePublic.receptionPersons@inYear', kind: 'plausibility', severity: 'hint', when: '国内公务接待人次 > 0', verification: 'unverified',
      remedy: '核对接待费的单位和人次。', source: 'practice.md §2（标准待核对）' }),
  check('threePublic.perPersonLeast', '公务接待人均不低于 10 元', '公务接待费_决算数 * 10000 / 国内公务接待人次', '>=', '10',
    { at: 'threePublic.receptionPersons@inYear', kind: 'plausibility', severity: 'hint', when: 'AND(国内公务接待人次 > 0, 公务接待费_决算数 > 0)', verification: 'unverified',
      remedy: '核对接待费的单位和人次。', source: 'practice.md §2（界限待核对）' }),
  check('threePublic.perVehicle', '每辆公务用车运行维护费不超过 10 万元', '公务用车运行维护费_决算数 / 公务用车保有量', '<=', '10',
    { at: 'threePublic.vehiclesKept@yearEnd', kind: 'plausibility', severity: 'hint', when: '公务用车保有量 > 0', verification: 'unverified',
      remedy: '核对运行维护费的单位和保有量。', source: 'practice.md §2（标准待核对）' }),
  check('threePublic.personsPerBatch', '每批公务接待不超过 50 人次', '国内公务接待人次', '<=', '国内公务接待批次 * 50',
    { at: 'threePublic.receptionBatches@inYear', kind: 'plausibility', severity: 'hint', verification: 'unverified', remedy: '核对批次和人次，看看有没有填反。', source: 'practice.md §2（界限待核对）' }),
  check('staff.zeroQuota', '有在职人员就有编制', '编制数', '>=', '1',
    { at: 'staff.quota@approved', kind: 'logic', severity: 'suspicion', when: '在职人员数 > 0', remedy: '核对编制数；临时机构没有编制的，编制数选“不涉及”。', source: 'practice.md §6' }),
  check('staff.quota', '编制数 = 行政编制 + 事业编制 + 工勤编制', '编制数', '=', '行政编制数 + 事业编制数 + 工勤编制数',
    { at: 'staff.quota@approved', remedy: '核对编制数与单位概况中的各类编制。', source: 'practice.md §2' }),
  check('staff.institutionQuota', '事业编制不超过编制数', '事业编制数', '<=', '编制数',
    { at: 'staff.quota@approved', kind: 'logic', remedy: '核对编制数与事业编制。', source: 'practice.md §2' }),
  check('staff.onPost', '在职人员数不超过编制数的 1.5 倍', '在职人员数', '<=', '编制数 * 1.5',
    { at: 'staff.onPost@yearEnd', kind: 'plausibility', severity: 'suspicion', source: 'practice.md E6',
      remedy: '在职人员只计编制内，不含离退休和编外人员；确实超编的，在“说明”中写明。' }),
  check('staff.temporary', '临聘实有人数不超过核定人数', '临聘人员数_年末数', '<=', '临聘人员数_核定数',
    { at: 'staff.temporary@yearEnd', kind: 'plausibility', severity: 'suspicion', remedy: '超出核定数的，核实或写明原因。', source: '岳麓区信息中心 2020 年报告一（一）' }),
]
