import type { Form } from '../../domain/forms/form'

/** 专项支出: one row a project; an aggregate row says how many projects it stands for (practice.md M12). */
export const projectsForm: Form = {
  id: 'projects',
  name: '专项支出',
  title: '专项（项目）支出明细表',
  unit: '万元',
  fund: 'all',
  landscape: true,
  verification: 'unverified',
  source: '岳麓区信息中心 2020 年报告第二部分（二）；预算管理一体化项目库通用栏目',
  blocks: [
    { kind: 'table', id: 'projects', table: 'projects', formulaName: '专项', counted: true, totalLabel: '合计', columns: [
      { id: 'name', head: '项目名称', kind: 'text', width: 34, definition: '与预算批复、项目库一致的名称。', long: true, lasting: true },
      { id: 'code', head: '项目编码', kind: 'text', width: 14, definition: '项目库编码，按文本保存。', lasting: true },
      { id: 'category', head: '项目类别', kind: 'choice', width: 14, definition: '2020 年前湖南分业务工作、运行维护、专项资金；一体化后分其他运转类、特定目标类。',
        options: ['业务工作专项', '运行维护专项', '专项资金', '其他运转类', '特定目标类'], lasting: true },
      { id: 'fundSource', head: '资金来源', kind: 'choice', width: 13, definition: '项目资金的来源。',
        options: ['财政拨款', '一般公共预算', '政府性基金', '国有资本经营', '财政专户管理资金', '单位资金'], lasting: true },
      { id: 'rowCount', head: '项目个数', kind: 'count', width: 8, definition: '单项为 1；合并行填所含项目个数。', formulaName: '项目个数', lasting: true },
      { id: 'priorActual', head: '{year-1}年决算数', kind: 'money', width: 11, definition: '上年度该项目决算数。', formulaName: '上年决算', summed: true },
      { id: 'originalBudget', head: '年初预算数', kind: 'money', width: 11, definition: '年初批复预算。', formulaName: '年初预算', summed: true },
      { id: 'adjustedBudget', head: '调整预算数', kind: 'money', width: 11, definition: '年初预算 + 追加 − 追减，不含上年结转。', formulaName: '调整预算', summed: true },
      { id: 'actual', head: '{year}年决算数', kind: 'money', width: 11, definition: '本年度该项目支出决算数。', formulaName: '本年决算', summed: true },
      { id: 'procurement', head: '采购方式', kind: 'choice', width: 12, definition: '主要采购方式。',
        options: ['公开招标', '邀请招标', '竞争性谈判', '竞争性磋商', '询价', '单一来源', '框架协议', '电子卖场', '未实行政府采购'] },
      { id: 'acceptance', head: '验收情况', kind: 'choice', width: 11, definition: '截至填报日的验收情况。',
        options: ['已验收合格', '验收不合格', '未验收', '不需验收'] },
      { id: 'note', head: '说明', kind: 'text', width: 18, definition: '需要说明的情况，如推算依据、转列暂付款。', internal: true },
    ] },
  ],
  notes: ['合并行（如“其余14项合计”）计入金额和项目个数，不参与单个项目的标准比较；小计行只供阅读，不计入合计。'],
  signatures: [],
}
