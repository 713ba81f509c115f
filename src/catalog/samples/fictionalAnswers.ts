import type { Answer } from '../../domain/evaluation/answer'
import { itemId } from '../../domain/measures/item'
import type { Basis, Fund } from '../../domain/measures/basis'
import { economicClasses, economicMeasure } from '../classification/economicClassification'
import { budgetCycle } from '../measures/expenditure'
import { answersOf, type Written } from './rows'

const source = { source: '虚构示例数据', takenOn: '2026-03-20', state: 'finalReported', office: '办公室' } as const

/** One line of money over several bases. */
function line(measure: string, bases: readonly Basis[], figures: readonly Written[], fund: Fund = 'all'): { [item: string]: Written } {
  return Object.fromEntries(bases.map((basis, i) => [itemId(measure, basis, fund), figures[i]]))
}

/** What a unit types of the budget cycle: everything but the two derived bases. */
const typedCycle = budgetCycle.filter((basis) => basis !== 'adjustedBudget' && basis !== 'fullYearBudget')
const cycle = (measure: string, ...figures: readonly Written[]) => line(measure, typedCycle, figures)
const none = (measure: string) => cycle(measure, ...typedCycle.map(() => null))

const three: readonly Basis[] = ['priorActual', 'originalBudget', 'actual']
const publicBases: readonly Basis[] = ['priorBudget', 'priorActual', 'originalBudget', 'actual']

/** 经济分类 figures that add up to 基本支出 662.15; every other 款 is 不涉及. */
const economicFigures: { readonly [code: string]: string } = {
  '30101': '168.20', '30102': '52.60', '30103': '86.40', '30107': '118.50', '30108': '58.90', '30109': '29.45',
  '30110': '24.80', '30112': '3.15', '30113': '33.80',
  '30201': '12.60', '30205': '2.30', '30206': '9.40', '30207': '7.85', '30211': '10.10', '30213': '5.30', '30215': '2.10', '30216': '3.80',
  '30217': '0.60', '30228': '9.20', '30229': '6.30', '30231': '8.90', '30299': '7.90',
}

const economic: { [item: string]: Written } = Object.fromEntries(
  economicClasses.flatMap((of) => of.items.map(([code]) => [itemId(economicMeasure(code), 'actual', 'general'), economicFigures[code] ?? null])),
)

/** Every single answer of 「示例单位（虚构）」: all figures are made up and bear each other out. */
export const fictionalAnswers: { [item: string]: Answer } = {
  ...answersOf({
    'unit.name': '示例单位（虚构）',
    'unit.code': '000000',
    'unit.budgetLevel': '二级预算单位',
    'unit.nature': '公益一类事业单位',
    'unit.rank': '正科级',
    'unit.funding': '全额拨款',
    'unit.department': '示例主管部门（虚构）',
    'unit.financeOffice': '示例业务股',
    'unit.duties': '承担示例区公共数据汇聚、共享和开放的技术工作，建设和运行维护区级政务平台，为部门和群众提供数字服务（虚构）。',
    'unit.head': '张某（虚构）',
    'unit.financeHead': '李某（虚构）',
    'unit.preparer': '王某（虚构）',
    'unit.phone': '0000-0000000',
    'unit.reportDate': '2026-03-31',
    'staff.quota.document': '示例编〔2019〕0号（虚构）',
    'economy.measures': '修订差旅、会议和公务接待管理办法；公务用车统一调度；办公用品集中采购；会议以线上为主（虚构）。',
    'satisfaction.object': '办事群众和服务对象部门',
    'satisfaction.way': '2025 年 12 月线上问卷',
    'satisfaction.method': '满意及以上',
  }),
  ...answersOf({
    'unit.offices@yearEnd': '5',
    'unit.subordinates@yearEnd': '0',
    'staff.quota.administrative@approved': '0',
    'staff.quota.institution@approved': '43',
    'staff.quota.worker@approved': '2',
    'staff.onPost@yearEnd': '42',
    'staff.retired@yearEnd': '12',
    'staff.temporary@approved': '6',
    'staff.temporary@yearEnd': '5',
    'staff.dispatched@yearEnd': '3',
    ...cycle('expenditure.personnel', '560.30', '568.00', '12.00', '12.00', '0.00', '0.00', '575.80', '4.20'),
    ...cycle('expenditure.officeTraining', '36.90', '38.00', '0.00', '0.00', '0.00', '0.00', '37.60', '0.40'),
    ...cycle('expenditure.vehicles', '9.10', '9.00', '0.00', '0.00', '0.00', '0.00', '8.90', '0.10'),
    ...cycle('expenditure.otherGoods', '38.20', '40.00', '0.00', '0.00', '0.00', '0.00', '39.85', '0.15'),
    ...cycle('expenditure.project', '360.00', '330.00', '20.00', '0.00', '5.00', '50.00', '383.40', '11.60'),
    ...none('expenditure.remitted'),
    ...none('expenditure.business'),
    ...none('expenditure.subsidy'),
    ...line('threePublic.vehicles.purchase', publicBases, ['0.00', '0.00', '0.00', '0.00']),
    ...line('threePublic.vehicles.running', publicBases, ['9.30', '9.10', '9.00', '8.90']),
    ...line('threePublic.abroad', publicBases, ['0.00', '0.00', '0.00', '0.00']),
    ...line('threePublic.reception', publicBases, ['1.20', '1.20', '1.00', '0.60']),
    ...line('project.business', three, ['210.00', '190.00', '235.40']),
    ...line('project.operation', three, ['100.00', '90.00', '98.00']),
    ...line('project.earmarked', three, ['50.00', '50.00', '50.00']),
    ...line('operating.office', three, ['12.00', '13.00', '12.60']),
    ...line('operating.utilitiesTravel', three, ['21.00', '22.00', '21.80']),
    ...line('operating.meetingTraining', three, ['6.00', '6.00', '5.90']),
    ...line('procurement', three, ['150.00', '160.00', '158.40']),
    ...line('income.fiscal', ['actual'], ['1000.00']),
    ...line('income.superior', ['actual'], [null]),
    ...line('income.undertaking', ['actual'], ['8.00']),
    ...line('income.business', ['actual'], [null]),
    ...line('income.affiliates', ['actual'], [null]),
    ...line('income.other', ['actual'], ['4.00']),
    ...line('balance.nonFiscalUsed', ['actual'], ['0.00']),
    ...line('balance.distribution', ['actual'], ['0.00']),
    'threePublic.receptionBatches@inYear': '12',
    'threePublic.receptionPersons@inYear': '86',
    'threePublic.vehiclesBought@inYear': '0',
    'threePublic.vehiclesKept@yearEnd': '3',
    'threePublic.abroadGroups@inYear': '0',
    'threePublic.abroadPersons@inYear': '0',
    'building.area@approved': null,
    'building.area@inYear': null,
    'building.investment@approved/all': null,
    'building.investment@inYear/all': null,
    'satisfaction.sent@inYear': '120',
    'satisfaction.returned@inYear': '112',
    'satisfaction.valid@inYear': '110',
    'satisfaction.verySatisfied@inYear': '60',
    'satisfaction.satisfied@inYear': '40',
    'satisfaction.basicallySatisfied@inYear': '8',
    'satisfaction.dissatisfied@inYear': '2',
    ...economic,
  }, source),
}
