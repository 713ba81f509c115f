import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 北京 20/60/20: a draft (frameworks.json cn-beijing-own). */
export const beijing = draftFramework({
  id: 'cn-beijing-own', title: '北京 20/60/20', basis: '北京市财政局', region: '北京', years: '约 2020 年度起', total: '100',
  verificationNote: '未见官方文本，待核对',
  lacking: '5 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '当年预算执行情况', group: '当年预算执行情况', title: '预算执行率', weight: '20', rule: '20×执行率', definition: '当年支出/当年预算(含调整)', dataSource: '支出、预算', formula: formula('支出合计_决算数 / 支出合计_全年预算数'), scoring: { kind: 'ratioOfWeight', direction: 'positive', ...ask } },
    { id: 'i2', dimension: '整体绩效目标实现情况', group: '产出/效果', title: '(单位自拟)', weight: '60', rule: '产出与效果各约30', scoring: { kind: 'subindicators', ...ask, suggested: [] } },
    { id: 'i3', dimension: '预算管理情况', group: '财务管理', title: '财务管理制度健全性、资金使用合规性、会计基础信息完善性', weight: '4', rule: '要点' },
    { id: 'i4', dimension: '预算管理情况', group: '资产管理', title: '资产管理规范性', weight: '4', rule: '要点' },
    { id: 'i5', dimension: '预算管理情况', group: '绩效管理', title: '绩效管理情况', weight: '4', rule: '要点' },
    { id: 'i6', dimension: '预算管理情况', group: '结转结余率', title: '结转结余率', weight: '4', rule: '低于上年或标准得满分', definition: '年末结转结余/全年预算×100%' },
    { id: 'i7', dimension: '预算管理情况', group: '部门预决算差异率', title: '部门预决算差异率', weight: '4', rule: '低于全市平均得满分', definition: '(决算-预算)/预算×100%' },
  ],
})
