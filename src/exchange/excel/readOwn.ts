import type { Catalog } from '../../domain/catalog'
import type { Answer } from '../../domain/evaluation/answer'
import { defaultSettings, type Evaluation, type Row } from '../../domain/evaluation/evaluation'
import { vocabularyOf, type Vocabulary } from '../../domain/expression/vocabulary'
import { figuresOf } from '../../domain/figures/figuresOf'
import type { Paragraph } from '../../domain/report/document'
import { parseSlots } from '../../domain/report/slotText'
import { err, ok, type Result } from '../../kernel/result'
import { CHECK_SHEET } from './checkSheet'
import { MANIFEST_SHEET, type Manifest } from './manifest'
import type { RejectedCell, SheetSummary } from './read/evaluationReading'
import { decodeManifest } from './read/decodeManifest'
import { readForm, type Places } from './read/readForm'
import type { ReadSheet } from './read/readSheets'
import { normalLabel, SheetReader } from './read/sheetReader'
import { SCORE_SHEET } from './scoreSheet'
import { SELF_EVALUATION_SHEET } from './selfEvaluationSheet'
import { TEXT_SHEET } from './textSheet'

/** One of our workbooks read, with where everything stood. */
export interface OwnReading {
  readonly evaluation: Evaluation
  /** Null where the hidden sheet is gone: then nothing says whose the workbook is. */
  readonly manifest: Manifest | null
  readonly places: Places
  readonly sheets: readonly SheetSummary[]
  readonly rejected: readonly RejectedCell[]
  readonly notes: readonly string[]
  readonly ignoredSheets: readonly string[]
}

function yearIn(sheets: readonly ReadSheet[]): number | null {
  for (const sheet of sheets)
    for (const row of sheet.rows.slice(0, 6))
      for (const cell of row) {
        const year = /评价年度[:：]\s*(\d{4})/.exec(cell?.text.normalize('NFKC') ?? '')?.[1]
        if (year) return Number(year)
      }
  return null
}

const vocabularies = new WeakMap<Catalog, Vocabulary>()

/** The vocabulary of a catalog, made once: many files are read by it. */
function knownVocabulary(catalog: Catalog): Vocabulary {
  const known = vocabularies.get(catalog) ?? vocabularyOf(catalog.measures, catalog.forms)
  vocabularies.set(catalog, known)
  return known
}

/** The report's text; a line that no longer reads is rejected at its cell and its section keeps nothing. */
function readNarrative(sheet: ReadSheet | undefined, manifest: Manifest | null, catalog: Catalog, rejected: RejectedCell[]): { [section: string]: readonly Paragraph[] } {
  const narrative: { [section: string]: readonly Paragraph[] } = {}
  if (!sheet || !manifest) return narrative
  if (manifest.sections.length === 0) return narrative
  const vocabulary = knownVocabulary(catalog)
  manifest.sections.forEach(({ id, empty }, i) => {
    const text = sheet.rows[i + 2]?.[1]?.text ?? ''
    if (text === '' && empty) narrative[id] = []
    if (text === '') return
    const parsed = parseSlots(text.replaceAll('\r\n', '\n'), vocabulary)
    if (parsed.ok) narrative[id] = parsed.value
    else rejected.push({ sheet: sheet.name, cell: `B${i + 3}`, found: text.slice(parsed.error.start, parsed.error.end + 12), expected: parsed.error.message })
  })
  return narrative
}

function assembled(sheets: readonly ReadSheet[], manifest: Manifest | null, year: number, catalog: Catalog) {
  const answers: { [item: string]: Answer } = {}
  const tables: { [table: string]: readonly Row[] } = {}
  const places: Places = new Map()
  const summaries: SheetSummary[] = []
  const rejected: RejectedCell[] = []
  const computed = manifest?.exported ? new Set(manifest.exported.computed) : null
  const formulas = new Map<string, Answer>()
  const measures = new Map(catalog.measures.map((measure) => [measure.id, measure]))
  for (const form of catalog.forms) {
    const sheet = sheets.find((candidate) => normalLabel(candidate.name) === form.name)
    if (!sheet) continue
    const reader = new SheetReader(sheet)
    readForm({ reader, form, year, measures, manifest, answers, tables, places, computed, formulas })
    summaries.push({ sheet: sheet.name, read: reader.read, rejected: reader.rejected.length })
    rejected.push(...reader.rejected)
    if (sheet.beyond) rejected.push({ sheet: sheet.name, cell: `第 ${sheet.beyond.rows} 行`, found: '很远的格子里还有内容', expected: '表格范围内的内容（远处的格子没有读，请删去后再导入）' })
  }
  const narrative = readNarrative(sheets.find((sheet) => sheet.name === TEXT_SHEET), manifest, catalog, rejected)
  return { answers, tables, places, summaries, rejected, narrative, formulas }
}

const missingSheets = (sheets: readonly ReadSheet[], catalog: Catalog): readonly string[] =>
  catalog.forms.filter((form) => !sheets.some((sheet) => normalLabel(sheet.name) === form.name)).map((form) => form.name)

/** The evaluation with what formulas came to that somebody typed: those over which no figure of ours is computed. */
function withTypedFormulas(evaluation: Evaluation, formulas: ReadonlyMap<string, Answer>, catalog: Catalog): Evaluation {
  if (formulas.size === 0) return evaluation
  // The settings went with the hidden sheet; with either answer the same items are computed.
  const figures = figuresOf({ ...evaluation, settings: { ...evaluation.settings, carryInIncluded: 'yes' } }, catalog.measures)
  const typed = [...formulas].filter(([id]) => figures.item(id).kind === 'missing')
  return typed.length === 0 ? evaluation : { ...evaluation, answers: { ...evaluation.answers, ...Object.fromEntries(typed) } }
}

const isDrawn = (name: string): boolean => name === SCORE_SHEET || name === CHECK_SHEET || name.startsWith(SELF_EVALUATION_SHEET)

/** The sheets of one of our workbooks that hold what was typed: those that are drawn from it (评分表, 校验, 自评表) are not read back, nor parsed. */
export const wantedSheets = (names: readonly string[]): readonly string[] | undefined => (names.includes(MANIFEST_SHEET) ? names.filter((name) => !isDrawn(name)) : undefined)

/** Whether a workbook is one of ours: its hidden sheet says so, or one of our forms' sheets is in it. */
export const isOwn = (sheets: readonly ReadSheet[], catalog: Catalog): boolean =>
  sheets.some((sheet) => sheet.name === MANIFEST_SHEET) || missingSheets(sheets, catalog).length < catalog.forms.length

/**
 * Reads one of our workbooks back, by hand edited or not. Figures come from the cells everybody sees; the hidden sheet
 * only says whose they are. Error: half a sentence to stand after the file's name.
 */
export function readOwn(sheets: readonly ReadSheet[], fileName: string, catalog: Catalog): Result<OwnReading, string> {
  const hidden = sheets.find((sheet) => sheet.name === MANIFEST_SHEET)
  const decoded = hidden ? decodeManifest(hidden) : null
  if (decoded && !decoded.ok) return err(decoded.error)
  const manifest = decoded?.ok ? decoded.value : null
  const absent = missingSheets(sheets, catalog)
  if (absent.length === catalog.forms.length)
    return err(`不是本系统的工作簿：没有找到${catalog.forms.slice(0, 3).map((form) => `“${form.name}”`).join('、')}等工作表。请选择由“导出 Excel”得到的文件。`)
  const year = manifest?.year ?? yearIn(sheets)
  if (year === null) return err('里没有找到评价年度（表头应有“评价年度：2020”），请补上后再导入。')
  const { answers, tables, places, summaries, rejected, narrative, formulas } = assembled(sheets, manifest, year, catalog)
  const framework = manifest?.framework ?? catalog.frameworks[0]
  if (!framework) throw new Error('catalog error: no framework')
  const read: Evaluation = {
    format: 1,
    id: manifest?.id ?? `imported-${fileName}`,
    year,
    ...(manifest?.sample ? { sample: manifest.sample } : {}),
    settings: manifest?.settings ?? defaultSettings,
    framework,
    outline: manifest?.outline ?? catalog.outlines[0]?.id ?? '',
    ...(manifest?.ownSections ? { sections: manifest.ownSections } : {}),
    answers, tables,
    judgements: manifest?.judgements ?? {},
    narrative,
    explanations: manifest?.explanations ?? {},
  }
  const evaluation = withTypedFormulas(read, formulas, catalog)
  const own = new Set([...catalog.forms.map((form) => form.name), SCORE_SHEET, CHECK_SHEET, TEXT_SHEET, MANIFEST_SHEET])
  const notes = [
    ...(manifest ? [] : ['隐藏的 _hengji 工作表不在了：按表头和行名读取，评分判断和取数来源读不到。']),
    // A list that a unit does not have is not handed out either.
    ...absent.filter((name) => !catalog.forms.some((form) => form.name === name && form.optional)).map((name) => `没有工作表“${name}”，该表留空。`),
  ]
  return ok({ evaluation, manifest, places, sheets: summaries, rejected, notes, ignoredSheets: sheets.map((sheet) => sheet.name).filter((name) => !own.has(normalLabel(name)) && !name.startsWith(SELF_EVALUATION_SHEET)) })
}
