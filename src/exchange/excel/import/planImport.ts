import type { Catalog } from '../../../domain/catalog'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import { figuresOf } from '../../../domain/figures/figuresOf'
import { formItems, measureIndex } from '../../../domain/forms/cellSpec'
import type { PublishedTable } from '../../../domain/forms/publishedTable'
import type { Fund } from '../../../domain/measures/basis'
import { itemId, itemOf, type ItemId } from '../../../domain/measures/item'
import type { Answer } from '../../../domain/evaluation/answer'
import { equals, fromDecimal } from '../../../kernel/rational'
import { compact } from '../mapping/label'
import { mapSheet, type MappedSheet, type MappingContext } from '../mapping/suggest'
import { MONEY_UNITS, type MoneyPower } from '../mapping/moneyUnit'
import { officeTakings } from '../office/officeTakings'
import { publishedIn, readPublished } from '../published/readPublished'
import { readBook } from '../read/readBook'
import type { ReadSheet } from '../read/readSheets'
import { isOwn, readOwn, wantedSheets, type OwnReading } from '../readOwn'
import { address } from '../sheetPlan'
import { compareOwn } from './compareOwn'
import { entriesOf, rowEntries, type EntryContext } from './entriesOf'
import type { FileSummary, ImportChoices, ImportEntry, ImportPlan, MappedSheetView } from './importPlan'
import type { Taking } from './taking'
import { takingsOf, type TakenRow } from './takingsOf'

/** A file as it was given. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What of a sheet is hidden: all that is kept of it once it is read. */
type Hiding = Pick<ReadSheet, 'name' | 'hiddenRows' | 'hiddenColumns'>

/** What the user should know of cells that look at other files. */
const linkNotes = (sheets: readonly ReadSheet[]): readonly string[] => sheets.flatMap(({ name, rows }) => {
  const linked = rows.reduce((sum, row) => sum + row.filter((cell) => cell?.isLinked).length, 0)
  return linked === 0 ? [] : [`工作表“${name}”有 ${linked} 格取自别的文件，这里用的是上次算出的数，请核对。`]
})

const hidingOf = ({ name, hiddenRows, hiddenColumns }: ReadSheet): Hiding => ({ name, hiddenRows, hiddenColumns })

/** A foreign sheet read: what it tells, before it is held against the desk. */
interface ForeignSheet {
  readonly file: number
  readonly sheet: Hiding
  readonly takings: readonly Taking[]
  readonly rows: readonly TakenRow[]
  readonly isPublished: boolean
  readonly doubt: string | undefined
}

/** An evaluation with nothing answered, to which everything a file says is new. */
export const emptied = (evaluation: Evaluation): Evaluation =>
  ({ ...evaluation, answers: {}, narrative: {}, tables: Object.fromEntries(Object.keys(evaluation.tables).map((table) => [table, []])) })

/** Amounts in 元 run to six digits and more; in 万元 they rarely do. */
export function guessedUnit(sheet: ReadSheet): MoneyPower {
  const amounts = sheet.rows.flatMap((row) => row.flatMap((cell) => (cell?.isNumber && !/^(?:19|20)\d{2}$/.test(cell.text) ? [cell.text] : [])))
  return amounts.some((text) => (text.split('.')[0] ?? '').replace('-', '').length >= 6) ? 0 : 4
}

const unitDoubt = (unit: MoneyPower): string => `工作表没有写金额单位，先按${MONEY_UNITS[unit]}读；请选定单位后再勾选。`

/** Labels of a sheet that are shown for correction; no form has more. */
const MOST_LABELS = 600

const HIDDEN_SHEET = '这张工作表是隐藏的，常是上年或别的单位的，请核对后勾选。'
const HIDDEN_CELL = '这一格在隐藏的行或列里，请核对后勾选。'

class Planner {
  private readonly files: FileSummary[] = []
  private readonly entries: ImportEntry[] = []
  private readonly mapped: MappedSheetView[] = []
  private readonly foreign: ForeignSheet[] = []
  private readonly desk: Evaluation
  private readonly catalog: Catalog
  private readonly tables: readonly PublishedTable[]
  private readonly choices: ImportChoices
  private readonly context: MappingContext
  private readonly measures: ReturnType<typeof measureIndex>

  constructor(desk: Evaluation, catalog: Catalog, tables: readonly PublishedTable[], choices: ImportChoices) {
    this.desk = desk
    this.catalog = catalog
    this.tables = tables
    this.choices = choices
    this.context = { measures: catalog.measures, forms: catalog.forms, year: desk.year, indicators: desk.framework.indicators }
    this.measures = measureIndex(catalog.measures)
  }

  addProblem(name: string, problem: string): void {
    this.files.push({ name, problem, notes: [], sheets: [] })
  }

  addOwn(name: string, own: OwnReading, sheets: readonly Hiding[]): void {
    const file = this.files.length
    const entries = compareOwn(own, this.desk, this.catalog, file)
    this.entries.push(...minded(entries, sheets))
    const year = own.evaluation.year === this.desk.year ? [] : [`文件是 ${own.evaluation.year} 年度的，打开的评价是 ${this.desk.year} 年度的，请核对。`]
    this.files.push({ name, problem: null, notes: [...year, ...own.notes, ...(own.ignoredSheets.length > 0 ? [`没有读取的工作表：${own.ignoredSheets.join('、')}。`] : [])],
      sheets: own.sheets.map(({ sheet, read }) => ({ sheet, taken: `本系统的表，读到 ${read} 格`, unit: 4 as const, unitStated: true })) })
  }

  addForeign(name: string, sheets: readonly ReadSheet[]): void {
    const file = this.files.length
    const notes: string[] = [...linkNotes(sheets)]
    const summaries: FileSummary['sheets'][number][] = []
    for (const sheet of sheets) {
      if (sheet.rows.every((row) => row.every((cell) => cell === null))) continue
      if (sheet.beyond) notes.push(`工作表“${sheet.name}”很远的格子里还有内容（到第 ${sheet.beyond.rows} 行），没有读。`)
      const chosen = this.choices.units[`${file}/${sheet.name}`]
      const found = publishedIn(sheet, this.tables)
      if (found) {
        const unit = found.unit ?? chosen ?? guessedUnit(sheet)
        const doubt = found.unit === null && chosen === undefined ? unitDoubt(unit) : sheet.hidden ? HIDDEN_SHEET : undefined
        this.foreign.push({ file, sheet: hidingOf(sheet), takings: readPublished(found, this.measures, this.desk.year, unit), rows: [], isPublished: true, doubt })
        summaries.push({ sheet: sheet.name, taken: `${found.number} ${found.table.names[0]!}${found.year === null ? '' : `（${found.year} 年度）`}`, unit, unitStated: found.unit !== null })
        continue
      }
      const asked = officeTakings(sheet, this.catalog.measures, this.catalog.forms)
      if (asked) {
        this.foreign.push({ file, sheet: hidingOf(sheet), takings: asked.takings, rows: [], isPublished: false, doubt: sheet.hidden ? HIDDEN_SHEET : undefined })
        summaries.push({ sheet: sheet.name, taken: `分工取数表（${asked.office}）`, unit: 4, unitStated: true })
        continue
      }
      const mapped = mapSheet(sheet, this.context, this.choices.mappings)
      const hasFigures = sheet.rows.some((row) => row.some((cell) => cell?.isNumber))
      if (!hasFigures && mapped.placed.length === 0) {
        notes.push(`工作表“${sheet.name}”里没有数，没有读。`)
        continue
      }
      const unit = mapped.mapping.unit ?? chosen ?? guessedUnit(sheet)
      const unitStated = mapped.mapping.unit !== null
      const { takings, rows, byUnit } = takingsOf(mapped, unit, this.catalog.forms, name)
      const needsUnit = !unitStated && chosen === undefined && byUnit
      this.foreign.push({ file, sheet: hidingOf(sheet), takings, rows, isPublished: false, doubt: needsUnit ? unitDoubt(unit) : sheet.hidden ? HIDDEN_SHEET : undefined })
      this.mapped.push(viewOf(mapped, file))
      summaries.push({ sheet: sheet.name, taken: '按行名、栏名对应', unit, unitStated })
    }
    this.files.push({ name, problem: null, notes, sheets: summaries })
  }

  plan(): ImportPlan {
    const shownItems = new Set<ItemId>(this.catalog.forms.flatMap((form) => formItems(form, this.measures)))
    const taken = new Map<ItemId, { readonly answer: Answer; readonly label: string }>()
    const wholeFunds = this.wholeFunds()
    const figures = figuresOf(this.desk, this.catalog.measures)
    // The classification and the totals of the national set stand before what a foreign form repeats of them.
    for (const one of [...this.foreign].sort((a, b) => Number(b.isPublished) - Number(a.isPublished))) {
      const context: EntryContext = {
        desk: this.desk, measures: this.catalog.measures, figures, shownItems, wholeFunds, today: this.choices.today, file: one.file,
        ...(one.isPublished ? { state: 'finalApproved' as const } : {}), ...(one.doubt === undefined ? {} : { doubt: one.doubt }),
      }
      this.entries.push(...minded([...entriesOf(one.takings, context, taken), ...rowEntries(one.rows, context)], [one.sheet]))
    }
    return { files: this.files, entries: this.entries, mapped: this.mapped }
  }

  /** Funds in which the year's expenditure is the whole of it, told by the published totals. */
  private wholeFunds(): ReadonlySet<Fund> {
    const totals = new Map<ItemId, string>()
    for (const { takings, isPublished } of this.foreign) if (isPublished) for (const taking of takings)
      if (taking.kind === 'figure' && taking.answer.kind === 'given' && itemOf(taking.item).measure === 'expenditure' && itemOf(taking.item).basis === 'actual' && !totals.has(taking.item)) totals.set(taking.item, taking.answer.text)
    const all = fromDecimal(totals.get(itemId('expenditure', 'actual', 'all')) ?? '')
    return new Set((['fiscal', 'general'] as const).filter((fund) => {
      const own = fromDecimal(totals.get(itemId('expenditure', 'actual', fund)) ?? '')
      return all !== null && own !== null && equals(all, own)
    }))
  }
}

/** Entries from hidden rows and columns wait for the user. */
function minded(entries: readonly ImportEntry[], sheets: readonly Hiding[]): readonly ImportEntry[] {
  const hiding = new Map(sheets.filter(({ hiddenRows, hiddenColumns }) => hiddenRows.size > 0 || hiddenColumns.size > 0).map((sheet) => [sheet.name, sheet]))
  if (hiding.size === 0) return entries
  return entries.map((entry) => {
    const sheet = entry.ticked ? hiding.get(entry.sheet) : undefined
    const at = /^([A-Z]+)(\d+)$/.exec(entry.cell)
    if (!sheet || !at) return entry
    const column = [...at[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    return sheet.hiddenRows.has(Number(at[2]) - 1) || sheet.hiddenColumns.has(column) ? { ...entry, ticked: false, reason: HIDDEN_CELL } : entry
  })
}

/** A mapped sheet as it is shown: each label with its words and a figure that belongs to it. */
export function viewOf(mapped: MappedSheet, file: number): MappedSheetView {
  const { sheet, grid, placed, mapping, regions } = mapped
  const words = placed.slice(0, MOST_LABELS).map(({ at, place, region }) => {
    const of = regions[region]!
    let example = ''
    if ((place === 'row' && of.kind === 'matrix') || (place === 'indicator' && of.kind === 'scores')) example = of.columns.map(({ column }) => grid.cell(at.row, column)?.text ?? '').find((text) => text !== '') ?? ''
    else if (place === 'field' && of.kind === 'fields') example = grid.cell(at.row, of.labels.find((label) => label.row === at.row && label.column === at.column)?.valueColumn ?? at.column)?.text ?? ''
    else for (let row = at.row + 1; row < Math.min(grid.height, at.row + 12) && example === ''; row++) {
      const cell = grid.cell(row, at.column)
      if (cell && (cell.isNumber || of.kind === 'list')) example = cell.text
    }
    return { text: compact(at.text) || address(at.row, at.column), example: example.slice(0, 30) }
  })
  return { file, sheet: sheet.name, mapping: { ...mapping, labels: mapping.labels.slice(0, MOST_LABELS) }, words, hidden: sheet.hidden }
}

/** Answer of `planImport`: the plan, and the evaluation it is for where none was on the desk. */
export type Planned =
  | { readonly kind: 'planned'; readonly plan: ImportPlan; readonly base: Evaluation | null }
  /** A workbook of ours belongs to another evaluation than the one given. */
  | { readonly kind: 'other'; readonly id: string; readonly year: number; readonly unit: string; readonly sample: Evaluation['sample'] | null }
  /** There is nothing to import into. */
  | { readonly kind: 'nowhere'; readonly files: readonly FileSummary[] }

/** How files are to be taken: into the evaluation given, or as one of their own. */
export type ImportTarget =
  /** The open evaluation; a workbook of another is told first. */
  | { readonly kind: 'asked'; readonly desk: Evaluation | null }
  | { readonly kind: 'into'; readonly desk: Evaluation }
  /** A new evaluation from the first workbook of ours, under this id. */
  | { readonly kind: 'new'; readonly id: string }

const unitOf = (evaluation: Evaluation): string => {
  const answer = evaluation.answers['unit.name']
  return answer?.kind === 'given' ? answer.text : '未命名单位'
}

/**
 * Reads files and says what importing them would do. Writes nothing. A bad file is told in the plan and keeps no other from being read.
 * `progress` runs from 0 to 1.
 */
export async function planImport(
  given: readonly GivenFile[], target: ImportTarget, catalog: Catalog, tables: readonly PublishedTable[], choices: ImportChoices,
  progress: (done: number) => void = () => {},
): Promise<Planned> {
  const evaluationOf = target.kind === 'new' ? null : target.desk
  let planner = evaluationOf && new Planner(evaluationOf, catalog, tables, choices)
  let base: Evaluation | null = null
  /** Files read before it is known what they go into. */
  const waiting: Read[] = []
  const told: FileSummary[] = []
  let first: OwnReading | null = null
  const begin = (own: OwnReading, id: string): void => {
    base = { ...emptied(own.evaluation), id }
    planner = new Planner(base, catalog, tables, choices)
  }
  const take = (one: Read): void => {
    if (!planner) waiting.push(one)
    else if ('problem' in one) planner.addProblem(one.name, one.problem)
    else if (one.own) planner.addOwn(one.name, base ? unexported(one.own) : one.own, one.sheets)
    else planner.addForeign(one.name, one.sheets)
  }
  for (const [i, file] of given.entries()) {
    progress(i / (given.length + 1))
    // Lets the progress out between files.
    await new Promise((resolve) => { setTimeout(resolve) })
    const one = readGiven(file, catalog)
    const own = 'own' in one ? one.own : null
    if (own && (!first || !first.manifest && own.manifest)) {
      first = own
      if (target.kind === 'asked' && own.manifest && own.evaluation.id !== target.desk?.id) return otherThan(own)
      if (target.kind === 'new' && own.manifest) begin(own, target.id)
    }
    told.push({ name: one.name, problem: 'problem' in one ? one.problem : null, notes: [], sheets: [] })
    if (planner) for (const before of waiting.splice(0)) take(before)
    // Without an evaluation only the first workbook of ours matters.
    if (planner || target.kind === 'new') take(one)
  }
  progress(given.length / (given.length + 1))
  if (target.kind === 'asked' && !target.desk && first) return otherThan(first)
  if (target.kind === 'new' && !planner && first) begin(first, target.id)
  for (const before of planner ? waiting.splice(0) : []) take(before)
  if (!planner) return { kind: 'nowhere', files: told }
  const plan = planner.plan()
  progress(1)
  return { kind: 'planned', plan, base }
}

/** A file read, or why it cannot be; of one of ours the sheets are let go, for its evaluation says all. */
type Read = { readonly name: string; readonly problem: string } | { readonly name: string; readonly sheets: readonly Hiding[]; readonly own: OwnReading } | { readonly name: string; readonly sheets: readonly ReadSheet[]; readonly own: null }

function readGiven({ name, bytes }: GivenFile, catalog: Catalog): Read {
  const sheets = readBook(bytes, name, wantedSheets)
  if (!sheets.ok) return { name, problem: sheets.error }
  if (!isOwn(sheets.value, catalog)) return { name, sheets: sheets.value, own: null }
  const own = readOwn(sheets.value, name, catalog)
  return own.ok ? { name, sheets: sheets.value.map(hidingOf), own: { ...own.value, notes: [...own.value.notes, ...linkNotes(sheets.value)] } } : { name, problem: `“${name}”${own.error}` }
}

const otherThan = ({ evaluation, manifest }: OwnReading): Planned =>
  ({ kind: 'other', id: evaluation.id, year: evaluation.year, unit: unitOf(evaluation), sample: manifest ? evaluation.sample ?? null : null })

/** A workbook whose evaluation is to be made anew: what it was exported with does not matter. */
const unexported = (own: OwnReading): OwnReading => {
  if (!own.manifest) return own
  const { exported: _exported, ...manifest } = own.manifest
  return { ...own, manifest: { ...manifest, rows: {}, sections: manifest.sections.map(({ id, empty }) => ({ id, empty })) } }
}

