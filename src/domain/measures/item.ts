import type { Basis, Fund } from './basis'
import type { Measure, MeasureId } from './measure'

/** 数据项 (item) = measure × basis × fund, as one text: `threePublic@actual/all`, `staff.quota@approved`, `unit.name`. */
export type ItemId = string

/** An item taken apart. Words have no basis; only money has a fund. */
export interface Item {
  readonly measure: MeasureId
  readonly basis?: Basis
  readonly fund?: Fund
}

/** The id of an item. */
export function itemId(measure: MeasureId, basis?: Basis, fund?: Fund): ItemId {
  if (basis === undefined) return measure
  return fund === undefined ? `${measure}@${basis}` : `${measure}@${basis}/${fund}`
}

/** The item an id names. */
export function itemOf(id: ItemId): Item {
  const at = id.indexOf('@')
  if (at < 0) return { measure: id }
  const measure = id.slice(0, at)
  const slash = id.indexOf('/', at)
  if (slash < 0) return { measure, basis: id.slice(at + 1) as Basis }
  return { measure, basis: id.slice(at + 1, slash) as Basis, fund: id.slice(slash + 1) as Fund }
}

/** The item of a measure on a basis, with the fund only where the measure is money. */
export const itemIn = (measure: Measure, basis: Basis | undefined, fund: Fund): ItemId =>
  basis === undefined ? measure.id : itemId(measure.id, basis, measure.kind === 'money' ? fund : undefined)

/** A cell of a repeating table: `projects[p1].actual`. */
export type CellId = string

/** Anything that can hold one answer. */
export type FigureId = ItemId | CellId

/** Stands for any row of a table: the one a table without rows still lacks, or each in turn. */
export const ANY_ROW = '*'

/** Stands among missing figures where what is lacking is not a figure but the setting 年初预算数是否已含上年结转. */
export const CARRY_IN_SETTING: FigureId = 'setting:carryInIncluded'

/** The id of a table's cell. */
export const cellId = (table: string, row: string, column: string): CellId => `${table}[${row}].${column}`

/** The table, row and column of a cell's id, or null where the id names an item. */
export function cellOf(id: FigureId): { readonly table: string; readonly row: string; readonly column: string } | null {
  if (!id.includes('[')) return null
  const match = /^([^[]+)\[([^\]]+)\]\.(.+)$/.exec(id)
  return match ? { table: match[1]!, row: match[2]!, column: match[3]! } : null
}
