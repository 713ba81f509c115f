import { BASES, FUNDS } from './basis'
import { CARRY_IN_SETTING, cellOf, itemOf, type FigureId } from './item'
import type { Measure } from './measure'

/** What figures are called in sentences: 三公经费年初预算数. */
export interface FigureNames {
  figure(id: FigureId): string
  column(table: string, column: string): string
}

/** A form's columns by table, for naming cells. */
export type ColumnHeads = ReadonlyMap<string, string>

/** Names from a set of measures; `heads` maps `table.column` to a column's head. */
export function figureNames(measures: readonly Measure[], heads: ColumnHeads = new Map()): FigureNames {
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const column = (table: string, id: string) => heads.get(`${table}.${id}`) ?? id
  return {
    column,
    figure(id) {
      if (id === CARRY_IN_SETTING) return '年初预算数是否已含上年结转'
      const cell = cellOf(id)
      if (cell) return column(cell.table, cell.column)
      const { measure: measureId, basis, fund } = itemOf(id)
      const measure = byId.get(measureId)
      if (!measure) return id
      const onBasis = basis !== undefined && measure.bases.length > 1 ? BASES[basis].name : ''
      const ofFund = fund !== undefined && fund !== 'all' ? `（${FUNDS[fund]}）` : ''
      return `${measure.name}${onBasis}${ofFund}`
    },
  }
}
