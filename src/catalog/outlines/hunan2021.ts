import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 D: Hunan from about 2021 (report-outlines.md D; no official copy seen, 待核对). Sections 三 to 五 are answered 无 by most, and must stand. */
export const hunan2021Outline: Outline = {
  ...outlineBase,
  id: 'hunan2021',
  title: '湖南提纲（约 2021 起）',
  reportTitle: '{year}年度部门整体支出绩效自评报告',
  region: '湖南',
  years: '约 2021 年度起',
  source: '湖南 2021 年起自评通知的通用提纲，未见官方文本，待核对',
  verification: 'unverified',
  sections: [
    section(1, 'basics', '部门（单位）基本情况', { drafts: ['unit', 'duties', 'income'], guidance: '写机构、人员、职责和收入。' }),
    section(1, 'general', '一般公共预算支出情况', { drafts: ['spending', 'execution'], guidance: '先写总规模和预算执行，再分基本支出、项目支出。' }),
    section(2, 'general.basic', '基本支出情况', { drafts: ['basic', 'threePublic', 'economy'], guidance: '写用途、管理和“三公”经费。' }),
    section(2, 'general.project', '项目支出情况', { drafts: ['projects', 'procurement'], inserts: [{ kind: 'projects' }], guidance: '写资金安排、使用、管理和主要项目。' }),
    section(1, 'fund.government', '政府性基金预算支出情况', { drafts: ['governmentFund'], whenEmpty: '无。', guidance: '没有的写“无”，不能删。' }),
    section(1, 'fund.stateCapital', '国有资本经营预算支出情况', { drafts: ['stateCapital'], whenEmpty: '无。', guidance: '没有的写“无”，不能删。' }),
    section(1, 'fund.insurance', '社会保险基金预算支出情况', { whenEmpty: '无。', guidance: '没有的写“无”，不能删。' }),
    section(1, 'performance', '部门整体支出绩效情况', { drafts: ['scores', 'outcomes', 'satisfaction'], inserts: [{ kind: 'scores' }], guidance: '写得分、年度重点工作完成情况和满意度。' }),
    section(1, 'problems', '存在的问题及原因分析', { drafts: ['problems'], whenEmpty: '无。', guidance: '对照失分指标写问题和原因。' }),
    section(1, 'measures', '下一步改进措施', { drafts: ['measures'], whenEmpty: '无。', guidance: '逐条对应问题。' }),
    section(1, 'use', '绩效自评结果拟应用和公开情况', { guidance: '写结果怎样用于下年预算和管理，何时何处公开。' }),
    section(1, 'other', '其他需要说明的情况', { whenEmpty: '无。', guidance: '没有的写“无”。' }),
  ],
}
