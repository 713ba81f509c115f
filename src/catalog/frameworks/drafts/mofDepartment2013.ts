import { formula } from '../../formula'
import { draftFramework } from './draftFramework'

/** 部门整体支出共性指标框架（2013）: a draft (frameworks.json cn-mof-2013-53-department). */
export const mofDepartment2013 = draftFramework({
  id: 'cn-mof-2013-53-department', title: '部门整体支出共性指标框架（2013）', basis: '财预〔2013〕53号 附件', region: '全国', years: '2013—2019 年度', total: '100',
  verificationNote: '名称/文号与\'三套框架(项目/部门整体/财政预算)、仅供参考、各地自定权重\'已由来源核对; 部门整体的逐条指标与公式为 未见官方文本，待核对 (与湖南/岳阳实表互相印证的见各条 source)',
  lacking: '来源没有给分值；28 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '投入', group: '目标设定', title: '绩效目标合理性', rule: '看目标是否合法合规、与职责一致、与中长期规划相衔接', dataSource: '部门三定职责、中长期规划、年度工作计划、绩效目标申报表' },
    { id: 'i2', dimension: '投入', group: '目标设定', title: '绩效指标明确性', rule: '看是否拆成具体任务、可衡量、与年度任务数对应、与预算匹配', dataSource: '绩效指标表、年度任务清单、部门预算' },
    { id: 'i3', dimension: '投入', group: '预算配置', title: '在职人员控制率', rule: '反映人员成本控制程度', definition: '在职人员数/编制数×100%', dataSource: '在职人员数(决算口径)、编制数(编办核定)', verified: true, formula: formula('在职人员数 / 编制数') },
    { id: 'i4', dimension: '投入', group: '预算配置', title: '“三公经费”变动率', rule: '反映控制重点行政成本的努力程度; 分母为0要有约定', definition: '(本年度三公经费总额-上年度三公经费总额)/上年度三公经费总额×100%', dataSource: '本年三公总额、上年三公总额', verified: true, formula: formula('(三公经费_决算数 - 三公经费_上年决算数) / 三公经费_上年决算数') },
    { id: 'i5', dimension: '投入', group: '预算配置', title: '重点支出安排率', rule: '反映对重点工作的资金保障', definition: '重点项目支出/项目总支出×100%', dataSource: '年度预算安排的重点项目支出、年度项目支出总额' },
    { id: 'i6', dimension: '过程', group: '预算执行', title: '预算完成率', rule: '湖南2015版同此式, 2017版改为含结转与追加的算式', definition: '预算完成数/预算数×100%', dataSource: '实际完成预算数、批复预算数', verified: true, formula: formula('支出合计_决算数 / 支出合计_全年预算数') },
    { id: 'i7', dimension: '过程', group: '预算执行', title: '预算调整率', rule: '反映预算编制准确度', definition: '预算调整数/预算数×100%', dataSource: '追加+追减+结构调整总额(剔除政策性/不可抗力/临时交办)、预算数', formula: formula('(支出合计_追加 + 支出合计_追减) / 支出合计_年初预算数') },
    { id: 'i8', dimension: '过程', group: '预算执行', title: '支付进度率', rule: '按时点考核', definition: '实际支付进度/既定支付进度×100%', dataSource: '某时点实际支付数、支出预算数、既定进度(财政要求或序时)' },
    { id: 'i9', dimension: '过程', group: '预算执行', title: '结转结余率', definition: '结转结余总额/支出预算数×100%', dataSource: '年末结转结余、支出预算数', formula: formula('支出合计_年末结转和结余 / 支出合计_全年预算数') },
    { id: 'i10', dimension: '过程', group: '预算执行', title: '结转结余变动率', definition: '(本年累计结转结余-上年累计结转结余)/上年累计结转结余×100%', dataSource: '本年累计结转结余、上年累计结转结余', verified: true },
    { id: 'i11', dimension: '过程', group: '预算执行', title: '公用经费控制率', definition: '实际支出公用经费总额/预算安排公用经费总额×100%', dataSource: '公用经费决算、公用经费预算', formula: formula('公用经费_决算数 / 公用经费_年初预算数') },
    { id: 'i12', dimension: '过程', group: '预算执行', title: '“三公经费”控制率', definition: '三公经费实际支出数/三公经费预算安排数×100%', dataSource: '三公决算、三公预算', verified: true, formula: formula('三公经费_决算数 / 三公经费_年初预算数') },
    { id: 'i13', dimension: '过程', group: '预算执行', title: '政府采购执行率', definition: '实际政府采购金额/政府采购预算数×100%', dataSource: '实际采购金额、采购预算', formula: formula('政府采购_决算数 / 政府采购_年初预算数') },
    { id: 'i14', dimension: '过程', group: '预算管理', title: '管理制度健全性', rule: '要点: 有制度; 合法合规完整; 有效执行', dataSource: '预算/财务/会计核算制度清单、执行佐证', verified: true },
    { id: 'i15', dimension: '过程', group: '预算管理', title: '资金使用合规性', rule: '要点5项: 合法规与专项办法; 审批手续全; 项目经评估论证; 符合批复用途; 无截留挤占挪用虚列', dataSource: '审计/检查发现清单、审批记录', verified: true },
    { id: 'i16', dimension: '过程', group: '预算管理', title: '预决算信息公开性', rule: '要点: 内容合规; 时限合规', dataSource: '公开网址、公开日期' },
    { id: 'i17', dimension: '过程', group: '预算管理', title: '基础信息完善性', rule: '要点: 真实; 完整; 准确', dataSource: '基础数据、会计信息资料' },
    { id: 'i18', dimension: '过程', group: '资产管理', title: '管理制度健全性（资产管理）', rule: '要点: 有制度; 合法合规完整; 有效执行', dataSource: '资产管理制度' },
    { id: 'i19', dimension: '过程', group: '资产管理', title: '资产管理安全性', rule: '要点: 保存完整; 配置合理; 处置规范; 账务合规账实相符; 有偿使用与处置收益及时足额上缴', dataSource: '资产台账、处置/收益上缴记录' },
    { id: 'i20', dimension: '过程', group: '资产管理', title: '固定资产利用率', definition: '实际在用固定资产总额/所有固定资产总额×100%', dataSource: '在用固定资产、固定资产总额' },
    { id: 'i21', dimension: '产出', group: '职责履行', title: '实际完成率', definition: '实际完成工作数/计划工作数×100%', dataSource: '计划工作数、实际完成数' },
    { id: 'i22', dimension: '产出', group: '职责履行', title: '完成及时率', definition: '及时完成实际工作数/计划工作数×100%', dataSource: '及时完成数、计划工作数' },
    { id: 'i23', dimension: '产出', group: '职责履行', title: '质量达标率', definition: '质量达标实际工作数/计划工作数×100%', dataSource: '质量达标数、计划工作数' },
    { id: 'i24', dimension: '产出', group: '职责履行', title: '重点工作办结率', rule: '重点=党委政府/人大/上级交办或下达', definition: '重点工作实际完成数/交办或下达数×100%', dataSource: '重点工作完成数、交办或下达数' },
    { id: 'i25', dimension: '效果', group: '履职效益', title: '经济效益', rule: '共性要素, 由单位细化为个性化指标, 可按需选用', dataSource: '自定义个性指标' },
    { id: 'i26', dimension: '效果', group: '履职效益', title: '社会效益', rule: '同上', dataSource: '自定义个性指标' },
    { id: 'i27', dimension: '效果', group: '履职效益', title: '生态效益', rule: '同上', dataSource: '自定义个性指标' },
    { id: 'i28', dimension: '效果', group: '履职效益', title: '社会公众或服务对象满意度', rule: '一般用社会调查取数', definition: '满意数/有效样本数×100% (社会调查)', dataSource: '问卷有效数、满意数' },
  ],
})
