import { catalog } from '../../../catalog/catalog'
import { formItems, measureIndex } from '../../../domain/forms/cellSpec'
import { CARRY_IN_SETTING, cellOf, type FigureId } from '../../../domain/measures/item'

const measures = measureIndex(catalog.measures)

/** The form a figure is filled in. */
export function formOf(id: FigureId): string {
  if (id === CARRY_IN_SETTING) return 'incomeExpenditure'
  const cell = cellOf(id)
  const holds = catalog.forms.find((form) =>
    cell ? form.blocks.some((block) => block.kind === 'table' && block.table === cell.table) : formItems(form, measures).includes(id))
  return holds?.id ?? catalog.forms[0]!.id
}

/** The way to a figure's cell. */
export const linkTo = (base: string, id: FigureId): string => `${base}/forms/${formOf(id)}?at=${encodeURIComponent(id)}`
