import type { Evaluation, Row } from './evaluation'

/** 输入 (input): what work on an evaluation rests on: an item's id, a whole table, or a row of one. */
export type Input = string

/** A table read whole: its rows and their order. */
export const tableInput = (table: string): Input => `#${table}`

/** A row read by its id. */
export const rowInput = (table: string, row: string): Input => `#${table}[${row}]`

function addRows(table: string, before: readonly Row[], now: readonly Row[], changed: Set<Input>): void {
  const earlier = new Map(before.map((row) => [row.id, row]))
  for (const row of now) {
    if (earlier.get(row.id) !== row) changed.add(rowInput(table, row.id))
    earlier.delete(row.id)
  }
  for (const id of earlier.keys()) changed.add(rowInput(table, id))
}

const NO_ROWS: readonly Row[] = []

/**
 * What is typed otherwise in one state of an evaluation than in another: an edit makes new objects only where it edits.
 * Null where the settings or the year differ, on which anything may rest.
 */
export function changedInputs(before: Evaluation, now: Evaluation): ReadonlySet<Input> | null {
  if (before.settings !== now.settings || before.year !== now.year) return null
  const changed = new Set<Input>()
  if (before.answers !== now.answers) {
    for (const id of Object.keys(now.answers)) if (before.answers[id] !== now.answers[id]) changed.add(id)
    for (const id of Object.keys(before.answers)) if (!Object.hasOwn(now.answers, id)) changed.add(id)
  }
  if (before.tables !== now.tables)
    for (const table of new Set([...Object.keys(before.tables), ...Object.keys(now.tables)])) {
      const [earlier, rows] = [Object.hasOwn(before.tables, table) ? before.tables[table]! : NO_ROWS, Object.hasOwn(now.tables, table) ? now.tables[table]! : NO_ROWS]
      if (earlier === rows) continue
      changed.add(tableInput(table))
      addRows(table, earlier, rows, changed)
    }
  return changed
}

/** Whether any of the changed inputs is among those that work rests on. */
export function restsOnAny(inputs: ReadonlySet<Input>, changed: ReadonlySet<Input>): boolean {
  const [few, many] = inputs.size < changed.size ? [inputs, changed] : [changed, inputs]
  for (const input of few) if (many.has(input)) return true
  return false
}
