import type { Form } from '../../domain/forms/form'
import { GOAL_ORIGINS, GOAL_SIGNS } from '../../domain/goals/goal'

/** 绩效目标表: the goals approved with the budget, and what came of them (practice.md M3). */
export const goalsForm: Form = {
  id: 'goals',
  name: '绩效目标',
  title: '绩效目标及完成情况表',
  unit: '',
  fund: 'all',
  landscape: true,
  optional: true,
  verification: 'unverified',
  source: '财预〔2020〕10号 自评表栏目；各省绩效目标表栏目（forms.md §3、§4），合为一张',
  blocks: [
    { kind: 'table', id: 'goals', table: 'goals', formulaName: '绩效目标', counted: false, columns: [
      { id: 'title', head: '三级指标', kind: 'text', width: 24, definition: '批复的绩效目标表中的三级指标名称。', long: true },
      { id: 'project', head: '所属项目', kind: 'text', width: 18, definition: '项目名称，与专项支出表一致；部门（单位）整体的目标留空。' },
      { id: 'dimension', head: '一级指标', kind: 'choice', width: 12, definition: '批复的绩效目标表中的一级指标。', options: ['产出指标', '效益指标', '满意度指标', '成本指标'] },
      { id: 'group', head: '二级指标', kind: 'text', width: 12, definition: '数量、质量、时效、成本、经济效益、社会效益、生态效益、可持续影响、服务对象满意度等。' },
      { id: 'sign', head: '符号', kind: 'choice', width: 7, definition: '完成值与指标值比较的方向；不能用数字衡量的选“定性”。', options: GOAL_SIGNS },
      { id: 'target', head: '指标值', kind: 'text', width: 12, definition: '只填数字，不带符号和单位；时间写“12月31日前”，定性的写要达到的状况。' },
      { id: 'unit', head: '计量单位', kind: 'text', width: 8, definition: '件、次、%、万元等。' },
      { id: 'weight', head: '分值', kind: 'count', width: 7, definition: '批复的分值；部门整体的各行按一级指标合计应等于指标体系的分值。', formulaName: '分值' },
      { id: 'actual', head: '实际完成值', kind: 'text', width: 12, definition: '按计量单位填数字；时间写 2025-11-30 或 11月30日；定性的写“达成年度指标”“部分达成并具有一定效果”“未达成且效果较差”。' },
      { id: 'points', head: '得分', kind: 'count', width: 7, definition: '定量指标留空，按规则计算；定性指标和迟于时限的，由评分人填写。', formulaName: '得分' },
      { id: 'reason', head: '偏差原因', kind: 'text', width: 20, definition: '扣分的、超过指标值三成及以上的，必须写明。', long: true },
      { id: 'improvement', head: '改进措施', kind: 'text', width: 20, definition: '扣分的必须写明。', long: true },
      { id: 'origin', head: '目标来源', kind: 'choice', width: 12, definition: '年初未批复目标的才可以自拟，并在报告中说明。', options: GOAL_ORIGINS },
      { id: 'changeDocument', head: '调整批复文号', kind: 'text', width: 16, definition: '批复的名称、符号、指标值、单位、分值不得自行修改；经批复调整的，先填文号再改。' },
      { id: 'approved', head: '原批复', kind: 'text', width: 22, definition: '导入批复的绩效目标表时写入，不能修改；用来核对目标有没有变过。', internal: true },
    ] },
  ],
  notes: ['目标从批复的绩效目标表导入后即锁定；填了调整批复文号的才能改。', '定量指标达到指标值得满分，未达到按完成比例得分；定性指标分三档：达成 80%～100%，部分达成 60%～80%，未达成 60% 以下（待核对，部分省为 80/50）。',
    '超过指标值三成及以上的只要求说明原因，不因此扣分。'],
  signatures: [],
}
