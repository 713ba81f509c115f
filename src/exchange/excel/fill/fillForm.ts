import type { Catalog } from '../../../domain/catalog'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import { figuresOf } from '../../../domain/figures/figuresOf'
import { assess } from '../../../domain/indicators/assess'
import { shiftPoint } from '../../../kernel/decimalText'
import { err, ok, type Result } from '../../../kernel/result'
import { guessedUnit, viewOf } from '../import/planImport'
import { mapSheet, type MappedSheet } from '../mapping/suggest'
import { fileKind } from '../read/fileKind'
import { readBook } from '../read/readBook'
import { partText, percentStyles, recalculating, sheetParts } from '../package/bookParts'
import type { FillChoices, FillPlan } from './fillPlan'
import { fillSheet, type FilledSheet, type FillValue } from './fillSheet'
import { patchedSheet, sheetCells, type CellValue } from '../package/sheetXml'
import { ZipSplice } from '../package/zipSplice'

/** A form filled in thought, with what it takes to write it. */
interface Filling {
  readonly zip: ZipSplice
  readonly plan: FillPlan
  readonly sheets: readonly { readonly part: string; readonly text: string; readonly filled: FilledSheet; readonly formulas: ReadonlySet<string>; readonly styles: ReadonlyMap<string, number> }[]
}

const NOT_XLSX = '不是 .xlsx 工作簿，不能在原表里填。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”再选择。'
const HEAD_ROWS = 6

/** Another year that the form's head names. */
function otherYear({ sheet }: MappedSheet, year: number): string | null {
  for (const row of sheet.rows.slice(0, HEAD_ROWS)) for (const cell of row) {
    const said = cell && /((?:19|20)\d{2})\s*年度/.exec(cell.text)?.[1]
    if (said && Number(said) !== year) return `“${sheet.name}”表头写的是 ${said} 年度，打开的评价是 ${year} 年度，请核对是否用错了表。`
  }
  return null
}

function filling(bytes: Uint8Array, fileName: string, evaluation: Evaluation, catalog: Catalog, choices: FillChoices): Result<Filling, string> {
  const book = readBook(bytes, fileName)
  if (!book.ok) return book
  const zip = fileKind(bytes) === 'xlsx' ? ZipSplice.open(bytes) : null
  if (!zip || zip.names.some((name) => /^xl\/workbook\.bin$/i.test(name))) return err(`“${fileName}”${NOT_XLSX}`)
  const parts = sheetParts(zip)
  const measures = new Map(catalog.measures.map((measure) => [measure.id, measure]))
  const context = { evaluation, figures: figuresOf(evaluation, catalog.measures), measures, forms: catalog.forms, notInvolved: choices.notInvolved, assessment: assess(evaluation.framework, evaluation) }
  const prints = new Set(choices.mappings.map(({ fingerprint }) => fingerprint))
  const sheets: Filling['sheets'][number][] = []
  const views: FillPlan['sheets'][number][] = []
  const notes: string[] = []
  for (const sheet of book.value) {
    const part = parts.get(sheet.name)
    const text = part === undefined ? null : partText(zip, part)
    const cells = text === null ? null : sheetCells(text)
    if (part === undefined || text === null || !cells) {
      notes.push(`“${sheet.name}”不是普通工作表，没有填。`)
      continue
    }
    const mapped = mapSheet(sheet, { measures: catalog.measures, forms: catalog.forms, year: evaluation.year, indicators: evaluation.framework.indicators }, choices.mappings)
    const stated = mapped.mapping.unit ?? choices.units[sheet.name]
    const unit = stated ?? guessedUnit(sheet)
    const filled = fillSheet(mapped, cells.formulas, unit, context)
    if (filled.entries.length === 0) notes.push(`“${sheet.name}”里没有认出要填的格子。`)
    else {
      views.push({ ...viewOf(mapped, 0), known: prints.has(mapped.mapping.fingerprint), unit, unitStated: stated !== undefined })
      const other = otherYear(mapped, evaluation.year)
      if (other !== null) notes.push(other)
      notes.push(...filled.notes)
    }
    sheets.push({ part, text, filled, ...cells })
  }
  return ok({ zip, sheets, plan: { fileName, sheets: views, entries: sheets.flatMap(({ filled }) => filled.entries), notes } })
}

/** What the bureau's own form would get from the evaluation. Error: one sentence with the file's name. */
export function planFill(bytes: Uint8Array, fileName: string, evaluation: Evaluation, catalog: Catalog, choices: FillChoices): Result<FillPlan, string> {
  const found = filling(bytes, fileName, evaluation, catalog, choices)
  return found.ok ? ok(found.value.plan) : found
}

function cellValue(value: FillValue, isPercent: boolean): CellValue {
  if (value.kind !== 'ratio') return value.kind === 'number' && !survives(value.text) ? { kind: 'text', text: value.text } : { kind: value.kind, text: value.text }
  if (isPercent) return { kind: 'number', text: value.text }
  const percent = shiftPoint(value.text, 2)
  return value.percentHead ? { kind: 'number', text: percent } : { kind: 'text', text: `${percent}%` }
}

/** A double holds fifteen digits; a longer figure or code stays text. */
const survives = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').replace(/^0+/, '').length <= 15

/**
 * 套表: the bureau's own workbook with the evaluation's figures in its cells. Inside the package only the cells' values change; every
 * other part stays byte by byte. Where the form has formulas of its own, the workbook is told to compute them when it is opened.
 * Error: one sentence with the file's name.
 */
export function fillForm(bytes: Uint8Array, fileName: string, evaluation: Evaluation, catalog: Catalog, choices: FillChoices): Result<Uint8Array, string> {
  const found = filling(bytes, fileName, evaluation, catalog, choices)
  if (!found.ok) return found
  const { zip, sheets } = found.value
  const percents = percentStyles(zip)
  const contents = new Map<string, Uint8Array>()
  const put = (name: string, text: string): void => { contents.set(name, new TextEncoder().encode(text)) }
  const changes = sheets.some(({ filled }) => filled.values.size > 0)
  if (!changes) return err(`“${fileName}”里没有可以填的格子：没有认出行名和栏名，或对应的数据还没有填。`)
  let stale = false
  for (const { part, text, filled, formulas, styles } of sheets) {
    const values = new Map<string, CellValue>()
    for (const at of formulas) {
      values.set(at, { kind: 'stale' })
      stale = true
    }
    for (const [at, value] of filled.values) values.set(at, cellValue(value, percents.has(styles.get(at) ?? -1)))
    if (values.size === 0) continue
    const patched = patchedSheet(text, values)
    if (patched !== null) put(part, patched)
  }
  const book = stale ? recalculating(zip) : null
  if (book) put(...book)
  return ok(zip.replaced(contents))
}
