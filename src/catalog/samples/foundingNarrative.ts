import type { Evaluation } from '../../domain/evaluation/evaluation'
import { paragraphs } from '../paragraphs'

/** A figure of a 工作成效 row, with its unit. */
const done = (row: string): string => `{成效[${row}].完成数|单位}`
/** The same without the unit. */
const bare = (row: string): string => `{成效[${row}].完成数}`

/** A 等级保护 level, in Chinese numerals. */
const level = (row: string): string => `{成效[${row}].完成数|中文}`
/** A project with its amount. */
const project = (row: string): string => `{专项[${row}].项目名称}（{专项[${row}].本年决算}万元）`

/** Report text of 岳麓区信息中心 2020: sentences of our own, every figure bound to the data. */
export const foundingNarrative: Evaluation['narrative'] = {
  'profile.nature': paragraphs(
    '{单位名称}是{主管部门}所属的{机构规格}{单位性质}，经费形式为{经费形式}，承担全区信息化规划建设、信息技术推广、信息资源整合和信息安全保障等工作。',
    '单位核定编制{编制数|单位}，年末在职{在职人员数|单位}；另核定临时聘用人员{临聘人员数_核定数|单位}，实有{临聘人员数_年末数|单位}。'),
  'profile.work': paragraphs(
    `（1）夯实基础设施。全年新增、迁移和关闭政务外网点位${done('network.government')}、财务专网点位${done('network.finance')}，建成区委政法委、区委组织部、区委编办、区人武部的政务内网汇聚节点。`,
    `（2）细化网站建管。5月，区政府门户网站（${done('site.portal')}）和部门子页面（${done('site.pages')}）全部迁入市级集约化平台。全年发布（含录入）政务信息${done('site.published')}；互动栏目收到有效信件${done('site.letters')}，回复${done('site.replies')}，办结率${bare('site.rate')}%。`,
    `（3）深化系统应用。市级“互联网+政务服务”平台覆盖全区${done('service.streets')}街道（镇）、${done('service.communities')}社区（村），全年办件${done('service.cases')}。“我的长沙”推广任务于11月1日完成，APP实名${done('app.verified')}、注册${done('app.registered')}，小程序实名${done('mini.verified')}。`,
    `（4）推进整合共享。区级大数据平台与市级共享交换平台互联互通。${done('share.licences')}合规证照信息录入市级证照库，导入和录入数据${done('share.records')}，核查及发放电子印章${done('share.seals')}；数据管理能力成熟度综合评定列全市各区县（市）第一。`,
    `（5）强化技术支撑。完成信息化项目技术评审${done('support.reviews')}。受理运维事件${done('support.incidents')}，其中机房运维${done('support.room')}、终端及辅助设备运维${done('support.devices')}、省市视频及两办会议保障${done('support.meetings')}、区级大型活动保障${done('support.events')}。`,
    `（6）保障网络安全。完成电子政务外网平台和重要信息系统的等级保护测评和定级备案：区政府门户网站集群系统为等保${level('security.portal')}级，区电子政务外网平台为等保${level('security.network')}级，区超融合虚拟化平台为等保${level('security.platform')}级；区电子政务外网安全防护设备采购集成项目（二期）已启动。`),
  'profile.expenditure': paragraphs(
    '{评价年度}年，单位整体支出{支出合计_决算数|单位}。其中，基本支出{基本支出_决算数|单位}，专项支出{项目支出_决算数|单位}。专项支出主要用于：{用途[leasing].用途}{用途[leasing].本年决算|单位}，{用途[construction].用途}{用途[construction].本年决算|单位}，{用途[maintenance].用途}共{用途[maintenance].本年决算|单位}。'),
  'use.basic': paragraphs(
    '{评价年度}年，基本支出{基本支出_决算数|单位}。其中，工资奖金、保险、公积金、工会经费等人员经费{人员经费_决算数|单位}，办公及培训费{办公及培训费_决算数|单位}，公务车辆保养、维修、保险等费用{公务车辆费_决算数|单位}，其他商品和服务支出{其他商品和服务支出_决算数|单位}。公务接待费{公务接待费_决算数|单位}，因公出国（境）费{因公出国境费_决算数|单位}。'),
  'use.project': paragraphs(
    `全年专项支出项目{COUNT(专项.本年决算)}个，资金{项目支出_决算数|单位}。其中，50万元以上的项目{COUNTIF(专项.本年决算, ">50")}个，分别是${['video', 'outlet', 'intranet', 'metro', 'outsourcing'].map(project).join('、')}。`,
    '项目经费均为财政拨款。项目按建设制度管理，经过前期论证、政府采购、建设跟踪和专家评审验收，按实际进度和采购合同支付资金。'),
  performance: paragraphs(
    '单位围绕职责和区委、区政府工作安排，承担全区电子政务项目技术审核、电子政务基础网络和门户网站建设管理，以及基础网络和终端设备的日常运维。',
    '建设中注重统筹规划、节约投入，推动已建系统应用共享、及时维护，政务服务渠道不断拓展，服务效能和服务对象满意度得到提升；项目建设既看需要，也量财力，保持可持续推进。'),
}
