import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 长沙雨花区 13/61/26（2017）: a draft (frameworks.json cn-hunan-changsha-yuhua-2017-13-61-26). */
export const yuhua2017 = draftFramework({
  id: 'cn-hunan-changsha-yuhua-2017-13-61-26', title: '长沙雨花区 13/61/26（2017）', basis: '雨花区财政局制', region: '湖南长沙雨花区', years: '2017 年度', total: '100',
  verificationNote: '所列4项与一级13/61、二级预算执行20由来源核对; 余下(产出及效率应为26)未取得',
  lacking: '已知分值合计 23，满分 100',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算配置', title: '在职人员控制率', weight: '5', rule: '≤100%5; 每超1点扣0.5', definition: '在职人员数/编制数×100%', dataSource: '在职人员数、编制数', verified: true, formula: formula('在职人员数 / 编制数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i2', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', weight: '8', rule: '≤0得8; 每超1点扣0.8', definition: '(本年度三公预算数-上年度三公预算数)/上年度三公预算数×100%', dataSource: '本年三公预算数、上年三公预算数', verified: true, formula: formula('(三公经费_年初预算数 - 三公经费_上年预算数) / 三公经费_上年预算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.8', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '过程', group: '预算执行', title: '预算完成率', weight: '5', rule: '100%满分; 每低5%扣2', definition: '(上年结转+年初预算+本年追加-年末结余)/(上年结转+年初预算+本年追加)×100%', dataSource: '上年结转、年初预算、本年追加预算、年末结余', verified: true, formula: formula('(支出合计_全年预算数 - 支出合计_年末结转和结余) / 支出合计_全年预算数'), scoring: { kind: 'linearDeduction', side: 'below', standard: '1', per: '0.05', deduct: '2', stepMode: 'floor', ...ask } },
    { id: 'i4', dimension: '过程', group: '预算执行', title: '预算控制率', weight: '5', rule: '同省版', definition: '本年追加预算/年初预算×100%', dataSource: '本年追加预算、年初预算', verified: true, formula: formula('支出合计_追加 / 支出合计_年初预算数'), scoring: { kind: 'bandTable', ruleMost: '5', ...ask, bands: [{ to: '0', toIncluded: true, points: '5' }, { from: '0', to: '0.1', toIncluded: true, points: '4' }, { from: '0.1', to: '0.2', toIncluded: true, points: '3' }, { from: '0.2', to: '0.3', toIncluded: true, points: '2' }, { from: '0.3', points: '0' }] } },
  ],
})
