import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 E: Sichuan 2021 (report-outlines.md E; headings seen in a published report, 改进建议 待核对). */
export const sichuan2021Outline: Outline = {
  ...outlineBase,
  id: 'sichuan2021',
  title: '四川提纲（2021）',
  reportTitle: '{year}年度部门整体支出绩效评价报告',
  region: '四川',
  years: '约 2021 年度起',
  source: '四川一份 2021 年度公开报告的结构；“改进建议”待核对',
  verification: 'unverified',
  sections: [
    section(1, 'profile', '单位概况'),
    section(2, 'profile.organisation', '机构组成', { drafts: ['unit'], guidance: '写性质、隶属、内设机构和下属单位。' }),
    section(2, 'profile.duties', '机构职能', { drafts: ['duties'], guidance: '写“三定”职责。' }),
    section(2, 'profile.staff', '人员概况', { guidance: '写编制和实有人数；机构组成一节已写的，写人员结构。', optional: true }),
    section(1, 'money', '部门财政资金收支情况'),
    section(2, 'money.income', '部门财政资金收入情况', { drafts: ['income'], guidance: '写收入规模和构成。' }),
    section(2, 'money.spending', '部门财政资金支出情况', { drafts: ['spending'], guidance: '写支出规模、构成和增减。' }),
    section(1, 'management', '部门财政支出管理情况'),
    section(2, 'management.budget', '预算编制情况', { guidance: '写绩效目标制定、目标完成和编制准确性。' }),
    section(2, 'management.execution', '执行管理情况', { drafts: ['execution', 'threePublic', 'procurement'], guidance: '写支出控制、动态调整、执行进度。' }),
    section(2, 'management.overall', '综合管理情况', { drafts: ['economy'], guidance: '写政府采购、资产、内控、信息公开。' }),
    section(2, 'management.goals', '总体绩效目标完成情况分析', { drafts: ['outcomes'], guidance: '对照年度总体目标写完成情况。' }),
    section(2, 'management.indicators', '绩效指标完成情况分析', { drafts: ['satisfaction'], inserts: [{ kind: 'scores' }], guidance: '逐类写指标完成情况。' }),
    section(1, 'conclusion', '评价结论及建议'),
    section(2, 'conclusion.result', '评价结论', { drafts: ['scores'], guidance: '写自评得分和总体评价。' }),
    section(2, 'conclusion.problems', '存在问题', { drafts: ['problems'], whenEmpty: '无。', guidance: '对照失分指标写。' }),
    section(2, 'conclusion.measures', '改进建议', { drafts: ['measures'], whenEmpty: '无。', guidance: '逐条对应问题。' }),
  ],
}
