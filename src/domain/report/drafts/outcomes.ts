import { item, operation } from '../../expression/expression'
import type { Row } from '../../evaluation/evaluation'
import type { Paragraph, Run } from '../document'
import { cellFigure, cellNumber, cellWords, clauses, computable, figure, joined, known, say, sentence, told, wordsOf, type DraftFacts } from './facts'

const PART = /^其中[:：]?/

/** One thing done with its number, and what was aimed at where that is a number. */
function done(row: Row): Paragraph {
  const target = /\d/.test(cellWords(row, 'target')) ? say`（年度目标${cellFigure('outcomes', row.id, 'target')}）` : ''
  return say`${cellWords(row, 'task').replace(PART, '')}${cellFigure('outcomes', row.id, 'figure', { style: 'number', unit: true })}${target}`
}

/** Things done, the parts of one (其中：…) in one clause with it. */
function listed(rows: readonly Row[]): Paragraph {
  const isPart = (row: Row | undefined): boolean => row !== undefined && PART.test(cellWords(row, 'task'))
  return joined(rows.flatMap((row, i) => [
    i === 0 ? '' : isPart(row) ? (isPart(rows[i - 1]) ? '、' : '，其中') : isPart(rows[i - 1]) ? '；' : '，', done(row),
  ]))
}

/** 工作完成情况 by 工作领域, a numbered paragraph each, in the order of the table. */
export function outcomesDraft({ evaluation }: DraftFacts): readonly Paragraph[] {
  const rows = (evaluation.tables['outcomes'] ?? []).filter((row) => cellWords(row, 'task') !== '' && cellNumber(row, 'figure') && cellWords(row, 'unit') !== '')
  const areas = new Map<string, Row[]>()
  for (const row of rows) areas.set(cellWords(row, 'area'), [...(areas.get(cellWords(row, 'area')) ?? []), row])
  return [...areas].map(([area, ofArea], i) => {
    const first = ofArea[0]!
    return joined([areas.size > 1 ? `（${i + 1}）` : '', area === '' ? [] : say`${cellFigure('outcomes', first.id, 'area')}。`, listed(ofArea), '。'])
  })
}

const satisfaction = (parts: readonly string[]): Run => ({
  kind: 'figure', format: { style: 'percent' },
  figure: operation('/', parts.map((part) => item(`satisfaction.${part}@inYear`)).reduce((a, b) => operation('+', a, b)), item('satisfaction.valid@inYear')),
})

const BY_METHOD: { readonly [method: string]: readonly string[] } = {
  满意及以上: ['verySatisfied', 'satisfied'],
  基本满意及以上: ['verySatisfied', 'satisfied', 'basicallySatisfied'],
}

/** 满意度调查: a figure never without its question, count and method. */
export function satisfactionDraft(facts: DraftFacts): readonly Paragraph[] {
  if (!known(facts, 'satisfaction.valid@inYear')) return []
  const method = facts.figures.words('satisfaction.method') ?? ''
  const parts = Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method]! : []
  const rate = satisfaction(parts.length > 0 ? parts : ['satisfied'])
  const result = parts.length > 0 && rate.kind === 'figure' && computable(facts, rate.figure) ? say`按“${wordsOf('satisfaction.method')}”计算，满意度为${rate}` : []
  const object = told(facts, 'satisfaction.object') ? say`以${wordsOf('satisfaction.object')}为对象` : []
  const way = told(facts, 'satisfaction.way') ? say`采用${wordsOf('satisfaction.way')}` : []
  const counts = clauses('，', [
    known(facts, 'satisfaction.sent@inYear') ? say`发放问卷${figure('satisfaction.sent@inYear')}` : [],
    known(facts, 'satisfaction.returned@inYear') ? say`收回${figure('satisfaction.returned@inYear')}` : [],
    say`有效问卷${figure('satisfaction.valid@inYear')}`,
  ])
  return [sentence(['开展满意度调查', object, way, counts, result])]
}
