import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 B: the full Hunan outline of about 2014–2020 (report-outlines.md B; headings of A match it, the rest 待核对). */
export const hunanFullOutline: Outline = {
  ...outlineBase,
  id: 'hunanFull',
  title: '湖南完整提纲（约 2014—2020）',
  reportTitle: '{year}年度部门整体支出绩效评价报告',
  region: '湖南',
  years: '约 2014—2020 年度',
  source: '湖南通用提纲，未见官方文本，待核对',
  verification: 'unverified',
  sections: [
    section(1, 'profile', '单位概况'),
    section(2, 'profile.nature', '基本情况', { drafts: ['unit', 'duties'], guidance: '写机构、人员、职责。' }),
    section(2, 'profile.expenditure', '整体支出规模、使用方向和主要内容', { drafts: ['income', 'spending', 'execution'], guidance: '写规模、方向、涉及范围和预算执行。' }),
    section(1, 'use', '整体支出管理及使用情况'),
    section(2, 'use.basic', '基本支出', { drafts: ['basic', 'threePublic', 'economy'], guidance: '写用途范围、管理和“三公”经费。' }),
    section(2, 'use.project', '专项支出', { guidance: '写专项资金的安排、使用和管理。' }),
    section(3, 'use.project.funds', '专项资金安排落实、总投入情况', { drafts: ['projects', 'procurement'], guidance: '写资金来源和到位情况。' }),
    section(3, 'use.project.actual', '专项资金实际使用情况', { inserts: [{ kind: 'projects' }], draft: ['各项目支出见下表。'], guidance: '写使用方向和结果。' }),
    section(3, 'use.project.management', '专项资金管理情况', { guidance: '写制度、办法和执行。' }),
    section(1, 'organisation', '专项组织实施情况'),
    section(2, 'organisation.process', '专项组织情况', { guidance: '写招投标、调整、竣工验收。' }),
    section(2, 'organisation.management', '专项管理情况', { guidance: '写制度建设、日常检查。' }),
    section(1, 'performance', '整体支出绩效情况', { drafts: ['scores', 'outcomes', 'satisfaction'], inserts: [{ kind: 'scores' }], guidance: '从经济性、效率性、有效性和可持续性说明绩效，附评分表。' }),
    section(1, 'problems', '存在的主要问题', { drafts: ['problems'], whenEmpty: '无', guidance: '对照失分指标写问题。' }),
    section(1, 'measures', '改进措施和有关建议', { drafts: ['measures'], whenEmpty: '无', guidance: '逐条对应问题。' }),
  ],
}
