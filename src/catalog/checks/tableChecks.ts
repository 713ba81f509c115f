import type { Check } from '../../domain/checks/check'
import { check } from './makers'

const list = (basis: string, column: string, id: string): Check =>
  check(`projects.${id}`, `项目支出${basis} = 专项支出表各项目${column}之和`, `项目支出_${basis}`, '=', `SUM(专项.${column})`,
    { at: `expenditure.project@${id}/all`, remedy: '核对专项支出表有没有漏列、重复列或写错的项目。', source: 'checks.md F6' })

/** 专项支出、满意度调查 against the totals (checks.md F6; practice.md M14). */
export const tableChecks: readonly Check[] = [
  list('上年决算数', '上年决算', 'priorActual'),
  list('年初预算数', '年初预算', 'originalBudget'),
  list('调整预算数', '调整预算', 'adjustedBudget'),
  list('决算数', '本年决算', 'actual'),
  check('projects.unitSlip', '单个项目的支出不超过支出合计', 'SUMIF(专项.本年决算, ">0")', '<=', '支出合计_决算数',
    { at: 'expenditure@actual/all', kind: 'plausibility', remedy: '项目之和大于支出合计，检查有没有把“元”填成“万元”。', source: 'checks.md X15' }),
  check('satisfaction.answers', '有效份数 = 四档份数之和', '有效问卷份数', '=', '非常满意份数 + 满意份数 + 基本满意份数 + 不满意份数',
    { at: 'satisfaction.valid@inYear', remedy: '核对满意度调查各档份数。', source: 'practice.md M14' }),
  check('satisfaction.returned', '回收份数不超过发放份数', '回收份数', '<=', '发放份数',
    { at: 'satisfaction.returned@inYear', kind: 'logic', remedy: '核对发放与回收份数。', source: 'practice.md M14' }),
  check('satisfaction.valid', '有效份数不超过回收份数', '有效问卷份数', '<=', '回收份数',
    { at: 'satisfaction.valid@inYear', kind: 'logic', remedy: '核对回收与有效份数。', source: 'practice.md M14' }),
  check('satisfaction.sample', '有效问卷不少于 30 份', '有效问卷份数', '>=', '30',
    { at: 'satisfaction.valid@inYear', kind: 'plausibility', severity: 'hint', verification: 'unverified',
      remedy: '样本太少，满意度说明力不足；服务对象本来就少的，在“说明”中写明。', source: 'practice.md M14（待核对）' }),
]
