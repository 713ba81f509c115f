import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 岳阳市 15/40/45（2018）: a draft (frameworks.json cn-hunan-yueyang-2018-15-40-45). */
export const yueyang2018 = draftFramework({
  id: 'cn-hunan-yueyang-2018-15-40-45', title: '岳阳市 15/40/45（2018）', basis: '岳阳市财政局附件3-1(审计局/公路局/科技局三份实表一致)', region: '湖南岳阳', years: '2018 年度', total: '100',
  verificationNote: '前9项三份来源一致; 预决算信息公开性及其后(过程余10分、产出与效果45分)内容未取得',
  lacking: '已知分值合计 36，满分 100；2 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算配置', title: '财政供养人员控制率', weight: '5', rule: '≤100%5; 每超1点扣0.5', definition: '在职人员数/编制数×100%', dataSource: '在职人员数、编制数', verified: true, formula: formula('在职人员数 / 编制数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i2', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', weight: '5', rule: '≤0得5; 每超1点扣0.5', definition: '(本年-上年)/上年×100%', dataSource: '本年三公、上年三公', verified: true, formula: formula('(三公经费_决算数 - 三公经费_上年决算数) / 三公经费_上年决算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '投入', group: '预算配置', title: '重点支出安排率', weight: '5', rule: '≥90%5; 80-90 4; 70-80 3; 60-70 2; <60 0', definition: '重点项目支出/项目总支出×100%', dataSource: '重点项目支出、项目总支出', verified: true },
    { id: 'i4', dimension: '过程', group: '预算执行', title: '预算调整率', weight: '3', rule: '0→3; ≤10%→2; ≤20%→1; ≤30%→0.5; >30%→0', definition: '预算调整数/预算数×100%', dataSource: '预算调整数、预算数', verified: true, formula: formula('(支出合计_追加 + 支出合计_追减) / 支出合计_年初预算数'), scoring: { kind: 'bandTable', ruleMost: '3', ...ask, bands: [{ to: '0', toIncluded: true, points: '3' }, { from: '0', to: '0.1', toIncluded: true, points: '2' }, { from: '0.1', to: '0.2', toIncluded: true, points: '1' }, { from: '0.2', to: '0.3', toIncluded: true, points: '0.5' }, { from: '0.3', points: '0' }] } },
    { id: 'i5', dimension: '过程', group: '预算执行', title: '支付进度', weight: '3', rule: '春节前下达50%, 6月底前全部下达; 每个专项违反扣0.5', dataSource: '专项资金下达日期与金额', verified: true, scoring: { kind: 'occurrences', ...ask, deduct: '0.5', of: ['支付进度不符合要求'] } },
    { id: 'i6', dimension: '过程', group: '预算执行', title: '资金结余', weight: '3', rule: '三种情形3/2/0', dataSource: '本年结余、上年结转', verified: true },
    { id: 'i7', dimension: '过程', group: '预算执行', title: '“三公经费”控制率', weight: '6', rule: '≤100%6; 每超1点扣1', definition: '三公实际支出/三公预算×100%', dataSource: '三公决算、三公预算', verified: true, formula: formula('三公经费_决算数 / 三公经费_年初预算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '1', stepMode: 'floor', ...ask } },
    { id: 'i8', dimension: '过程', group: '预算管理', title: '管理制度健全性', weight: '3', rule: '3要点各1分', dataSource: '制度清单', verified: true, scoring: { kind: 'checklist', ...ask, items: [{ key: 'p1', text: '有预算资金、内部财务、会计核算等制度', points: '1' }, { key: 'p2', text: '合法合规完整', points: '1' }, { key: 'p3', text: '有效执行', points: '1' }] } },
    { id: 'i9', dimension: '过程', group: '预算管理', title: '资金使用合规性', weight: '3', rule: '5要点, 每例扣1', dataSource: '违规事项清单', verified: true, scoring: { kind: 'occurrences', ...ask, deduct: '1', of: ['资金使用合规性不符合要求'] } },
  ],
})
