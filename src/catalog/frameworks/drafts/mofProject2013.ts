import { draftFramework } from './draftFramework'

/** 项目支出共性指标框架（2013）: a draft (frameworks.json cn-mof-2013-53-project). */
export const mofProject2013 = draftFramework({
  id: 'cn-mof-2013-53-project', title: '项目支出共性指标框架（2013）', basis: '财预〔2013〕53号 附件', region: '全国', years: '2013—2019 年度，旧档案用', total: '100',
  verificationNote: '投入类(立项规范性/目标合理性/指标明确性/资金到位率)已由来源核对; 其余 未见官方文本，待核对',
  lacking: '来源没有给分值；20 项的评分细则没有取得',
  indicators: [
    { id: 'i1', dimension: '投入', group: '项目立项', title: '项目立项规范性', rule: '程序合规; 材料合规; 事前论证评估', dataSource: '立项文件、可研/论证/集体决策记录', verified: true },
    { id: 'i2', dimension: '投入', group: '项目立项', title: '绩效目标合理性', rule: '合法规政策; 与职责密切相关; 事业发展所必需; 符合正常业绩水平', dataSource: '绩效目标表', verified: true },
    { id: 'i3', dimension: '投入', group: '项目立项', title: '绩效指标明确性', rule: '细化; 可衡量; 与任务数对应; 与资金量匹配', dataSource: '绩效指标表', verified: true },
    { id: 'i4', dimension: '投入', group: '资金落实', title: '资金到位率', definition: '实际到位资金/计划投入资金×100%', dataSource: '实际到位资金、计划投入资金', verified: true },
    { id: 'i5', dimension: '投入', group: '资金落实', title: '到位及时率', definition: '及时到位资金/应到位资金×100%', dataSource: '及时到位资金、应到位资金' },
    { id: 'i6', dimension: '过程', group: '业务管理', title: '管理制度健全性' },
    { id: 'i7', dimension: '过程', group: '业务管理', title: '制度执行有效性' },
    { id: 'i8', dimension: '过程', group: '业务管理', title: '项目质量可控性' },
    { id: 'i9', dimension: '过程', group: '财务管理', title: '管理制度健全性（财务管理）' },
    { id: 'i10', dimension: '过程', group: '财务管理', title: '资金使用合规性' },
    { id: 'i11', dimension: '过程', group: '财务管理', title: '财务监控有效性' },
    { id: 'i12', dimension: '产出', group: '项目产出', title: '实际完成率', definition: '实际产出数/计划产出数×100%' },
    { id: 'i13', dimension: '产出', group: '项目产出', title: '完成及时率', definition: '(计划完成时间-实际完成时间)/计划完成时间×100%' },
    { id: 'i14', dimension: '产出', group: '项目产出', title: '质量达标率', definition: '质量达标产出数/实际产出数×100%' },
    { id: 'i15', dimension: '产出', group: '项目产出', title: '成本节约率', definition: '(计划成本-实际成本)/计划成本×100%' },
    { id: 'i16', dimension: '效果', group: '项目效益', title: '经济效益' },
    { id: 'i17', dimension: '效果', group: '项目效益', title: '社会效益' },
    { id: 'i18', dimension: '效果', group: '项目效益', title: '生态效益' },
    { id: 'i19', dimension: '效果', group: '项目效益', title: '可持续影响' },
    { id: 'i20', dimension: '效果', group: '项目效益', title: '社会公众或服务对象满意度' },
  ],
})
