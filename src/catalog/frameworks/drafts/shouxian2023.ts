import { ask, draftFramework } from './draftFramework'

/** 寿县自评表（2023）: a draft (frameworks.json cn-anhui-shouxian-2023). */
export const shouxian2023 = draftFramework({
  id: 'cn-anhui-shouxian-2023', title: '寿县自评表（2023）', basis: '寿县(安徽淮南)', region: '安徽寿县', years: '2023 年度', total: '100',
  verificationNote: '规划15分5项由来源核对; 执行35分中只取得预算执行18与预算执行率5; 其余未取得',
  lacking: '已知分值合计 20，满分 100；1 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '规划', group: '基础信息', title: '基础信息完整性', weight: '3', rule: '3要点各1', dataSource: '年初预算基础信息表', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '真实', points: '1' }, { key: 'p2', text: '完整', points: '1' }, { key: 'p3', text: '准确', points: '1' }] } },
    { id: 'i2', dimension: '规划', group: '工作计划', title: '年度工作计划完整性', weight: '3', rule: '单要点3分', dataSource: '年度工作计划', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '完整可行', points: '3' }] } },
    { id: 'i3', dimension: '规划', group: '工作计划', title: '年度工作计划明确性', weight: '3', rule: '单要点3分', dataSource: '年度工作计划', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '明确可操作', points: '3' }] } },
    { id: 'i4', dimension: '规划', group: '绩效目标', title: '年度绩效目标合理性', weight: '4', rule: '嵌套要点+不适用+否决', dataSource: '整体绩效目标、项目绩效目标', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '设置年度目标: 整体1+项目1, 无项目则得2', points: '2' }, { key: 'p2', text: '依据充分', points: '1' }, { key: 'p3', text: '合理可操作', points: '1' }] } },
    { id: 'i5', dimension: '规划', group: '绩效目标', title: '年度绩效目标明确性', weight: '2', rule: '单要点2分', dataSource: '绩效目标表', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '明确且细化量化', points: '2' }] } },
    { id: 'i6', dimension: '执行', group: '预算执行', title: '预算执行率', weight: '5', rule: '要点式(含\'除政策性因素外无预算追加1分\'…), 未取得全文', definition: '预算执行数/预算数×100%', dataSource: '预算执行数、预算数', verified: true },
  ],
})
