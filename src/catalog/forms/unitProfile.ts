import type { Form } from '../../domain/forms/form'

/** Who the unit is, taken over from year to year; its figures and dates are not. */
const lasting: ReadonlySet<string> = new Set([
  'unit.name', 'unit.code', 'unit.budgetLevel', 'unit.nature', 'unit.rank', 'unit.funding', 'unit.department', 'unit.financeOffice', 'unit.duties',
  'unit.head', 'unit.financeHead', 'unit.preparer', 'unit.phone',
])

const names = (ids: readonly string[], labels: readonly string[], wide: readonly string[] = []) =>
  ids.map((item, i) => ({ item, label: labels[i] ?? '', ...(lasting.has(item) ? { lasting: true as const } : {}), ...(item === 'unit.phone' ? { internal: true as const } : {}), ...(wide.includes(item) ? { wide: true as const, long: true as const } : {}) }))

/** 单位概况. */
export const unitProfileForm: Form = {
  id: 'unitProfile',
  name: '单位概况',
  title: '单位概况表',
  unit: '',
  fund: 'all',
  landscape: false,
  verification: 'unverified',
  source: '岳麓区信息中心 2020 年报告所载事项；湖南市县自评报告首页通用事项',
  blocks: [
    { kind: 'fields', id: 'identity', title: '一、单位基本信息', fields: names(
      ['unit.name', 'unit.code', 'unit.budgetLevel', 'unit.nature', 'unit.rank', 'unit.funding', 'unit.department', 'unit.financeOffice',
        'unit.offices@yearEnd', 'unit.subordinates@yearEnd', 'unit.duties'],
      ['单位名称', '预算单位编码', '预算级次', '单位性质', '机构规格', '经费形式', '主管部门', '归口股室', '内设机构数', '下属单位数', '主要职责'],
      ['unit.duties']) },
    { kind: 'fields', id: 'staff', title: '二、人员（人）', fields: names(
      ['staff.quota.administrative@approved', 'staff.quota.institution@approved', 'staff.quota.worker@approved', 'staff.quota.document',
        'staff.retired@yearEnd', 'staff.dispatched@yearEnd', 'staff.temporary@approved', 'staff.temporary@yearEnd'],
      ['行政编制', '事业编制', '工勤编制', '编制批复文号', '离退休人数', '劳务派遣人数', '临聘核定人数', '临聘实有人数']) },
    { kind: 'fields', id: 'signatures', title: '三、填报信息', fields: names(
      ['unit.head', 'unit.financeHead', 'unit.preparer', 'unit.phone', 'unit.reportDate'],
      ['单位负责人', '财务负责人', '填表人', '联系电话', '填报日期']) },
  ],
  notes: ['编制数与在职人员数在基础数据表填列。', '临聘、劳务派遣人员在编制之外，不参与在职人员控制率计算。'],
  signatures: [],
}
