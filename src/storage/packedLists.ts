import type { Edit } from '../domain/evaluation/edit'
import type { Evaluation, Row } from '../domain/evaluation/evaluation'
import type { Change } from '../domain/evaluation/history'
import { breath } from '../kernel/breath'
import { opened, parcelled } from '../kernel/parcel'
import type { EvaluationRecord } from './records'

/** Items from which a list is kept as bytes: the browser clones ten thousand objects in a tenth of a second, and their bytes in no time. */
const MANY = 1000
/** Items to a piece; a keystroke makes one piece anew. */
const PIECE = 500

/** A long list as it lies in the database. */
export interface PackedList {
  readonly pieces: readonly Uint8Array[]
}

/** An evaluation's record as it lies in the database: long tables as bytes. */
export interface KeptRecord extends Omit<EvaluationRecord, 'evaluation'> {
  readonly evaluation: Omit<Evaluation, 'tables'> & { readonly tables: { readonly [table: string]: readonly Row[] | PackedList } }
}

/** A line of the change log as it lies in the database: its edits as bytes, where they are many. */
export type KeptLine = Change | (Omit<Extract<Change, { readonly edit: Edit }>, 'edit'> & { readonly edit: { readonly kind: 'together'; readonly edits: PackedList } })

/** Pieces made before, by their first item: rows that stayed the same are not written out again. */
const made = new WeakMap<object, { readonly items: readonly object[]; readonly bytes: Uint8Array }>()

const isPacked = (list: readonly unknown[] | PackedList): list is PackedList => !Array.isArray(list)

async function packed(items: readonly object[]): Promise<PackedList> {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < items.length; at += PIECE) {
    const piece = items.slice(at, at + PIECE)
    const before = made.get(piece[0]!)
    if (before && before.items.length === piece.length && before.items.every((item, i) => item === piece[i])) pieces.push(before.bytes)
    else {
      const [bytes] = parcelled(piece, PIECE)
      made.set(piece[0]!, { items: piece, bytes: bytes! })
      pieces.push(bytes!)
      await breath()
    }
  }
  return { pieces }
}

const unpacked = <T>(list: readonly T[] | PackedList): readonly T[] => (isPacked(list) ? list.pieces.flatMap((piece) => opened<T>(piece)) : list)

const isLong = ({ tables }: Evaluation): boolean => Object.values(tables).some((rows) => rows.length > MANY)
const isLongLine = (line: Change): boolean => 'edit' in line && line.edit.kind === 'together' && line.edit.edits.length > MANY

/** Whether a record or a line of the log is written with bytes in it, which takes a few breaths before its transaction. */
export const wantsPacking = (record: EvaluationRecord, lines: readonly Change[]): boolean => isLong(record.evaluation) || lines.some(isLongLine)

/** A record as it is written. */
export async function packedRecord(record: EvaluationRecord): Promise<KeptRecord> {
  if (!isLong(record.evaluation)) return record
  const tables: { [table: string]: readonly Row[] | PackedList } = {}
  for (const [table, rows] of Object.entries(record.evaluation.tables)) tables[table] = rows.length > MANY ? await packed(rows) : rows
  return { ...record, evaluation: { ...record.evaluation, tables } }
}

/** A line of the change log as it is written. */
export async function packedLine(line: Change): Promise<KeptLine> {
  if (!('edit' in line) || line.edit.kind !== 'together' || line.edit.edits.length <= MANY) return line
  return { ...line, edit: { kind: 'together', edits: await packed(line.edit.edits) } }
}

/** A record as it was before it was written. */
export function unpackedRecord(record: KeptRecord): EvaluationRecord {
  const { tables } = record.evaluation
  return { ...record, evaluation: { ...record.evaluation, tables: Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, unpacked<Row>(rows)])) } }
}

/** A line of the change log as it was before it was written. */
export const unpackedLine = (line: KeptLine): Change =>
  ('edit' in line && line.edit.kind === 'together' ? { ...line, edit: { kind: 'together', edits: unpacked<Edit>(line.edit.edits) } } : line as Change)
