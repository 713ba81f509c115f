import { chartData, CHARTS, withCharts, type ChartKind, type Drawn } from '../../../domain/report/charts'
import { compose, reportContext, type ReportContext } from '../../../domain/report/compose'
import type { ReportDocument } from '../../../domain/report/document'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import type { Assessment } from '../../../domain/indicators/assessment'
import type { Outline } from '../../../domain/report/outline'

/** The chosen charts of which something is known, drawn; the drawing code is fetched only where there is one. */
export async function drawnCharts(kinds: readonly ChartKind[], context: ReportContext): Promise<readonly Drawn[]> {
  const wanted = kinds.flatMap((kind) => { const data = chartData(kind, context); return data ? [{ kind, data }] : [] })
  if (wanted.length === 0) return []
  const { drawChart } = await import('./charts/drawChart')
  return Promise.all(wanted.map(async ({ kind, data }): Promise<Drawn> => ({ kind, caption: data.title || CHARTS[kind], picture: await drawChart(data) })))
}

/** The report with the chosen charts at their places. */
export async function finishedReport(outline: Outline, evaluation: Evaluation, assessment: Assessment, kinds: readonly ChartKind[]): Promise<ReportDocument> {
  const drawn = await drawnCharts(kinds, reportContext(outline, evaluation, assessment))
  return withCharts(compose(outline, evaluation, assessment), outline, drawn)
}
