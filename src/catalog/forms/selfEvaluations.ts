import type { Form, TableColumn } from '../../domain/forms/form'

const money = (id: string, head: string, formulaName: string, definition: string): TableColumn =>
  ({ id, head, kind: 'money', width: 11, definition, formulaName, ...(formulaName.length === 4 ? { summed: true as const } : {}) })

/** 项目资金 by source on each of the three bases, as the 2020 form has them. */
const bases = [['original', '年初预算数', '年初预算'], ['fullYear', '全年预算数', '全年预算'], ['actual', '全年执行数', '全年执行']] as const
const sources = [['Fiscal', '当年财政拨款', '财政拨款'], ['CarryIn', '上年结转资金', '上年结转'], ['Other', '其他资金', '其他资金']] as const

/** 项目自评: money and overall goal of each 项目支出绩效自评表; a row without a project is the whole unit's overall goal (forms.md §3, §4). */
export const selfEvaluationsForm: Form = {
  id: 'selfEvaluations',
  name: '自评资金',
  title: '绩效自评表资金及年度总体目标',
  unit: '万元',
  fund: 'all',
  landscape: true,
  optional: true,
  verification: 'unverified',
  source: '财预〔2020〕10号 项目支出绩效自评表（天长、池州 2022 年实表）',
  blocks: [
    { kind: 'table', id: 'selfEvaluations', table: 'selfEvaluations', formulaName: '项目自评', counted: false, columns: [
      { id: 'project', head: '项目名称', kind: 'text', width: 24, definition: '与专项支出表一致；部门（单位）整体的年度总体目标留空。', long: true },
      { id: 'department', head: '主管部门', kind: 'text', width: 14, definition: '空着的取单位概况中的主管部门。' },
      { id: 'implementer', head: '实施单位', kind: 'text', width: 14, definition: '空着的取单位名称。' },
      ...bases.map(([id, head, name]) => money(id, head, name, '年度资金总额；只有这一行按执行率计分。')),
      ...bases.flatMap(([id, head, name]) => sources.map(([source, title, short]) => money(`${id}${source}`, `${head}：${title}`, `${name}_${short}`, `其中：${title}。`))),
      { id: 'expected', head: '年度总体目标：预期', formulaName: '预期目标', kind: 'text', width: 28, definition: '批复的年度总体目标。', long: true },
      { id: 'achieved', head: '年度总体目标：完成情况', formulaName: '总体完成情况', kind: 'text', width: 28, definition: '对照预期逐项写完成情况。', long: true },
    ] },
  ],
  notes: ['全年预算数 = 年初预算 + 追加 − 追减 + 上年结转，作执行率的分母。', '导出 Excel 时，每个项目生成一张项目支出绩效自评表，整体目标生成部门整体支出绩效自评表。'],
  signatures: [],
}
