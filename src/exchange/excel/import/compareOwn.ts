import type { Catalog } from '../../../domain/catalog'
import type { Answer } from '../../../domain/evaluation/answer'
import type { Evaluation, Row } from '../../../domain/evaluation/evaluation'
import type { Figure, Figures } from '../../../domain/figures/figures'
import { figuresOf } from '../../../domain/figures/figuresOf'
import { cellId, cellOf, type FigureId } from '../../../domain/measures/item'
import { figureNames, type FigureNames } from '../../../domain/measures/names'
import { equals, fromDecimal } from '../../../kernel/rational'
import { randomId } from '../../../kernel/randomId'
import { same } from '../../../kernel/same'
import { answerPrint, rowPrint, textPrint } from '../fingerprint'
import { NOT_INVOLVED, ROW_KINDS } from '../formSheet'
import type { KnownRow } from '../manifest'
import type { OwnReading } from '../readOwn'
import { TEXT_SHEET } from '../textSheet'
import type { ImportEntry } from './importPlan'

const shown = (answer: Answer | null): string => (answer === null ? '' : answer.kind === 'given' ? answer.text : NOT_INVOLVED)
const standing = (answer: Answer | null): string | null => (answer === null ? null : shown(answer))
const says = (a: Answer | null, b: Answer | null): boolean => a?.kind === b?.kind && shown(a) === shown(b)

const MOST_NAMES = 5000

const KEPT = '文件导出后没有改过这一格，本机的较新，保留本机的。'
const BOTH = '文件和本机都改过，勾选则用文件的。'
const OTHER = '本机已有不同的内容，勾选则用文件的。'

/** Whether an answer is what the figure comes to by itself. */
function isDerived(answer: Answer, figure: Figure | undefined): boolean {
  if (answer.kind === 'notInvolved') return figure?.kind === 'notApplicable'
  const [a, b] = [fromDecimal(answer.text), figure?.kind === 'value' ? fromDecimal(figure.text) : null]
  return a !== null && b !== null && equals(a, b)
}

type Judged = Pick<ImportEntry, 'state' | 'ticked' | 'reason'>

const SAME: Judged = { state: 'unchanged', ticked: false, reason: null }

/** How a place stands, from what the file has, what the desk has, and whether each is still as it was exported (null: nobody knows). */
function judged(file: Answer | null, mine: Answer | null, isUntouched: (answer: Answer | null, of: 'file' | 'mine') => boolean | null): Judged | null {
  if (says(file, mine)) return file === null ? null : SAME
  const [fileUntouched, mineUntouched] = [isUntouched(file, 'file'), isUntouched(mine, 'mine')]
  if (fileUntouched === true) return file === null ? null : { state: 'unchanged', ticked: false, reason: KEPT }
  if (mineUntouched === true) return { state: mine === null ? 'new' : 'changed', ticked: true, reason: file === null ? '文件里删去了这一格。' : null }
  if (file === null) return fileUntouched === null ? null : { state: 'conflict', ticked: false, reason: '文件里是空的，本机后来填了或改了；勾选则清空。' }
  return mine === null && mineUntouched === null ? { state: 'new', ticked: true, reason: null } : { state: 'conflict', ticked: false, reason: mineUntouched === false ? BOTH : OTHER }
}

/** Names are the same for all files of a year, and many files are held against one evaluation. */
const namesKnown = new WeakMap<Catalog, Map<number, FigureNames>>()

function namesOf(catalog: Catalog, year: number): FigureNames {
  const known = namesKnown.get(catalog) ?? new Map<number, FigureNames>()
  namesKnown.set(catalog, known)
  const found = known.get(year)
  if (found) return found
  const heads = new Map(catalog.forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map((column) => [`${block.table}.${column.id}`, column.head.replace(/\{year(-1)?\}/g, (_, last) => String(year - (last ? 1 : 0)))] as const) : []))))
  const { column, figure } = figureNames(catalog.measures, heads)
  const said = new Map<FigureId, string>()
  const names: FigureNames = {
    column,
    figure(id) {
      const name = said.get(id) ?? figure(id)
      if (said.size < MOST_NAMES) said.set(id, name)
      return name
    },
  }
  known.set(year, names)
  return names
}

const figuresKnown = new WeakMap<Evaluation, Figures>()

function deskFigures(desk: Evaluation, catalog: Catalog): Figures {
  const figures = figuresKnown.get(desk) ?? figuresOf(desk, catalog.measures)
  figuresKnown.set(desk, figures)
  return figures
}

/** Compares one of our workbooks with the evaluation on the desk, cell by cell. */
class OwnComparison {
  readonly entries: ImportEntry[] = []
  private readonly own: OwnReading
  private readonly desk: Evaluation
  private readonly file: number
  private readonly names: FigureNames
  private readonly catalog: Catalog
  private readonly rejected: ReadonlySet<string>

  constructor(own: OwnReading, desk: Evaluation, catalog: Catalog, file: number) {
    this.own = own
    this.desk = desk
    this.file = file
    this.catalog = catalog
    this.rejected = new Set(own.rejected.map(({ sheet, cell }) => `${sheet}!${cell}`))
    this.names = namesOf(catalog, own.evaluation.year)
  }

  private put(entry: Omit<ImportEntry, 'file' | 'cells'> & { readonly cells?: number }): void {
    this.entries.push({ cells: entry.found === '' ? 0 : 1, ...entry, file: this.file })
  }

  private placeOf(id: FigureId): { readonly sheet: string; readonly cell: string } {
    return this.own.places.get(id) ?? { sheet: '', cell: '' }
  }

  answers(): void {
    const { own, desk } = this
    const exported = own.manifest?.exported
    for (const [id, place] of own.places) {
      if (cellOf(id) || this.rejected.has(`${place.sheet}!${place.cell}`)) continue
      const file = own.evaluation.answers[id] ?? null
      const mine = desk.answers[id] ?? null
      const base = exported && (Object.hasOwn(exported.prints, id) ? exported.prints[id]! : null)
      const untouched = (answer: Answer | null): boolean | null => (base === undefined ? null : (answer === null ? null : answerPrint(answer)) === base)
      if (file === null && mine === null && base === undefined) continue
      const row = { ...place, label: this.names.figure(id), found: shown(file), standing: standing(mine) }
      // A total typed out, or a formula overwritten by its own value, says nothing new.
      if (file !== null && mine === null && isDerived(file, deskFigures(desk, this.catalog).item(id))) {
        this.put({ ...row, state: 'unchanged', ticked: false, reason: '与系统算出的数相同。', edit: null })
        continue
      }
      const found = judged(file, mine, untouched)
      if (!found) continue
      const after = file && mine?.provenance ? { ...file, provenance: mine.provenance } : file
      this.put({ ...row, ...found, edit: found.state === 'unchanged' ? null : { kind: 'answer', item: id, before: mine, after } })
    }
  }

  rows(): void {
    for (const [table, rows] of Object.entries(this.own.evaluation.tables)) {
      const known = new Map((this.own.manifest && Object.hasOwn(this.own.manifest.rows, table) ? this.own.manifest.rows[table]! : []).map((row) => [row.id, row]))
      const mine = Object.hasOwn(this.desk.tables, table) ? this.desk.tables[table]! : []
      const byId = new Map(mine.map((row, index) => [row.id, { row, index }]))
      const paired = this.own.manifest ? rows : this.byName(rows, mine)
      paired.forEach((row, index) => {
        const there = byId.get(row.id)
        if (there) this.row(table, row, there.row, index, known.get(row.id))
        else this.newRow(table, row, index, known.get(row.id), rows[index]!.id)
      })
      const here = new Set(paired.map(({ id }) => id))
      for (const [id, was] of known) {
        const there = here.has(id) ? undefined : byId.get(id)
        if (!there) continue
        const untouched = was.print === rowPrint(there.row.cells)
        this.put({ state: 'conflict', sheet: this.sheetOf(table), cell: '', label: this.rowName(table, there.row, there.index), found: '', standing: this.rowWords(there.row), ticked: false,
          reason: untouched ? '文件里删去了这一行；勾选则从本机删去。' : '文件里删去了这一行，本机后来改过它；勾选则从本机删去。', edit: { kind: 'rowRemoved', table, index: there.index, row: there.row } })
      }
    }
  }

  private sheetOf(table: string): string {
    return this.catalog.forms.find((form) => form.blocks.some((block) => block.kind === 'table' && block.table === table))?.name ?? ''
  }

  private rowWords(row: Row): string {
    const name = row.cells['name'] ?? row.cells['use'] ?? Object.values(row.cells)[0]
    return name ? shown(name).slice(0, 40) : '（空行）'
  }

  private rowName = (table: string, row: Row, index: number): string => `${this.sheetOf(table)}第 ${index + 1} 行 ${this.rowWords(row)}`

  /** Without the hidden sheet rows have no ids of ours: rows of one name are one row. */
  private byName(rows: readonly Row[], mine: readonly Row[]): readonly Row[] {
    const free = new Map<string, string[]>()
    for (const row of mine) free.set(this.rowWords(row), [...(free.get(this.rowWords(row)) ?? []), row.id])
    return rows.map((row) => ({ ...row, id: free.get(this.rowWords(row))?.shift() ?? randomId() }))
  }

  private newRow(table: string, row: Row, index: number, known: KnownRow | undefined, readAs: string): void {
    const cells = Object.keys(row.cells)
    const first = cells[0] === undefined ? { sheet: this.sheetOf(table), cell: '' } : this.placeOf(cellId(table, readAs, cells[0]))
    const entry = { ...first, label: this.rowName(table, row, index), found: `${this.rowWords(row)}（${cells.length} 格）`, standing: null, cells: cells.length }
    const isOld = known !== undefined && known.print === rowPrint(row.cells)
    if (isOld) this.put({ ...entry, state: 'unchanged', ticked: false, reason: '本机后来删去了这一行，文件没有改过它。', edit: null })
    else this.put({ ...entry, state: known ? 'conflict' : 'new', ticked: !known, reason: known ? '本机后来删去了这一行，文件改过它；勾选则加回。' : null, edit: { kind: 'rowAdded', table, index, row } })
  }

  private row(table: string, row: Row, mine: Row, index: number, known: KnownRow | undefined): void {
    const readAs = this.own.manifest ? row.id : this.own.evaluation.tables[table]![index]!.id
    const mineUntouched = known?.print === undefined ? null : known.print === rowPrint(mine.cells)
    const fileUntouched = known?.print === undefined ? null : known.print === rowPrint(row.cells)
    if (row.kind === mine.kind && rowPrint(row.cells) === rowPrint(mine.cells) && Object.keys(row.cells).length > 0) return this.wholeRow(table, row, mine, index, readAs)
    for (const column of new Set([...Object.keys(row.cells), ...Object.keys(mine.cells)])) {
      const place = this.placeOf(cellId(table, readAs, column))
      if (this.rejected.has(`${place.sheet}!${place.cell}`)) continue
      const file = row.cells[column] ?? null
      const there = mine.cells[column] ?? null
      const found = judged(file, there, (_, of) => (of === 'file' ? fileUntouched : mineUntouched))
      if (!found) continue
      const after = file && there?.provenance ? { ...file, provenance: there.provenance } : file
      this.put({ ...place, label: `${this.rowName(table, mine, index)} ${this.names.column(table, column)}`, found: shown(file), standing: standing(there), ...found,
        edit: found.state === 'unchanged' ? null : { kind: 'cell', table, row: mine.id, column, before: there, after } })
    }
    if (row.kind === mine.kind || fileUntouched === null) return
    const isKnown = known?.kind === mine.kind
    this.put({ state: isKnown ? 'changed' : 'conflict', sheet: this.sheetOf(table), cell: '', label: `${this.rowName(table, mine, index)} 行类别`, found: ROW_KINDS[row.kind], standing: ROW_KINDS[mine.kind], cells: 0,
      ticked: isKnown && known.kind !== row.kind, reason: isKnown ? null : OTHER, edit: { kind: 'rowKind', table, row: mine.id, before: mine.kind, after: row.kind } })
  }

  /** A row of which nothing changed is one line. */
  private wholeRow(table: string, row: Row, mine: Row, index: number, readAs: string): void {
    const cells = Object.keys(row.cells)
    this.put({ ...this.placeOf(cellId(table, readAs, cells[0]!)), state: 'unchanged', label: this.rowName(table, mine, index), found: `${this.rowWords(row)}（${cells.length} 格）`, standing: this.rowWords(mine), cells: cells.length, ticked: false, reason: null, edit: null })
  }

  texts(): void {
    const sections = this.own.manifest?.sections ?? []
    sections.forEach(({ id, print }, i) => {
      const file = this.own.evaluation.narrative[id]
      if (!file) return
      const mine = this.desk.narrative[id] ?? null
      const entry = { sheet: TEXT_SHEET, cell: `B${i + 3}`, label: `报告文字“${id}”`, found: `${file.length} 段`, standing: mine && `${mine.length} 段` }
      if (mine && same(file, mine)) return this.put({ ...entry, state: 'unchanged', ticked: false, reason: null, edit: null })
      const [fileKept, mineKept] = [print !== undefined && textPrint(file) === print, print !== undefined && mine !== null && textPrint(mine) === print]
      if (fileKept) return this.put({ ...entry, state: 'unchanged', ticked: false, reason: KEPT, edit: null })
      const clear = mineKept || mine === null
      this.put({ ...entry, state: mine === null ? 'new' : clear ? 'changed' : 'conflict', ticked: clear, reason: clear ? null : print === undefined ? OTHER : BOTH, edit: { kind: 'narrative', section: id, before: mine, after: file } })
    })
  }

  /** What a place is called whose content was refused. */
  private placeName(id: FigureId | undefined): string {
    const cell = id === undefined ? null : cellOf(id)
    return id === undefined ? '不认识的格子' : cell ? `${this.sheetOf(cell.table)} ${this.names.column(cell.table, cell.column)}` : this.names.figure(id)
  }

  refused(): void {
    const figures = new Map([...this.own.places].map(([id, { sheet, cell }]) => [`${sheet}!${cell}`, id]))
    for (const { sheet, cell, found, expected } of this.own.rejected)
      this.put({ state: 'rejected', sheet, cell, label: this.placeName(figures.get(`${sheet}!${cell}`)), found, standing: null, reason: `应当是${expected}。`, ticked: false, cells: 1, edit: null })
  }
}

/**
 * What a workbook of ours would do to the evaluation on the desk: the file against the desk against what was exported. Judgements,
 * settings and the framework are not taken from a file: nobody can change them there.
 */
export function compareOwn(own: OwnReading, desk: Evaluation, catalog: Catalog, file: number): readonly ImportEntry[] {
  const comparison = new OwnComparison(own, desk, catalog, file)
  comparison.answers()
  comparison.rows()
  comparison.texts()
  comparison.refused()
  return comparison.entries
}
