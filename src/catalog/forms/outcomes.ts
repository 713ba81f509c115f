import type { Form } from '../../domain/forms/form'

/** 工作成效 (年度重点工作任务完成情况): one row a figure. */
export const outcomesForm: Form = {
  id: 'outcomes',
  name: '工作成效',
  title: '年度重点工作任务完成情况表',
  unit: '',
  fund: 'all',
  landscape: true,
  verification: 'unverified',
  source: '岳麓区信息中心 2020 年报告第一部分（一）2 的六类工作',
  blocks: [
    { kind: 'table', id: 'outcomes', table: 'outcomes', formulaName: '成效', counted: false, columns: [
      { id: 'area', head: '工作领域', kind: 'text', width: 16, definition: '工作分类，如夯实基础设施。' },
      { id: 'task', head: '工作内容', kind: 'text', width: 44, definition: '做了什么，一行一个数。', long: true },
      { id: 'figure', head: '完成数', kind: 'count', width: 10, definition: '完成的数量，只填数字。', formulaName: '完成数', percent: true },
      { id: 'approximation', head: '概数', kind: 'choice', width: 8, definition: '原始资料写作“余、多、约”的，照选，不当作准确数。', options: ['余', '多', '约', '近', '以上'] },
      { id: 'unit', head: '计量单位', kind: 'text', width: 10, definition: '件、万条、人次等；概数插在“万”之后，如 6.1万余条。' },
      { id: 'target', head: '年度目标', kind: 'text', width: 14, definition: '有批复目标的照填，如 ≥95%。' },
      { id: 'evidence', head: '佐证材料', kind: 'text', width: 22, definition: '台账、验收单、截图等的名称。', internal: true },
    ] },
  ],
  notes: ['本表记录产出和工作量；效果在指标和报告中说明。'],
  signatures: [],
}
