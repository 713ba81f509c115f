import * as fc from 'fast-check'
import { catalog } from '../../src/catalog/catalog'
import { formula } from '../../src/catalog/formula'
import { measures } from '../../src/catalog/measures/measures'
import { given, notInvolved, type Answer } from '../../src/domain/evaluation/answer'
import type { Evaluation, Row } from '../../src/domain/evaluation/evaluation'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Judgement } from '../../src/domain/evaluation/judgement'
import type { Framework, Indicator } from '../../src/domain/indicators/framework'
import type { ValueStyle } from '../../src/domain/scoring/award'
import type { Band } from '../../src/domain/scoring/bandTable'
import type { ComputedScoring } from '../../src/domain/scoring/computed'
import type { Scoring } from '../../src/domain/scoring/scoring'
import type { ScoringSettings } from '../../src/domain/scoring/settings'

/** Pairs of names: what was done, and what it is measured by. */
const PAIRS = [
  ['在职人员数', '编制数'], ['回收份数', '发放份数'], ['公务接待费_决算数', '公务接待费_年初预算数'], ['政府采购_决算数', '政府采购_年初预算数'],
  ['上缴上级支出_决算数', '上缴上级支出_年初预算数'], ['支出合计_追加', '支出合计_年初预算数'],
] as const

const ITEMS = PAIRS.map(([done, by]) => [itemNamed(done), itemNamed(by)] as const)

function itemNamed(name: string): string {
  const tree = formula(name)
  if (tree.kind !== 'item') throw new Error(`${name} is no item`)
  return tree.item
}

const pick = fc.constantFrom

/** Formulas that come to a ratio. */
const ratio = pick(...PAIRS).chain(([done, by]) => pick(
  `${done} / ${by}`, `(${done} - ${by}) / ${by}`, `1 - (${by} - ${done}) / ${by}`, `IF(${by} = 0, 1, ${done} / ${by})`, `MIN(${done} / ${by}, 150%)`, `ROUND(${done} / ${by}, 3)`,
  `SUM(${done}) / SUM(${by})`, 'SUM(专项.本年决算) / SUM(专项.年初预算)', 'COUNTIF(专项.本年决算, ">50") / COUNT(专项.本年决算)', 'SUMIF(专项.本年决算, "≥50") / SUM(专项.本年决算)',
))
/** Formulas that come to an amount. */
const amount = pick(...PAIRS).chain(([done, by]) => pick(`${done}`, `ABS(${done} - ${by})`, `${done} / ${by} * 100`, `MAX(${done}, ${by})`, 'COUNT(专项.本年决算)'))

const settings: fc.Arbitrary<ScoringSettings> = fc.record({ notApplicable: pick('full', 'zero', 'ask', 'ask'), zeroDivisor: pick('ask', 'notApplicable', 'fullIfBothZero') })
const withVeto = (rest: fc.Arbitrary<ScoringSettings>): fc.Arbitrary<ScoringSettings> => fc.tuple(rest, fc.option(ratio, { freq: 8, nil: null })).map(([of, veto]) =>
  (veto === null ? of : { ...of, veto: { says: '比率过高，一票否决', when: formula(`${veto} > 1.2`) } }))

const points = fc.integer({ min: 0, max: 20 }).map((half) => String(half / 2))

/** Bands that cover every value from `from` on once, with any ends. */
const bandsFrom = (from: string | undefined, cuts: readonly string[]): fc.Arbitrary<readonly Band[]> =>
  fc.tuple(fc.subarray([...cuts], { minLength: 1 }), fc.array(fc.boolean(), { minLength: cuts.length, maxLength: cuts.length }), fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }))
    .map(([chosen, below, each]) => Array.from({ length: chosen.length + 1 }, (_, i): Band => ({
      ...(i > 0 ? { from: chosen[i - 1]!, fromIncluded: !below[i - 1]! } : from === undefined ? {} : { from, fromIncluded: true }),
      ...(i < chosen.length ? { to: chosen[i]!, toIncluded: below[i]! } : {}),
      points: each[i]!,
    })))

const stepMode = pick('floor', 'ceiling', 'proportional')

/** Rules for one value of a style. */
function rule(style: ValueStyle, common: fc.Arbitrary<ScoringSettings>): fc.Arbitrary<ComputedScoring> {
  const [standards, pers, cuts] = style === 'percent'
    ? [['0', '0.9', '1'], ['0.01', '0.05', '0.005', '0.03'], ['0', '0.1', '0.7', '0.8', '0.9', '1', '1.1']]
    : [['20', '100', '143'], ['1', '5', '0.5', '3'], ['0', '10', '20', '50', '100', '143']]
  const of = <K extends ComputedScoring['kind']>(kind: K, shape: { readonly [P in Exclude<keyof Extract<ComputedScoring, { kind: K }>, keyof ScoringSettings | 'kind'>]: fc.Arbitrary<Extract<ComputedScoring, { kind: K }>[P]> }) =>
    fc.tuple(common, fc.record(shape as never)).map(([settled, rest]) => ({ kind, ...settled, ...(rest as object) }) as unknown as ComputedScoring)
      .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as unknown as ComputedScoring)
  const deduct = pick('0.1', '0.3', '0.5', '1', '2')
  const over = pick({ from: '1.3', treat: 'explain' as const }, { from: '1.2', treat: 'reduce' as const, share: '0.8' })
  const line = of('linearDeduction', { side: pick('above', 'below', 'both'), standard: pick(...standards), per: pick(...pers), deduct, stepMode })
  const table = of('bandTable', { bands: bandsFrom(undefined, cuts), ruleMost: pick('10', '12') })
  const band = of('symmetricBand', { standard: pick(...standards), bands: bandsFrom('0', cuts.slice(1)), ruleMost: pick('10', '12') })
  const range = of('rangeTarget', { from: pick(standards[1]!), to: pick(standards[2]!), outside: pick('zero', 'deduct'), per: pick(...pers), deduct, stepMode })
  const price = of('unitPrice', { standard: pick(...standards.slice(1)), over: pick('zero', 'ratio', 'linear') })
  const equal = of('equalTarget', { target: pick(...standards, '0') })
  const share = of('ratioOfWeight', { direction: pick('positive', 'reverse', 'reverseLinear'), gate: pick(undefined, '0.6') as never, over: fc.option(over, { nil: undefined }) as never })
  return style === 'percent' ? fc.oneof(line, table, band, range, price, equal, share) : fc.oneof(line, table, band, range, price, equal)
}

const inner = rule('percent', fc.constant({ notApplicable: 'ask', zeroDivisor: 'ask' }))
const weights = pick('10', '8', '7.5', '2.5')

const common = { dimension: '过程', group: '预算执行', texts: { rule: '随机' }, basis: '测试', verification: 'unverified' as const }
type Made = Omit<Indicator, 'id' | 'title' | keyof typeof common>

const byValue: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ weight: weights, formula: ratio.map(formula), valueStyle: pick<ValueStyle>('percent'), scoring: rule('percent', withVeto(settings)) }),
  fc.record({ weight: weights, formula: amount.map(formula), valueStyle: pick<ValueStyle>('number'), scoring: rule('number', settings) }),
)

const byFigures: fc.Arbitrary<Made> = fc.tuple(weights, settings).chain(([weight, settled]) => fc.oneof<fc.Arbitrary<Scoring>[]>(
  fc.tuple(ratio, ratio, points, points, points, withVeto(fc.constant(settled))).map(([first, second, a, b, c, vetoed]) => ({ kind: 'caseTable' as const, ...vetoed, ruleMost: '10', otherwise: { label: '其他', points: c },
    cases: [{ label: '甲', when: formula(`${first} > 1`), points: a }, { label: '乙', when: formula(`${second} <= 0.9`), points: b }] })),
  fc.tuple(ratio, ratio, inner, inner).map(([a, b, one, two]) => ({ kind: 'bestOf' as const, ...settled,
    options: [{ title: '率', formula: formula(a), scoring: one }, { title: '变动率', formula: formula(b), scoring: two }] })),
  fc.tuple(ratio, ratio, inner, inner).map(([a, b, one, two]) => ({ kind: 'checkpoints' as const, ...settled,
    points: [{ title: '半年', weight: '1', formula: formula(a), scoring: one }, { title: '三季度', weight: String(Number(weight) - 1), formula: formula(b), scoring: two }] })),
  fc.tuple(pick('sum', 'byMoney', 'mean'), inner, settings).map(([mode, joined, rest]) => ({ kind: 'aggregate' as const, ...rest, mode, rule: joined, table: 'projects', actual: 'actual', target: 'originalBudget', ...(mode === 'byMoney' ? { money: 'adjustedBudget' } : {}) })),
).map((scoring) => ({ weight, scoring })))

/** A framework with rules of every kind that figures decide. */
export const arbitraryRules: fc.Arbitrary<Framework> = fc.array(fc.oneof({ weight: 3, arbitrary: byValue }, { weight: 1, arbitrary: byFigures }), { minLength: 12, maxLength: 12 }).map((made): Framework => ({
  ...foundingCase.framework, id: 'random', measures,
  indicators: made.map((one, i) => ({ ...common, id: `i${i}`, title: `指标${i}`, ...one })),
}))

const base = pick('20', '100', '143', '200', '1000', '8', '0')
/** Thousandths of the base: at, just below and just above the bounds of the rules, and anything. */
const share = fc.oneof(fc.tuple(pick(0, 100, 600, 700, 800, 900, 950, 1000, 1010, 1050, 1100, 1200, 1300), pick(-1, 0, 0, 0, 1)).map(([at, beside]) => Math.max(0, at + beside)), fc.nat(2000))
const pair = fc.tuple(base, share).map(([by, thousandths]) => [String((Number(by) * thousandths) / 1000), by] as const)
const answer = (text: string): fc.Arbitrary<Answer | null> => fc.oneof({ weight: 14, arbitrary: fc.constant(given(text)) }, fc.constant(notInvolved), fc.constant(null))

const answers = fc.tuple(...ITEMS.map(([done, by]) => pair.chain(([a, b]) => fc.tuple(answer(a), answer(b)).map(([x, y]) => [[done, x], [by, y]] as const))))
  .map((found) => Object.fromEntries(found.flat().filter((entry): entry is [string, Answer] => entry[1] !== null)))

const money = fc.oneof({ weight: 6, arbitrary: fc.nat(12000).map((cents) => given((cents / 100).toFixed(2))) }, pick(given('50'), given('0')))
const row = (kind: Row['kind']): fc.Arbitrary<Omit<Row, 'id'>> => fc.record({ kind: fc.constant(kind), cells: fc.record({
  name: fc.constant(given('项目')), actual: fc.oneof({ weight: 8, arbitrary: money }, fc.constant(notInvolved)), originalBudget: fc.oneof({ weight: 9, arbitrary: money }, fc.constant(notInvolved)), adjustedBudget: money, rowCount: fc.integer({ min: 1, max: 20 }).map((count) => given(String(count))),
}) })
const rows = fc.array(fc.constantFrom<Row['kind']>('single', 'single', 'single', 'merged', 'subtotal').chain(row), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((of, i): Row => ({ id: `p${i}`, ...of })))
/** Now and then a cell of the last row is left blank. */
const someBlank = fc.tuple(rows, fc.constantFrom(null, null, null, null, null, 'actual', 'originalBudget', 'adjustedBudget')).map(([all, blank]): readonly Row[] => all.map((one, i) =>
  (blank !== null && i === all.length - 1 ? { ...one, cells: Object.fromEntries(Object.entries(one.cells).filter(([column]) => column !== blank)) } : one)))

/** What a person said of a few lines. */
const judgement: fc.Arbitrary<Judgement> = fc.oneof<fc.Arbitrary<Judgement>[]>(
  fc.constant({ entry: { kind: 'notInvolved' } }), fc.constant({ entry: { kind: 'vetoed', reason: '没有佐证' } }),
  fc.constant({ cut: { share: '0.3', reason: '空泛' } }), fc.constant({ adjustment: { points: '1.25', reason: '经核实' } }),
)
const judgements = fc.dictionary(fc.nat(30).map((i) => `i${i}`), judgement.map((self) => ({ self })), { maxKeys: 3 })

/** An evaluation whose figures stand at and around the bounds of its random rules, with blanks, zeros and 不涉及 among them. */
export const arbitraryScored: fc.Arbitrary<Evaluation> = fc.record({
  framework: arbitraryRules, answers, judgements, projects: fc.option(someBlank, { freq: 6, nil: [] }),
  ratesFrom: pick('printed' as const, 'full' as const), rateRounding: pick('rounded' as const, 'rounded' as const, 'exact' as const), carryInIncluded: pick('yes' as const, 'no' as const),
}).map(({ framework, answers: given_, judgements: said, projects, ...chosen }): Evaluation => ({
  ...foundingCase, id: 'scored', settings: { ...foundingCase.settings, ...chosen }, framework, answers: given_, tables: { projects }, judgements: said, narrative: {}, explanations: {}, outline: catalog.outlines[0]!.id,
}))
