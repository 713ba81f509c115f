import type { Answer } from '../evaluation/answer'
import type { Evaluation } from '../evaluation/evaluation'
import { FUNDS, type Fund } from '../measures/basis'
import { cellId, itemId, itemOf, type FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import { absolute, compare, equals, floor, fromDecimal, roundHalfUp, subtract, sum, toDecimalText, toFixedText, whole, divide, powerOfTen, type Rational } from '../../kernel/rational'
import { figuresOf } from './figuresOf'

/** A figure that is printed otherwise than rounding alone would print it. */
export interface AdjustedFigure {
  readonly figure: FigureId
  /** The full figure, in 万元. */
  readonly exact: string
  /** By rounding alone. */
  readonly rounded: string
  /** As printed, so that the parts make their total. */
  readonly printed: string
  /** The total it is a part of. */
  readonly total: FigureId
}

/** An evaluation with every amount rounded, and what was done for the totals' sake. */
export interface BalancedRounding {
  readonly evaluation: Evaluation
  readonly adjusted: readonly AdjustedFigure[]
  /** Totals that their printed parts still miss: they did not agree before either, or stand in two sums at once. */
  readonly open: readonly FigureId[]
}

interface Sum {
  readonly total: FigureId
  readonly parts: readonly FigureId[]
}

const funds = Object.keys(FUNDS) as readonly Fund[]

/** The sums of an evaluation, totals before their parts. */
function sumsOf(evaluation: Evaluation, measures: readonly Measure[]): readonly Sum[] {
  const money = measures.filter(({ kind }) => kind === 'money')
  const byId = new Map(money.map((measure) => [measure.id, measure]))
  const depth = (id: string): number => 1 + Math.max(0, ...(byId.get(id)?.parts ?? []).map(depth))
  return [...money].sort((a, b) => depth(b.id) - depth(a.id)).flatMap((measure) => measure.bases.flatMap((basis) => funds.flatMap((fund): readonly Sum[] => {
    const total = itemId(measure.id, basis, fund)
    const column = measure.listed?.columns[basis]
    const rows = column && fund === 'all' ? (evaluation.tables[measure.listed!.table] ?? []).filter(({ kind }) => kind !== 'subtotal') : []
    return [
      ...(measure.parts ? [{ total, parts: measure.parts.map((part) => itemId(part, basis, fund)) }] : []),
      ...(rows.length > 0 ? [{ total, parts: rows.map((row) => cellId(measure.listed!.table, row.id, column!)) }] : []),
    ]
  })))
}

/** Rounds amounts to `places` decimals of 万元 (2: as forms print; 4: whole 元). */
class Rounder {
  readonly printed = new Map<FigureId, Rational>()
  readonly adjusted: AdjustedFigure[] = []
  readonly open: FigureId[] = []
  private readonly fixed = new Set<FigureId>()
  private readonly places: number
  private readonly exact: (id: FigureId) => Rational | null

  constructor(places: number, exact: (id: FigureId) => Rational | null) {
    this.places = places
    this.exact = exact
  }

  private print(id: FigureId, exact: Rational): Rational {
    return this.printed.get(id) ?? roundHalfUp(exact, this.places)
  }

  balance({ total, parts }: Sum): void {
    const whole_ = this.exact(total)
    const known = parts.flatMap((id) => { const exact = this.exact(id); return exact ? [{ id, exact }] : [] })
    if (!whole_ || known.length === 0 || !equals(sum(known.map(({ exact }) => exact)), whole_)) return
    const target = this.print(total, whole_)
    this.settle(total, target)
    const unit = divide(whole(1), { n: powerOfTen(this.places), d: 1n })!
    const missing = divide(subtract(target, sum(known.map(({ id, exact }) => this.print(id, exact)))), unit)!
    const count = Number(floor(absolute(missing)))
    const up = missing.n > 0n
    const loss = ({ id, exact }: { id: FigureId; exact: Rational }): Rational => subtract(exact, this.print(id, exact))
    // What rounding took most from gets it back; an exact figure is never touched.
    const takers = known.filter((part) => !this.fixed.has(part.id) && loss(part).n !== 0n && loss(part).n > 0n === up)
      .sort((a, b) => compare(absolute(loss(b)), absolute(loss(a))) || compare(absolute(b.exact), absolute(a.exact)))
    if (takers.length < count) this.open.push(total)
    else for (const part of takers.slice(0, count)) {
      const rounded = this.print(part.id, part.exact)
      const printed = up ? sum([rounded, unit]) : subtract(rounded, unit)
      this.printed.set(part.id, printed)
      this.adjusted.push({ figure: part.id, exact: toDecimalText(part.exact), rounded: toFixedText(rounded, this.places), printed: toFixedText(printed, this.places), total })
    }
    for (const { id, exact } of known) this.settle(id, this.print(id, exact))
  }

  private settle(id: FigureId, printed: Rational): void {
    this.printed.set(id, printed)
    this.fixed.add(id)
  }
}

/** 舍位平衡: amounts rounded so that printed parts make their printed total; each moves by at most one unit of the last decimal. */
export function balancedRounding(evaluation: Evaluation, measures: readonly Measure[], places: number, balanced = true): BalancedRounding {
  const figures = figuresOf(evaluation, measures)
  const rounder = new Rounder(places, (id) => {
    const figure = id.includes('[') ? figures.cell(id) : figures.item(id)
    return figure.kind === 'value' ? figure.value : null
  })
  if (balanced) for (const one of sumsOf(evaluation, measures)) rounder.balance(one)
  const isMoney = new Set(measures.flatMap(({ id, kind }) => (kind === 'money' ? [id] : [])))
  const columns = new Set(measures.flatMap(({ listed }) => (listed ? Object.values(listed.columns).map((column) => `${listed.table}.${column}`) : [])))
  const rounded = (id: FigureId, answer: Answer): Answer => {
    const exact = answer.kind === 'given' ? fromDecimal(answer.text) : null
    return exact ? { ...answer, kind: 'given', text: toFixedText(rounder.printed.get(id) ?? exact, places) } : answer
  }
  return {
    adjusted: rounder.adjusted, open: rounder.open,
    evaluation: {
      ...evaluation,
      answers: Object.fromEntries(Object.entries(evaluation.answers).map(([id, answer]) => [id, isMoney.has(itemOf(id).measure) ? rounded(id, answer) : answer])),
      tables: Object.fromEntries(Object.entries(evaluation.tables).map(([table, rows]) => [table, rows.map((row) => ({
        ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, columns.has(`${table}.${column}`) ? rounded(cellId(table, row.id, column), answer) : answer])),
      }))])),
    },
  }
}
