import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 湖南 13/64/23（2015）: a draft (frameworks.json cn-hunan-2015-13-64-x). */
export const hunan2015 = draftFramework({
  id: 'cn-hunan-2015-13-64-x', title: '湖南 13/64/23（2015）', basis: '湖南省经信委2015年度自评附表', region: '湖南', years: '2015 年度', total: '100',
  verificationNote: '所列3项已由来源核对; 其余分值未取得(投入13, 过程64, 余23; 预算执行21)',
  lacking: '已知分值合计 13，满分 100；1 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算配置', title: '在职人员控制率', weight: '5', rule: '≤100%5; 每超1点扣0.5', definition: '在职人员数/编制数×100%', dataSource: '在职人员数、编制数', verified: true, formula: formula('在职人员数 / 编制数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.01', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i2', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', weight: '8', rule: '≤0得8; 每超1点扣0.8', definition: '(本年度三公总额-上年度三公总额)/上年度三公总额×100%', dataSource: '本年三公总额、上年三公总额', verified: true, formula: formula('(三公经费_决算数 - 三公经费_上年决算数) / 三公经费_上年决算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0', per: '0.01', deduct: '0.8', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '过程', group: '预算执行', title: '预算完成率', rule: '实例92.8%得3分', definition: '预算完成数/预算数×100%', dataSource: '预算完成数、批复预算数', verified: true, formula: formula('支出合计_决算数 / 支出合计_全年预算数') },
  ],
})
