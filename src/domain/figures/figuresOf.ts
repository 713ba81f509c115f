import { halfUnit, printedPlaces } from '../../kernel/decimalText'
import { addIntervals, exactly, subtractIntervals, type Interval } from '../../kernel/interval'
import { add, fromDecimal, subtract, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { Answer } from '../evaluation/answer'
import type { Evaluation, Row } from '../evaluation/evaluation'
import type { NoValue } from '../expression/expression'
import type { Basis, Fund } from '../measures/basis'
import { cellId, cellOf, itemId, itemOf, type FigureId, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { ColumnRow, Figure, Figures, KnownFigure } from './figures'

/** The item that is the evaluation's own year: 评价年度. */
const YEAR: ItemId = 'evaluation.year'

/** Stands among missing figures where an answer is not a figure but the setting 年初预算数是否已含上年结转. */
export const CARRY_IN_SETTING: FigureId = 'setting:carryInIncluded'

const parsed = new Map<string, { readonly value: Rational; readonly interval: Interval } | null>()

/** Decimal texts recur over evaluations; a bounded cache saves most of the parsing. */
function parse(text: string): { readonly value: Rational; readonly interval: Interval } | null {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const value = fromDecimal(text)
  const half = value && halfUnit(text)
  const read = value && half ? { value, interval: { low: subtract(value, half), high: add(value, half) } } : null
  if (parsed.size < 100_000) parsed.set(text, read)
  return read
}

const missing = (figures: readonly FigureId[]): NoValue => ({ kind: 'missing', figures })

function stated(answer: Answer, id: FigureId): Figure {
  if (answer.kind === 'notInvolved') return { kind: 'notApplicable', figures: [id] }
  const read = parse(answer.text)
  if (!read) return missing([id])
  return { kind: 'value', value: read.value, interval: read.interval, text: answer.text, origin: 'stated', derivation: '' }
}

/** Figures added and taken away; 不涉及 terms contribute nothing. Null where nothing is to be added. */
function total(terms: readonly { readonly figure: Figure; readonly sign: 1 | -1 }[]): Figure | null {
  if (terms.length === 0) return null
  const lacking = terms.flatMap(({ figure }) => (figure.kind === 'missing' || figure.kind === 'zeroDivisor' ? figure.figures : []))
  if (lacking.length > 0) return missing([...new Set(lacking)])
  const known = terms.filter((term): term is { figure: KnownFigure; sign: 1 | -1 } => term.figure.kind === 'value')
  if (known.length === 0) return { kind: 'notApplicable', figures: terms.flatMap(({ figure }) => ('figures' in figure ? figure.figures : [])) }
  let value = ZERO
  let interval = exactly(ZERO)
  let derivation = ''
  for (const { figure, sign } of known) {
    value = sign === 1 ? add(value, figure.value) : subtract(value, figure.value)
    interval = sign === 1 ? addIntervals(interval, figure.interval) : subtractIntervals(interval, figure.interval)
    derivation += derivation === '' ? `${sign === 1 ? '' : '−'}${figure.text}` : ` ${sign === 1 ? '+' : '−'} ${figure.text}`
  }
  const places = Math.max(...known.map(({ figure }) => printedPlaces(figure.text)))
  return { kind: 'value', value, interval, text: toFixedText(value, places), origin: 'derived', derivation }
}

const plus = (figure: Figure) => ({ figure, sign: 1 as const })
const minus = (figure: Figure) => ({ figure, sign: -1 as const })

const FISCAL: readonly Fund[] = ['general', 'governmentFund', 'stateCapital']

class EvaluationFigures implements Figures {
  private readonly known = new Map<FigureId, Figure>()
  private readonly underway = new Set<FigureId>()
  private readonly measures = new Map<string, Measure>()
  private readonly evaluation: Evaluation

  constructor(evaluation: Evaluation, measures: readonly Measure[]) {
    this.evaluation = evaluation
    for (const measure of measures) this.measures.set(measure.id, measure)
  }

  item(id: ItemId): Figure {
    const known = this.known.get(id)
    if (known) return known
    if (this.underway.has(id)) throw new Error(`catalog error: ${id} is a part of itself`)
    const answer = this.evaluation.answers[id]
    let figure: Figure
    if (answer) figure = stated(answer, id)
    else {
      this.underway.add(id)
      figure = this.derived(id)
      this.underway.delete(id)
    }
    this.known.set(id, figure)
    return figure
  }

  cell(id: string): Figure {
    const at = cellOf(id)
    const answer = at && this.row(at.table, at.row)?.cells[at.column]
    return answer ? stated(answer, id) : missing([id])
  }

  column(table: string, column: string): readonly ColumnRow[] {
    return (this.evaluation.tables[table] ?? []).map((row) => {
      const answer = row.cells[column]
      return {
        id: row.id,
        kind: row.kind,
        count: row.kind === 'single' ? 1 : countOf(row),
        figure: this.cell(cellId(table, row.id, column)),
        text: answer?.kind === 'given' ? answer.text : null,
      }
    })
  }

  words(id: FigureId): string | null {
    if (id === YEAR) return String(this.evaluation.year)
    const at = cellOf(id)
    const answer = at ? this.row(at.table, at.row)?.cells[at.column] : this.evaluation.answers[id]
    return answer?.kind === 'given' ? answer.text : null
  }

  private row(table: string, id: string): Row | undefined {
    return this.evaluation.tables[table]?.find((row) => row.id === id)
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

  private byBasis(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    const of = (other: Basis) => this.item(itemId(measure.id, other, fund))
    if (basis === 'adjustedBudget' && measure.bases.includes('addition'))
      return total([plus(of('originalBudget')), plus(of('addition')), minus(of('reduction'))])
    if (basis !== 'fullYearBudget') return null
    const adjusted = of('adjustedBudget')
    if (this.evaluation.settings.carryInIncluded === 'yes') return total([plus(adjusted)])
    const carryIn = of('carryIn')
    const counts = carryIn.kind === 'value' && carryIn.value.n !== 0n
    if (counts && this.evaluation.settings.carryInIncluded === 'unasked')
      return missing([...(adjusted.kind === 'missing' ? adjusted.figures : []), CARRY_IN_SETTING])
    return total([plus(adjusted), plus(carryIn)])
  }

  private byParts(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    return measure.parts ? total(measure.parts.map((part) => plus(this.item(itemId(part, basis, fund))))) : null
  }

  private byRows(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    const column = measure.listed?.columns[basis]
    if (!measure.listed || column === undefined || fund !== 'all') return null
    return total(this.column(measure.listed.table, column).filter((row) => row.kind !== 'subtotal').map((row) => plus(row.figure)))
  }

  private byFund(measure: Measure, basis: Basis, fund: Fund | undefined): Figure | null {
    return fund === 'fiscal' ? total(FISCAL.map((part) => plus(this.item(itemId(measure.id, basis, part))))) : null
  }
}

/** 项目个数 of a row that stands for several, or null where it does not say. */
function countOf(row: Row): number | null {
  const answer = row.cells['rowCount']
  return answer?.kind === 'given' && /^\d{1,6}$/.test(answer.text) ? Number(answer.text) : null
}

/** The figures of an evaluation. Stated figures stand as typed; totals, derived bases and 财政拨款 follow where not stated. */
export const figuresOf = (evaluation: Evaluation, measures: readonly Measure[]): Figures => new EvaluationFigures(evaluation, measures)
