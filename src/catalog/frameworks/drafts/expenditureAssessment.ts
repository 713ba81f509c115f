import { draftFramework } from './draftFramework'

/** 预算支出管理考核表（地区不明）: a draft (frameworks.json cn-unknown-budget-expenditure-assessment). */
export const expenditureAssessment = draftFramework({
  id: 'cn-unknown-budget-expenditure-assessment', title: '预算支出管理考核表（地区不明）', basis: '网传表, 地区不明(2018前后)', region: '不明', years: '2018 年前后', total: '100',
  verificationNote: '所列由来源核对; 其余(考满100的部分)未取得',
  lacking: '已知分值合计 50，满分 100；3 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '一般公共预算支出管理', group: '一般公共预算支出', title: '一般公共预算支出实际完成率', weight: '20', rule: '按完成比例, 满分为止', definition: '支出完成数/年初预算数×100%', dataSource: '支出完成数、年初预算数', verified: true },
    { id: 'i2', dimension: '一般公共预算支出管理', group: '结转结余情况', title: '结转结余率 或 结转结余变动率', weight: '20', rule: '二者择一, 目标9% / -30%', definition: '结转结余/支出完成数×100% ; (本年-上年)/上年×100%', dataSource: '本年结转结余、上年结转结余、支出完成数', verified: true },
    { id: 'i3', dimension: '一般公共预算支出管理', group: '应付账款(暂存款)', title: '应付账款率 或 应付账款变动率', weight: '10', rule: '二者择一', definition: '应付/支出完成数 ; (本年末-上年末)/上年末', dataSource: '应付账款', verified: true },
  ],
})
