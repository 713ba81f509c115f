import { add, compare, fromDecimal, subtract, ZERO, type Rational } from '../../kernel/rational'
import { err, ok, type Result } from '../../kernel/result'
import { given, notInvolved, type Answer, type Provenance } from '../evaluation/answer'
import type { Evaluation, Row } from '../evaluation/evaluation'
import { figuresOf } from '../figures/figuresOf'
import { itemOf, type ItemId } from '../measures/item'
import { isNumeric, type Measure } from '../measures/measure'
import type { Elimination } from './eliminations'
import { sharesOf, sharesText, sumOf, sumText, unitsOf, type Share, type Unit } from './shares'

/** A department to be made. */
export interface Department {
  readonly id: string
  readonly name: string
  /** 本级 first. All of one year. */
  readonly units: readonly Evaluation[]
  readonly eliminations: readonly Elimination[]
}

/** A department's evaluation, and what it could not sum. */
export interface Aggregated {
  readonly evaluation: Evaluation
  /** Figures left blank because a unit has not said. */
  readonly lacking: readonly { readonly unit: string; readonly item: ItemId }[]
  /** Units over their 编制: the department's own rate hides them. */
  readonly overStaffed: readonly { readonly unit: string; readonly onPost: string; readonly quota: string }[]
}

const SOURCE = '部门汇总'

/** The state all shares have; none where they differ. */
function commonState(shares: readonly Share[]): Provenance {
  const states = new Set(shares.filter(({ stated }) => stated).map(({ state }) => state))
  const [only] = states
  return states.size === 1 && only !== undefined ? { state: only } : {}
}

/** Whether a figure follows from others, so that it is stated only where a unit states it. */
function isDerivable(measure: Measure, id: ItemId): boolean {
  const { basis } = itemOf(id)
  return measure.parts !== undefined || (basis !== undefined && measure.listed?.columns[basis] !== undefined) || basis === 'adjustedBudget' || basis === 'fullYearBudget'
}

class Aggregation {
  readonly lacking: { unit: string; item: ItemId }[] = []
  private readonly units: readonly Unit[]
  private readonly measures: ReadonlyMap<string, Measure>
  private readonly eliminations: ReadonlyMap<ItemId, Rational>

  constructor(units: readonly Unit[], measures: readonly Measure[], eliminations: ReadonlyMap<ItemId, Rational>) {
    this.units = units
    this.measures = new Map(measures.map((measure) => [measure.id, measure]))
    this.eliminations = eliminations
  }

  /** Every answer of the department. */
  answers(): { readonly [item: ItemId]: Answer } {
    const ids = [...new Set(this.units.flatMap(({ evaluation }) => Object.keys(evaluation.answers)))]
    return Object.fromEntries(ids.flatMap((id) => {
      const measure = this.measures.get(itemOf(id).measure)
      const answer = !measure ? null : isNumeric(measure) ? this.figure(id, measure) : this.words(id, measure)
      return answer ? [[id, answer]] : []
    }))
  }

  /** What is eliminated in a figure: itself, or the parts it is the sum of. */
  private eliminated(id: ItemId): Rational {
    const own = this.eliminations.get(id)
    if (own) return own
    const at = id.indexOf('@')
    const parts = this.measures.get(itemOf(id).measure)?.parts ?? []
    return parts.reduce((sum, part) => add(sum, this.eliminated(`${part}${id.slice(at)}`)), ZERO)
  }

  private figure(id: ItemId, measure: Measure): Answer | null {
    const shares = sharesOf(this.units, id)
    if (isDerivable(measure, id) && !shares.some(({ stated }) => stated)) return null
    if (shares.every(({ figure }) => figure.kind === 'notApplicable')) return notInvolved
    const sum = sumOf(shares)
    if (!sum) {
      for (const { unit, figure } of shares) if (figure.kind === 'missing') this.lacking.push({ unit: unit.name, item: id })
      return null
    }
    const off = this.eliminated(id)
    const text = sumText({ ...sum, value: subtract(sum.value, off) })
    const note = `${sharesText(shares)}${off.n === 0n ? '' : `；内部往来抵销 −${sumText({ value: off, places: sum.places })}`}`
    return given(text, { source: SOURCE, ...commonState(shares), note })
  }

  /** Who the department is comes from 本级; other words stand side by side, choices only where all agree. */
  private words(id: ItemId, measure: Measure): Answer | null {
    const said = this.units.flatMap(({ name, evaluation }) => {
      const answer = evaluation.answers[id]
      return answer?.kind === 'given' ? [{ name, text: answer.text }] : []
    })
    if (id.startsWith('unit.')) return this.units[0]?.evaluation.answers[id] ?? null
    if (said.length === 0) return null
    if (said.every(({ text }) => text === said[0]!.text)) return given(said[0]!.text, { source: SOURCE })
    return measure.kind === 'text' ? given(said.map(({ name, text }) => `${name}：${text}`).join('\n'), { source: SOURCE }) : null
  }
}

const fromUnit = (answer: Answer, unit: string): Answer => ({ ...answer, provenance: { ...answer.provenance, source: answer.provenance?.source ? `${unit}：${answer.provenance.source}` : unit } })

/** Lists one below the other; each row knows its unit. 小计 rows are not taken over. */
function joinedTables(units: readonly Unit[]): Evaluation['tables'] {
  const tables = [...new Set(units.flatMap(({ evaluation }) => Object.keys(evaluation.tables)))]
  return Object.fromEntries(tables.map((table) => [table, units.flatMap(({ name, evaluation }, n) => (evaluation.tables[table] ?? []).filter(({ kind }) => kind !== 'subtotal').map((row): Row => ({
    ...row, id: `${n + 1}-${row.id}`, cells: Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, fromUnit(answer, name)])),
  })))]))
}

function overStaffedIn(units: readonly Unit[]): Aggregated['overStaffed'] {
  return units.flatMap(({ name, figures }) => {
    const [onPost, quota] = [figures.item('staff.onPost@yearEnd'), figures.item('staff.quota@approved')]
    return onPost.kind === 'value' && quota.kind === 'value' && compare(onPost.value, quota.value) > 0 ? [{ unit: name, onPost: onPost.text, quota: quota.text }] : []
  })
}

function eliminationsOf(department: Department, units: readonly Unit[]): Result<ReadonlyMap<ItemId, Rational>, string> {
  const map = new Map<ItemId, Rational>()
  for (const { item, amount } of department.eliminations) {
    const value = fromDecimal(amount)
    const sum = sumOf(sharesOf(units, item))
    if (!value || value.n < 0n) return err(`内部往来抵销数“${amount}”不是数字，应为不小于 0 的万元数。`)
    if (value.n > 0n && (!sum || compare(value, sum.value) > 0)) return err(`内部往来抵销数 ${amount} 大于各单位合计 ${sum ? sumText(sum) : '0'}，请核对。`)
    map.set(item, value)
  }
  return ok(map)
}

/**
 * 部门汇总 (practice.md M10): sums of the units minus 内部往来抵销, lists joined. Rates are never stored: they follow from the sums.
 * Every figure's 取数来源 says what each unit put in. Error: a plain sentence.
 */
export function aggregate(department: Department, measures: readonly Measure[]): Result<Aggregated, string> {
  const [lead, ...others] = department.units
  if (!lead || others.length === 0) return err('部门汇总至少要两个单位的评价。')
  if (others.some(({ year }) => year !== lead.year)) return err('各单位的评价年度不同，不能汇总。')
  const units = unitsOf(department.units, measures)
  const eliminations = eliminationsOf(department, units)
  if (!eliminations.ok) return eliminations
  const aggregation = new Aggregation(units, measures, eliminations.value)
  const carryIn = new Set(department.units.map(({ settings }) => settings.carryInIncluded))
  const { sample, ...rest } = lead
  const drawn: Evaluation = {
    ...rest, id: department.id, ...(sample && department.units.some((unit) => unit.sample) ? { sample } : {}),
    settings: { ...lead.settings, scope: 'department', carryInIncluded: carryIn.size === 1 ? lead.settings.carryInIncluded : 'unasked' },
    answers: {
      ...aggregation.answers(), 'unit.name': given(department.name), 'unit.budgetLevel': given('一级预算单位'),
      'unit.subordinates@yearEnd': given(String(others.length), { source: SOURCE, note: units.slice(1).map(({ name }) => name).join('；') }),
    },
    tables: joinedTables(units), judgements: {}, narrative: {}, explanations: {},
  }
  return ok({ evaluation: withTotals(drawn, units, measures), lacking: aggregation.lacking, overStaffed: overStaffedIn(units) })
}

/** 全年预算数 of units that count 上年结转 differently can only be added as they are. */
function withTotals(drawn: Evaluation, units: readonly Unit[], measures: readonly Measure[]): Evaluation {
  if (drawn.settings.carryInIncluded !== 'unasked') return drawn
  const figures = figuresOf(drawn, measures)
  const stated = measures.filter(({ bases }) => bases.includes('fullYearBudget')).flatMap(({ id }) => {
    const item = `${id}@fullYearBudget/all`
    const shares = sharesOf(units, item)
    const sum = figures.item(item).kind === 'value' ? null : sumOf(shares)
    return sum ? [[item, given(sumText(sum), { source: SOURCE, note: sharesText(shares) })] as const] : []
  })
  return { ...drawn, answers: { ...drawn.answers, ...Object.fromEntries(stated) } }
}
