import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { outlineOf } from '../../src/domain/report/outlineOf'
import { readBackup } from '../../src/exchange/backup/readBackup'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { fullEvaluations } from '../support/fullEvaluations'
import { freeFields, hostilePair, MARK, typedStrings } from '../support/hostileTexts'
import { readSheetTexts } from '../support/sheetTexts'
import { textFieldsOf } from '../support/textFields'

/** Rounds: a few here; HOSTILE_ROUNDS=212 for each string in each field. Most fields stand many times in an evaluation and hold many strings in one round. */
const ROUNDS = Number(process.env['HOSTILE_ROUNDS'] ?? 1)
const DECODED = Math.max(ROUNDS, 12)

const [fields] = textFieldsOf([['src/domain/evaluation/evaluation.ts', 'Evaluation']])
const samples = fullEvaluations(fields!)
const shaped = (value: unknown) => decodeEvaluation(value)
const sound = (value: unknown) => decodeEvaluation(value, catalog.measures)
/** Texts to be shown: what a formula refers to is none. */
const freeOf = (sample: Evaluation) => freeFields(sample, fields!, sound).filter(({ path }) => !path.startsWith('Expression('))

describe('the text fields of an evaluation', () => {
  it('are read from its type, and the samples have every one of them', () => {
    const met = new Set(samples.flatMap((sample) => fields!.of(sample).map(({ path }) => path)))
    expect(fields!.paths.length).toBeGreaterThan(120)
    expect(fields!.paths.filter((path) => !met.has(path))).toEqual([])
  })

  it('each keep each hostile string through decoding, storage text and backup', async () => {
    const held = new Map<string, Set<string>>()
    for (const sample of samples) {
      const free = freeFields(sample, fields!, shaped)
      for (let round = 0; round < DECODED; round++) {
        if (free.every(({ path }) => (held.get(path)?.size ?? 0) >= typedStrings.length)) break
        const { hostile, texts } = hostilePair(sample, free, shaped, round)
        expect(shaped(JSON.parse(JSON.stringify(hostile)))).toEqual({ ok: true, value: hostile })
        for (const [{ path }, text] of texts) held.set(path, (held.get(path) ?? new Set()).add(text))
        if (round > 0) continue
        const reading = await readBackup(writeBackup({ evaluations: [{ evaluation: hostile, revision: 1, updatedAt: 1, changes: [] }], frameworks: [], evidence: [], purpose: 'backup', createdAt: '2026-01-01' }), 'x')
        expect(reading.ok && reading.evaluations[0]?.evaluation).toEqual(hostile)
      }
    }
    const pairs = [...held.values()].reduce((sum, texts) => sum + texts.size, 0)
    console.log(`${held.size} free text fields, ${pairs} of ${held.size * typedStrings.length} pairs of a field and a string`)
    expect(held.size).toBeGreaterThan(100)
  })
})

const withoutBlanks = (text: string): string => text.replace(/\s/g, '')

/**
 * What was shown with marks and is not found with the texts. Where several texts are joined in one, blanks at their ends may go; a paragraph
 * with bound figures is written in a notation of its own (read back by other tests).
 */
function missing(marked: readonly string[], hostile: readonly string[], expected: (shown: string) => string): readonly string[] {
  const [there, bare] = [new Set(hostile), new Set(hostile.map(withoutBlanks))]
  const joined = (text: string): boolean => text.split('⟦').length > 2
  // A target is written sign, value, unit, the sign once: a value that begins with it is not given it again.
  const signOnce = (text: string): string => {
    const [sign, value, ...rest] = (text.match(/⟦\d+⟧/g) ?? []).map((mark) => withoutBlanks(expected(mark)))
    return sign !== undefined && value?.startsWith(sign) ? [value, ...rest].join('') : withoutBlanks(expected(text))
  }
  return [...new Set(marked)].filter((text) => MARK.test(text) && !text.includes('{'))
    .filter((text) => !(there.has(expected(text)) || (joined(text) && (bare.has(withoutBlanks(expected(text))) || bare.has(signOnce(text)))))).map(expected)
}

const paragraphs = (bytes: Uint8Array): readonly string[] => [...strFromU8(unzipSync(bytes)['word/document.xml']!).matchAll(/<w:p[ >].*?<\/w:p>/gs)]
  .map(([xml]) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br\/>/g)].map(([all, text]) => (all === '<w:tab/>' ? '\t' : all === '<w:br/>' ? '\n' : text ?? '')).join(''))
  .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'))

const report = (evaluation: Evaluation) => writeReport(compose(outlineOf(catalog, evaluation), evaluation, assess(evaluation.framework, evaluation)), officialProfile)

describe('files made of an evaluation with a hostile string in every text field', () => {
  it.each([['工作版', WORKING], ['报送版', { output: 'submission', forms: null }], ['公开版', { output: 'public', forms: null }]] as const)('%s: the sheets show the same with the texts in place, and no formula more', async (_, choice) => {
    for (const sample of samples) {
      const free = freeOf(sample)
      for (let round = 0; round < ROUNDS; round++) {
        const { marked, hostile, expected } = hostilePair(sample, free, sound, round)
        const [plain, bytes] = [await writeEvaluation(marked, catalog, choice), await writeEvaluation(hostile, catalog, choice)]
        const shown = readSheetTexts(plain)
        expect(shown.filter((text) => MARK.test(text)).length).toBeGreaterThan(20)
        expect(missing(shown, readSheetTexts(bytes), expected)).toEqual([])
        const formulas = (of: Uint8Array) => Object.entries(unzipSync(of)).filter(([path]) => path.startsWith('xl/worksheets/')).map(([, xml]) => strFromU8(xml).split('<f>').length)
        expect(formulas(bytes)).toEqual(formulas(plain))
        expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(plain)))
      }
    }
  })

  it('the Word report shows the same with the texts in place, nothing linked, nothing embedded', async () => {
    for (const sample of samples) {
      const free = freeOf(sample)
      for (let round = 0; round < ROUNDS; round++) {
        const { marked, hostile, expected } = hostilePair(sample, free, sound, round)
        const [plain, bytes] = [await report(marked), await report(hostile)]
        expect(missing(paragraphs(plain), paragraphs(bytes), expected)).toEqual([])
        expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(plain)))
        for (const [path, xml] of Object.entries(unzipSync(bytes))) if (path.endsWith('.rels')) expect(strFromU8(xml)).not.toContain('TargetMode="External"')
      }
    }
  })
})
