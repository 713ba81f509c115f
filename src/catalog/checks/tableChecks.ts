import type { Check } from '../../domain/checks/check'
import { BASES, type Basis } from '../../domain/measures/basis'
import { check, everyRow } from './makers'

/** Columns of 专项支出 by the basis they are on. */
const columns: readonly (readonly [basis: Basis, column: string])[] = [
  ['priorActual', '上年决算'], ['originalBudget', '年初预算'], ['adjustedBudget', '调整预算'], ['actual', '本年决算'],
]

const list = ([basis, column]: readonly [Basis, string]): Check =>
  check(`projects.${basis}`, `项目支出${BASES[basis].name} = 专项支出表各项目${column}之和`, `项目支出_${BASES[basis].name}`, '=', `SUM(专项.${column})`,
    { at: `expenditure.project@${basis}/all`, remedy: '核对专项支出表有没有漏列、重复列或写错的项目。', source: 'checks.md F6' })

const categories = [['business', '业务工作专项'], ['operation', '运行维护专项'], ['earmarked', '专项资金']] as const

const category = ([basis, column]: readonly [Basis, string]): readonly Check[] => categories.map(([id, name]) =>
  check(`projects.category.${id}.${basis}`, `${name}${BASES[basis].name} = 专项支出表中该类项目${column}之和`,
    `${name}_${BASES[basis].name}`, '=', `SUMIF(专项.项目类别, "${name}", 专项.${column})`,
    { at: `project.${id}@${basis}/all`, severity: 'suspicion', when: `COUNTIF(专项.项目类别, "${name}") > 0`, verification: 'unverified',
      remedy: '核对各项目的类别和金额；类别按当年预算批复填。', source: 'forms.md §1 块B，checks.md F6' }))

/** 专项支出、满意度调查 against the totals and row by row (checks.md F6, X15; practice.md M12, M14). */
export const tableChecks: readonly Check[] = [
  ...columns.map(list),
  ...columns.filter(([basis]) => basis !== 'adjustedBudget').flatMap(category),
  check('projects.share', '单个项目的支出不超过项目支出合计', '专项[*].本年决算', '<=', '项目支出_决算数',
    { at: 'projects[*].actual', kind: 'plausibility', eachRow: everyRow('projects', 'name'), source: 'checks.md X15',
      remedy: '一个项目的支出大于全部项目支出，检查有没有把“元”填成“万元”。' }),
  check('projects.mergedCount', '合并行的项目个数不少于 2', '专项[*].项目个数', '>=', '2',
    { at: 'projects[*].rowCount', kind: 'logic', eachRow: { table: 'projects', title: 'name', kinds: ['merged'], blank: 'ask' }, source: 'practice.md M12',
      remedy: '合并行代表几个项目就填几；只有一个项目的，行类别改为“单项”。' }),
  check('projects.singleCount', '单项的项目个数是 1', '专项[*].项目个数', '=', '1',
    { at: 'projects[*].rowCount', kind: 'logic', eachRow: { table: 'projects', title: 'name', kinds: ['single'], blank: 'skip' }, source: 'practice.md M12',
      remedy: '一行代表几个项目的，行类别改为“合并”，否则项目个数改为 1。' }),
  ...([['originalBudget', '年初预算', '项目支出_年初预算数'], ['priorActual', '上年决算', '项目支出_上年决算数'], ['adjustedBudget', '调整预算', '项目支出_调整预算数']] as const).map(([column, name, total]) =>
    check(`projects.share.${column}`, `单个项目的${name}不超过项目支出合计`, `专项[*].${name}`, '<=', total,
      { at: `projects[*].${column}`, kind: 'plausibility', eachRow: everyRow('projects', 'name'), source: 'checks.md X15', remedy: '一个项目大于全部项目，检查有没有把“元”填成“万元”。' })),
  check('projects.tenfold', '项目预算与支出相差不到 10 倍', 'MAX(专项[*].调整预算, 专项[*].本年决算)', '<=', 'MIN(专项[*].调整预算, 专项[*].本年决算) * 10',
    { at: 'projects[*].adjustedBudget', kind: 'plausibility', severity: 'hint', eachRow: everyRow('projects', 'name'), when: 'AND(专项[*].调整预算 > 0, 专项[*].本年决算 > 0)', verification: 'unverified',
      remedy: '看看小数点和单位；确实相差这样大的，在“说明”中写明。', source: 'checks.md X15（倍数待核对）' }),
  check('satisfaction.returnRate', '问卷回收率不低于一半', '回收份数', '>=', '发放份数 * 0.5',
    { at: 'satisfaction.sent@inYear', kind: 'plausibility', severity: 'hint', verification: 'unverified', remedy: '核对发放与回收份数；回收太少的，结果说明力不足，在“说明”中写明。', source: 'practice.md M14（界限待核对）' }),
  check('satisfaction.validRate', '有效份数不少于回收份数的一半', '有效问卷份数', '>=', '回收份数 * 0.5',
    { at: 'satisfaction.returned@inYear', kind: 'plausibility', severity: 'hint', verification: 'unverified', remedy: '核对回收与有效份数；无效问卷多的，在“说明”中写明原因。', source: 'practice.md M14（界限待核对）' }),
  check('uses.share', '单项用途的支出不超过项目支出合计', '用途[*].本年决算', '<=', '项目支出_决算数',
    { at: 'uses[*].actual', kind: 'plausibility', eachRow: everyRow('uses', 'use'), source: 'checks.md X15',
      remedy: '一项用途大于全部项目支出，检查有没有把“元”填成“万元”。' }),
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
