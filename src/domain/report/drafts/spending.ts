import { item } from '../../expression/expression'
import type { Paragraph } from '../document'
import { cellFigure, cellNumber, cellWords, change, clauses, figure, joined, known, percent, say, scope, sentence, share, signOf, some, year, type DraftFacts } from './facts'

const on = (measure: string, basis: string): string => `${measure}@${basis}/all`
const total = on('expenditure', 'actual')

/** A part of a whole with its share and its 增减. */
const part = (facts: DraftFacts, name: string, measure: string, whole: string, of = ''): Paragraph => clauses('，', [
  say`${name}${figure(on(measure, 'actual'))}`,
  share(facts, on(measure, 'actual'), whole, of),
  change(facts, on(measure, 'priorActual'), on(measure, 'actual'), '上年'),
])

const MAIN = [['基本支出', 'expenditure.basic'], ['项目支出', 'expenditure.project']] as const
const OTHER = [['上缴上级支出', 'expenditure.remitted'], ['经营支出', 'expenditure.business'], ['对附属单位补助支出', 'expenditure.subsidy']] as const

/** 支出主要用于: the uses of project money, as listed. */
function usesSentence({ evaluation }: DraftFacts): Paragraph {
  const rows = (evaluation.tables['uses'] ?? []).filter((row) => row.kind !== 'subtotal' && cellWords(row, 'use') !== '' && cellNumber(row, 'actual'))
  const listed = clauses('，', rows.map((row) => say`${cellFigure('uses', row.id, 'use')}${cellFigure('uses', row.id, 'actual', { style: 'number', unit: true })}`))
  return listed.length === 0 ? [] : say`项目支出主要用于${listed}。`
}

/** 整体支出规模和构成: total, 增减, parts with shares, uses. */
export function spendingDraft(facts: DraftFacts): readonly Paragraph[] {
  const parts = [
    ...MAIN.filter(([, measure]) => known(facts, on(measure, 'actual'))),
    ...OTHER.filter(([, measure]) => some(facts, on(measure, 'actual'))),
  ].map(([name, measure]) => part(facts, name, measure, total))
  const structure = sentence(parts, '；')
  return [
    joined([
      sentence([say`${year}年，${scope}整体支出${figure(total)}`, change(facts, on('expenditure', 'priorActual'), total, '上年')]),
      ...(structure.length === 0 ? [] : [say`其中，${structure}`]),
    ]),
    usesSentence(facts),
  ]
}

/** 预算执行: 年初、追加、追减、结转、全年, then what was done with it. */
export function executionDraft(facts: DraftFacts): readonly Paragraph[] {
  const of = (basis: string): string => on('expenditure', basis)
  const budget = clauses('，', [
    known(facts, of('originalBudget')) ? say`年初预算${figure(of('originalBudget'))}` : [],
    some(facts, of('addition')) ? say`执行中追加${figure(of('addition'))}` : [],
    some(facts, of('reduction')) ? say`追减${figure(of('reduction'))}` : [],
    some(facts, of('carryIn')) ? say`上年结转${figure(of('carryIn'))}${facts.evaluation.settings.carryInIncluded === 'yes' ? '（已含在年初预算中）' : ''}` : [],
    known(facts, of('fullYearBudget')) ? say`全年预算${figure(of('fullYearBudget'))}` : [],
  ])
  const done = signOf(facts, total)
  const execution = clauses('，', [
    known(facts, total) ? say`全年执行${figure(total)}` : [],
    done !== null && done >= 0 && signOf(facts, of('fullYearBudget')) === 1 ? say`完成全年预算的${percent(item(total), item(of('fullYearBudget')))}` : [],
    known(facts, of('carryOut')) ? say`年末结转和结余${figure(of('carryOut'))}` : [],
  ])
  return budget.length === 0 ? [] : [sentence([budget, execution], '；')]
}

/** 基本支出: people and running. */
export function basicDraft(facts: DraftFacts): readonly Paragraph[] {
  const basic = on('expenditure.basic', 'actual')
  const parts = ([['人员经费', 'expenditure.personnel'], ['公用经费', 'expenditure.operating']] as const)
    .filter(([, measure]) => known(facts, on(measure, 'actual')))
    .map(([name, measure]) => part(facts, name, measure, basic, '基本支出的'))
  const operating = ([['办公及培训费', 'expenditure.officeTraining'], ['公务车辆费', 'expenditure.vehicles'], ['其他商品和服务支出', 'expenditure.otherGoods']] as const)
    .filter(([, measure]) => some(facts, on(measure, 'actual')))
    .map(([name, measure]) => say`${name}${figure(on(measure, 'actual'))}`)
  const [structure, running] = [sentence(parts, '；'), clauses('，', operating)]
  return [joined([
    sentence([say`${year}年，基本支出${figure(basic)}`, change(facts, on('expenditure.basic', 'priorActual'), basic, '上年')]),
    ...(structure.length === 0 ? [] : [say`其中，${structure}`]),
    ...(running.length === 0 ? [] : [say`公用经费中，${running}。`]),
  ])]
}
