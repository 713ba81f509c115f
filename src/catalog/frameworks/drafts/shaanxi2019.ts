import { formula } from '../../formula'
import { ask, draftFramework } from './draftFramework'

/** 陕西自评表（2019）: a draft (frameworks.json cn-shaanxi-2019-own). */
export const shaanxi2019 = draftFramework({
  id: 'cn-shaanxi-2019-own', title: '陕西自评表（2019）', basis: '陕西市县决算公开附件通用版', region: '陕西', years: '约 2019 年度起', total: '100',
  verificationNote: '未见官方文本，待核对',
  lacking: '支出进度率要 6 月末、9 月末的支出数，表里没有，先由评分人给分；分组在各县有出入，照本地文件核对',
  indicators: [
    { id: 'i1', dimension: '投入', group: '预算执行', title: '预算完成率', weight: '10', rule: '100%10/≥95 9/≥90 8/≥85 7/≥80 6/≥70 4/<70 0', definition: '预算完成数/预算数×100%', dataSource: '预算完成数、预算数', formula: formula('支出合计_决算数 / 支出合计_全年预算数'), scoring: { kind: 'bandTable', ruleMost: '10', ...ask, bands: [{ to: '0.7', points: '0' }, { from: '0.7', fromIncluded: true, to: '0.8', points: '4' }, { from: '0.8', fromIncluded: true, to: '0.85', points: '6' }, { from: '0.85', fromIncluded: true, to: '0.9', points: '7' }, { from: '0.9', fromIncluded: true, to: '0.95', points: '8' }, { from: '0.95', fromIncluded: true, to: '1', points: '9' }, { from: '1', fromIncluded: true, points: '10' }] } },
    { id: 'i2', dimension: '投入', group: '预算执行', title: '预算调整率', weight: '5', rule: '绝对值≤5%得5; 超出每0.1个百分点扣0.1(版本不一)', definition: '预算调整数/预算数×100%', dataSource: '预算调整数、预算数', formula: formula('(支出合计_追加 + 支出合计_追减) / 支出合计_年初预算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '0.05', per: '0.001', deduct: '0.1', stepMode: 'floor', ...ask } },
    { id: 'i3', dimension: '投入', group: '预算执行', title: '支出进度率', weight: '5', rule: '半年≥45%2/40-45 1/<40 0; 前三季度≥75%3/60-75 2/<60 0', definition: '实际支出/(上年结转+预算安排+执行中追加追减)×100%', dataSource: '6月末支出、9月末支出、预算口径' },
    { id: 'i4', dimension: '投入', group: '预算执行', title: '预算编制准确率', weight: '5', rule: '≤20%5; 20-40%3; >40% 0', definition: '其他收入决算数/其他收入预算数×100%-100%', dataSource: '其他收入决算、其他收入预算', scoring: { kind: 'bandTable', ruleMost: '5', ...ask, bands: [{ to: '0.2', toIncluded: true, points: '5' }, { from: '0.2', to: '0.4', toIncluded: true, points: '3' }, { from: '0.4', points: '0' }] } },
    { id: 'i5', dimension: '过程', group: '预算管理', title: '“三公经费”控制率', weight: '5', rule: '≤100%5; 每增0.1点扣0.5', definition: '三公实际支出/三公预算×100%', dataSource: '三公决算、三公预算', formula: formula('三公经费_决算数 / 三公经费_年初预算数'), scoring: { kind: 'linearDeduction', side: 'above', standard: '1', per: '0.001', deduct: '0.5', stepMode: 'floor', ...ask } },
    { id: 'i6', dimension: '过程', group: '预算管理', title: '资产管理规范性', weight: '5', rule: '3要点, 每项不合扣2', dataSource: '资产台账', scoring: { kind: 'occurrences', ...ask, deduct: '2', of: ['资产管理规范性不符合要求'] } },
    { id: 'i7', dimension: '过程', group: '预算管理', title: '资金使用合规性', weight: '5', rule: '每项不合扣2', dataSource: '违规清单', scoring: { kind: 'occurrences', ...ask, deduct: '2', of: ['资金使用合规性不符合要求'] } },
    { id: 'i8', dimension: '效果', group: '履职尽责', title: '项目产出', weight: '40', rule: '单位自拟, 定性三档100-80/80-50/50-0, 定量按比例', dataSource: '自拟指标', scoring: { kind: 'subindicators', ...ask, suggested: [], goals: { dimensions: ['产出指标', '成本指标'], partialFrom: '0.5' } } },
    { id: 'i9', dimension: '效果', group: '履职尽责', title: '项目效益', weight: '20', rule: '单位自拟, 定性三档100-80/80-50/50-0, 定量按比例', dataSource: '自拟指标', scoring: { kind: 'subindicators', ...ask, suggested: [], goals: { dimensions: ['效益指标', '满意度指标'], partialFrom: '0.5' } } },
  ],
})
