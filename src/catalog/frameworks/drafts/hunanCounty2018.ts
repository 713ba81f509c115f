import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 湖南县区 16/58/26（2018）: a draft (frameworks.json cn-hunan-county-2018-16-58-26). */
export const hunanCounty2018 = draftFramework({
  id: 'cn-hunan-county-2018-16-58-26', title: '湖南县区 16/58/26（2018）', basis: '县区自评附件(地区未标明, 版式与湖南一致)', region: '湖南某县区(推断)', years: '2018 年度', total: '100',
  verificationNote: '所列4项由来源核对; 余(过程58中预算管理42、产出26为推算)未取得',
  lacking: '已知分值合计 32，满分 100',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算配置', title: '在职人员控制率', weight: '8', rule: '≤100%8; 每超1点扣0.5', definition: '在职人员数/编制数×100%', dataSource: '在职人员数、编制数', verified: true, formula: formula('在职人员数 / 编制数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i2', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', weight: '8', rule: '≤0得8; 每超1点扣0.8; 实例+98.31%得0', definition: '(本年度三公预算数-上年度三公预算数)/上年度三公预算数×100%', dataSource: '本年三公预算数、上年三公预算数', verified: true, formula: formula('(三公经费_年初预算数 - 三公经费_上年预算数) / 三公经费_上年预算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.8', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '过程', group: '预算执行', title: '预算完成率', weight: '8', rule: '每低5%扣2; 实例99.27%得8 → 说明不足一档不扣(floor)', definition: '(年初结余+年初预算+追加-年末结余)/(年初结余+年初预算+追加)×100%', dataSource: '年初结余、年初预算、追加预算、年末结余', verified: true, formula: formula('(支出合计_全年预算数 - 支出合计_年末结转和结余) / 支出合计_全年预算数'), scoring: { kind: 'linearDeduction', side: 'below', standard: '1', per: '0.05', deduct: '2', stepMode: 'floor', ...ask } },
    { id: 'i4', dimension: '过程', group: '预算执行', title: '预算控制率', weight: '8', rule: '0→8; ≤10%→6; ≤20%→4; ≤30%→2; >30%→0', definition: '追加预算/年初预算×100%', dataSource: '追加预算、年初预算', verified: true, formula: formula('支出合计_追加 / 支出合计_年初预算数'), scoring: { kind: 'bandTable', ruleMost: '8', ...ask, bands: [{ to: '0', toIncluded: true, points: '8' }, { from: '0', to: '0.1', toIncluded: true, points: '6' }, { from: '0.1', to: '0.2', toIncluded: true, points: '4' }, { from: '0.2', to: '0.3', toIncluded: true, points: '2' }, { from: '0.3', points: '0' }] } },
  ],
})
