import { quotedSheet, type CellContent, type SheetPlan } from '../sheetPlan'

const valueOf = ({ cached, percent }: Extract<CellContent, { kind: 'formula' }>): CellContent => {
  if (cached === null || cached === '') return { kind: 'blank' }
  if (!/^-?\d+(\.\d+)?$/.test(cached)) return { kind: 'text', text: cached }
  return { kind: 'number', text: cached, ...(percent ? { percent } : {}) }
}

/** A formula that is nothing but its value. */
const isConstant = (formula: string): boolean => /^(-?\d+(\.\d+)?|"[^"]*")$/.test(formula)

/**
 * The sheet as it can be moved into another workbook: a formula over its own cells stays, without the sheet's name; one that
 * looks at other sheets becomes its value, or it would turn into a link to this file.
 */
export function flattened(plan: SheetPlan): SheetPlan {
  const own = `${quotedSheet(plan.name)}!`
  const cells = plan.cells.map((cell) => {
    if (cell.content.kind !== 'formula') return cell
    const formula = cell.content.formula.replaceAll(own, '')
    return { ...cell, content: formula.includes('!') || isConstant(formula) ? valueOf(cell.content) : { ...cell.content, formula } }
  })
  return { ...plan, cells }
}

/** A formula that only says its value: the cell is still known as computed when the file comes back. */
const constant = (content: Extract<CellContent, { kind: 'formula' }>): CellContent => {
  const { cached } = content
  if (cached === null || cached === '') return { kind: 'blank' }
  return { ...content, formula: /^-?\d+(\.\d+)?$/.test(cached) ? cached : `"${cached.replaceAll('"', '""')}"` }
}

/** Formulas over sheets that are not in the workbook say their values instead. */
export function withoutAbsent(plans: readonly SheetPlan[]): readonly SheetPlan[] {
  const present = new Set(plans.map(({ name }) => `${quotedSheet(name)}!`))
  return plans.map((plan) => ({
    ...plan,
    cells: plan.cells.map((cell) => {
      if (cell.content.kind !== 'formula') return cell
      const named = cell.content.formula.match(/'(?:[^']|'')+'!/g) ?? []
      return named.every((name) => present.has(name)) ? cell : { ...cell, content: constant(cell.content) }
    }),
  }))
}
