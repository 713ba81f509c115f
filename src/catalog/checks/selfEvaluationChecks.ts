import type { Check } from '../../domain/checks/check'
import { check, everyRow } from './makers'

const eachRow = everyRow('selfEvaluations', 'project')

/** 项目支出绩效自评表's money (checks.md F7, F8; practice.md F22). */
export const selfEvaluationChecks: readonly Check[] = [
  ...([['original', '年初预算', '年初预算数'], ['fullYear', '全年预算', '全年预算数'], ['actual', '全年执行', '全年执行数']] as const).map(([id, name, head]) =>
    check(`selfEvaluations.${id}`, `${head}：年度资金总额 = 当年财政拨款 + 上年结转资金 + 其他资金`, `项目自评[*].${name}`, '=',
      `项目自评[*].${name}_财政拨款 + 项目自评[*].${name}_上年结转 + 项目自评[*].${name}_其他资金`,
      { at: `selfEvaluations[*].${id}`, eachRow, source: 'checks.md F7', remedy: '核对总额与三个来源；没有的来源填 0。' })),
  check('selfEvaluations.rate', '全年执行数不超过全年预算数', '项目自评[*].全年执行', '<=', '项目自评[*].全年预算',
    { at: 'selfEvaluations[*].actual', kind: 'logic', severity: 'suspicion', eachRow, source: 'checks.md F8',
      remedy: '执行率超过 100%：核对全年预算数是不是漏了追加或上年结转；执行率最多按 100% 计分。' }),
  check('selfEvaluations.budget', '有执行数就有全年预算数', '项目自评[*].全年预算', '>=', '0.01',
    { at: 'selfEvaluations[*].fullYear', kind: 'logic', eachRow, when: '项目自评[*].全年执行 > 0', source: 'checks.md F19', remedy: '预算数是 0 就算不出执行率，核对全年预算数。' }),
]
