import type { Answer } from '../../../domain/evaluation/answer'
import type { Row, RowKind } from '../../../domain/evaluation/evaluation'
import { cellSpec } from '../../../domain/forms/cellSpec'
import type { Block, Form } from '../../../domain/forms/form'
import { cellId, type FigureId, type ItemId } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { yeared } from '../../../domain/report/compose'
import { NOT_INVOLVED, ROW_KINDS } from '../formSheet'
import { isList } from '../grid'
import type { Manifest } from '../manifest'
import { normalLabel, SheetReader, type CellKind } from './sheetReader'

/** What reading a form needs to know. */
export interface FormReading {
  readonly reader: SheetReader
  readonly form: Form
  readonly year: number
  readonly measures: ReadonlyMap<string, Measure>
  readonly manifest: Manifest | null
  readonly answers: { [item: ItemId]: Answer }
  readonly tables: { [table: string]: readonly Row[] }
}

const kindOf = (measure: Measure | undefined): CellKind =>
  !measure || measure.kind === 'text' ? 'text' : measure.kind === 'choice' ? 'choice' : measure.kind === 'date' ? 'date' : 'number'

/** 不涉及 in a figure's cell says so; in words only if the manifest knows the answer as such. */
const notInvolvedTest = (id: FigureId, kind: CellKind, manifest: Manifest | null) => (text: string): boolean =>
  normalLabel(text) === NOT_INVOLVED && (kind === 'number' || (manifest ? manifest.notInvolved.includes(id) : true))

function keep(reading: FormReading, id: ItemId, row: number, column: number): void {
  const measure = reading.measures.get(id.split('@')[0] ?? '')
  const kind = kindOf(measure)
  const answer = reading.reader.answer(row, column, kind, notInvolvedTest(id, kind, reading.manifest))
  if (answer && !reading.answers[id]) reading.answers[id] = withProvenance(answer, id, reading.manifest)
}

function withProvenance(answer: Answer, id: FigureId, manifest: Manifest | null): Answer {
  const provenance = manifest && Object.hasOwn(manifest.provenance, id) ? manifest.provenance[id] : undefined
  return provenance ? { ...answer, provenance } : answer
}

function readFields(reading: FormReading, block: Block & { kind: 'fields' }): void {
  const { reader } = reading
  for (const field of block.fields) {
    const wanted = normalLabel(field.label)
    find: for (let row = 0; row < reader.sheet.rows.length; row++) {
      const width = reader.sheet.rows[row]?.length ?? 0
      for (let column = 0; column < width; column++) {
        if (reader.label(row, column) !== wanted) continue
        // A value stands right of its label, behind the label's own merged cells.
        for (let next = column + 1; next < width; next++)
          if (reader.at(row, next)) {
            if (!block.fields.some((other) => normalLabel(other.label) === reader.label(row, next) && other !== field)) keep(reading, field.item, row, next)
            break
          }
        break find
      }
    }
  }
}

function readMatrix(reading: FormReading, block: Block & { kind: 'matrix' }, from: number): number {
  const { reader, form, year } = reading
  const head = reader.findRow([yeared(block.stub, year), ...block.columns.map((column) => yeared(column.head, year))], from)
  if (!head) return from
  let at = head.row + 1
  for (const row of block.rows) {
    let found = at
    const wanted = normalLabel(row.label)
    while (found < reader.sheet.rows.length && reader.label(found, head.columns[0]!) !== wanted) found++
    if (found >= reader.sheet.rows.length) continue
    block.columns.forEach((column, i) => {
      const spec = cellSpec(form, row, column, reading.measures)
      if (spec.kind === 'item') keep(reading, spec.item, found, head.columns[i + 1]!)
    })
    at = found + 1
  }
  return at
}

const kindNamed = (label: string): RowKind =>
  label === ROW_KINDS.merged ? 'merged' : label === ROW_KINDS.subtotal ? 'subtotal' : 'single'

/** Where a table's total stands: the row so labelled that computes, else the first so labelled; null without one. */
function totalRow(reader: SheetReader, block: Block & { kind: 'table' }, from: number, columns: readonly number[]): number | null {
  if (!block.totalLabel) return null
  const labelled: number[] = []
  for (let row = from; row < reader.sheet.rows.length; row++) if (reader.label(row, columns[0]!) === block.totalLabel) labelled.push(row)
  return labelled.find((row) => columns.some((column) => reader.at(row, column)?.isFormula)) ?? labelled[0] ?? null
}

function readTable(reading: FormReading, block: Block & { kind: 'table' }, from: number): number {
  const { reader, form, year, manifest } = reading
  const list = isList(form)
  const leading = list ? ['序号', ...(block.counted ? ['行类别'] : [])] : []
  const head = reader.findRow([...leading, ...block.columns.map((column) => yeared(column.head, year))], from)
  if (!head) return from
  const known = manifest && Object.hasOwn(manifest.rows, block.table) ? manifest.rows[block.table]! : []
  const rows: Row[] = []
  const end = totalRow(reader, block, head.row + 1, head.columns)
  let at = head.row + 1
  for (; at < (end ?? reader.sheet.rows.length); at++) {
    const filled = head.columns.some((column, i) => i >= leading.length && reader.at(at, column) !== null)
    const printed = filled || head.columns.some((column) => reader.at(at, column) !== null)
    if (!printed && end === null) break
    // A blank row is a row of the table only where the exported table had one more.
    if (!filled && rows.length >= known.length && !/^注[:：]/.test(reader.label(at, head.columns[0]!))) continue
    if (/^注[:：]/.test(reader.label(at, head.columns[0]!))) break
    const id = known[rows.length]?.id ?? `row${rows.length + 1}`
    const cells: { [column: string]: Answer } = {}
    block.columns.forEach((column, i) => {
      const kind: CellKind = column.kind === 'money' || column.kind === 'count' ? 'number' : column.kind
      const figure = cellId(block.table, id, column.id)
      const answer = reader.answer(at, head.columns[i + leading.length]!, kind, notInvolvedTest(figure, kind, manifest))
      if (answer) cells[column.id] = withProvenance(answer, figure, manifest)
    })
    const kind = block.counted && list ? kindNamed(reader.label(at, head.columns[1]!)) : known[rows.length]?.kind ?? 'single'
    rows.push({ id, kind, cells })
  }
  if (rows.length > 0 || (manifest && Object.hasOwn(manifest.rows, block.table))) reading.tables[block.table] = rows
  return at
}

/** Reads a form's sheet by its labels, so that moved and inserted rows and columns are found where they went. */
export function readForm(reading: FormReading): void {
  let from = 0
  for (const block of reading.form.blocks) {
    if (block.kind === 'fields') readFields(reading, block)
    else if (block.kind === 'matrix') from = readMatrix(reading, block, from)
    else from = readTable(reading, block, from)
  }
}
