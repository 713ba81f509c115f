import type { Fund } from '../../../domain/measures/basis'
import { itemOf } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import type { Form } from '../../../domain/forms/form'
import { sha256 } from '../../../kernel/sha256'
import type { ReadSheet } from '../read/readSheets'
import { CellGrid } from './cellGrid'
import { fundIn, headWords } from './headWords'
import { bareName, compact, labelOf, withoutYears } from './label'
import { isTotalLabel, layoutOf, type PlacedLabel, type Region } from './layout'
import type { Confidence, LabelPlace, MappedLabel, Meaning, SheetMapping } from './mapping'
import { moneyUnitOf } from './moneyUnit'
import { scoreColumn } from './scoreHeads'
import { Vocabulary, type Match, type NamedIndicator } from './vocabulary'

/** What mapping a sheet needs to know. */
export interface MappingContext {
  readonly measures: readonly Measure[]
  readonly forms: readonly Form[]
  /** 评价年度: heads name their years against it. */
  readonly year: number
  /** 三级指标 of the evaluation's framework, by which a 评分表 is known. */
  readonly indicators?: readonly NamedIndicator[]
}

/** A label with its meaning, where it stands and what it says. */
export interface PlacedMeaning extends MappedLabel {
  readonly at: PlacedLabel
}

/** A sheet with its labels found and given meanings. */
export interface MappedSheet {
  readonly sheet: ReadSheet
  readonly grid: CellGrid
  readonly regions: readonly Region[]
  readonly mapping: SheetMapping
  /** The labels of the mapping, with their places, in the order of the sheet. */
  readonly placed: readonly PlacedMeaning[]
  readonly vocabulary: Vocabulary
}

const NOTHING: Meaning = { kind: 'nothing' }

/** Labels of a region in reading order, with how they are compared. */
interface Found {
  readonly place: LabelPlace
  readonly region: number
  readonly label: string
  readonly nth: number
  readonly at: PlacedLabel
}

function labelsOf(regions: readonly Region[], year: number): readonly Found[] {
  const seen = new Map<string, number>()
  const found = (place: LabelPlace, region: number, at: PlacedLabel): Found => {
    const label = bareName(withoutYears(compact(at.text), year))
    const key = `${place} ${region} ${label}`
    const nth = (seen.get(key) ?? 0) + 1
    seen.set(key, nth)
    return { place, region, label, nth, at }
  }
  return regions.flatMap((region, i): readonly Found[] => {
    if (region.kind === 'fields') return region.labels.map((at) => found('field', i, at))
    if (region.kind === 'scores') return [...region.columns.map((at) => found('score', i, at)), ...region.rows.map((at) => found('indicator', i, at))]
    const columns = region.columns.map((at) => found('column', i, at))
    return region.kind === 'list' ? columns : [...columns, ...region.rows.map((at) => found('row', i, at))]
  })
}

/** Fingerprint of a sheet's labels in their order: the same for every filled copy of one form, whatever its figures, widths and blank rows. */
function fingerprint(labels: readonly Found[]): string {
  return sha256(new TextEncoder().encode(JSON.stringify(labels.map(({ place, region, label, nth }) => [place, region, label, nth])))).slice(0, 20)
}

/** The form in which most labels of a region's rows are found. */
function formOf(region: Region, vocabulary: Vocabulary): string | null {
  if (region.kind !== 'matrix') return null
  const counts = new Map<string, number>()
  for (const { text } of region.rows) for (const form of new Set(vocabulary.formRows(text).map((row) => row.form))) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function columnMatch(at: PlacedLabel, region: Region, vocabulary: Vocabulary, year: number): Match | null {
  if (region.kind === 'list') {
    const column = vocabulary.tableColumns(at.text).find(({ table }) => table === region.table)
    return column ? { meaning: { kind: 'column', table: region.table, column: column.column }, confidence: 'sure' } : null
  }
  const words = headWords(at.text, year)
  if (words.basis !== null) return { meaning: { kind: 'basis', basis: words.basis, fund: words.fund }, confidence: words.sure ? 'sure' : 'likely' }
  const item = vocabulary.headItem(at.text)
  return item === null ? null : { meaning: { kind: 'item', item }, confidence: 'sure' }
}

/** A sheet's own 资金口径, where its head names one: 资金口径：财政拨款. */
function fundOf(sheet: ReadSheet): Fund | null {
  for (const row of sheet.rows.slice(0, 6)) for (const cell of row) {
    const said = cell && /资金口径[:：](.{2,16})/.exec(compact(cell.text))?.[1]
    const fund = said ? fundIn(said) : null
    if (fund !== null) return fund
  }
  return null
}

function suggested(labels: readonly Found[], regions: readonly Region[], context: MappingContext, vocabulary: Vocabulary): readonly PlacedMeaning[] {
  const forms = regions.map((region) => formOf(region, vocabulary))
  const used = new Set<string>()
  return labels.map((found) => {
    const region = regions[found.region]!
    let match: Match | null
    if (found.place === 'field') {
      const item = vocabulary.field(found.at.text)
      match = item === null ? null : { meaning: { kind: 'item', item }, confidence: 'sure' }
    } else if (found.place === 'score') {
      const column = scoreColumn(found.at.text)
      match = column === null ? null : { meaning: { kind: 'score', column }, confidence: 'sure' }
    } else if (found.place === 'indicator') match = vocabulary.indicator(found.at.text)
    else if (found.place === 'column') match = columnMatch(found.at, region, vocabulary, context.year)
    else match = vocabulary.row(found.at.text, forms[found.region] ?? null, used)
    if (match?.meaning.kind === 'row') used.add(`${match.meaning.form}/${match.meaning.row}`)
    // A second 合计 or a copy of a row is not taken for the first.
    const told = match?.meaning.kind === 'measure' ? match.meaning.measure : match?.meaning.kind === 'indicator' ? `indicator ${match.meaning.indicator}` : null
    const again = told !== null && used.has(`${found.region} ${told}`)
    if (told !== null) used.add(`${found.region} ${told}`)
    const confidence: Confidence = again ? 'unsure' : match?.confidence ?? 'unsure'
    return { ...found, meaning: match?.meaning ?? NOTHING, confidence }
  })
}

const plainLabel = ({ place, region, label, nth, meaning, confidence }: MappedLabel): MappedLabel => ({ place, region, label, nth, meaning, confidence })

/** Finds the labels of a sheet and what they probably stand for; `remembered` wins where its fingerprint is this sheet's. */
export function mapSheet(sheet: ReadSheet, context: MappingContext, remembered: readonly SheetMapping[] = []): MappedSheet {
  const vocabulary = new Vocabulary(context.measures, context.forms, context.year, context.indicators)
  const grid = new CellGrid(sheet)
  const regions = layoutOf(grid, vocabulary, context.year)
  const labels = labelsOf(regions, context.year)
  const print = fingerprint(labels)
  const known = remembered.find((one) => one.fingerprint === print)
  const chosen = new Map(known?.labels.map((label) => [`${label.place} ${label.region} ${label.label} ${label.nth}`, label]))
  const placed = suggested(labels, regions, context, vocabulary).map((one) => {
    const own = chosen.get(`${one.place} ${one.region} ${one.label} ${one.nth}`)
    return own ? { ...one, meaning: own.meaning, confidence: own.confidence } : one
  })
  const mapping: SheetMapping = {
    format: 1, fingerprint: print, sheet: sheet.name,
    unit: moneyUnitOf(sheet) ?? known?.unit ?? null, fund: fundOf(sheet) ?? known?.fund ?? 'all', labels: placed.map(plainLabel),
  }
  return { sheet, grid, regions, mapping, placed, vocabulary }
}

/** The sheet with some of its meanings corrected by the user: they are sure. */
export function corrected(mapped: MappedSheet, mapping: Pick<SheetMapping, 'labels' | 'unit' | 'fund'>): MappedSheet {
  const by = new Map(mapping.labels.map((label) => [`${label.place} ${label.region} ${label.label} ${label.nth}`, label]))
  const placed = mapped.placed.map((one) => {
    const own = by.get(`${one.place} ${one.region} ${one.label} ${one.nth}`)
    return own ? { ...one, meaning: own.meaning, confidence: own.confidence } : one
  })
  return { ...mapped, placed, mapping: { ...mapped.mapping, unit: mapping.unit, fund: mapping.fund, labels: placed.map(plainLabel) } }
}

/** Whether the user has to look: a row with figures whose meaning is not known. Totals that nobody needs do not count. */
export const isOpen = (label: PlacedMeaning): boolean => label.place === 'row' && label.meaning.kind === 'nothing' && !isTotalLabel(label.at.text) && labelOf(label.at.text).name !== ''

/** Whether a measure is money, so that the sheet's 金额单位 counts for it. */
export const isMoney = (item: string, measures: ReadonlyMap<string, Measure>): boolean => measures.get(itemOf(item).measure)?.kind === 'money'
