import * as fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { describe, expect, it } from 'vitest'
import { given, notInvolved, type Answer } from '../../../src/domain/evaluation/answer'
import type { Row } from '../../../src/domain/evaluation/evaluation'
import { item, operation, type Expression } from '../../../src/domain/expression/expression'
import type { Outcome } from '../../../src/domain/expression/outcome'
import { stated } from '../../../src/domain/figures/statedFigure'
import { awardAggregate, type Aggregate } from '../../../src/domain/scoring/aggregate'
import { awardBestOf, type BestOf } from '../../../src/domain/scoring/bestOf'
import { awardCaseTable, type CaseTable } from '../../../src/domain/scoring/caseTable'
import { awardCheckpoints, type Checkpoints } from '../../../src/domain/scoring/checkpoints'
import { awardComputed, type ComputedScoring } from '../../../src/domain/scoring/computed'
import { awardDeadline, type Deadline } from '../../../src/domain/scoring/deadline'
import type { Evaluate, FiguresAward } from '../../../src/domain/scoring/figuresAward'
import { isOver } from '../../../src/domain/scoring/overAchievement'
import { awardSelectableGroup } from '../../../src/domain/scoring/selectableGroup'
import { raisedWarnings, type Warning } from '../../../src/domain/scoring/warning'
import type { LinearDeduction } from '../../../src/domain/scoring/linearDeduction'
import { pointsFormula } from '../../../src/exchange/excel/scoreFormula'
import { evaluate } from '../../../src/domain/expression/evaluate'
import type { Figures } from '../../../src/domain/figures/figures'
import { compare, decimal, toFixedText, ZERO } from '../../../src/kernel/rational'
import type { JudgementEntry } from '../../../src/domain/evaluation/judgement'
import { judge } from '../../../src/domain/indicators/judge'
import type { JudgedScoring } from '../../../src/domain/scoring/scoring'
import aggregates from '../../cases/scoring/aggregate.json'
import best from '../../cases/scoring/bestOf.json'
import situations from '../../cases/scoring/caseTable.json'
import checkpoints from '../../cases/scoring/checkpoints.json'
import checklists from '../../cases/scoring/checklist.json'
import deadlines from '../../cases/scoring/deadline.json'
import external from '../../cases/scoring/externalScore.json'
import occurrences from '../../cases/scoring/occurrences.json'
import own from '../../cases/scoring/subindicators.json'
import slow from '../../cases/scoring/warning.json'
import tiers from '../../cases/scoring/tiers.json'
import equals from '../../cases/scoring/equalTarget.json'
import over from '../../cases/scoring/overAchievement.json'
import ranges from '../../cases/scoring/rangeTarget.json'
import groups from '../../cases/scoring/selectableGroup.json'
import symmetric from '../../cases/scoring/symmetricBand.json'
import prices from '../../cases/scoring/unitPrice.json'

const ask = { notApplicable: 'ask', zeroDivisor: 'ask' } as const
const rule = (scoring: object): ComputedScoring => ({ ...ask, ...scoring }) as ComputedScoring
const pointsOf = (scoring: object, value: string, weight: string): string => toFixedText(awardComputed(rule(scoring), decimal(value), decimal(weight)).points, 2)

describe('points for one value, at, below and above each bound', () => {
  it.each(symmetric.cases)('偏差分档, $say: $value → $points', ({ value, weight, points }) => expect(pointsOf(symmetric.scoring, value, weight)).toBe(points))
  it.each(equals.cases)('等于目标, $say: $value → $points', ({ scoring, value, weight, points }) => expect(pointsOf(scoring, value, weight)).toBe(points))
  it.each(ranges.cases)('区间目标, $say: $value → $points', ({ scoring, value, weight, points }) => expect(pointsOf(scoring, value, weight)).toBe(points))
  it.each(prices.cases)('单价或标准, $say: $value → $points', ({ scoring, value, weight, points }) => expect(pointsOf(scoring, value, weight)).toBe(points))
  it.each(over.cases)('超额完成, $say: $value → $points', ({ scoring, value, weight, points, asks }) => {
    expect(pointsOf(scoring, value, weight)).toBe(points)
    expect(isOver(rule(scoring).kind === 'ratioOfWeight' ? scoring.over as never : undefined, decimal(value))).toBe(asks)
  })
})

interface JudgedCase { readonly say: string; readonly entry: JudgementEntry | null; readonly lowest: string; readonly highest: string; readonly value?: string; readonly says?: string }
type Known = { readonly [name: string]: string }
const answerFor = (text: string): Answer => (text === '不涉及' ? notInvolved : given(text))
/** Figures by one letter; what is not there is blank. */
const figuresFrom = (known: Known): Figures => {
  const read = (id: string) => (known[id] === undefined ? { kind: 'missing' as const, figures: [id] } : stated(answerFor(known[id]), id, new Map()))
  return { item: read, cell: read, column: () => [], words: () => null }
}
const working = (known: Known): Evaluate => (formula: Expression): Outcome => evaluate(formula, figuresFrom(known))

interface Expected { readonly lowest: string; readonly highest: string; readonly value?: string | null; readonly missing?: readonly string[]; readonly notApplicable?: boolean }
/** An award beside what a case expects of it; the value only where the case names one. */
const beside = (award: FiguresAward, { value, ...expected }: Expected) => ({
  found: { lowest: toFixedText(award.lowest, 2), highest: toFixedText(award.highest, 2), missing: award.missing, notApplicable: award.notApplicable, value: value === undefined ? undefined : award.value, explained: award.words.length > 0 },
  expected: { missing: [], notApplicable: false, lowest: expected.lowest, highest: expected.highest, ...(expected.missing ? { missing: expected.missing } : {}), ...(expected.notApplicable ? { notApplicable: true } : {}), value, explained: true },
})

const upTo = (standard: string, side: LinearDeduction['side'], per: string, deduct: string): LinearDeduction => ({ kind: 'linearDeduction', ...ask, side, standard, per, deduct, stepMode: 'floor' })

describe('points by several formulas', () => {
  const surplus: CaseTable = { kind: 'caseTable', ...ask, ruleMost: '3', otherwise: { label: '超过上年结转', points: '0' }, cases: [
    { label: '没有结余', when: operation('=', item('a'), { kind: 'number', text: '0' }), points: '3' },
    { label: '不超过上年结转', when: operation('<=', item('a'), item('b')), points: '2' },
  ] }
  it.each(situations.cases as (Expected & { say: string; figures: Known; weight: string })[])('分情形, $say', (one) => {
    const { found, expected } = beside(awardCaseTable(surplus, working(one.figures), decimal(one.weight)), one)
    expect(found).toEqual(expected)
  })

  const either: BestOf = { kind: 'bestOf', ...ask, options: [
    { title: '结转结余率', formula: item('a'), scoring: upTo('0.1', 'above', '0.01', '0.5') }, { title: '变动率', formula: item('b'), scoring: upTo('0.1', 'above', '0.01', '0.5') },
  ] }
  it.each(best.cases as (Expected & { say: string; figures: Known; weight: string })[])('择优, $say', (one) => {
    const { found, expected } = beside(awardBestOf(either, working(one.figures), decimal(one.weight)), one)
    expect(found).toEqual(expected)
  })

  const progress: Checkpoints = { kind: 'checkpoints', ...ask, points: [
    { title: '6月底', weight: '2', formula: item('a'), scoring: upTo('0.45', 'below', '0.05', '1') }, { title: '9月底', weight: '3', formula: item('b'), scoring: upTo('0.75', 'below', '0.05', '1') },
  ] }
  it.each(checkpoints.cases as (Expected & { say: string; figures: Known })[])('分时点, $say', (one) => {
    const { found, expected } = beside(awardCheckpoints(progress, working(one.figures)), one)
    expect(found).toEqual(expected)
  })

  const ratio = operation('/', item('a'), item('b'))
  const bounds: { readonly [when: string]: Expression } = { 'a / b < 80%': operation('<', ratio, { kind: 'number', text: '80', percent: true }), 'a / b < 60%': operation('<', ratio, { kind: 'number', text: '60', percent: true }) }
  const warnings = slow.warnings.map(({ when, level, says }): Warning => ({ when: bounds[when]!, level: level as Warning['level'], says }))
  it.each(slow.cases as { say: string; figures: Known; raised: string[] }[])('预警, $say: $raised', ({ figures, raised }) =>
    expect(raisedWarnings(warnings, working(figures)).map(({ level }) => level)).toEqual(raised))

  it.each(aggregates.cases)('汇总, $say', (one) => {
    const rows = one.rows.map((text, i): Row => {
      const [actual = '', target = '', money = '', kind] = text.split('/')
      const cells = Object.entries({ actual, target, money }).filter(([, cell]) => cell !== '').map(([name, cell]) => [name, answerFor(cell)] as const)
      return { id: String(i), kind: kind === '小计' ? 'subtotal' : 'single', cells: Object.fromEntries(cells) }
    })
    const scoring: Aggregate = { kind: 'aggregate', ...ask, mode: one.mode as Aggregate['mode'], table: 't', actual: 'actual', target: 'target', money: 'money', rule: { kind: 'ratioOfWeight', direction: 'positive', ...ask } }
    const read = (table: string, column: string) => rows.map((row) => {
      const id = `${table}[${row.id}].${column}`
      const answer = row.cells[column]
      return { id: row.id, kind: row.kind, count: 1, text: null, figure: answer ? stated(answer, id, new Map()) : { kind: 'missing' as const, figures: [id] } }
    })
    const { found, expected } = beside(awardAggregate(scoring, read, decimal(one.weight)), one)
    expect(found).toEqual(expected)
  })
})

describe('points by what a person says', () => {
  it.each(deadlines.cases)('时效, $say', ({ milestones, late, done, weight, lowest, highest, fault }) => {
    const scoring: Deadline = { kind: 'deadline', ...ask, late: late as Deadline['late'], per: '10', deduct: '0.5',
      milestones: milestones.map((due, i) => ({ key: `m${i}`, title: `节点${i + 1}`, ...(due === null ? {} : { due }) })) }
    const award = awardDeadline(scoring, Object.fromEntries(done.map((day, i) => [`m${i}`, { done: day }])), decimal(weight), deadlines.year)
    expect(typeof award === 'string' ? award : [toFixedText(award.points, 2), toFixedText(award.highest, 2)]).toEqual(fault ?? [lowest, highest])
  })

  const judgements = Object.entries({ 要点清单: checklists, 按次扣分: occurrences, 外部考核分折算: external, 分级判断: tiers, 自拟三级指标: own })
    .flatMap(([kind, { scoring, weight, cases }]) => (cases as JudgedCase[]).map((one) => ({ kind, weight, rule: { ...ask, ...scoring } as JudgedScoring, ...one })))
  it.each(judgements)('$kind, $say: $lowest ~ $highest', ({ rule: scoring, entry, weight, lowest, highest, value, says }) => {
    const judged = judge(scoring, entry ?? undefined, decimal(weight), 2025)
    expect([toFixedText(judged.lowest, 2), toFixedText(judged.highest, 2)]).toEqual([lowest, highest])
    expect(value ?? judged.value).toBe(judged.value)
    expect(judged.words).toContain(says ?? '')
  })

  it.each(groups.cases)('可选项, $say', ({ rows, lowest, highest, fault }) => {
    const chosen = rows.map((text, i) => {
      const [title = '', points] = text.split(' ')
      return { id: String(i), title, weight: '', ...(points === undefined ? {} : { points }) }
    })
    const award = awardSelectableGroup({ kind: 'selectableGroup', ...ask, slots: ['经济效益', '社会效益', '生态效益', '可持续影响', '其他'], least: 1, most: 3 }, chosen, decimal('12'))
    expect(typeof award === 'string' ? award : [toFixedText(award.points, 2), toFixedText(award.highest, 2)]).toEqual(fault ?? [lowest, highest])
  })
})

const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => toFixedText({ n: BigInt(n), d: 100n }, 2))
const modes = fc.constantFrom('floor', 'ceiling', 'proportional')
const bandEnds = fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 4 }).map((ends) => ends.sort((a, b) => a - b).map((n) => toFixedText({ n: BigInt(n), d: 100n }, 2)))
/** Bands between the ends, falling from full marks. */
const bands = (first: object, closed: boolean) => (ends: readonly string[]) => [
  { ...first, to: ends[0]!, toIncluded: closed, points: '5' },
  ...ends.slice(1).map((to, i) => ({ from: ends[i]!, fromIncluded: !closed, to, toIncluded: closed, points: String(4 - i) })),
  { from: ends.at(-1)!, fromIncluded: !closed, points: '0' },
]
const computed: fc.Arbitrary<ComputedScoring> = fc.oneof(
  fc.record({ kind: fc.constant('linearDeduction'), side: fc.constantFrom('above', 'below', 'both'), standard: cents(0, 120), per: cents(1, 10), deduct: cents(10, 200), stepMode: modes }),
  fc.tuple(bandEnds, fc.boolean()).map(([ends, closed]) => ({ kind: 'bandTable', ruleMost: '5', bands: bands({}, closed)(ends) })),
  fc.tuple(bandEnds, fc.boolean()).map(([ends, closed]) => ({ kind: 'symmetricBand', standard: '1', ruleMost: '5', bands: bands({ from: '0', fromIncluded: true }, closed)(ends) })),
  fc.record({ kind: fc.constant('ratioOfWeight'), direction: fc.constantFrom('positive', 'reverse', 'reverseLinear') }),
  fc.constant({ kind: 'ratioOfWeight', direction: 'positive', over: { from: '1.3', treat: 'reduce', share: '0.8' } }),
  fc.record({ kind: fc.constant('equalTarget'), target: cents(0, 150) }),
  fc.record({ kind: fc.constant('rangeTarget'), from: cents(0, 90), to: cents(91, 140), outside: fc.constantFrom('zero', 'deduct'), per: cents(1, 10), deduct: cents(10, 100), stepMode: modes }),
  fc.record({ kind: fc.constant('unitPrice'), standard: cents(1, 150), over: fc.constantFrom('zero', 'ratio', 'linear') }),
).map(rule)
const values = fc.integer({ min: 0, max: 20_000 }).map((n) => toFixedText({ n: BigInt(n), d: 10_000n }, 4))
const weights = fc.constantFrom('5', '8', '10', '2.5')

/** Which way a value gets worse: upward, downward, or away from a standard in between. */
const worsens: fc.Arbitrary<readonly [rule: ComputedScoring, worse: 'up' | 'down']> = fc.oneof(
  fc.record({ kind: fc.constant('linearDeduction'), side: fc.constant('above'), standard: cents(0, 150), per: cents(1, 10), deduct: cents(10, 200), stepMode: modes }).map((one) => [one, 'up']),
  fc.record({ kind: fc.constant('linearDeduction'), side: fc.constant('below'), standard: cents(0, 150), per: cents(1, 10), deduct: cents(10, 200), stepMode: modes }).map((one) => [one, 'down']),
  fc.record({ kind: fc.constant('ratioOfWeight'), direction: fc.constant('positive') }).map((one) => [one, 'down']),
  fc.record({ kind: fc.constant('ratioOfWeight'), direction: fc.constantFrom('reverse', 'reverseLinear') }).map((one) => [one, 'up']),
  fc.record({ kind: fc.constant('equalTarget'), target: cents(1, 150) }).map((one) => [one, 'down']),
  fc.record({ kind: fc.constant('unitPrice'), standard: cents(1, 150), over: fc.constantFrom('zero', 'ratio', 'linear') }).map((one) => [one, 'up']),
).map(([made, worse]) => [rule(made as object), worse as 'up' | 'down'])

describe('every way of scoring one value', () => {
  it('gives points between 0 and the weight, with words', () => fc.assert(fc.property(computed, values, weights, (scoring, value, weight) => {
    const { points, words } = awardComputed(scoring, decimal(value), decimal(weight))
    expect(compare(points, ZERO) >= 0 && compare(points, decimal(weight)) <= 0).toBe(true)
    expect(words).toMatch(/\d/)
  }), { numRuns: 400 }))

  it('never gives more points where the value is worse', () => fc.assert(fc.property(worsens, values, values, weights, ([scoring, worse], a, b, weight) => {
    const [better, other] = (compare(decimal(a), decimal(b)) <= 0) === (worse === 'up') ? [a, b] : [b, a]
    const at = (value: string) => awardComputed(scoring, decimal(value), decimal(weight)).points
    expect(compare(at(other), at(better))).toBeLessThanOrEqual(0)
  }), { numRuns: 400 }))

  it('gives the points of its Excel formula in another engine', () => {
    const runs = fc.sample(fc.tuple(computed, values, weights), 1500)
    const engine = HyperFormula.buildFromArray(runs.map(([scoring, value, weight], i) => [Number(value), `=${pointsFormula(scoring, `A${i + 1}`, weight)}`]), { licenseKey: 'gpl-v3' })
    const different = runs.flatMap(([scoring, value, weight], i) => {
      const theirs = engine.getCellValue({ sheet: 0, row: i, col: 1 })
      const ours = toFixedText(awardComputed(scoring, decimal(value), decimal(weight)).points, 2)
      return typeof theirs === 'number' && Math.abs(theirs - Number(ours)) < 1e-9 ? [] : [{ scoring, value, weight, theirs, ours }]
    })
    engine.destroy()
    expect(different).toEqual([])
  })
})
