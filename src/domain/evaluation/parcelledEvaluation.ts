import { opened, parcelled } from '../../kernel/parcel'
import type { Evaluation, Row } from './evaluation'

/** An evaluation in pieces: everything but its rows, then the rows of its tables by and by. */
export interface ParcelledEvaluation {
  /** With every table empty. */
  readonly evaluation: Evaluation
  readonly rows: readonly { readonly table: string; readonly piece: Uint8Array }[]
}

/** Rows to a piece: a few milliseconds each. */
const ROWS = 400

/** An evaluation in pieces; `pause` is waited for between them, so that a thread with a screen stays free. */
export async function intoParcels(evaluation: Evaluation, pause: () => Promise<void>): Promise<ParcelledEvaluation> {
  const rows: { readonly table: string; readonly piece: Uint8Array }[] = []
  for (const [table, all] of Object.entries(evaluation.tables))
    for (let at = 0; at < all.length; at += ROWS) {
      if (at > 0) await pause()
      rows.push({ table, piece: parcelled(all.slice(at, at + ROWS), ROWS)[0]! })
    }
  return { evaluation: { ...evaluation, tables: Object.fromEntries(Object.keys(evaluation.tables).map((table) => [table, []])) }, rows }
}

/** The evaluation out of its pieces. */
export function outOfParcels({ evaluation, rows }: ParcelledEvaluation): Evaluation {
  const tables: { [table: string]: Row[] } = Object.fromEntries(Object.keys(evaluation.tables).map((table) => [table, []]))
  for (const { table, piece } of rows) tables[table]!.push(...opened<Row>(piece))
  return { ...evaluation, tables }
}
