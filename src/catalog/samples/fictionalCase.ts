import { defaultSettings, type Evaluation } from '../../domain/evaluation/evaluation'
import type { Judgements } from '../../domain/evaluation/judgement'
import { hunan2017 } from '../frameworks/hunan2017'
import { fictionalAnswers } from './fictionalAnswers'
import { fictionalNarrative } from './fictionalNarrative'
import { fictionalTables } from './fictionalTables'

const evidence = '佐证材料目录所列文件（虚构）'

const judgements: Judgements = {
  budgetControlRate: { self: { reason: '年中追加平台应急改造经费（虚构）', improvement: '项目入库时把应急改造一并测算（虚构）' } },
  procurementExecutionRate: { self: { reason: '一项采购流标后改为下年实施（虚构）', improvement: '采购计划提前到一季度（虚构）' } },
  institutions: { self: { evidence, entry: { kind: 'checklist', ticks: { finance: 'met', economy: 'met', lawful: 'met', effective: 'met' } } } },
  compliance: { self: { evidence, entry: { kind: 'occurrences', count: '0' } } },
  disclosure: { self: { evidence, reason: '部门预算公开比规定时限晚 2 天（虚构）', improvement: '把公开任务列入年度日历，提前 5 天准备（虚构）',
    entry: { kind: 'checklist', ticks: { content: 'met', time: 'unmet', true: 'met', complete: 'met', accurate: 'met' } } } },
  keyTasks: { self: { evidence, reason: '一项重点工作延期 1 个月（虚构）', improvement: '按季度检查重点工作进度（虚构）', entry: { kind: 'externalScore', score: '95.5' } } },
  benefits: { self: { evidence, reason: '数据应用的经济效益还不明显（虚构）', improvement: '选择两个行业开展数据应用试点（虚构）', entry: { kind: 'subindicators', rows: [
    { id: 'economic', title: '经济效益：数据应用带动节约', weight: '3', target: '节约 30 万元', actual: '节约 24 万元', points: '2' },
    { id: 'social', title: '社会效益：群众办事提速', weight: '5', target: '平均提速 20%', actual: '平均提速 23%', points: '5' },
    { id: 'ecological', title: '生态效益：无纸化办公', weight: '2', target: '用纸减少 10%', actual: '用纸减少 12%', points: '2' }] } } },
  efficiency: { self: { evidence, entry: { kind: 'choice', label: '效果较好' } } },
}

/** 「示例单位（虚构）」 2025: complete in every field; every figure is made up and said to be wherever it is shown. */
export const fictionalCase: Evaluation = {
  format: 1,
  id: 'sample-fictional-2025',
  year: 2025,
  sample: 'fictional',
  settings: { ...defaultSettings, carryInIncluded: 'no' },
  framework: hunan2017,
  outline: 'hunanFull',
  answers: fictionalAnswers,
  tables: fictionalTables,
  judgements,
  narrative: fictionalNarrative,
  explanations: {},
}
