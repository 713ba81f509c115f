import type { Framework, Indicator } from '../../domain/indicators/framework'
import type { ScoringSettings } from '../../domain/scoring/settings'
import type { LinearDeduction } from '../../domain/scoring/linearDeduction'
import { formula } from '../formula'
import { measures } from '../measures/measures'

const ask: ScoringSettings = { notApplicable: 'ask', zeroDivisor: 'ask' }

/** 超（低）于标准按百分点扣分. Whole steps only: the text is silent, one published self-score reads it so (待核对). */
const deduction = (side: LinearDeduction['side'], standard: string, per: string, deduct: string, settings: ScoringSettings = ask): LinearDeduction => ({
  kind: 'linearDeduction', side, standard, per, deduct, stepMode: 'floor', ...settings,
})

const read = '湖南省直与市县通用自评附件，两份独立文档核对'
const unread = '分值拆分与文字待核对：二级合计与官方表吻合，逐项未见官方文本'

const allocation = { dimension: '投入', group: '预算配置', basis: read, verification: 'verified' } as const
const execution = { dimension: '过程', group: '预算执行', basis: read, verification: 'verified' } as const
const management = { dimension: '过程', group: '预算管理', basis: unread, verification: 'unverified' } as const
const duties = { dimension: '产出及效率', group: '职责履行', basis: unread, verification: 'unverified' } as const
const effects = { dimension: '产出及效率', group: '履职效益', basis: unread, verification: 'unverified' } as const

const indicators: readonly Indicator[] = [
  { ...allocation, id: 'staffControlRate', title: '在职人员控制率', weight: '5', valueStyle: 'percent',
    formula: formula('在职人员数 / 编制数'), scoring: deduction('above', '1', '0.01', '0.5', { notApplicable: 'ask', zeroDivisor: 'notApplicable' }),
    texts: { definition: '年末在职人员数与编制数的比率，反映控制人员成本的程度。', rule: '不高于 100% 计满分；每超过 1 个百分点扣 0.5 分，扣完为止。',
      standard: '在职人员数以部门决算为准；编制数以机构编制部门核定为准。', dataSource: '部门决算、编制批复' } },
  { ...allocation, id: 'threePublicChangeRate', title: '“三公经费”变动率', weight: '5', valueStyle: 'percent',
    formula: formula('(三公经费_年初预算数 - 三公经费_上年预算数) / 三公经费_上年预算数'),
    scoring: deduction('above', '0', '0.01', '0.5', { notApplicable: 'ask', zeroDivisor: 'fullIfBothZero' }),
    texts: { definition: '本年“三公经费”预算数比上年预算数的变动比率。', rule: '不高于 0 计满分；每超过 1 个百分点扣 0.5 分，扣完为止。',
      dataSource: '本年和上年部门预算批复' },
    quirk: '官方表这一行自相矛盾：分值是 5 分，评价标准却写“计 8 分，每超过一个百分点扣 0.8 分”（抄自另一版本）。没有另选读法时，按 5 分折算为每点扣 0.5 分；请向财政部门确认后选定。',
    readings: [
      { label: '按 5 分折算：每超过 1 个百分点扣 0.5 分', rule: '不高于 0 计满分；每超过 1 个百分点扣 0.5 分，扣完为止。',
        scoring: deduction('above', '0', '0.01', '0.5', { notApplicable: 'ask', zeroDivisor: 'fullIfBothZero' }) },
      { label: '满分仍为 5 分，扣分照原文：每超过 1 个百分点扣 0.8 分', rule: '不高于 0 计满分；每超过 1 个百分点扣 0.8 分，扣完为止。',
        scoring: deduction('above', '0', '0.01', '0.8', { notApplicable: 'ask', zeroDivisor: 'fullIfBothZero' }) }] },
  { ...execution, id: 'budgetCompletionRate', title: '预算完成率', weight: '5', valueStyle: 'percent',
    formula: formula('(支出合计_全年预算数 - 支出合计_年末结转和结余) / 支出合计_全年预算数'), scoring: deduction('below', '1', '0.05', '2'),
    texts: { definition: '本年度预算完成数与预算数的比率：（上年结转 + 年初预算 + 本年追加 − 年末结余）÷（上年结转 + 年初预算 + 本年追加）。',
      rule: '100% 计满分；每低于 5 个百分点扣 2 分，扣完为止。', dataSource: '部门决算' } },
  { ...execution, id: 'budgetControlRate', title: '预算控制率', weight: '5', valueStyle: 'percent',
    formula: formula('支出合计_追加 / 支出合计_年初预算数'),
    scoring: { kind: 'bandTable', ruleMost: '5', ...ask, bands: [
      { to: '0', toIncluded: true, points: '5' }, { from: '0', to: '0.1', toIncluded: true, points: '4' },
      { from: '0.1', to: '0.2', toIncluded: true, points: '3' }, { from: '0.2', to: '0.3', toIncluded: true, points: '2' },
      { from: '0.3', points: '0' }] },
    texts: { definition: '本年追加预算与年初预算的比率。', rule: '0 计 5 分；0～10%（含）计 4 分；10%～20%（含）计 3 分；20%～30%（含）计 2 分；大于 30% 不得分。',
      dataSource: '部门决算、预算追加文件' } },
  { ...execution, id: 'buildingAreaControlRate', title: '新建楼堂馆所面积控制率', weight: '5', valueStyle: 'percent',
    formula: formula('楼堂馆所面积_本年数 / 楼堂馆所面积_核定数'), scoring: deduction('above', '1', '0.05', '2', { notApplicable: 'full', zeroDivisor: 'ask' }),
    texts: { definition: '评价年度完工的楼堂馆所实际建设面积与批准建设面积的比率。', rule: '不高于 100% 计满分；每超过 5 个百分点扣 2 分；没有此类项目计满分。',
      dataSource: '立项批复、竣工资料' } },
  { ...execution, id: 'buildingInvestmentControlRate', title: '新建楼堂馆所投资概算控制率', weight: '5', valueStyle: 'percent',
    formula: formula('楼堂馆所投资_本年数 / 楼堂馆所投资_核定数'), scoring: deduction('above', '1', '0.05', '2', { notApplicable: 'full', zeroDivisor: 'ask' }),
    texts: { definition: '评价年度完工的楼堂馆所实际投资与批准投资的比率。', rule: '不高于 100% 计满分；每超过 5 个百分点扣 2 分；没有此类项目计满分。',
      dataSource: '概算批复、竣工决算' } },
  { ...management, id: 'operatingControlRate', title: '公用经费控制率', weight: '8', valueStyle: 'percent',
    formula: formula('公用经费_决算数 / 公用经费_年初预算数'), scoring: deduction('above', '1', '0.01', '1'),
    texts: { definition: '实际支出公用经费与预算安排公用经费的比率。', rule: '不高于 100% 计 8 分；每超过 1 个百分点扣 1 分，扣完为止。', dataSource: '部门决算、部门预算' } },
  { ...management, id: 'threePublicControlRate', title: '“三公经费”控制率', weight: '7', valueStyle: 'percent',
    formula: formula('三公经费_决算数 / 三公经费_年初预算数'),
    scoring: deduction('above', '1', '0.01', '1', { notApplicable: 'ask', zeroDivisor: 'fullIfBothZero' }),
    texts: { definition: '“三公经费”实际支出数与预算安排数的比率。', rule: '不高于 100% 计 7 分；每超过 1 个百分点扣 1 分，扣完为止。', dataSource: '部门决算、部门预算' } },
  { ...management, id: 'procurementExecutionRate', title: '政府采购执行率', weight: '6', valueStyle: 'percent',
    formula: formula('政府采购_决算数 / 政府采购_年初预算数'), scoring: deduction('both', '1', '0.01', '0.5'),
    texts: { definition: '实际政府采购金额与政府采购预算数的比率。', rule: '等于 100% 计 6 分；高于或低于，每 1 个百分点扣 0.5 分，扣完为止。', dataSource: '政府采购预算与统计' },
    quirk: '另有版本按“每超过（降低）5% 扣 2 分”；没有采购事项时如何计分，表中未写。' },
  { ...management, id: 'institutions', title: '管理制度健全性', weight: '8',
    scoring: { kind: 'checklist', ...ask, items: [
      { key: 'finance', text: '有内部财务管理、会计核算等制度', points: '2' },
      { key: 'economy', text: '有本部门厉行节约制度', points: '2' },
      { key: 'lawful', text: '制度合法、合规、完整', points: '2' },
      { key: 'effective', text: '制度得到有效执行', points: '2' }] },
    texts: { definition: '管理制度是否健全并有效执行。', rule: '4 个要点，每个 2 分。', dataSource: '制度文件、执行记录' } },
  { ...management, id: 'compliance', title: '资金使用合规性', weight: '6',
    scoring: { kind: 'occurrences', ...ask, deduct: '1', of: ['不符合财经法规和财务管理制度', '资金拨付没有完整审批程序和手续',
      '重大开支未经评估论证', '不符合预算批复或合同规定的用途', '截留、挤占、挪用、虚列支出'] },
    texts: { definition: '资金使用是否符合有关规定。', rule: '5 个要点，每出现 1 例不符合扣 1 分，扣完为止。', dataSource: '审计、检查结论' },
    quirk: '扣分方法与岳阳市 2018 年实表相同，分值（6 分）待核对。' },
  { ...management, id: 'disclosure', title: '预决算信息公开性', weight: '5',
    scoring: { kind: 'checklist', ...ask, items: [
      { key: 'content', text: '按规定内容公开', points: '1' }, { key: 'time', text: '按规定时限公开', points: '1' },
      { key: 'true', text: '基础数据和会计信息真实', points: '1' }, { key: 'complete', text: '基础数据和会计信息完整', points: '1' },
      { key: 'accurate', text: '基础数据和会计信息准确', points: '1' }] },
    texts: { definition: '预决算信息公开和基础信息完善情况。', rule: '5 个要点，每个 1 分。', dataSource: '公开网址和日期、会计资料' } },
  { ...duties, id: 'keyTasks', title: '重点工作实际完成率', weight: '8',
    scoring: { kind: 'externalScore', ...ask, most: '100', by: '绩效办' },
    texts: { definition: '绩效办对为民办实事和重点工作的考核得分。', rule: '考核得分 ÷ 100 × 8。', dataSource: '绩效考核结果通报' },
    quirk: '绩效办结果常晚于报送截止日；未出结果前本项待定，不要先按满分填。' },
  { ...effects, id: 'benefits', title: '经济效益、社会效益、生态效益', weight: '10',
    scoring: { kind: 'subindicators', ...ask, suggested: ['经济效益', '社会效益', '生态效益'] },
    texts: { definition: '履行职责对经济、社会、生态的影响。', rule: '三项共用 10 分，按目标选择并细化，每项自定分值，合计 10 分。', dataSource: '年度工作总结、统计资料' } },
  { ...effects, id: 'efficiency', title: '行政效能', weight: '6',
    scoring: { kind: 'tiers', ...ask, tiers: [
      { label: '效果较好', points: '6' }, { label: '一般', points: '3' }, { label: '无效果或不明显', points: '0' }] },
    texts: { definition: '改进文风会风、加强经费和资产管理、推动网上办事等的效果。', rule: '效果较好 6 分，一般 3 分，无效果或不明显 0 分。', dataSource: '佐证材料' } },
  { ...effects, id: 'satisfaction', title: '社会公众或服务对象满意度', weight: '6', valueStyle: 'percent',
    formula: formula('IF(满意度计算方法 = "满意及以上", 非常满意份数 + 满意份数, IF(满意度计算方法 = "基本满意及以上", '
      + '非常满意份数 + 满意份数 + 基本满意份数, 非常满意份数 + 满意份数 * 80% + 基本满意份数 * 60%)) / 有效问卷份数'),
    scoring: { kind: 'bandTable', ruleMost: '6', ...ask, bands: [
      { from: '0.9', fromIncluded: true, points: '6' }, { from: '0.8', fromIncluded: true, to: '0.9', points: '4' },
      { from: '0.7', fromIncluded: true, to: '0.8', points: '2' }, { to: '0.7', points: '0' }] },
    texts: { definition: '社会公众或服务对象对履职的满意程度，由满意度调查得出，并说明计算方法。',
      rule: '90%（含）以上 6 分；80%（含）～90% 4 分；70%（含）～80% 2 分；低于 70% 0 分。', dataSource: '满意度调查' } },
]

/** 湖南省部门整体支出绩效评价指标（评分）表, 10/60/30 version (frameworks.json cn-hunan-2017-10-60-30). */
export const hunan2017: Framework = {
  id: 'cn-hunan-2017-10-60-30',
  version: '1',
  title: '湖南 10/60/30（2017）',
  basis: '湖南省部门整体支出绩效评价指标（评分）表，省直与市县通用自评附件',
  region: '湖南',
  years: '约 2016—2020 年度',
  verification: 'unverified',
  verificationNote: '投入与预算执行的 6 个指标由两份独立文档核对；预算管理 6 项与产出及效率 4 格的分值拆分待核对。',
  total: '100',
  indicators,
  measures,
}
