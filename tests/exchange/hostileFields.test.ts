import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { evidenceDecoder, type Evidence } from '../../src/domain/evaluation/evidence'
import { ownFrameworkDecoder } from '../../src/domain/indicators/decodeOwnFramework'
import type { OwnFramework } from '../../src/domain/indicators/ownFramework'
import { taskDecoder } from '../../src/domain/task/decodeTask'
import type { TaskPackage } from '../../src/domain/task/taskPackage'
import { decode } from '../../src/kernel/decode'
import { assess } from '../../src/domain/indicators/assess'
import { compose } from '../../src/domain/report/compose'
import { outlineOf } from '../../src/domain/report/outlineOf'
import { readBackup } from '../../src/exchange/backup/readBackup'
import { writeBackup } from '../../src/exchange/backup/writeBackup'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { officialProfile } from '../../src/exchange/word/typographyProfile'
import { writeReport } from '../../src/exchange/word/writeReport'
import { fullestEvaluation, fullEvaluations } from '../support/fullEvaluations'
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

/** An own framework, a task package and a piece of evidence with every text each can have. */
const own: OwnFramework = { id: 'own', revision: 1, updatedAt: 1, framework: fullestEvaluation.framework, base: fullestEvaluation.framework, versions: [{ version: '1', at: 1, note: '定稿', framework: fullestEvaluation.framework }] }
const task: TaskPackage = {
  format: 1, id: 'task', title: '通知', notice: '文号', region: '地区', year: 2025, deadline: '2026-03-31', framework: fullestEvaluation.framework, outline: fullestEvaluation.outline,
  forms: [{ form: 'baseData', title: '表名', annex: '附件2', notes: ['注'], rows: { a: '行名' }, columns: { a: '栏名' }, leftOut: ['b'], signatures: { a: '填表人' } }],
  materials: [{ number: '附件1', name: '材料' }], naming: '{材料名}', units: [{ code: '001', name: '单位', short: '简称' }],
}
const proof: Evidence = { id: 'e', evaluation: 'x', name: '合同.pdf', type: 'application/pdf', size: 1, sha256: 'a', addedAt: 1, about: [{ kind: 'indicator', indicator: 'i' }, { kind: 'row', table: 't', row: 'r' }], note: '说明' }

describe.each([
  ['an own framework', own, 'src/domain/indicators/ownFramework.ts', 'OwnFramework', (value: unknown) => decode<unknown>(ownFrameworkDecoder, value), 60],
  ['a task package', task, 'src/domain/task/taskPackage.ts', 'TaskPackage', (value: unknown) => decode<unknown>(taskDecoder, value), 60],
  ['a piece of evidence', proof, 'src/domain/evaluation/evidence.ts', 'Evidence', (value: unknown) => decode<unknown>(evidenceDecoder, value), 5],
] as const)('the text fields of %s', (_, sample, file, name, read, least) => {
  it('are all in the sample, and each keeps each hostile string', () => {
    const [found] = textFieldsOf([[file, name]])
    const met = new Set(found!.of(sample).map(({ path }) => path))
    expect(found!.paths.filter((path) => !met.has(path))).toEqual([])
    const free = freeFields<unknown>(sample, found!, read)
    expect(new Set(free.map(({ path }) => path)).size).toBeGreaterThan(least)
    for (let round = 0; round < DECODED; round++) {
      const { hostile } = hostilePair<unknown>(sample, free, read, round)
      expect(read(JSON.parse(JSON.stringify(hostile)))).toEqual({ ok: true, value: hostile })
    }
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
