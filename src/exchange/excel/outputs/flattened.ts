import { quotedSheet, type CellContent, type SheetPlan } from '../sheetPlan'

const valueOf = ({ cached, percent }: Extract<CellContent, { kind: 'formula' }>): CellContent => {
  if (cached === null || cached === '') return { kind: 'blank' }
  if (!/^-?\d+(\.\d+)?$/.test(cached)) return { kind: 'text', text: cached }
  return { kind: 'number', text: cached, ...(percent ? { percent } : {}) }
}

/**
 * The sheet as it can be moved into another workbook: a formula over its own cells stays, without the sheet's name; one that
 * looks at other sheets becomes its value, or it would turn into a link to this file.
 */
export function flattened(plan: SheetPlan): SheetPlan {
  const own = `${quotedSheet(plan.name)}!`
  const cells = plan.cells.map((cell) => {
    if (cell.content.kind !== 'formula') return cell
    const formula = cell.content.formula.replaceAll(own, '')
    return { ...cell, content: formula.includes('!') ? valueOf(cell.content) : { ...cell.content, formula } }
  })
  return { ...plan, cells }
}

/** Formulas over sheets that are not in the workbook become their values. */
export function withoutAbsent(plans: readonly SheetPlan[]): readonly SheetPlan[] {
  const present = new Set(plans.map(({ name }) => `${quotedSheet(name)}!`))
  return plans.map((plan) => ({
    ...plan,
    cells: plan.cells.map((cell) => {
      if (cell.content.kind !== 'formula') return cell
      const named = cell.content.formula.match(/'(?:[^']|'')+'!/g) ?? []
      return named.every((name) => present.has(name)) ? cell : { ...cell, content: valueOf(cell.content) }
    }),
  }))
}
