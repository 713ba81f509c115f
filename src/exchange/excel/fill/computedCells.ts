import { evaluate } from '../../../domain/expression/evaluate'
import type { Expression } from '../../../domain/expression/expression'
import type { Form } from '../../../domain/forms/form'
import { yeared } from '../../../domain/report/compose'
import { toFixedText } from '../../../kernel/rational'
import { bareName, labelOf } from '../mapping/label'
import type { MappedSheet } from '../mapping/suggest'
import type { FillContext } from './fillContext'

/** 计算格 of a bureau's form: a rate we compute, and where it goes. */
export interface ComputedCell {
  readonly row: number
  readonly column: number
  readonly label: string
  /** The plain ratio with four decimals; null while figures are missing. */
  readonly ratio: string | 'notInvolved' | null
  /** The head says %, so the cell wants 95.10 and not 0.951. */
  readonly percentHead: boolean
}

interface Rate {
  readonly form: string
  readonly row: string
  readonly formula: Expression
  /** Items of the same row: how a region shows that it is about this row. */
  readonly items: ReadonlySet<string>
}

const bare = (text: string): string => bareName(labelOf(text).name)

function ratesOf(forms: readonly Form[], year: number): ReadonlyMap<string, readonly Rate[]> {
  const rates = new Map<string, Rate[]>()
  for (const form of forms) for (const block of form.blocks) if (block.kind === 'matrix') for (const row of block.rows) for (const column of block.columns) {
    const spec = row.cells?.[column.id]
    if (spec?.kind !== 'formula' || spec.style !== 'percent') continue
    const items = new Set(Object.values(row.cells ?? {}).flatMap((cell) => (cell.kind === 'item' ? [cell.item] : [])))
    for (const name of new Set([bare(yeared(column.head, year)), bare(column.label)])) rates.set(name, [...(rates.get(name) ?? []), { form: form.id, row: row.id, formula: spec.formula, items }])
  }
  return rates
}

/** The rates of our forms that a sheet's heads name, beside figures of the same row: 控制率 beside 编制数 and 在职人员数. */
export function computedCells({ regions, placed, grid }: MappedSheet, { forms, evaluation, figures }: FillContext): readonly ComputedCell[] {
  const rates = ratesOf(forms, evaluation.year)
  return regions.flatMap((region, i) => {
    if (region.kind !== 'matrix') return []
    const of = placed.filter((one) => one.region === i)
    const items = new Set(of.flatMap(({ place, meaning }) => (place === 'column' && meaning.kind === 'item' ? [meaning.item] : [])))
    const head = region.columns[0]?.row ?? 0
    const taken = new Set(region.columns.map(({ column }) => column))
    const cells: ComputedCell[] = []
    for (let column = 0; column < grid.width; column++) {
      const text = grid.words(head, column)
      if (text === '' || taken.has(column) || !grid.isAnchor(head, column)) continue
      for (const rate of rates.get(bare(text)) ?? []) {
        const rows = of.filter(({ place, meaning }) => place === 'row' && meaning.kind === 'row' && meaning.form === rate.form && meaning.row === rate.row)
        const at = rows[0]?.at.row ?? ([...rate.items].some((item) => items.has(item)) ? region.rows[0]?.row : undefined)
        if (at === undefined) continue
        const outcome = evaluate(rate.formula, figures)
        cells.push({
          row: at, column, label: text, percentHead: /[%％]/.test(text),
          ratio: outcome.kind === 'value' ? toFixedText(outcome.value, 4) : outcome.kind === 'notApplicable' ? 'notInvolved' : null,
        })
        break
      }
    }
    return cells
  })
}
