import * as fc from 'fast-check'
import { catalog } from '../../src/catalog/catalog'
import { FIGURE_STATES, type Answer, type FigureState, type Provenance } from '../../src/domain/evaluation/answer'
import type { Evaluation, Row } from '../../src/domain/evaluation/evaluation'
import type { Judgement, JudgementEntry } from '../../src/domain/evaluation/judgement'
import { item, operation } from '../../src/domain/expression/expression'
import { formItems, measureIndex } from '../../src/domain/forms/cellSpec'
import type { TableColumn } from '../../src/domain/forms/form'
import type { Framework, Indicator } from '../../src/domain/indicators/framework'
import { itemOf } from '../../src/domain/measures/item'
import { isNumeric, type Measure } from '../../src/domain/measures/measure'
import type { Paragraph, Run, ScorePart } from '../../src/domain/report/document'

/** Words that have broken programs: formulas, markup, prototype names, full-width digits, line breaks, rare characters. */
export const hostileWords: readonly string[] = [
  '=1+1', '+86 731', '-附件', '@SUM(A1)', '=HYPERLINK("http://x","y")', "'先导撇号", '<b>&amp;</b>', ']]>', '"引号"，“引号”', '__proto__', 'constructor', 'toString',
  'null', 'undefined', 'TRUE', '1e3', '00012', '187.5万', '１２３', '0x1F', '2025-01-01', '3/4', '第一行\n第二行', '尾空格 ', ' 首空格', '_x000D_', '_x0041_', '\u{20BB7}野家', '😀', '㎡', 'é', '{单位名称}', '${x}', '%s', '不涉及', '/', '—', '#REF!', '\\', 'a\tb',
]

const plain = fc.string({ unit: fc.constantFrom(...'信息中心项目建设费用电子政务年度（）、，。0123456789ABCxyz-.%'), minLength: 1, maxLength: 24 })

/** Words a person may type: never empty, no control characters but line break and tab. */
export const arbitraryWords: fc.Arbitrary<string> = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: fc.constantFrom(...hostileWords) })

/** Decimal text as printed: integer, decimals with trailing zeros kept, zero in several forms, large, sometimes negative. */
export const arbitraryDecimal: fc.Arbitrary<string> = fc.oneof(
  fc.nat(100_000).map(String),
  fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 6 }), fc.nat(999_999)).map(([whole, places, fraction]) => `${whole}.${String(fraction).padStart(6, '0').slice(0, places)}`),
  fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, fraction]) => `-${whole}.${String(fraction).padStart(2, '0')}`),
  fc.constantFrom('0', '0.00', '0.03', '187.5', '187.50', '642.8', '1000000000000.01', '123456789.123456', '99999999999.99'),
)

/** ISO days, leap day included. */
export const arbitraryDay: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('2024-02-29', '2020-12-31', '2026-03-31'),
  fc.tuple(fc.integer({ min: 2015, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
)

const provenance: fc.Arbitrary<Provenance> = fc.record({
  source: arbitraryWords, takenOn: arbitraryDay, state: fc.constantFrom(...(Object.keys(FIGURE_STATES) as FigureState[])), office: arbitraryWords, note: arbitraryWords,
}, { requiredKeys: [] }).filter((record) => Object.keys(record).length > 0)

const answer = (text: fc.Arbitrary<string>): fc.Arbitrary<Answer> => fc.oneof(
  { weight: 6, arbitrary: text.map((given): Answer => ({ kind: 'given', text: given })) },
  { weight: 2, arbitrary: fc.tuple(text, provenance).map(([given, from]): Answer => ({ kind: 'given', text: given, provenance: from })) },
  { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'notInvolved' }) },
)

const textOf = (measure: Measure): fc.Arbitrary<string> => {
  if (isNumeric(measure)) return arbitraryDecimal
  if (measure.kind === 'date') return arbitraryDay
  return measure.kind === 'choice' && measure.options ? fc.constantFrom(...measure.options) : arbitraryWords
}

const measures = measureIndex(catalog.measures)
const items = [...new Set(catalog.forms.flatMap((form) => [...formItems(form, measures)]))]
  .flatMap((id) => { const measure = measures.get(itemOf(id).measure); return measure ? [{ id, measure }] : [] })

const answers: fc.Arbitrary<Evaluation['answers']> = fc.subarray(items).chain((chosen) =>
  fc.tuple(...chosen.map(({ id, measure }) => answer(textOf(measure)).map((given) => [id, given] as const)))
    .map((entries) => Object.fromEntries(entries)))

const cellText = (column: TableColumn): fc.Arbitrary<string> => {
  if (column.kind === 'money') return arbitraryDecimal
  if (column.kind === 'count') return fc.nat(500).map(String)
  if (column.kind === 'date') return arbitraryDay
  return column.kind === 'choice' && column.options ? fc.constantFrom(...column.options) : arbitraryWords
}

const rowId = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789.-'), minLength: 1, maxLength: 12 })

const row = (columns: readonly TableColumn[], counted: boolean): fc.Arbitrary<Row> => fc.record({
  id: rowId,
  kind: counted ? fc.constantFrom<Row['kind']>('single', 'single', 'merged', 'subtotal') : fc.constant<Row['kind']>('single'),
  cells: fc.record(Object.fromEntries(columns.map((column) => [column.id, answer(cellText(column))])), { requiredKeys: [] }) as fc.Arbitrary<Row['cells']>,
})

const tableBlocks = catalog.forms.flatMap((form) => form.blocks.filter((block) => block.kind === 'table'))

const tables: fc.Arbitrary<Evaluation['tables']> = fc.record(Object.fromEntries(tableBlocks.map((block) =>
  [block.table, fc.uniqueArray(row(block.columns, block.counted), { maxLength: 6, selector: ({ id }) => id })])), { requiredKeys: [] }) as fc.Arbitrary<Evaluation['tables']>

const points = fc.tuple(fc.nat(10), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)

const subindicators = fc.uniqueArray(fc.record({ id: rowId, title: arbitraryWords, weight: points, target: arbitraryWords, actual: arbitraryWords, points }, { requiredKeys: ['id', 'title', 'weight'] }),
  { maxLength: 3, selector: ({ id }) => id })

const entry = ({ scoring }: Indicator): fc.Arbitrary<JudgementEntry> => {
  const none = fc.constant<JudgementEntry>({ kind: 'notInvolved' })
  switch (scoring.kind) {
    case 'checklist':
      return fc.oneof(none, fc.record(Object.fromEntries(scoring.items.map(({ key }) => [key, fc.constantFrom('met', 'unmet', 'notInvolved')])), { requiredKeys: [] })
        .map((ticks): JudgementEntry => ({ kind: 'checklist', ticks: ticks as { [key: string]: 'met' | 'unmet' | 'notInvolved' } })))
    case 'tiers':
      return fc.constantFrom(...scoring.tiers).chain((tier) => points.map((picked): JudgementEntry =>
        tier.least === undefined ? { kind: 'choice', label: tier.label } : { kind: 'choice', label: tier.label, points: picked }))
    case 'occurrences': return fc.nat(5).map((count) => ({ kind: 'occurrences', count: String(count) }))
    case 'externalScore': return points.map((score) => ({ kind: 'externalScore', score }))
    case 'subindicators': return fc.oneof(none, subindicators.map((rows): JudgementEntry => ({ kind: 'subindicators', rows })))
    default: return fc.oneof(none, points.map((value): JudgementEntry => ({ kind: 'value', value })), points.map((given): JudgementEntry => ({ kind: 'points', points: given })), arbitraryDay.map((day): JudgementEntry => ({ kind: 'date', day })),
      arbitraryWords.map((reason): JudgementEntry => ({ kind: 'vetoed', reason })), arbitraryDay.map((done): JudgementEntry => ({ kind: 'dates', days: { first: { done }, second: { due: done, done: '' } } })))
  }
}

const judgement = (indicator: Indicator): fc.Arbitrary<Judgement> => fc.record({
  entry: entry(indicator),
  adjustment: fc.record({ points, reason: arbitraryWords, date: arbitraryDay, evidence: arbitraryWords }, { requiredKeys: ['points', 'reason'] }),
  cut: fc.record({ share: fc.constantFrom('0.3', '0.6', '1'), reason: arbitraryWords }),
  reason: arbitraryWords, improvement: arbitraryWords, evidence: arbitraryWords,
}, { requiredKeys: [] }).filter((record) => Object.keys(record).length > 0)

const judgementsOf = (framework: Framework): fc.Arbitrary<Evaluation['judgements']> => fc.subarray([...framework.indicators]).chain((chosen) =>
  fc.tuple(...chosen.map((indicator) => fc.record({ self: judgement(indicator), review: judgement(indicator), evaluation: judgement(indicator) }, { requiredKeys: [] })
    .filter((authors) => Object.keys(authors).length > 0).map((authors) => [indicator.id, authors] as const)))
    .map((entries) => Object.fromEntries(entries)))

const run: fc.Arbitrary<Run> = fc.oneof(
  arbitraryWords.map((text): Run => ({ kind: 'text', text: text.replaceAll('\n', '') })),
  fc.tuple(fc.constantFrom(...items), fc.record({ style: fc.constantFrom('number' as const, 'percent' as const, 'chinese' as const), moneyUnit: fc.constantFrom('元' as const, '万元' as const), places: fc.nat(4), unit: fc.constant(true as const), grouped: fc.constant(true as const) }, { requiredKeys: ['style'] }))
    .map(([{ id }, format]): Run => ({ kind: 'figure', figure: operation('/', item(id), item('staff.quota@approved')), format })),
  fc.tuple(fc.constantFrom(...items), fc.constantFrom(...items), fc.constantFrom('上年', '年初预算', '{怪|名→}')).map(([from, to, than]): Run => ({ kind: 'change', from: item(from.id), to: item(to.id), than })),
  fc.tuple(fc.constantFrom<ScorePart>('points', 'weight', 'rate', 'lost', 'value', 'reason', 'improvement'), fc.constantFrom('', '投入', '100%|{到位}')).map(([part, of]): Run => ({ kind: 'score', part, of })),
)

/** As the screens write them: neighbouring words are one run, a line break begins a new paragraph. */
const joined = (runs: readonly Run[]): Paragraph => runs.reduce<readonly Run[]>((done, next) => {
  const last = done.at(-1)
  return last?.kind === 'text' && next.kind === 'text' ? [...done.slice(0, -1), { kind: 'text', text: last.text + next.text }] : [...done, next]
}, [])

const paragraph: fc.Arbitrary<Paragraph> = fc.array(run, { minLength: 1, maxLength: 4 }).map(joined)

const narrativeOf = (outline: string): fc.Arbitrary<Evaluation['narrative']> => {
  const sections = catalog.outlines.find(({ id }) => id === outline)?.sections.map(({ id }) => id) ?? []
  return fc.record(Object.fromEntries(sections.map((id) => [id, fc.array(paragraph, { minLength: 1, maxLength: 3 })])), { requiredKeys: [] }) as fc.Arbitrary<Evaluation['narrative']>
}

const ownSections = (outline: string): fc.Arbitrary<NonNullable<Evaluation['sections']>> => {
  const ids = catalog.outlines.find(({ id }) => id === outline)?.sections.map(({ id }) => id) ?? []
  const own = fc.record({
    id: fc.oneof(fc.constantFrom(...ids), rowId.map((id) => `own.${id}`)), level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), heading: arbitraryWords, required: fc.boolean(),
    whenEmpty: arbitraryWords, drafts: fc.subarray(['spending', 'scores', 'futureKind']), inserts: fc.subarray(['scores', 'projects']),
  }, { requiredKeys: ['id', 'level', 'heading', 'required'] })
  return fc.uniqueArray(own, { minLength: 1, maxLength: 6, selector: ({ id }) => id })
}

const explanations: fc.Arbitrary<Evaluation['explanations']> =
  fc.subarray(catalog.checks.map(({ id }) => id)).chain((ids) => fc.tuple(...ids.map((id) => arbitraryWords.map((text) => [id, text] as const))).map((entries) => Object.fromEntries(entries)))

const settings: fc.Arbitrary<Evaluation['settings']> = fc.record({
  carryInIncluded: fc.constantFrom('yes', 'no', 'unasked'), ratesFrom: fc.constantFrom('printed', 'full'), rateRounding: fc.constantFrom('rounded', 'exact'),
  scope: fc.constantFrom('unit', 'department'), mode: fc.constantFrom('self', 'department', 'finance'),
})

/**
 * Any evaluation the screens could bring about: real items, tables, indicators, sections and checks of the catalog, each blank, 不涉及 or filled,
 * with words that have broken programs. Everything in it must survive storage, backup and Excel.
 */
export const arbitraryEvaluation: fc.Arbitrary<Evaluation> = fc.tuple(fc.constantFrom(...catalog.frameworks), fc.constantFrom(...catalog.outlines)).chain(([framework, outline]) => fc.record({
  format: fc.constant(1 as const), id: rowId.map((id) => `e-${id}`), year: fc.integer({ min: 2014, max: 2030 }), sample: fc.constantFrom('published' as const, 'fictional' as const),
  settings, framework: fc.constant(framework), outline: fc.constant(outline.id), sections: ownSections(outline.id), answers, tables, judgements: judgementsOf(framework), narrative: narrativeOf(outline.id), explanations,
}, { requiredKeys: ['format', 'id', 'year', 'settings', 'framework', 'outline', 'answers', 'tables', 'judgements', 'narrative', 'explanations'] }))
