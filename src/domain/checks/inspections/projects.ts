import { compare, fromDecimal, multiply } from '../../../kernel/rational'
import type { Row } from '../../evaluation/evaluation'
import { cellId, type FigureId } from '../../measures/item'
import { narrativePlace, type Fault, type Inspection, type Look } from '../inspection'

const textOf = (row: Row, column: string): string => {
  const answer = row.cells[column]
  return answer?.kind === 'given' ? answer.text.trim() : ''
}

const nameOf = (row: Row): string => textOf(row, 'name') || '未写名称的一行'

function twin(row: Row, column: string, head: string, seen: ReadonlyMap<string, number>): readonly Look[] {
  const text = textOf(row, column)
  if (text === '') return []
  const times = seen.get(text) ?? 0
  const at: FigureId = cellId('projects', row.id, column)
  return [{ check: `projects.once.${column}[${row.id}]`, says: `${head}不重复：${nameOf(row)}`, at, figures: [at], fault: times < 2 ? null : {
    kind: 'logic', severity: 'suspicion', equation: `“${text}”出现 ${times} 次`, detail: '同一个项目可能列了两次。', remedy: '重复的删去一行；确是两个项目的，把名称或编码写全。' } }]
}

/** 项目不重复 (checks.md F16): a project listed twice is counted twice. */
export const projectsOnce: Inspection = ({ evaluation }) => {
  const rows = (evaluation.tables['projects'] ?? []).filter(({ kind }) => kind !== 'subtotal')
  const count = (column: string): ReadonlyMap<string, number> => {
    const seen = new Map<string, number>()
    for (const row of rows) seen.set(textOf(row, column), (seen.get(textOf(row, column)) ?? 0) + 1)
    return seen
  }
  const [names, codes] = [count('name'), count('code')]
  return rows.flatMap((row) => [...twin(row, 'name', '项目名称', names), ...twin(row, 'code', '项目编码', codes)])
}

function acceptanceFault(row: Row): Fault | null {
  const [budget, actual, accepted] = [fromDecimal(textOf(row, 'adjustedBudget')), fromDecimal(textOf(row, 'actual')), textOf(row, 'acceptance')]
  if (!budget || !actual || budget.n <= 0n) return null
  const told = `调整预算 ${textOf(row, 'adjustedBudget')}，支出 ${textOf(row, 'actual')}，${accepted}`
  const common = { kind: 'plausibility', severity: 'suspicion', equation: told } as const
  if (accepted === '已验收合格' && compare(actual, multiply(budget, { n: 1n, d: 5n })) < 0)
    return { ...common, detail: '钱用了不到两成，项目却已验收合格。', remedy: '核对支出数；尚有应付款或由其他资金支付的，在“说明”中写明。' }
  if ((accepted === '未验收' || accepted === '验收不合格') && compare(actual, budget) >= 0)
    return { ...common, detail: '钱已付完，项目还没有验收合格。', remedy: '核对验收情况和支出数；按合同先付款的，在“说明”中写明。' }
  return null
}

/** 支出与验收相称 (checks.md X9): money nearly unspent but the work accepted, or the reverse. */
export const acceptance: Inspection = ({ evaluation }) => (evaluation.tables['projects'] ?? []).filter((row) => textOf(row, 'acceptance') !== '' && row.kind === 'single')
  .map((row) => ({ check: `projects.acceptance[${row.id}]`, says: `支出与验收情况相称：${nameOf(row)}`, at: cellId('projects', row.id, 'acceptance'),
    figures: [cellId('projects', row.id, 'actual'), cellId('projects', row.id, 'adjustedBudget')], fault: acceptanceFault(row) }))

const COUNT_IN_TEXT = /共(?:有|计|安排|实施|开展|列支)*(?:专项|项目)?(?:支出)?(\d+)个(?:专项|项目)/g

/** 文中项目个数 = 表中项目个数 (practice.md F23). */
export const projectCount: Inspection = ({ evaluation }) => {
  const rows = (evaluation.tables['projects'] ?? []).filter(({ kind }) => kind !== 'subtotal')
  const counts = rows.map((row) => (row.kind === 'single' ? 1 : Number(textOf(row, 'rowCount') || Number.NaN)))
  const listed = counts.reduce((sum, count) => sum + count, 0)
  if (rows.length === 0 || !Number.isInteger(listed)) return []
  return Object.entries(evaluation.narrative).flatMap(([section, paragraphs]) => {
    const text = paragraphs.flat().map((run) => (run.kind === 'text' ? run.text : '〓')).join('')
    return [...text.matchAll(COUNT_IN_TEXT)].map((match): Look => ({
      check: `projects.countInText.${section}.${match.index}`, says: '报告里的项目个数 = 专项支出表的项目个数', at: narrativePlace(section), figures: [],
      fault: Number(match[1]) === listed ? null : { kind: 'logic', severity: 'contradiction', equation: `报告写“${match[0]}”，表中是 ${listed} 个`, detail: '合并行按所含个数计。', remedy: '改正报告，或核对专项支出表的行类别和项目个数。' },
    }))
  })
}
