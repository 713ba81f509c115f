import type { Evaluation } from '../../domain/evaluation/evaluation'
import { paragraphs } from '../paragraphs'

const done = (row: string): string => `{成效[${row}].完成数|单位}`

/** Report text of 「示例单位（虚构）」; sections not named here show the outline's draft. */
export const fictionalNarrative: Evaluation['narrative'] = {
  'use.project.management': paragraphs(
    '专项资金实行预算、采购、合同、验收、支付全过程管理，按合同进度支付，验收合格后付清尾款（虚构）。'),
  'organisation.process': paragraphs('50万元以上的项目均按规定方式采购；项目调整按程序报批；应验收项目全部验收合格（虚构）。'),
  'organisation.management': paragraphs('修订项目管理办法，每季度检查一次项目进度和资金支付，发现问题限期整改（虚构）。'),
  performance: paragraphs(
    `平台全年办理事项${done('cases')}，事项网上可办率{成效[online].完成数}%；汇聚入库数据${done('data')}，新增共享接口${done('interfaces')}。`,
    `处理运维事件${done('incidents')}，平台可用率{成效[uptime].完成数}%；开展业务培训${done('trainings')}，参训${done('attended')}。`,
    '满意度调查发放问卷{发放份数|单位}，有效问卷{有效问卷份数|单位}，按“{满意度计算方法}”计算，满意度{(非常满意份数 + 满意份数) / 有效问卷份数|百分比}。'),
  problems: paragraphs('一是部门预算公开比规定时限晚；二是一项重点工作延期；三是数据应用的经济效益还不明显（虚构）。'),
  measures: paragraphs('把公开任务列入年度日历；按季度检查重点工作进度；选择两个行业开展数据应用试点（虚构）。'),
}
