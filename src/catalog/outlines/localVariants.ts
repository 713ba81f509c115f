import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 C: 南县 2020, the score first (report-outlines.md C; seen in a published report, later headings 待核对). */
export const nanxian2020Outline: Outline = {
  ...outlineBase,
  id: 'nanxian2020',
  title: '县级提纲：得分在前（南县 2020）',
  reportTitle: '{year}年度部门整体支出绩效自评报告',
  region: '湖南益阳南县',
  years: '2020 年度',
  source: '南县财政局 2020 年度公开报告的前两部分；其后各节按湖南通用提纲，待核对',
  verification: 'unverified',
  sections: [
    section(1, 'result', '自评得分情况', { drafts: ['scores'], guidance: '先写得分。' }),
    section(1, 'profile', '单位基本概况'),
    section(2, 'profile.organisation', '机构设置', { drafts: ['unit'], guidance: '写机构。' }),
    section(2, 'profile.staff', '人员编制', { guidance: '写编制和实有人数；上一节已写的不重复。', optional: true }),
    section(2, 'profile.units', '部门预算单位构成', { guidance: '写本级和下属预算单位。' }),
    section(2, 'profile.duties', '单位职责', { drafts: ['duties'], guidance: '写“三定”职责。' }),
    section(1, 'spending', '整体支出管理及使用情况', { drafts: ['spending', 'execution'], guidance: '写规模、构成、执行。' }),
    section(2, 'spending.basic', '基本支出', { drafts: ['basic', 'threePublic'], guidance: '写用途、管理和“三公”经费。' }),
    section(2, 'spending.project', '项目支出', { drafts: ['projects'], inserts: [{ kind: 'projects' }], guidance: '写主要项目和管理。' }),
    section(1, 'performance', '整体支出绩效情况', { drafts: ['outcomes', 'satisfaction'], inserts: [{ kind: 'scores' }], guidance: '写完成情况和效果。' }),
    section(1, 'problems', '存在的主要问题', { drafts: ['problems'], whenEmpty: '无。', guidance: '对照失分指标写。' }),
    section(1, 'measures', '改进措施和建议', { drafts: ['measures'], whenEmpty: '无。', guidance: '逐条对应问题。' }),
  ],
}

/** 提纲 F: 承德、平泉 about 2021–2023 (report-outlines.md F; only the first part seen, the rest 待核对). */
export const hebeiOutline: Outline = {
  ...outlineBase,
  id: 'hebei',
  title: '河北提纲（承德、平泉 2021—2023）',
  reportTitle: '{year}年度部门整体支出绩效评价报告',
  region: '河北承德',
  years: '约 2021—2023 年度',
  source: '承德、平泉公开报告的封面和第一部分；其后各节按通用提纲，待核对',
  verification: 'unverified',
  sections: [
    section(1, 'basics', '部门基本情况'),
    section(2, 'basics.organisation', '部门职能与机构设置'),
    section(3, 'basics.duties', '部门职责', { drafts: ['duties'], guidance: '写“三定”职责。' }),
    section(3, 'basics.units', '机构设置', { drafts: ['unit'], guidance: '写内设机构、下属单位和人员情况。' }),
    section(2, 'basics.spending', '部门整体收支情况', { drafts: ['income', 'spending', 'execution'], guidance: '写收支规模、构成、执行。' }),
    section(1, 'use', '部门整体支出管理及使用情况'),
    section(2, 'use.basic', '基本支出', { drafts: ['basic', 'threePublic'], guidance: '写用途、管理和“三公”经费。' }),
    section(2, 'use.project', '项目支出', { drafts: ['projects'], inserts: [{ kind: 'projects' }], guidance: '写主要项目和管理。' }),
    section(1, 'performance', '部门整体支出绩效情况', { drafts: ['scores', 'outcomes', 'satisfaction'], inserts: [{ kind: 'scores' }], guidance: '写得分、完成情况和效果。' }),
    section(1, 'problems', '存在的主要问题', { drafts: ['problems'], whenEmpty: '无。', guidance: '对照失分指标写。' }),
    section(1, 'measures', '改进措施和建议', { drafts: ['measures'], whenEmpty: '无。', guidance: '逐条对应问题。' }),
  ],
}

/** 提纲 G: 茂名 2021 (report-outlines.md G; the first part seen, the second 待核对). */
export const maoming2021Outline: Outline = {
  ...outlineBase,
  id: 'maoming2021',
  title: '广东提纲（茂名 2021）',
  reportTitle: '{year}年度部门整体支出绩效自评报告',
  region: '广东茂名',
  years: '2021 年度',
  source: '茂名一份 2021 年度公开报告的第一部分；第二部分细目待核对',
  verification: 'unverified',
  sections: [
    section(1, 'basics', '部门基本情况'),
    section(2, 'basics.duties', '部门职能', { drafts: ['duties'], guidance: '写职责。' }),
    section(2, 'basics.staff', '设置机构及人员情况', { drafts: ['unit'], guidance: '写机构和人员。' }),
    section(2, 'basics.tasks', '年度总体工作和重点工作任务', { drafts: ['outcomes'], guidance: '写年度任务和完成情况。' }),
    section(2, 'basics.goals', '部门整体支出绩效目标', { guidance: '写批复的总体目标和指标。' }),
    section(2, 'basics.spending', '部门整体支出情况', { drafts: ['spending', 'execution', 'threePublic'], guidance: '写收支规模、构成、执行。' }),
    section(1, 'evaluation', '绩效自评情况'),
    section(2, 'evaluation.result', '自评结论', { drafts: ['scores'], guidance: '写得分和结论。' }),
    section(2, 'evaluation.effect', '履职效能分析', { drafts: ['satisfaction'], guidance: '写整体效能和专项效能。' }),
    section(2, 'evaluation.management', '管理效率分析', { drafts: ['procurement', 'economy'], inserts: [{ kind: 'scores' }], guidance: '写预算编制、执行、信息公开、资产、成本。' }),
    section(2, 'evaluation.problems', '存在问题和改进措施', { drafts: ['problems', 'measures'], whenEmpty: '无。', guidance: '对照失分指标写，逐条对应措施。' }),
  ],
}

/** 提纲 H: Yunnan, the fourth part of the 决算公开 (report-outlines.md H; headings seen). */
export const yunnanOutline: Outline = {
  ...outlineBase,
  id: 'yunnan',
  title: '云南提纲（决算公开第四部分）',
  reportTitle: '{year}年度部门决算其他重要事项及绩效自评情况',
  region: '云南',
  years: '约 2019 年度起',
  source: '云南决算公开文本第四部分的章目；自评表另附',
  verification: 'verified',
  sections: [
    section(1, 'operating', '机关运行经费支出情况', { guidance: '写机关运行经费；事业单位不涉及的写明。' }),
    section(1, 'assets', '国有资产占用情况', { guidance: '写年末资产和车辆。' }),
    section(1, 'procurement', '政府采购支出情况', { drafts: ['procurement'], whenEmpty: '无。', guidance: '写采购金额。' }),
    section(1, 'evaluation', '部门绩效自评情况'),
    section(2, 'evaluation.overall', '部门整体支出绩效自评情况', { drafts: ['unit', 'spending', 'execution', 'outcomes', 'scores', 'problems', 'measures'], guidance: '写概况、执行、完成情况、得分、问题和措施。' }),
    section(2, 'evaluation.table', '部门整体支出绩效自评表', { inserts: [{ kind: 'scores' }], guidance: '附表。' }),
    section(2, 'evaluation.projects', '项目支出绩效自评表', { inserts: [{ kind: 'projects' }], guidance: '附各项目自评表。' }),
  ],
}

/** 提纲 J: self-evaluation of transfer payments (report-outlines.md J; seen in 2022 reports, 三 待核对). */
export const transferOutline: Outline = {
  ...outlineBase,
  id: 'transfer',
  title: '转移支付绩效自评提纲（2022）',
  reportTitle: '{year}年度转移支付绩效自评报告',
  region: '全国',
  years: '约 2022 年度起',
  source: '2022 年度公开的转移支付自评报告的章目；第三部分待核对',
  verification: 'unverified',
  sections: [
    section(1, 'goals', '绩效目标分解下达情况', { guidance: '写下达的资金、目标和分解。' }),
    section(1, 'completion', '绩效目标完成情况分析'),
    section(2, 'completion.funds', '资金投入情况分析', { drafts: ['execution'], guidance: '写到位、执行、管理。' }),
    section(2, 'completion.overall', '总体绩效目标完成情况分析', { drafts: ['outcomes'], guidance: '对照总体目标写。' }),
    section(2, 'completion.indicators', '绩效指标完成情况分析', { drafts: ['scores', 'satisfaction'], inserts: [{ kind: 'scores' }], guidance: '写产出、效益、满意度。' }),
    section(1, 'deviation', '偏离绩效目标的原因和下一步改进措施', { drafts: ['problems', 'measures'], whenEmpty: '无。', guidance: '没有偏离的写“无”。' }),
    section(1, 'use', '绩效自评结果拟应用和公开情况', { guidance: '写结果怎样应用、何处公开。' }),
  ],
}
