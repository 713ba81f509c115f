import { compare, decimal } from '../../../kernel/rational'
import type { Row } from '../../evaluation/evaluation'
import type { Expression } from '../../expression/expression'
import type { Paragraph, Run } from '../document'
import { cellFigure, cellNumber, cellWords, change, clauses, computable, figure, joined, known, say, sentence, year, type DraftFacts } from './facts'

/** 单个项目 of at least so much are named one by one. */
const LARGE = '50'
const MOST_NAMED = 8

const call = (name: 'COUNT' | 'COUNTIF', ...args: readonly Expression[]): Expression =>
  ({ kind: 'call', name, args: [{ kind: 'column', table: 'projects', column: 'actual' }, ...args] })
const counted = (tree: Expression): Run => ({ kind: 'figure', figure: tree, format: { style: 'number' } })

function largeSentence(facts: DraftFacts, rows: readonly Row[]): Paragraph {
  const large = rows.filter((row) => row.kind === 'single' && cellWords(row, 'name') !== '' && compare(decimal(cellWords(row, 'actual')), decimal(LARGE)) >= 0)
    .sort((a, b) => compare(decimal(cellWords(b, 'actual')), decimal(cellWords(a, 'actual'))))
  const count = call('COUNTIF', { kind: 'text', text: `>=${LARGE}` })
  if (large.length === 0 || !computable(facts, count)) return []
  const named = clauses('、', large.slice(0, MOST_NAMED).map((row) =>
    say`${cellFigure('projects', row.id, 'name')}（${cellFigure('projects', row.id, 'actual', { style: 'number', unit: true })}）`))
  return say`单个项目支出${LARGE}万元以上的${counted(count)}个，${large.length > MOST_NAMED ? '主要有' : '分别是'}${named}。`
}

/** “项目资金均为…”, only where every row says the same. */
function sourceSentence(rows: readonly Row[]): Paragraph {
  const sources = new Set(rows.map((row) => cellWords(row, 'fundSource')))
  const first = rows[0]
  return first && sources.size === 1 && !sources.has('') ? say`项目资金来源均为${cellFigure('projects', first.id, 'fundSource')}。` : []
}

/** 项目支出: amount, number, the large ones, where the money came from. */
export function projectsDraft(facts: DraftFacts): readonly Paragraph[] {
  const rows = (facts.evaluation.tables['projects'] ?? []).filter((row) => row.kind !== 'subtotal' && cellNumber(row, 'actual'))
  const [prior, actual] = ['expenditure.project@priorActual/all', 'expenditure.project@actual/all']
  const count = call('COUNT')
  return [joined([
    sentence([
      say`${year}年，项目支出${figure(actual)}`,
      known(facts, actual) ? change(facts, prior, actual, '上年') : [],
      rows.length > 0 && computable(facts, count) ? say`涉及项目${counted(count)}个` : [],
    ]),
    largeSentence(facts, rows),
    sourceSentence(rows),
  ])]
}
