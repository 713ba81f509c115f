import type { Row } from '../../domain/evaluation/evaluation'
import { row } from './rows'

type Money = readonly [priorActual: string, originalBudget: string, adjustedBudget: string, actual: string]

const project = (id: string, code: string, name: string, category: string, money: Money, procurement: string, acceptance: string, count = '1') =>
  row(id, {
    name, code, category, fundSource: '一般公共预算', rowCount: count, priorActual: money[0], originalBudget: money[1],
    adjustedBudget: money[2], actual: money[3], procurement, acceptance, note: '虚构',
  }, count === '1' ? 'single' : 'merged')

const outcome = (id: string, area: string, task: string, figure: string, unit: string, target: string, approximation?: string) =>
  row(id, { area, task, figure, approximation, unit, target, evidence: '工作台账（虚构）' })

/** Tables of 「示例单位（虚构）」; sums equal its answers. */
export const fictionalTables: { readonly [table: string]: readonly Row[] } = {
  projects: [
    project('office', 'XM0001', '协同办公平台建设', '业务工作专项', ['80.00', '60.00', '75.00', '98.40'], '公开招标', '已验收合格'),
    project('exchange', 'XM0002', '数据共享交换平台升级', '业务工作专项', ['60.00', '70.00', '70.00', '82.00'], '竞争性磋商', '已验收合格'),
    project('catalogue', 'XM0003', '公共服务事项梳理', '业务工作专项', ['70.00', '60.00', '55.00', '55.00'], '竞争性谈判', '已验收合格'),
    project('lines', 'XM0004', '网络线路租赁', '运行维护专项', ['55.00', '50.00', '50.00', '53.00'], '单一来源', '已验收合格'),
    project('room', 'XM0005', '机房设备维护', '运行维护专项', ['30.00', '25.00', '28.00', '30.00'], '竞争性磋商', '已验收合格'),
    project('small', 'XM0006', '其余3项小额运维合计', '运行维护专项', ['15.00', '15.00', '17.00', '15.00'], '电子卖场', '已验收合格', '3'),
    project('pilot', 'XM0007', '数字应用示范专项资金', '专项资金', ['50.00', '50.00', '50.00', '50.00'], '未实行政府采购', '不需验收'),
  ],
  uses: [
    row('lease', { use: '网络线路租赁', actual: '53.00', note: '虚构' }),
    row('build', { use: '系统建设', actual: '180.40', note: '虚构' }),
    row('maintain', { use: '运行维护和事项梳理', actual: '100.00', note: '虚构' }),
    row('subsidy', { use: '示范应用补助', actual: '50.00', note: '虚构' }),
  ],
  outcomes: [
    outcome('cases', '优化政务服务', '平台全年办理事项', '12.40', '万件', '≥12万件'),
    outcome('online', '优化政务服务', '事项网上可办率', '98.60', '%', '≥98%'),
    outcome('data', '汇聚公共数据', '汇聚入库数据', '3260', '万条', '≥3000万条', '余'),
    outcome('interfaces', '汇聚公共数据', '新增共享接口', '46', '个', '≥40个'),
    outcome('incidents', '保障系统运行', '处理运维事件', '1380', '件', '及时处理'),
    outcome('uptime', '保障系统运行', '平台可用率', '99.95', '%', '≥99.9%'),
    outcome('trainings', '强化技术支撑', '开展业务培训', '12', '期', '≥10期'),
    outcome('attended', '强化技术支撑', '参训人员', '640', '人次', '≥600人次'),
  ],
}
