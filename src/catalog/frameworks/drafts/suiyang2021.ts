import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 绥阳县自评表（2021）: a draft (frameworks.json cn-guizhou-suiyang-2021). */
export const suiyang2021 = draftFramework({
  id: 'cn-guizhou-suiyang-2021', title: '绥阳县自评表（2021）', basis: '绥阳县太白镇 2021年度', region: '贵州遵义绥阳', years: '2021 年度', total: '100',
  verificationNote: '资金区由来源核对; 指标区未取得',
  lacking: '已知分值合计 10，满分 100',
  indicators: [
    { id: 'i1', dimension: '资金', group: '年度资金总额', title: '资金执行', weight: '10', rule: '执行率×分值, 不超上限', definition: '全年执行数/年初预算数', dataSource: '年初预算数A、全年执行数B', verified: true, formula: formula('支出合计_决算数 / 支出合计_年初预算数'), scoring: { kind: 'ratioOfWeight', direction: 'positive', ...ask } },
  ],
})
