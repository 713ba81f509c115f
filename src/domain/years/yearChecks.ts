import type { Check } from '../checks/check'
import type { Evaluation, Row } from '../evaluation/evaluation'
import { item, operation, type Expression } from '../expression/expression'
import type { Figures } from '../figures/figures'
import { indexOf } from '../figures/figuresOf'
import { BASES, FROM_LAST_YEAR } from '../measures/basis'
import { cellId, itemId, itemOf, type FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import { ofLastYear } from './lastYear'
import { repeatedColumns } from './rollOver'

const SOURCE = 'checks.md X6，practice.md §2'

const number = (text: string): Expression => ({ kind: 'number', text })
const extreme = (name: 'MAX' | 'MIN', ...args: readonly Expression[]): Expression => ({ kind: 'call', name, args })

/** 上年决算数 = 决算数 of last year's evaluation; last year's close = this year's opening. */
function repeats(id: FigureId, measure: Measure, last: Figures): Check | null {
  const { basis, fund } = itemOf(id)
  const then = basis === undefined ? undefined : FROM_LAST_YEAR[basis]
  if (basis === undefined || then === undefined) return null
  const before = itemId(measure.id, then, fund)
  if (last.item(before).kind !== 'value') return null
  const opening = basis === 'carryIn'
  return {
    id: `lastYear.${id}`, says: `${measure.name}${BASES[basis].name} = 上年评价的${BASES[then].name}`, left: item(id), relation: '=', right: item(ofLastYear(before)),
    kind: opening ? 'logic' : 'balance', severity: opening ? 'suspicion' : 'contradiction', at: id, source: SOURCE, verification: 'verified',
    remedy: opening ? '上年年末结转和结余应等于本年上年结转。财政收回存量资金的，在“说明”中写明数额和文号。' : '与上年评价报送的数不一致。按上年部门决算核对，改正写错的一处；口径有调整的，在“说明”中写明。',
  }
}

/** Counts of people and cars, codes of expenditure: a year apart, not a world apart. */
function swing(id: FigureId, measure: Measure, last: Figures): Check | null {
  const { basis } = itemOf(id)
  const counted = measure.kind === 'count' && (basis === 'approved' || basis === 'yearEnd')
  if (!counted && !(measure.kind === 'money' && basis === 'actual' && !measure.bases.includes('priorActual'))) return null
  if (last.item(id).kind !== 'value') return null
  const both = [item(id), item(ofLastYear(id))] as const
  const least = extreme('MIN', ...both)
  return {
    id: `swing.${id}`, says: counted ? `${measure.name}与上年相差不超过一半` : `${measure.name}与上年相差不到 5 倍`,
    left: extreme('MAX', ...both), relation: '<=',
    right: counted ? operation('+', operation('*', least, number('1.5')), number('3')) : operation('+', operation('*', least, number('5')), number('1')),
    kind: 'plausibility', severity: counted ? 'suspicion' : 'hint', at: id, source: 'checks.md X15（界限待核对）', verification: 'unverified',
    remedy: '与上年评价相差很大，看看有没有填错；确实变化的，在“说明”中写明原因。',
  }
}

const textOf = (row: Row, column: string): string | null => {
  const answer = row.cells[column]
  return answer?.kind === 'given' ? answer.text : null
}

/** The same project in last year's list: by id, by 项目编码, by name. */
function sameRow(row: Row, rows: readonly Row[]): Row | undefined {
  const like = (column: string): Row | undefined => {
    const text = textOf(row, column)
    return text === null ? undefined : rows.find((candidate) => textOf(candidate, column) === text)
  }
  return rows.find(({ id }) => id === row.id) ?? like('code') ?? like('name')
}

/** What a row must repeat of the row of last year that is the same project. */
function checksOf(table: string, row: Row, before: Row, columns: ReturnType<typeof repeatedColumns>): readonly Check[] {
  return columns.flatMap(([now, then]): readonly Check[] => (row.cells[now]?.kind === 'given' && before.cells[then]?.kind === 'given' ? [{
    id: `lastYear.${cellId(table, row.id, now)}`, says: `上年数 = 上年评价的数：${textOf(row, 'name') ?? '未写名称的一行'}`,
    left: { kind: 'cell', table, row: row.id, column: now }, relation: '=', right: { kind: 'cell', table: ofLastYear(table), row: before.id, column: then },
    kind: 'balance', severity: 'contradiction', at: cellId(table, row.id, now), source: SOURCE, verification: 'verified',
    remedy: '与上年评价报送的数不一致。按上年部门决算核对，改正写错的一处。',
  }] : []))
}

/** Checks of rows against one last year's tables, by row: an edited row is another object. */
const rowsKnown = new WeakMap<Evaluation['tables'], WeakMap<Row, readonly Check[]>>()

function rowChecks(evaluation: Evaluation, last: Evaluation, measures: readonly Measure[]): readonly Check[] {
  const made = rowsKnown.get(last.tables) ?? new WeakMap<Row, readonly Check[]>()
  rowsKnown.set(last.tables, made)
  return Object.entries(evaluation.tables).flatMap(([table, rows]) => {
    const columns = repeatedColumns(table, measures)
    if (columns.length === 0) return []
    const earlier = Object.hasOwn(last.tables, table) ? last.tables[table]! : []
    return rows.flatMap((row) => {
      const known = made.get(row)
      if (known) return known
      const before = sameRow(row, earlier)
      const checks = before ? checksOf(table, row, before, columns) : []
      made.set(row, checks)
      return checks
    })
  })
}

/** Checks of single figures against one last year, by figure: they stay the same while this year is typed. */
const known = new WeakMap<Figures, Map<FigureId, readonly Check[]>>()

/** 跨年核对: what is typed this year against last year's evaluation of the same unit. Only what both say is checked. */
export function yearChecks(evaluation: Evaluation, last: Evaluation, lastFigures: Figures, measures: readonly Measure[]): readonly Check[] {
  const byId = indexOf(measures)
  const checks = known.get(lastFigures) ?? new Map<FigureId, readonly Check[]>()
  known.set(lastFigures, checks)
  const single = Object.entries(evaluation.answers).flatMap(([id, answer]): readonly Check[] => {
    if (answer.kind !== 'given') return []
    const made = checks.get(id)
    if (made) return made
    const measure = byId.get(itemOf(id).measure)
    const own = measure ? [repeats(id, measure, lastFigures), swing(id, measure, lastFigures)].filter((check) => check !== null) : []
    checks.set(id, own)
    return own
  })
  return [...single, ...rowChecks(evaluation, last, measures)]
}
