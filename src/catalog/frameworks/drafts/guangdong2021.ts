import { ask, draftFramework } from './draftFramework'

/** 广东自评 50/50（2021）: a draft (frameworks.json cn-guangdong-2021-own). */
export const guangdong2021 = draftFramework({
  id: 'cn-guangdong-2021-own', title: '广东自评 50/50（2021）', basis: '广东省财政厅年度自评通知', region: '广东', years: '约 2021 年度起', total: '100',
  verificationNote: '未见官方文本，待核对 (茂名2021报告只证实存在年度自评通知与报告提纲前段)',
  lacking: '2 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '履职效能', group: '整体效能', title: '部门整体绩效产出指标完成情况', weight: '20', rule: '完成率平均×分值', dataSource: '自拟产出指标', scoring: { kind: 'subindicators', ...ask, suggested: [] } },
    { id: 'i2', dimension: '履职效能', group: '整体效能', title: '部门整体绩效效益指标完成情况', weight: '20', rule: '同上', dataSource: '自拟效益指标', scoring: { kind: 'subindicators', ...ask, suggested: [] } },
    { id: 'i3', dimension: '履职效能', group: '整体效能', title: '部门预算资金支出率', weight: '10', rule: '平均支出率×分值', definition: '全年平均支出率(四个季度执行率平均)', dataSource: '各季度累计支出、各季度预算' },
    { id: 'i4', dimension: '管理效率', group: '预算编制/预算执行/信息公开/绩效管理/采购管理/资产管理/运行成本', title: '(约20个三级指标)', weight: '50', rule: '多为每项扣分' },
  ],
})
