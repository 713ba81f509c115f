import type { Catalog } from '../../../domain/catalog'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import { figuresOf } from '../../../domain/figures/figuresOf'
import { measureIndex } from '../../../domain/forms/cellSpec'
import { planForm } from '../formSheet'
import { blankEvaluation } from '../outputs/blankEvaluation'
import { flattened } from '../outputs/flattened'
import { withoutTraces } from '../package/withoutTraces'
import { writeWorkbook } from '../write/writeWorkbook'
import { officeItems, officeSheet, type OfficeRequest } from './officeSheet'

/** The workbook one office fills in: its items on one sheet, its lists on the next ones, nothing else. */
export function writeOffice(evaluation: Evaluation, request: OfficeRequest, { measures, forms }: Pick<Catalog, 'measures' | 'forms'>): Promise<Uint8Array> {
  const index = measureIndex(measures)
  const lists = forms.filter(({ blocks }) => blocks.every((block) => block.kind === 'table') && blocks.some((block) => block.kind === 'table' && request.tables.includes(block.table)))
  const blank = blankEvaluation(evaluation, lists)
  const shown = { ...evaluation, tables: Object.fromEntries(Object.entries(blank.tables).map(([table, rows]) => [table, (evaluation.tables[table] ?? []).length > 0 ? evaluation.tables[table]! : rows])) }
  const context = { evaluation: shown, measures: index, figures: figuresOf(shown, measures) }
  const own = officeItems(request, forms, index).length > 0 || lists.length === 0 ? [officeSheet(request, evaluation, forms, index)] : []
  return writeWorkbook([...own, ...lists.map((form) => planForm(form, context).plan)].map(flattened)).then(withoutTraces)
}
