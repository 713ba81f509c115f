import type { Outline } from '../../domain/report/outline'
import { outlineBase, section } from './sections'

/** 提纲 I: 项目支出绩效评价报告（参考提纲）, 财预〔2020〕10号 (report-outlines.md I; chapters seen through a guide, details 待核对). */
export const nationalProjectOutline: Outline = {
  ...outlineBase,
  id: 'nationalProject',
  title: '项目支出绩效评价报告参考提纲（财预〔2020〕10号）',
  reportTitle: '{year}年度项目支出绩效评价报告',
  region: '全国',
  years: '2020 年度起',
  source: '财预〔2020〕10号附件的章目，经公开指南转引；细目待核对',
  verification: 'unverified',
  sections: [
    section(1, 'basics', '基本情况'),
    section(2, 'basics.project', '项目概况', { drafts: ['unit', 'projects'], inserts: [{ kind: 'projects' }], guidance: '写立项背景、主要内容、实施情况、资金投入和使用。' }),
    section(2, 'basics.goals', '项目绩效目标', { guidance: '写总体目标和阶段目标。' }),
    section(1, 'work', '绩效评价工作开展情况'),
    section(2, 'work.purpose', '绩效评价目的、对象和范围', { guidance: '写为什么评、评什么、评到哪里。' }),
    section(2, 'work.method', '绩效评价原则、评价指标体系、评价方法、评价标准', { guidance: '写指标怎么来、用什么方法和标准。' }),
    section(2, 'work.process', '绩效评价工作过程', { guidance: '写准备、实施、分析各阶段。' }),
    section(1, 'conclusion', '综合评价情况及评价结论', { drafts: ['scores'], inserts: [{ kind: 'scores' }], guidance: '写得分、等级和结论，附评分表。' }),
    section(1, 'analysis', '绩效评价指标分析'),
    section(2, 'analysis.decision', '项目决策情况', { guidance: '写立项、目标、资金投入。' }),
    section(2, 'analysis.process', '项目过程情况', { drafts: ['execution'], guidance: '写资金管理和组织实施。' }),
    section(2, 'analysis.output', '项目产出情况', { drafts: ['outcomes'], guidance: '写数量、质量、时效、成本。' }),
    section(2, 'analysis.benefit', '项目效益情况', { drafts: ['satisfaction'], guidance: '写实施效益和满意度。' }),
    section(1, 'experience', '主要经验及做法、存在的问题及原因分析', { drafts: ['problems'], guidance: '先写做法，再写问题和原因。' }),
    section(1, 'suggestions', '有关建议', { drafts: ['measures'], whenEmpty: '无。', guidance: '逐条对应问题。' }),
    section(1, 'other', '其他需要说明的问题', { whenEmpty: '无。', guidance: '没有的写“无”。' }),
  ],
}
