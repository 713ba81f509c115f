import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 A: the short county form of the founding report (report-outlines.md A). */
export const foundingOutline: Outline = {
  ...outlineBase,
  id: 'founding',
  title: '简版提纲（2020，岳麓区）',
  reportTitle: '部门整体支出绩效评价报告',
  region: '湖南长沙岳麓区',
  years: '2020 年度',
  source: '岳麓区信息中心 2020 年度部门整体支出绩效评价报告的结构',
  verification: 'verified',
  sections: [
    section(1, 'profile', '单位概况'),
    section(2, 'profile.basics', '基本情况'),
    section(3, 'profile.nature', '单位性质及职责', { drafts: ['unit', 'duties'],
      guidance: '写单位性质、隶属、职责和人员。' }),
    section(3, 'profile.work', '{year}年工作总结', { drafts: ['outcomes'], guidance: '分条写年度重点工作，数字取自工作成效表。' }),
    section(2, 'profile.expenditure', '单位整体支出情况', { drafts: ['spending', 'execution'], guidance: '写支出总额、构成和主要用途。' }),
    section(1, 'use', '整体支出管理及使用情况'),
    section(2, 'use.basic', '基本支出', { drafts: ['basic', 'threePublic'], guidance: '写用途、管理和“三公”经费。' }),
    section(2, 'use.project', '专项支出', { drafts: ['projects'], inserts: [{ kind: 'projects' }], guidance: '写项目个数、金额、主要项目和管理办法。' }),
    section(1, 'performance', '整体支出绩效情况', { drafts: ['scores', 'satisfaction', 'problems'], guidance: '从经济性、效率性、有效性和可持续性说明绩效。' }),
  ],
}
