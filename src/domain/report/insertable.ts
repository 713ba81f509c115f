import type { Evaluation } from '../evaluation/evaluation'
import { item } from '../expression/expression'
import type { Figures } from '../figures/figures'
import { BASES, FROM_LAST_YEAR, FUNDS, type Basis } from '../measures/basis'
import { cellId, itemId, itemIn, type FigureId } from '../measures/item'
import { isNumeric, type Measure } from '../measures/measure'
import type { Run } from './document'

/** Something a writer may put into the text. */
export interface Insertable {
  /** What it is found and shown by: 基本支出 决算数. */
  readonly label: string
  readonly run: Run
  /** The figure it prints, where it is one. */
  readonly figure?: FigureId
}

const WITH_UNIT = { style: 'number', unit: true } as const

/** Names that several measures share, as 公务接待费 of the forms and of the economic classification. */
const sharedNames = (measures: readonly Measure[]): ReadonlySet<string> => {
  const seen = new Set<string>()
  return new Set(measures.filter(({ name }) => seen.has(name) || !seen.add(name)).map(({ name }) => name))
}

function ofMeasure(measure: Measure, figures: Figures, shared: ReadonlySet<string>): readonly Insertable[] {
  const name = shared.has(measure.name) && measure.formulaName ? `${measure.name}（${measure.formulaName}）` : measure.name
  if (!isNumeric(measure)) return [{ label: name, run: { kind: 'figure', figure: item(measure.id), format: { style: 'number' } }, figure: measure.id }]
  return measure.bases.flatMap((basis) => {
    const funds = measure.kind === 'money' ? (Object.keys(FUNDS) as (keyof typeof FUNDS)[]) : (['all'] as const)
    return funds.flatMap((fund): readonly Insertable[] => {
      const id = itemIn(measure, basis, fund)
      // Another fund than all is offered only where something stands there.
      if (fund !== 'all' && figures.item(id).kind === 'missing') return []
      const label = [name, ...(measure.bases.length > 1 ? [BASES[basis].name] : []), ...(fund === 'all' ? [] : [FUNDS[fund]])].join(' ')
      return [{ label, run: { kind: 'figure', figure: item(id), format: WITH_UNIT }, figure: id }]
    })
  })
}

/** 增减: 决算 against last year's and against the budget. */
function changesOf(measure: Measure): readonly Insertable[] {
  if (measure.kind !== 'money' || !measure.bases.includes('actual')) return []
  const to = itemId(measure.id, 'actual', 'all')
  const bases: readonly (readonly [Basis, string])[] = [['priorActual', '上年'], ['originalBudget', '年初预算']]
  return bases.filter(([basis]) => measure.bases.includes(basis)).map(([basis, than]) => ({
    label: `${measure.name} 比${than}增减`, run: { kind: 'change', from: item(itemId(measure.id, basis, 'all')), to: item(to), than },
  }))
}

function ofRows(evaluation: Evaluation): readonly Insertable[] {
  const columns = [['projects', 'actual', 'name'], ['uses', 'actual', 'use'], ['outcomes', 'figure', 'task']] as const
  return columns.flatMap(([table, column, name]) => (evaluation.tables[table] ?? []).flatMap((row) => {
    const words = row.cells[name]
    if (words?.kind !== 'given' || row.cells[column]?.kind !== 'given') return []
    return [{ label: words.text, run: { kind: 'figure' as const, figure: { kind: 'cell' as const, table, row: row.id, column }, format: WITH_UNIT }, figure: cellId(table, row.id, column) }]
  }))
}

/** 得分 of everything by its name. */
function scores(evaluation: Evaluation): readonly Insertable[] {
  const { indicators } = evaluation.framework
  const names = [...new Set(indicators.flatMap(({ dimension, group, title }) => [dimension, group, title]))].filter((name) => name !== '')
  return [
    { label: '自评得分', run: { kind: 'score', part: 'points', of: '' } },
    ...names.flatMap((name): readonly Insertable[] => [
      { label: `${name} 得分`, run: { kind: 'score', part: 'points', of: name } }, { label: `${name} 得分率`, run: { kind: 'score', part: 'rate', of: name } }]),
    ...indicators.flatMap(({ title, formula }): readonly Insertable[] => (formula ? [{ label: `${title} 完成值`, run: { kind: 'score', part: 'value', of: title } }] : [])),
  ]
}

/** All that can be bound in a text of the evaluation, in the order of the forms. */
export function insertables(evaluation: Evaluation, figures: Figures, measures: readonly Measure[]): readonly Insertable[] {
  const shared = sharedNames(measures)
  return [...measures.flatMap((measure) => ofMeasure(measure, figures, shared)), ...ofRows(evaluation), ...measures.flatMap(changesOf), ...scores(evaluation)]
}

/** Those whose label holds every part of the query: the ones that begin with it first, 决算数 before other bases, last year's last. */
export function findInsertables(all: readonly Insertable[], query: string, most = 10): readonly Insertable[] {
  const parts = query.trim().split(/[\s_]+/).filter((part) => part !== '')
  const repeats = (label: string): boolean => Object.keys(FROM_LAST_YEAR).some((basis) => label.includes(BASES[basis as Basis].name))
  const rank = ({ label }: Insertable): number => (parts[0] !== undefined && label.startsWith(parts[0]) ? 0 : 3) + (repeats(label) ? 2 : label.includes(BASES.actual.name) ? 0 : 1)
  return all.filter(({ label }) => parts.every((part) => label.includes(part))).map((one, i) => ({ one, i }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i).slice(0, most).map(({ one }) => one)
}
