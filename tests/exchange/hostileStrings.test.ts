import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given } from '../../src/domain/evaluation/answer'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { checkText } from '../../src/domain/checkup/checkText'
import { compose } from '../../src/domain/report/compose'
import { readBackup } from '../../src/exchange/backup/readBackup'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { readReport } from '../../src/exchange/reportText/readReport'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { plainFileName } from '../../src/kernel/fileName'
import { hostileStrings } from '../support/hostileStrings'

/** Cells and paragraphs end and begin with no break or blank of their own in the files we write. */
const typed = hostileStrings.filter((text) => text.length <= 1000)
const outline = catalog.outlines.find(({ id }) => id === fictionalCase.outline)!
const section = outline.sections.find(({ level }) => level > 1)!.id

/** Every string as a project's name, as a paragraph of the report, as a reason and an explanation. */
const hostile: Evaluation = {
  ...fictionalCase,
  answers: { ...fictionalCase.answers, 'unit.name': given('<script>window.hit=1</script>') },
  tables: { ...fictionalCase.tables, projects: typed.map((text, i) => ({ id: `h${i}`, kind: 'single', cells: { name: given(text) } })) },
  narrative: { [section]: typed.map((text) => [{ kind: 'text', text }]) },
  explanations: Object.fromEntries(catalog.checks.slice(0, typed.length).map(({ id }, i) => [id, typed[i]!])),
}
const namesOf = (evaluation: Evaluation): readonly string[] => (evaluation.tables['projects'] ?? []).map(({ cells }) => (cells['name']?.kind === 'given' ? cells['name'].text : ''))

it('there are 200 and more', () => expect(typed.length).toBeGreaterThanOrEqual(200))

describe('hostile strings', () => {
  it('are an evaluation like any other: same points, same questions', () => {
    const read = decodeEvaluation(JSON.parse(JSON.stringify(hostile)))
    expect(read.ok && namesOf(read.value)).toEqual(typed)
    const plain: Evaluation = { ...hostile, tables: { ...hostile.tables, projects: typed.map((_, i) => ({ id: `h${i}`, kind: 'single', cells: { name: given(`项目${i}`) } })) } }
    expect(assess(hostile.framework, hostile).certain).toBe(assess(plain.framework, plain).certain)
  })

  it('come back from a backup as they were', async () => {
    const reading = await readBackup(writeBackup({ evaluations: [{ evaluation: hostile, revision: 1, updatedAt: 1, changes: [] }], frameworks: [], evidence: [], purpose: 'backup', createdAt: '2026-01-01' }), 'x')
    expect(reading.ok && reading.evaluations[0]?.evaluation).toEqual(hostile)
  })

  it('come back from Excel as they were, none of them as a formula', async () => {
    const bytes = await writeEvaluation(hostile, catalog, WORKING)
    const reading = await readEvaluation(bytes, 'x.xlsx', catalog)
    if (!reading.ok) throw new Error(reading.message)
    expect(namesOf(reading.evaluation)).toEqual(typed)
    const formulas = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/worksheets/')).flatMap(([, xml]) => [...strFromU8(xml).matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map((match) => match[1]!))
    expect(formulas.filter((formula) => /cmd|HYPERLINK|WEBSERVICE|IMPORTXML|DDE|CALL|EXEC|REGISTER|RTD|INFO/.test(formula))).toEqual([])
    expect(Object.keys(unzipSync(bytes)).filter((path) => /externalLink|vba|activeX|oleObject/i.test(path))).toEqual([])
  })

  it('are words in Word: nothing linked, nothing embedded, the text as typed', async () => {
    const bytes = await writeReport(compose(outline, hostile, assess(hostile.framework, hostile)), officialProfile)
    const files = unzipSync(bytes)
    for (const [path, xml] of Object.entries(files)) if (path.endsWith('.rels')) expect(strFromU8(xml)).not.toContain('TargetMode="External"')
    expect(strFromU8(files['word/document.xml']!)).not.toMatch(/<w:(fldSimple|instrText|object|altChunk)[ >][^<]*(DDE|INCLUDE|HYPERLINK)/)
    const back = await readReport(bytes, '报告.docx')
    if (!back.ok) throw new Error(back.message)
    for (const text of ['<script>window.hit=1</script>', '=1+1', '{{7*7}}', '&lt;b&gt;', '__proto__', "'; DROP TABLE evaluations;--", '<w:p/>']) expect(back.report.text).toContain(text)
  })

  it('as sheet names of a foreign workbook are told by name or left alone, never more', async () => {
    const names = hostileStrings.filter((name) => name.length <= 31 && name.trim() !== '' && !/[[\]:*?/\\]/.test(name) && !/[\p{Cc}\u{E000}-\u{F8FF}]/u.test(name) && !name.startsWith("'") && !name.endsWith("'"))
    const book = utils.book_new()
    for (const name of new Map(names.map((one) => [one.toLowerCase(), one])).values()) utils.book_append_sheet(book, utils.aoa_to_sheet([[name, 1]]), name)
    const reading = await readEvaluation(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), '=1+1.xlsx', catalog)
    expect(book.SheetNames.length).toBeGreaterThan(80)
    expect(reading.ok ? Object.keys(reading.evaluation.answers) : reading.message).toEqual(reading.ok ? [] : expect.stringMatching(/。$/))
  })

  it('are checked like any report, without a word too much', () => {
    for (const text of hostileStrings) expect(() => checkText(`支出合计800万元，其中：${text}300万元。`)).not.toThrow()
  })

  it('as file names become names that every file system bears', () => {
    for (const text of hostileStrings) expect(plainFileName(text)).toMatch(/^(?!\.)(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\\/:*?"<>|\p{Cc}\u202A-\u202E\u2066-\u2069]{1,101}$/iu)
  })
})
