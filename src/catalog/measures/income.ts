import type { Measure } from '../../domain/measures/measure'
import { money } from './makers'

/** 收入 and the balance with expenditure (practice.md F20). */
export const incomeMeasures: readonly Measure[] = [
  money('income', '收入合计', '本年收入合计，部门决算口径。', ['actual'], {
    parts: ['income.fiscal', 'income.superior', 'income.undertaking', 'income.business', 'income.affiliates', 'income.other'],
    aliases: ['本年收入合计'] }),
  money('income.fiscal', '财政拨款收入', '一般公共预算、政府性基金和国有资本经营预算财政拨款收入。', ['actual']),
  money('income.superior', '上级补助收入', '主管部门和上级单位拨入的非财政资金。', ['actual']),
  money('income.undertaking', '事业收入', '开展专业业务活动取得的收入。', ['actual']),
  money('income.business', '经营收入', '非独立核算经营活动取得的收入。', ['actual']),
  money('income.affiliates', '附属单位上缴收入', '附属单位按规定上缴的收入。', ['actual']),
  money('income.other', '其他收入', '上述以外的收入。', ['actual']),
  money('balance.nonFiscalUsed', '使用非财政拨款结余', '使用非财政拨款结余（含专用结余）弥补本年收支差额的数额。', ['actual']),
  money('balance.distribution', '结余分配', '按规定提取专用结余、缴纳所得税等。', ['actual']),
]
