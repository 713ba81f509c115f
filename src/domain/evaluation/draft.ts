import { applyEdit, type Edit } from './edit'
import type { Evaluation, Row } from './evaluation'

interface OwnedRows {
  readonly rows: Row[]
  readonly at: Map<string, number>
  written: boolean
}

/**
 * An evaluation while many edits go into it one after the other. Tables that are written in are copied once and not once an edit, so
 * that a paste of thousands of cells takes time in proportion to itself.
 */
export class Draft {
  private current: Evaluation
  private readonly owned = new Map<string, OwnedRows>()

  constructor(evaluation: Evaluation) {
    this.current = evaluation
  }

  /** The evaluation with every edit so far. The one given at the start is not touched. */
  get evaluation(): Evaluation {
    const written = [...this.owned].filter(([, owned]) => owned.written).map(([table, { rows }]) => [table, rows] as const)
    if (written.length > 0) this.current = { ...this.current, tables: { ...this.current.tables, ...Object.fromEntries(written) } }
    this.owned.clear()
    return this.current
  }

  /** A row by its id, and where it stands; null where it is not there. */
  row(table: string, id: string): { readonly row: Row; readonly index: number } | null {
    const { rows, at } = this.own(table)
    const index = at.get(id)
    return index === undefined ? null : { row: rows[index]!, index }
  }

  length(table: string): number {
    return this.own(table).rows.length
  }

  put(edit: Edit): void {
    if (edit.kind === 'together') edit.edits.forEach((inner) => this.put(inner))
    else if (edit.kind === 'cell') this.putCell(edit)
    else if (edit.kind === 'rowAdded' && edit.index >= this.length(edit.table)) this.append(edit.table, edit.row)
    else if (edit.kind === 'rowRemoved' && this.own(edit.table).rows.at(-1)?.id === edit.row.id) this.dropLast(edit.table)
    else this.current = applyEdit(this.evaluation, edit)
  }

  private own(table: string): OwnedRows {
    const known = this.owned.get(table)
    if (known) return known
    const rows = Object.hasOwn(this.current.tables, table) ? [...this.current.tables[table]!] : []
    const owned = { rows, at: new Map(rows.map((row, index) => [row.id, index])), written: false }
    this.owned.set(table, owned)
    return owned
  }

  private putCell(edit: Extract<Edit, { kind: 'cell' }>): void {
    const owned = this.own(edit.table)
    const { rows } = owned
    const index = owned.at.get(edit.row)
    if (index === undefined) return
    owned.written = true
    const { [edit.column]: _before, ...others } = rows[index]!.cells
    rows[index] = { ...rows[index]!, cells: edit.after === null ? others : { ...rows[index]!.cells, [edit.column]: edit.after } }
  }

  private append(table: string, row: Row): void {
    const owned = this.own(table)
    owned.written = true
    owned.at.set(row.id, owned.rows.length)
    owned.rows.push(row)
  }

  private dropLast(table: string): void {
    const owned = this.own(table)
    owned.written = true
    const last = owned.rows.pop()
    if (last) owned.at.delete(last.id)
  }
}
