import type { Answer } from '../../../domain/evaluation/answer'
import type { Row, RowKind } from '../../../domain/evaluation/evaluation'
import { cellSpec } from '../../../domain/forms/cellSpec'
import type { Block, Form } from '../../../domain/forms/form'
import { cellId, type FigureId, type ItemId } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { yeared } from '../../../domain/report/compose'
import { rowPrint } from '../fingerprint'
import { NOT_INVOLVED, ROW_KINDS } from '../formSheet'
import { isList } from '../grid'
import type { Manifest } from '../manifest'
import { bareName, labelOf } from '../mapping/label'
import { unitIn } from '../mapping/moneyUnit'
import { alignRows } from './alignRows'
import { normalLabel, SheetReader, type CellKind, type NumberReading } from './sheetReader'

/** Where figures stood in a workbook, by figure; a row's under its own id. */
export type Places = Map<FigureId, { readonly sheet: string; readonly cell: string }>

/** What reading a form needs to know. */
export interface FormReading {
  readonly reader: SheetReader
  readonly form: Form
  readonly year: number
  readonly measures: ReadonlyMap<string, Measure>
  readonly manifest: Manifest | null
  readonly answers: { [item: ItemId]: Answer }
  readonly tables: { [table: string]: readonly Row[] }
  readonly places: Places
  /** Items that were written as formulas; null where nobody knows. */
  readonly computed: ReadonlySet<ItemId> | null
  /** What formulas came to, where nobody knows whether they are ours. */
  readonly formulas: Map<ItemId, Answer>
}

const MONEY_POWER = 4
/** Fingerprint of a row without a cell. */
const BLANK = rowPrint({})

const kindOf = (measure: Measure | undefined): CellKind =>
  !measure || measure.kind === 'text' ? 'text' : measure.kind === 'choice' ? 'choice' : measure.kind === 'date' ? 'date' : 'number'

const numbersOf = (measure: Measure | undefined): NumberReading =>
  measure?.kind === 'money' ? { power: MONEY_POWER } : { power: null, ...(measure ? { unit: measure.unit } : {}), percent: measure?.kind === 'ratio' }

/** 不涉及 in a figure's cell says so; in words only if the manifest knows the answer as such. */
const notInvolvedTest = (id: FigureId, kind: CellKind, manifest: Manifest | null) => (text: string): boolean =>
  normalLabel(text) === NOT_INVOLVED && (kind === 'number' || (manifest ? manifest.notInvolved.includes(id) : true))

function keep(reading: FormReading, id: ItemId, row: number, column: number, bare: number): void {
  const { reader, answers, places, manifest } = reading
  const measure = reading.measures.get(id.split('@')[0] ?? '')
  const kind = kindOf(measure)
  const numbers = numbersOf(measure)
  const isFormula = reader.isComputed(row, column)
  // What was written as a formula of ours says nothing of its own; a formula somebody typed into a cell is what it came to.
  if (isFormula && reading.computed?.has(id)) reader.know(row, column)
  const answer = isFormula && reading.computed?.has(id) ? null : reader.answer(row, column, kind, notInvolvedTest(id, kind, manifest), numbers.power === null ? numbers : { ...numbers, bare })
  if (!places.has(id)) places.set(id, { sheet: reader.sheet.name, cell: reader.address(row, column) })
  if (!answer || answers[id]) return
  if (isFormula && !reading.computed) reading.formulas.set(id, answer)
  else answers[id] = withProvenance(answer, id, manifest)
}

function withProvenance(answer: Answer, id: FigureId, manifest: Manifest | null): Answer {
  const provenance = manifest && Object.hasOwn(manifest.provenance, id) ? manifest.provenance[id] : undefined
  return provenance ? { ...answer, provenance } : answer
}

function readFields(reading: FormReading, block: Block & { kind: 'fields' }, bare: number): void {
  const { reader } = reading
  for (const field of block.fields) {
    const wanted = normalLabel(field.label)
    find: for (let row = 0; row < reader.sheet.rows.length; row++) {
      const width = reader.sheet.rows[row]?.length ?? 0
      for (let column = 0; column < width; column++) {
        if (reader.label(row, column) !== wanted) continue
        reader.know(row, column)
        // A value stands right of its label, behind the label's own merged cells.
        for (let next = column + 1; next < width; next++)
          if (reader.at(row, next)) {
            if (!block.fields.some((other) => normalLabel(other.label) === reader.label(row, next) && other !== field)) keep(reading, field.item, row, next, bare)
            break
          }
        break find
      }
    }
  }
}

/** The rows of a sheet in which a row of the form may be looked for: below `at` first, then from the head on. */
function rowWith(reader: SheetReader, column: number, from: number, at: number, end: number, isIt: (label: string) => boolean): number | null {
  for (let row = at; row < end; row++) if (!reader.isKnown(row, column) && isIt(reader.label(row, column))) return row
  for (let row = from; row < Math.min(at, end); row++) if (!reader.isKnown(row, column) && isIt(reader.label(row, column))) return row
  return null
}

const plainName = (label: string): string => bareName(labelOf(label).name)

/** Where the next block of a form begins, or the sheet ends. */
function endOf(reading: FormReading, block: Block, from: number): number {
  const { form, reader, year } = reading
  const next = form.blocks[form.blocks.indexOf(block) + 1]
  const labels = next?.kind === 'matrix' ? [yeared(next.stub, year), ...next.columns.map((column) => yeared(column.head, year))] : next?.kind === 'table' ? next.columns.map((column) => yeared(column.head, year)) : null
  return (labels && new SheetReader(reader.sheet).findRow(labels, from)?.row) ?? reader.sheet.rows.length
}

function readMatrix(reading: FormReading, block: Block & { kind: 'matrix' }, from: number, bare: number): number {
  const { reader, form, year } = reading
  const head = reader.findRow([yeared(block.stub, year), ...block.columns.map((column) => yeared(column.head, year))], from)
  if (!head) return from
  const first = head.row + 1
  const end = endOf(reading, block, first)
  const stub = head.columns[0]!
  let at = first
  let last = first
  for (const row of block.rows) {
    const wanted = normalLabel(row.label)
    const name = plainName(row.label)
    const found = rowWith(reader, stub, first, at, end, (label) => label === wanted) ?? (name === '' ? null : rowWith(reader, stub, first, at, end, (label) => plainName(label) === name))
    if (found === null) continue
    reader.know(found, stub)
    block.columns.forEach((column, i) => {
      const spec = cellSpec(form, row, column, reading.measures)
      if (spec.kind === 'item') keep(reading, spec.item, found, head.columns[i + 1]!, bare)
      else if (spec.kind === 'formula') reader.know(found, head.columns[i + 1]!)
    })
    at = found + 1
    last = Math.max(last, at)
  }
  reader.zone(first, last, head.columns.slice(1))
  return last
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

function readTable(reading: FormReading, block: Block & { kind: 'table' }, from: number, bare: number): number {
  const { reader, form, year, manifest, places } = reading
  const list = isList(form)
  const leading = list ? ['序号', ...(block.counted ? ['行类别'] : [])] : []
  const head = reader.findRow([...leading, ...block.columns.map((column) => yeared(column.head, year))], from)
  if (!head) return from
  const known = manifest && Object.hasOwn(manifest.rows, block.table) ? manifest.rows[block.table]! : []
  const rows: (Omit<Row, 'id'> & { readonly at: number; readonly cellsAt: ReadonlyMap<string, string> })[] = []
  const notInvolved = new Set(manifest?.notInvolved)
  let blanks = known.filter(({ print }) => print === undefined || print === BLANK).length
  const end = totalRow(reader, block, head.row + 1, head.columns)
  let at = head.row + 1
  for (; at < (end ?? reader.sheet.rows.length); at++) {
    const filled = head.columns.some((column, i) => i >= leading.length && reader.at(at, column) !== null)
    const printed = filled || head.columns.some((column) => reader.at(at, column) !== null)
    if (!printed && end === null && !list) break
    // Rows of a list are numbered even where they are blank: one without a number was put in and not filled.
    if (!printed && list) continue
    if (/^注[:：]/.test(reader.label(at, head.columns[0]!))) break
    // A blank row is a row of the table only where it was exported as one.
    if (!filled && blanks-- <= 0) {
      for (const column of head.columns) reader.know(at, column)
      continue
    }
    const cells: { [column: string]: Answer } = {}
    const cellsAt = new Map<string, string>()
    block.columns.forEach((column, i) => {
      const kind: CellKind = column.kind === 'money' || column.kind === 'count' ? 'number' : column.kind
      const figure = cellId(block.table, known[rows.length]?.id ?? '', column.id)
      const where = head.columns[i + leading.length]!
      const isNot = (text: string): boolean => normalLabel(text) === NOT_INVOLVED && (kind === 'number' || (manifest ? notInvolved.has(figure) : true))
      const answer = reader.answer(at, where, kind, isNot, column.kind === 'money' ? { power: MONEY_POWER, bare, percent: column.percent === true } : { power: null, percent: column.percent === true })
      cellsAt.set(column.id, reader.address(at, where))
      if (answer) cells[column.id] = answer
    })
    for (const column of head.columns.slice(0, leading.length)) reader.know(at, column)
    const kind = block.counted && list ? kindNamed(reader.label(at, head.columns[1]!)) : known[rows.length]?.kind ?? 'single'
    rows.push({ kind, cells, at, cellsAt })
  }
  reader.zone(head.row + 1, at, head.columns.slice(leading.length))
  if (end !== null) reader.sheet.rows[end]?.forEach((_, column) => reader.know(end, column))
  const withIds = alignRows(rows.map(({ kind, cells }) => ({ kind, cells })), known, (n) => `row${n}`)
  withIds.forEach((row, i) => rows[i]!.cellsAt.forEach((cell, column) => places.set(cellId(block.table, row.id, column), { sheet: reader.sheet.name, cell })))
  const withSources = withIds.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, withProvenance(answer, cellId(block.table, row.id, column), manifest)])) }))
  if (rows.length > 0 || (manifest && Object.hasOwn(manifest.rows, block.table))) reading.tables[block.table] = withSources
  return at
}

/** The power of ten of 元 a sheet of ours is in: 万元, unless its head was changed by hand. */
function statedUnit(reader: SheetReader): number {
  for (const row of reader.sheet.rows.slice(0, 8)) for (const cell of row) {
    const said = cell && !cell.isNumber && /单位[:：]/.test(cell.text) ? unitIn(cell.text) : null
    if (said !== null) return said
  }
  return MONEY_POWER
}

/** Reads a form's sheet by its labels, so that moved and inserted rows and columns are found where they went. */
export function readForm(reading: FormReading): void {
  const bare = statedUnit(reading.reader)
  let from = 0
  for (const block of reading.form.blocks) {
    if (block.kind === 'fields') readFields(reading, block, bare)
    else if (block.kind === 'matrix') from = readMatrix(reading, block, from, bare)
    else from = readTable(reading, block, from, bare)
  }
  reading.reader.rejectUnknown()
}
