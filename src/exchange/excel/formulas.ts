import { printedPlaces } from '../../kernel/decimalText'
import { HUNDRED, divide, fromDecimal, toFixedText } from '../../kernel/rational'
import { evaluate } from '../../domain/expression/evaluate'
import type { Expression } from '../../domain/expression/expression'
import { columnsIn } from '../../domain/expression/figuresIn'
import type { CellSpec } from '../../domain/forms/form'
import { itemId, itemOf, type FigureId, type ItemId } from '../../domain/measures/item'
import type { Measure } from '../../domain/measures/measure'
import { excelFormula, type CellPlaces } from './excelFormula'
import { NOT_INVOLVED, type FormContext, type FormPlan } from './formSheet'
import type { CellContent, SheetPlan } from './sheetPlan'

/** The places of all figures over all sheets; the first sheet that shows a figure is where formulas look. */
export function placesOf(plans: readonly FormPlan[]): CellPlaces {
  const figures = new Map<FigureId, string>()
  const columns = new Map<string, string>()
  for (const plan of plans) {
    for (const [id, place] of plan.places) if (!figures.has(id)) figures.set(id, place)
    for (const [id, range] of plan.columns) columns.set(id, range)
  }
  return { figure: (id) => figures.get(id) ?? null, column: (table, column) => columns.get(`${table}.${column}`) ?? null }
}

/** A column's total prints as many decimals as its rows. */
function columnPlaces(formula: Expression, context: FormContext): number {
  const texts = columnsIn(formula).flatMap(({ table, column }) =>
    context.figures.column(table, column).flatMap((row) => (row.figure.kind === 'value' ? [row.figure.text] : [])))
  return Math.max(0, ...texts.map(printedPlaces))
}

const item = (id: ItemId): Expression => ({ kind: 'item', item: id })
const sum = (terms: readonly Expression[]): Expression => ({ kind: 'call', name: 'SUM', args: terms })

/** How a derived item follows from others, as a formula: the same ways as `figuresOf`. */
function derivation(id: ItemId, measure: Measure, context: FormContext): readonly Expression[] {
  const { basis, fund } = itemOf(id)
  const of = (other: Parameters<typeof itemId>[1]) => item(itemId(measure.id, other, fund))
  const ways: Expression[] = []
  if (basis === 'adjustedBudget')
    ways.push({ kind: 'operation', operator: '-', left: sum([of('originalBudget'), of('addition')]), right: of('reduction') })
  if (basis === 'fullYearBudget')
    ways.push(context.evaluation.settings.carryInIncluded === 'yes' ? sum([of('adjustedBudget')]) : sum([of('adjustedBudget'), of('carryIn')]))
  if (measure.parts) ways.push(sum(measure.parts.map((part) => item(itemId(part, basis, fund)))))
  const column = basis && measure.listed?.columns[basis]
  if (measure.listed && column) ways.push(sum([{ kind: 'column', table: measure.listed.table, column }]))
  return ways
}

function formulaOf(spec: CellSpec, context: FormContext, places: CellPlaces): CellContent | null {
  if (spec.kind === 'empty') return null
  if (spec.kind === 'formula') {
    const formula = excelFormula(spec.formula, places, spec.style === 'percent' ? { wrap: (value) => `ROUND(ROUND(${value},10),4)` } : {})
    if (formula === null) return null
    const outcome = evaluate(spec.formula, context.figures)
    const percent = spec.style === 'percent'
    const cached = outcome.kind === 'value' ? (percent ? toFixedText(outcome.value, 4) : toFixedText(outcome.value, columnPlaces(spec.formula, context))) : outcome.kind === 'notApplicable' ? '不涉及' : null
    return { kind: 'formula', formula, cached, ...(percent ? { percent: true } : { places: cached ? printedPlaces(cached) : 0 }) }
  }
  const measure = context.measures.get(itemOf(spec.item).measure)
  const figure = context.figures.item(spec.item)
  if (!measure || figure.kind === 'missing' || figure.kind === 'zeroDivisor') return null
  const shown = figure.kind === 'value' ? { cached: figure.text } : { cached: NOT_INVOLVED, places: 2 }
  for (const way of derivation(spec.item, measure, context)) {
    if (evaluate(way, context.figures).kind !== figure.kind) continue
    const formula = excelFormula(way, places, { wrap: (value) => `ROUND(${value},10)` })
    if (formula !== null) return { kind: 'formula', formula, ...shown }
  }
  // Its parts stand in a form that is not in this workbook: the figure is printed none the less, and is still known as computed.
  return { kind: 'formula', formula: figure.kind === 'value' ? figure.text : `"${NOT_INVOLVED}"`, ...shown }
}

/** The sheet with its computed cells as live formulas over the places of all sheets. */
export function withFormulas(plan: FormPlan, context: FormContext, places: CellPlaces): SheetPlan {
  const cells = [...plan.plan.cells]
  for (const { index, spec } of plan.derived) {
    const content = formulaOf(spec, context, places)
    if (content) cells[index] = { ...cells[index]!, content }
  }
  return { ...plan.plan, cells }
}

/** Percent text of the page (62.50%) as the plain ratio Excel holds. */
export function ratioOf(percent: string): string | null {
  const value = fromDecimal(percent.replace('%', ''))
  return value ? toFixedText(divide(value, HUNDRED)!, 4) : null
}
