import type { Row } from '../../domain/evaluation/evaluation'
import { row } from './rows'

type Line = readonly [id: string, task: string, figure: string, unit: string, approximation?: string]

const area = (name: string, lines: readonly Line[]): readonly Row[] =>
  lines.map(([id, task, figure, unit, approximation]) => row(id, { area: name, task, figure, unit, approximation }))

/** 工作成效 of the founding report: every count of its six work areas, printed digits and 概数 kept. */
export const foundingOutcomes: readonly Row[] = [
  ...area('夯实基础设施', [
    ['network.government', '政务外网点位新增、迁移及关闭', '70', '处'],
    ['network.finance', '财务专网点位新增、迁移及关闭', '15', '处'],
  ]),
  ...area('细化网站建管', [
    ['site.portal', '区政府门户网站迁移至市级集约化平台', '1', '个'],
    ['site.pages', '部门子页面迁移至市级集约化平台', '53', '个'],
    ['site.published', '政府网站发布（含录入）政务信息', '6.1', '万条', '余'],
    ['site.letters', '“区长信箱”等互动栏目收到有效信件', '654', '件'],
    ['site.replies', '有效信件回复', '654', '件'],
    ['site.rate', '有效信件办结率', '100', '%'],
  ]),
  ...area('深化系统应用', [
    ['service.streets', '“互联网+政务服务”平台覆盖街道（镇）', '17', '个'],
    ['service.communities', '“互联网+政务服务”平台覆盖社区（村）', '167', '个'],
    ['service.cases', '“互联网+政务服务”平台全年办件', '23.85', '万件'],
    ['app.verified', '“我的长沙”APP完成实名', '5.1', '万'],
    ['app.registered', '“我的长沙”APP完成注册', '6.4', '万'],
    ['mini.verified', '“我的长沙”小程序完成实名', '5.4', '万'],
  ]),
  ...area('推进整合共享', [
    ['share.licences', '录入市级证照库的合规证照信息', '16', '万条', '多'],
    ['share.records', '导入和录入数据信息', '6298', '万条', '余'],
    ['share.seals', '核查及发放电子印章', '868', '个'],
  ]),
  ...area('强化技术支撑', [
    ['support.reviews', '信息化项目技术评审', '10', '个', '余'],
    ['support.incidents', '受理运维事件', '2200', '件次', '余'],
    ['support.room', '其中：机房运维', '500', '件次', '余'],
    ['support.devices', '其中：终端及辅助设备运维', '1300', '件次', '余'],
    ['support.meetings', '其中：省市视频及两办会议保障', '300', '件次', '余'],
    ['support.events', '其中：区级大型活动保障', '3', '次'],
  ]),
  ...area('保障网络安全', [
    ['security.portal', '区政府门户网站集群系统等级保护级别', '2', '级'],
    ['security.network', '区电子政务外网平台等级保护级别', '3', '级'],
    ['security.platform', '区超融合虚拟化平台等级保护级别', '3', '级'],
  ]),
]
