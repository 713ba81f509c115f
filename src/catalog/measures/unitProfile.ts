import type { Measure } from '../../domain/measures/measure'
import { choice, count, words } from './makers'

/** 单位概况: who the unit is (practice.md §10). */
export const unitProfileMeasures: readonly Measure[] = [
  words('evaluation.year', '评价年度', '本次评价的预算年度；由评价本身给出，不在表中填写。'),
  words('evaluation.scope', '自称', '“本单位”或“本部门”；由评价设置给出，不在表中填写。'),
  words('unit.name', '单位名称', '与公章一致的全称。', { aliases: ['填报单位', '填报单位（盖章）', '填报单位（公章）', '编报单位', '预算单位', '预算单位名称', '部门（单位）名称', '单位名称（盖章）'] }),
  words('unit.code', '预算单位编码', '部门预算批复的单位编码，按文本保存。', { aliases: ['单位编码', '预算编码', '预算单位代码', '单位代码'] }),
  choice('unit.budgetLevel', '预算级次', '一级预算单位直接向财政部门领拨资金。', ['一级预算单位', '二级预算单位', '三级预算单位']),
  choice('unit.nature', '单位性质', '机构编制部门核定的类别。',
    ['行政单位', '参照公务员法管理的事业单位', '公益一类事业单位', '公益二类事业单位', '公益三类事业单位', '其他']),
  words('unit.rank', '机构规格', '机构编制部门核定的级别，如副科级。'),
  choice('unit.funding', '经费形式', '机构编制部门核定的经费保障方式。', ['全额拨款', '差额拨款', '自收自支']),
  words('unit.department', '主管部门', '所属的一级预算部门。'),
  words('unit.financeOffice', '归口股室', '财政部门中对口管理的业务股室。'),
  words('unit.duties', '主要职责', '“三定”规定中的职责，概括填写。'),
  count('unit.offices', '内设机构数', '个', '机构编制部门核定的内设机构数。', ['yearEnd']),
  count('unit.subordinates', '下属单位数', '个', '所属独立核算的预算单位数。', ['yearEnd']),
  words('unit.head', '单位负责人', '签字人。'),
  words('unit.financeHead', '财务负责人', '签字人。'),
  words('unit.preparer', '填表人', '签字人。'),
  words('unit.phone', '联系电话', '填表人的办公电话；公开版不输出。'),
  { id: 'unit.reportDate', name: '填报日期', kind: 'date', unit: '', definition: '报表上的填报日期。', verification: 'verified', bases: [] },
  words('economy.measures', '厉行节约保障措施', '本年度厉行节约的制度和做法，概括填写。', { verification: 'unverified' }),
]
