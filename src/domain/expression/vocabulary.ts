import type { Form } from '../forms/form'
import { BASES, FUNDS, type Basis, type Fund } from '../measures/basis'
import { itemId, itemOf, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'

/** What a name in a formula stands for. */
export type Named =
  | { readonly kind: 'item'; readonly item: ItemId }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }

/** 名称 ↔ what they stand for: the words a formula may use. */
export interface Vocabulary {
  /** What a name means, or null. */
  find(name: string): Named | null
  /** The table a name means, or null. */
  findTable(name: string): { readonly table: string; column(name: string): string | null } | null
  /** The formula name of an item: 三公经费_决算数. */
  nameOf(item: ItemId): string
  nameOfTable(table: string): string
  nameOfColumn(table: string, column: string): string
  /** Every name, for completion and suggestions. */
  readonly names: readonly string[]
}

/** A name that formulas can hold: letters, digits and _, not beginning with a digit. */
const readable = (name: string): string => name.replace(/[^\p{L}\p{N}_]/gu, '').replace(/^(?=\p{N})/u, '_')

/** The measure's name as formulas write it: without punctuation. */
export const formulaName = (measure: Measure): string => measure.formulaName ?? readable(measure.name)

/** The name of an item: with its basis where the measure has several, with its fund unless it is 全部资金. */
export function itemName(measure: Measure, basis: Basis | undefined, fund: Fund | undefined): string {
  const parts = [formulaName(measure)]
  if (basis !== undefined && measure.bases.length > 1) parts.push(BASES[basis].name)
  if (fund !== undefined && fund !== 'all') parts.push(FUNDS[fund])
  return parts.join('_')
}

const funds = Object.keys(FUNDS) as readonly Fund[]

function itemsOf(measure: Measure): readonly ItemId[] {
  if (measure.bases.length === 0) return [measure.id]
  return measure.bases.flatMap((basis) =>
    measure.kind === 'money' ? funds.map((fund) => itemId(measure.id, basis, fund)) : [itemId(measure.id, basis)],
  )
}

/** The vocabulary of a set of measures and forms. Throws where two things share a name: a fault of the catalog. */
export function vocabularyOf(measures: readonly Measure[], forms: readonly Form[]): Vocabulary {
  const byName = new Map<string, Named>()
  const measureById = new Map(measures.map((measure) => [measure.id, measure]))
  const tables = new Map<string, { table: string; columns: Map<string, string> }>()
  const tableNames = new Map<string, string>()
  const columnNames = new Map<string, string>()

  const nameOf = (id: ItemId): string => {
    const { measure, basis, fund } = itemOf(id)
    const found = measureById.get(measure)
    return found ? itemName(found, basis, fund) : id
  }
  const define = (name: string, named: Named) => {
    if (name.split('.').some((part) => part === '' || readable(part) !== part)) throw new Error(`catalog error: ${name} is not a name that formulas can hold`)
    if (byName.has(name)) throw new Error(`catalog error: the name ${name} stands for two things`)
    byName.set(name, named)
  }

  for (const measure of measures) for (const item of itemsOf(measure)) define(nameOf(item), { kind: 'item', item })
  for (const form of forms)
    for (const block of form.blocks) {
      if (block.kind !== 'table') continue
      const columns = new Map<string, string>()
      for (const column of block.columns) {
        const name = column.formulaName ?? column.head
        columns.set(name, column.id)
        columnNames.set(`${block.table}.${column.id}`, name)
        define(`${block.formulaName}.${name}`, { kind: 'column', table: block.table, column: column.id })
      }
      tables.set(block.formulaName, { table: block.table, columns })
      tableNames.set(block.table, block.formulaName)
    }

  return {
    find: (name) => byName.get(name) ?? null,
    findTable(name) {
      const found = tables.get(name)
      return found ? { table: found.table, column: (column) => found.columns.get(column) ?? null } : null
    },
    nameOf,
    nameOfTable: (table) => tableNames.get(table) ?? table,
    nameOfColumn: (table, column) => columnNames.get(`${table}.${column}`) ?? column,
    names: [...byName.keys()],
  }
}
