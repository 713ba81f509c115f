import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, utils, write, type CellObject, type WorkBook } from 'xlsx'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { given, type Answer } from '../../../src/domain/evaluation/answer'
import type { Evaluation, Row } from '../../../src/domain/evaluation/evaluation'
import type { Form, TableColumn } from '../../../src/domain/forms/form'
import { yeared } from '../../../src/domain/report/compose'
import { readEvaluation } from '../../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'

const RUNS = Number(process.env['IMPORT_RUNS'] ?? 15)
const ROWS = 6

/** A table of a form, and where it is printed. */
interface Listed {
  readonly form: Form
  readonly table: string
  readonly columns: readonly TableColumn[]
  readonly totalLabel: string | undefined
}
const LISTS: readonly Listed[] = catalog.forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'table' ? [{ form, table: block.table, columns: block.columns, totalLabel: block.totalLabel }] : [])))

/** A value for a column that no other row has. */
function sampleValue({ kind, options, head }: TableColumn, n: number): string {
  if (kind === 'money') return `${10 + n}.5${n % 10}`
  if (kind === 'count') return String(1 + n)
  if (kind === 'date') return `2025-0${1 + (n % 9)}-1${n % 9}`
  return kind === 'choice' ? options![n % options!.length]! : `虚构${head}${n}`
}

/** The fictional sample with rows in every table; every other row leaves some cells blank. */
const evaluation: Evaluation = {
  ...fictionalCase,
  tables: Object.fromEntries(LISTS.map(({ table, columns }) => [table, Array.from({ length: ROWS }, (_, n): Row => ({
    id: `${table}-${n}`, kind: 'single', cells: Object.fromEntries(columns.filter((_column, c) => c === 0 || n % 2 === 0 || c % 3 !== 0).map((column) => [column.id, given(sampleValue(column, n))])),
  }))])),
}
let bytes: Promise<Uint8Array> | null = null

/** What somebody does with a table in Excel; `at` is a row of it, `pick` chooses among columns. */
interface Deed {
  readonly kind: 'blankRow' | 'newRow' | 'deleteRow' | 'moveRow' | 'change' | 'clear' | 'spoil' | 'swapColumns' | 'spacedHeads'
  readonly list: number
  readonly at: number
  readonly pick: number
}
const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom<Deed['kind']>('blankRow', 'newRow', 'deleteRow', 'moveRow', 'change', 'clear', 'spoil', 'swapColumns', 'spacedHeads'),
  list: fc.nat(LISTS.length - 1), at: fc.nat(ROWS - 1), pick: fc.nat(100),
})

type Line = (CellObject | undefined)[]

/** A table on its sheet, and what it should be read as. */
class Edited {
  readonly listed: Listed
  readonly lines: Line[]
  readonly model: { cells: Record<string, string>; isBlank: boolean; spoilt: Set<string> }[] = []
  private readonly sheetLines: Line[]
  private readonly first: number
  private readonly columnAt: Map<string, number>

  constructor(book: WorkBook, listed: Listed) {
    this.listed = listed
    const sheet = book.Sheets[listed.form.name]!
    const { e } = utils.decode_range(sheet['!ref']!)
    this.sheetLines = Array.from({ length: e.r + 1 }, (_, r) => Array.from({ length: e.c + 1 }, (_unused, c) => sheet[utils.encode_cell({ r, c })] as CellObject | undefined))
    const heads = listed.columns.map(({ head }) => yeared(head, evaluation.year))
    const head = this.sheetLines.findIndex((line) => heads.every((text) => line.some((cell) => cell?.v === text)))
    this.columnAt = new Map(listed.columns.map(({ id }, i) => [id, this.sheetLines[head]!.findIndex((cell) => cell?.v === heads[i])]))
    this.first = head + 1
    this.lines = this.sheetLines.splice(this.first, ROWS)
    for (const row of evaluation.tables[listed.table]!) this.model.push({ cells: Object.fromEntries(Object.entries(row.cells).map(([id, answer]) => [id, (answer as { text: string }).text])), isBlank: false, spoilt: new Set() })
  }

  private get head(): Line {
    return this.sheetLines[this.first - 1]!
  }

  private put(line: Line, column: TableColumn, text: string): void {
    const isNumber = column.kind === 'money' || column.kind === 'count'
    line[this.columnAt.get(column.id)!] = isNumber && /^\d/.test(text) ? { t: 'n', v: Number(text), z: (text.split('.')[1] ?? '').replace(/\d/g, '0') === '' ? '0' : `0.${(text.split('.')[1] ?? '').replace(/\d/g, '0')}` } : { t: 's', v: text }
  }

  do({ kind, at, pick }: Deed, n: number): void {
    const { columns } = this.listed
    const row = this.model[at % Math.max(1, this.model.length)]
    const line = this.lines[at % Math.max(1, this.model.length)]
    const place = at % (this.lines.length + 1)
    switch (kind) {
      case 'blankRow':
        this.lines.splice(place, 0, [])
        this.model.splice(place, 0, { cells: {}, isBlank: true, spoilt: new Set() })
        return
      case 'newRow': {
        const added: Line = []
        const cells: Record<string, string> = {}
        columns.forEach((column, c) => {
          if (c > 0 && (c + pick) % 2 === 0) return
          cells[column.id] = sampleValue(column, 20 + n)
          this.put(added, column, cells[column.id]!)
        })
        this.lines.splice(place, 0, added)
        this.model.splice(place, 0, { cells, isBlank: false, spoilt: new Set() })
        return
      }
      case 'deleteRow':
        if (this.model.length < 3) return
        this.lines.splice(at % this.model.length, 1)
        this.model.splice(at % this.model.length, 1)
        return
      case 'moveRow': {
        if (this.model.length < 2) return
        const from = at % this.model.length
        const to = pick % this.model.length
        this.lines.splice(to, 0, ...this.lines.splice(from, 1))
        this.model.splice(to, 0, ...this.model.splice(from, 1))
        return
      }
      case 'change':
      case 'spoil':
      case 'clear': {
        const fit = columns.filter((column, c) => (kind === 'spoil' ? column.kind === 'money' || column.kind === 'count' : kind === 'clear' ? c > 0 : true))
        const column = fit[pick % Math.max(1, fit.length)]
        if (!column || !row || !line || row.isBlank) return
        row.spoilt.delete(column.id)
        delete row.cells[column.id]
        if (kind === 'clear') line[this.columnAt.get(column.id)!] = undefined
        else if (kind === 'spoil') {
          row.spoilt.add(column.id)
          this.put(line, column, '大约不少')
        } else {
          row.cells[column.id] = sampleValue(column, 40 + n)
          this.put(line, column, row.cells[column.id]!)
        }
        return
      }
      case 'swapColumns': {
        // In a form with other parts a column cannot be moved without tearing those.
        if (this.listed.form.blocks.length > 1) return
        const [a, b] = [columns[pick % columns.length]!.id, columns[(pick + 1 + at) % columns.length]!.id]
        const [from, to] = [this.columnAt.get(a)!, this.columnAt.get(b)!]
        for (const each of [this.head, ...this.lines]) [each[from], each[to]] = [each[to], each[from]]
        this.columnAt.set(a, to).set(b, from)
        return
      }
      case 'spacedHeads': {
        const cell = this.head[this.columnAt.get(columns[pick % columns.length]!.id)!]
        if (cell) cell.v = ` ${String(cell.v).trim().slice(0, 1)}\n${String(cell.v).trim().slice(1)}　`
      }
    }
  }

  /** Puts the sheet together again; where spoilt cells came to stand. */
  write(book: WorkBook): readonly string[] {
    const all = [...this.sheetLines.slice(0, this.first), ...this.lines, ...this.sheetLines.slice(this.first)]
    const width = Math.max(...all.map((line) => line.length))
    book.Sheets[this.listed.form.name] = Object.assign(Object.fromEntries(all.flatMap((line, r) => line.flatMap((cell, c) => (cell ? [[utils.encode_cell({ r, c }), cell]] : [])))), { '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: all.length, c: width } }) })
    return this.model.flatMap((row, i) => [...row.spoilt].map((id) => `${this.listed.form.name} ${utils.encode_cell({ r: this.first + i, c: this.columnAt.get(id)! })}`))
  }

  /** A row without a cell is none; one whose every figure was spoilt is still a row. */
  expected(): readonly Record<string, string>[] {
    return this.model.filter(({ cells, isBlank }) => !isBlank && Object.keys(cells).length > 0).map(({ cells }) => cells)
  }
}

const shown = (answer: Answer): string => (answer.kind === 'given' ? answer.text : '不涉及')
const plain = (rows: readonly Row[]) => rows.map((row) => Object.fromEntries(Object.entries(row.cells).map(([id, answer]) => [id, shown(answer)])))

describe('the tables of a workbook of ours, changed by hand', () => {
  it.each([true, false])('are read as they were left, spoilt cells told at their place, rows that stayed keep their ids (hidden sheet there: %s)', async (hidden) => {
    await fc.assert(fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 7 }), async (deeds) => {
      bytes ??= writeEvaluation(evaluation, catalog)
      const book = read(await bytes, { cellNF: true, cellFormula: true })
      const touched = [...new Set(deeds.map(({ list }) => list))].map((list) => ({ list, edited: new Edited(book, LISTS[list]!) }))
      deeds.forEach((one, n) => touched.find(({ list }) => list === one.list)!.edited.do(one, n))
      const spoilt = touched.flatMap(({ edited }) => edited.write(book))
      if (!hidden) {
        book.SheetNames = book.SheetNames.filter((name) => name !== '_hengji')
        delete book.Sheets['_hengji']
      }
      const reading = await readEvaluation(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), 'b.xlsx', catalog)
      if (!reading.ok) throw new Error(reading.message)
      expect(reading.rejected.map(({ sheet, cell }) => `${sheet} ${cell}`).sort()).toEqual([...spoilt].sort())
      for (const { edited } of touched) {
        const { table } = edited.listed
        const rows = (reading.evaluation.tables[table] ?? []).filter(({ cells }) => Object.keys(cells).length > 0)
        expect([table, plain(rows)]).toEqual([table, edited.expected()])
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        if (!hidden) continue
        // A row that nobody touched is still the same row, wherever it was moved to.
        for (const before of evaluation.tables[table]!) {
          const same = rows.filter((row) => JSON.stringify(plain([row])) === JSON.stringify(plain([before])))
          if (same.length === 1) expect([table, same[0]!.id]).toEqual([table, before.id])
        }
      }
      // No other table moved.
      for (const { table } of LISTS) if (!touched.some(({ edited }) => edited.listed.table === table)) expect([table, plain(reading.evaluation.tables[table]!)]).toEqual([table, plain(evaluation.tables[table]!)])
    }), { numRuns: RUNS })
  }, 240_000)
})
