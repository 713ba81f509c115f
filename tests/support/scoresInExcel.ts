import { catalog } from '../../src/catalog/catalog'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { figuresOf } from '../../src/domain/figures/figuresOf'
import { assess } from '../../src/domain/indicators/assess'
import type { Line } from '../../src/domain/indicators/assessment'
import { planForm, type FormContext } from '../../src/exchange/excel/formSheet'
import { placesOf, withFormulas } from '../../src/exchange/excel/formulas'
import { scoreSheet } from '../../src/exchange/excel/scoreSheet'
import type { SheetPlan } from '../../src/exchange/excel/sheetPlan'
import { fromDecimal, toFixedText } from '../../src/kernel/rational'

const measures = new Map(catalog.measures.map((measure) => [measure.id, measure]))

/** The sheets of an evaluation's workbook that its scores rest on: the forms, and 评分表 last. */
export function sheetsOf(evaluation: Evaluation): { readonly sheets: readonly SheetPlan[]; readonly lines: readonly Line[] } {
  const context: FormContext = { evaluation, measures, figures: figuresOf(evaluation, catalog.measures) }
  const plans = catalog.forms.map((form) => planForm(form, context))
  const places = placesOf(plans)
  const assessment = assess(evaluation.framework, evaluation)
  return { sheets: [...plans.map((plan) => withFormulas(plan, context, places)), scoreSheet(evaluation, assessment, measures, places)], lines: assessment.lines }
}

/** Rows of 评分表 above its first indicator. */
export const FIRST_ROW = 3
/** Columns of 评分表. */
export const [VALUE, POINTS] = [6, 7] as const

/** A cell as another engine computed it, printed as the page prints it. */
function printed(cell: string | number, like: string | null): string {
  const number = typeof cell === 'number' ? fromDecimal(cell.toFixed(12)) : fromDecimal(cell)
  if (!number) return String(cell)
  if (like?.endsWith('%')) return `${toFixedText({ n: number.n * 100n, d: number.d }, 2)}%`
  return toFixedText(number, 4).replace(/\.?0+$/, '')
}

/** What differs between 评分表 as another engine computed it and the page. */
export function differences(lines: readonly Line[], cell: (row: number, column: number) => string | number): readonly object[] {
  return lines.flatMap((line, i) => {
    const [value, points] = [cell(FIRST_ROW + i, VALUE), cell(FIRST_ROW + i, POINTS)]
    const theirs = { value: printed(value, line.value), points: typeof points === 'number' || points !== '' ? Number(points).toFixed(2) : '' }
    const ours = { value: line.value ?? '', points: line.points ?? '' }
    return theirs.value === ours.value && theirs.points === ours.points ? [] : [{ theirs, ours, state: line.state, rule: line.indicator, trace: line.trace.map(({ label, text }) => `${label} ${text}`) }]
  })
}
