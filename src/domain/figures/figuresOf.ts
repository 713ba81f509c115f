import type { Answer } from '../evaluation/answer'
import { rowInput, tableInput, type Input } from '../evaluation/changedInputs'
import type { Evaluation, Row } from '../evaluation/evaluation'
import type { Basis, Fund } from '../measures/basis'
import { CARRY_IN_SETTING, cellId, cellOf, itemId, itemOf, type FigureId, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { ColumnRow, Figure, Figures } from './figures'
import { answerOf, missing, stated, type Measures } from './statedFigure'
import { total, type Term } from './total'

/** The item that is the evaluation's own year: 评价年度. */
const YEAR: ItemId = 'evaluation.year'

/** The item that is 本单位 or 本部门, as the setting says. */
const SCOPE: ItemId = 'evaluation.scope'

const FISCAL: readonly Fund[] = ['general', 'governmentFund', 'stateCapital']

const indexes = new WeakMap<readonly Measure[], Measures>()

/** Measures by id; one index serves all evaluations that share a catalog. */
export function indexOf(measures: readonly Measure[]): Measures {
  const known = indexes.get(measures)
  if (known) return known
  const index = new Map(measures.map((measure) => [measure.id, measure]))
  indexes.set(measures, index)
  return index
}

/** Figures that know what they were read from. */
export interface TracedFigures extends Figures {
  /** Does some work with these figures, and tells which inputs it rests on. */
  reading<T>(work: () => T): { readonly result: T; readonly inputs: ReadonlySet<Input> }
}

class EvaluationFigures implements TracedFigures {
  private readonly known = new Map<FigureId, { readonly figure: Figure; readonly inputs: ReadonlySet<Input> }>()
  /** What the work under way has read so far. */
  private inputs = new Set<Input>()
  private readonly underway = new Set<FigureId>()
  private readonly rowsById = new Map<string, ReadonlyMap<string, Row>>()
  private readonly columns = new Map<string, readonly ColumnRow[]>()
  private readonly measures: Measures
  private readonly evaluation: Evaluation

  constructor(evaluation: Evaluation, measures: readonly Measure[]) {
    this.evaluation = evaluation
    this.measures = indexOf(measures)
  }

  reading<T>(work: () => T): { readonly result: T; readonly inputs: ReadonlySet<Input> } {
    const outer = this.inputs
    const inputs = this.inputs = new Set<Input>()
    const result = work()
    this.inputs = outer
    return { result, inputs }
  }

  item(id: ItemId): Figure {
    this.inputs.add(id)
    // Reading a typed figure again costs less than remembering it; what follows from others is remembered.
    const answer = answerOf(this.evaluation.answers, id)
    if (answer) return stated(answer, id, this.measures)
    let known = this.known.get(id)
    if (!known) {
      if (this.underway.has(id)) throw new Error(`catalog error: ${id} is a part of itself`)
      this.underway.add(id)
      const { result, inputs } = this.reading(() => this.derived(id))
      this.underway.delete(id)
      this.known.set(id, known = { figure: result, inputs })
    }
    for (const input of known.inputs) this.inputs.add(input)
    return known.figure
  }

  cell(id: string): Figure {
    const at = cellOf(id)
    const answer = at && this.answerIn(at.table, at.row, at.column)
    return answer ? stated(answer, id, this.measures) : missing([id])
  }

  column(table: string, column: string): readonly ColumnRow[] {
    this.inputs.add(tableInput(table))
    const key = `${table}.${column}`
    const known = this.columns.get(key)
    if (known) return known
    const rows = this.rows(table).map((row): ColumnRow => {
      const answer = answerOf(row.cells, column)
      const id = cellId(table, row.id, column)
      return {
        id: row.id,
        kind: row.kind,
        count: row.kind === 'single' ? 1 : countOf(row),
        figure: answer ? stated(answer, id, this.measures) : missing([id]),
        text: answer?.kind === 'given' ? answer.text : null,
      }
    })
    this.columns.set(key, rows)
    return rows
  }

  words(id: FigureId): string | null {
    if (id === YEAR) return String(this.evaluation.year)
    if (id === SCOPE) return this.evaluation.settings.scope === 'department' ? '本部门' : '本单位'
    const at = cellOf(id)
    if (!at) this.inputs.add(id)
    const answer = at ? this.answerIn(at.table, at.row, at.column) : answerOf(this.evaluation.answers, id)
    return answer?.kind === 'given' ? answer.text : null
  }

  private rows(table: string): readonly Row[] {
    return Object.hasOwn(this.evaluation.tables, table) ? this.evaluation.tables[table]! : []
  }

  private answerIn(table: string, id: string, column: string): Answer | undefined {
    this.inputs.add(rowInput(table, id))
    let byId = this.rowsById.get(table)
    if (!byId) this.rowsById.set(table, byId = new Map(this.rows(table).map((row) => [row.id, row])))
    const row = byId.get(id)
    return row && answerOf(row.cells, column)
  }

  /** What follows from other figures; the first way that works, else what the first way lacks. */
  private derived(id: ItemId): Figure {
    const { measure: measureId, basis, fund } = itemOf(id)
    const measure = this.measures.get(measureId)
    if (!measure || basis === undefined || !measure.bases.includes(basis)) return missing([id])
    let lacking: Figure | null = null
    for (const way of [this.byBasis, this.byParts, this.byRows, this.byFund]) {
      const figure = way.call(this, measure, basis, fund)
      if (figure && figure.kind !== 'missing') return figure
      lacking ??= figure
    }
    return lacking ?? missing([id])
  }

  private term(id: ItemId, sign: 1 | -1 = 1): Term {
    return { id, figure: this.item(id), sign }
  }

  private byBasis(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    const of = (other: Basis, sign: 1 | -1 = 1) => this.term(itemId(measure.id, other, fund), sign)
    if (basis === 'adjustedBudget' && measure.bases.includes('addition'))
      return total([of('originalBudget'), of('addition'), of('reduction', -1)])
    if (basis !== 'fullYearBudget') return null
    const adjusted = of('adjustedBudget')
    const { carryInIncluded } = this.evaluation.settings
    if (carryInIncluded === 'yes') return total([adjusted])
    const carryIn = of('carryIn')
    const counts = carryIn.figure.kind === 'value' && carryIn.figure.value.n !== 0n
    if (counts && carryInIncluded === 'unasked')
      return missing([...(adjusted.figure.kind === 'missing' ? adjusted.figure.figures : []), CARRY_IN_SETTING])
    return total([adjusted, carryIn])
  }

  private byParts(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    return measure.parts ? total(partsOf(measure, basis, fund).map((id) => this.term(id))) : null
  }

  private byRows(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    const column = measure.listed?.columns[basis]
    if (!measure.listed || column === undefined || fund !== 'all') return null
    const { table } = measure.listed
    const rows = this.column(table, column).filter((row) => row.kind !== 'subtotal')
    return total(rows.map((row): Term => ({ id: cellId(table, row.id, column), figure: row.figure, sign: 1 })))
  }

  private byFund(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    return fund === 'fiscal' ? total(FISCAL.map((part) => this.term(itemId(measure.id, basis, part)))) : null
  }
}

const parts = new WeakMap<Measure, Map<string, readonly ItemId[]>>()

/** The items a total of a measure adds up; ids are made once, they are looked for at each keystroke. */
function partsOf(measure: Measure, basis: Basis, fund: Fund | undefined): readonly ItemId[] {
  let made = parts.get(measure)
  if (!made) parts.set(measure, made = new Map())
  const key = fund === undefined ? basis : `${basis}/${fund}`
  let ids = made.get(key)
  if (!ids) made.set(key, ids = (measure.parts ?? []).map((part) => itemId(part, basis, fund)))
  return ids
}

/** 项目个数 of a row that stands for several, or null where it does not say. */
function countOf(row: Row): number | null {
  const answer = answerOf(row.cells, 'rowCount')
  return answer?.kind === 'given' && /^\d{1,6}$/.test(answer.text) ? Number(answer.text) : null
}

/** The figures of an evaluation. Stated figures stand as typed; totals, derived bases and 财政拨款 follow where not stated. */
export const figuresOf = (evaluation: Evaluation, measures: readonly Measure[]): Figures => new EvaluationFigures(evaluation, measures)

/** The same figures, for work that is to be done again only when what it read has changed. */
export const tracedFigures = (evaluation: Evaluation, measures: readonly Measure[]): TracedFigures => new EvaluationFigures(evaluation, measures)
