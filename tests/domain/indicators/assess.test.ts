import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formula } from '../../../src/catalog/formula'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { given } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import type { Indicator } from '../../../src/domain/indicators/framework'
import { decode } from '../../../src/kernel/decode'
import { frameworkDecoder } from '../../../src/domain/indicators/decodeFramework'
import { assess } from '../../../src/domain/indicators/assess'
import { compare, decimal } from '../../../src/kernel/rational'
import { arbitraryEvaluation } from '../../support/arbitraryEvaluation'
import { everyKind } from '../../support/everyKind'

const isWithin = (inner: string, outer: { readonly lowest: string; readonly highest: string }): boolean =>
  compare(decimal(outer.lowest), decimal(inner)) <= 0 && compare(decimal(inner), decimal(outer.highest)) <= 0

/** Any evaluation, and the same with some of its answers, rows and judgements not there yet. */
const partlyFilled = arbitraryEvaluation.chain((full) => fc.record({
  answers: fc.subarray(Object.keys(full.answers)), judgements: fc.subarray(Object.keys(full.judgements)),
}).map((kept) => ({
  full,
  part: {
    ...full,
    answers: Object.fromEntries(kept.answers.map((id) => [id, full.answers[id]!])),
    judgements: Object.fromEntries(kept.judgements.map((id) => [id, full.judgements[id]!])),
  } satisfies Evaluation,
})))

describe('an assessment of what is not complete', () => {
  it('counts nothing blank as zero: with nothing filled, every line is open from 0 to its weight and asks for something', () => {
    fc.assert(fc.property(arbitraryEvaluation, ({ framework, settings, ...rest }) => {
      const { lines, certain, open } = assess(framework, { ...rest, framework, settings: { ...settings, carryInIncluded: 'unasked' }, answers: {}, tables: {}, judgements: {} })
      for (const line of lines) {
        expect({ state: line.state, points: line.points, lowest: line.lowest, highest: line.highest }).toEqual({ state: 'open', points: null, lowest: '0.00', highest: line.weight })
        expect(line.asked.length).toBeGreaterThan(0)
      }
      expect([certain, open]).toEqual(['0.00', `${framework.total}.00`])
    }), { numRuns: 10 })
  })

  it('is a range that filling in only narrows', () => {
    fc.assert(fc.property(partlyFilled, ({ full, part }) => {
      const after = assess(full.framework, full).lines
      assess(part.framework, part).lines.forEach((line, i) => {
        if (line.state !== 'open') return
        expect(isWithin(after[i]!.lowest, line) && isWithin(after[i]!.highest, line)).toBe(true)
      })
    }), { numRuns: 60 })
  })

  it('explains every line: a trace with words, and where there are points, the step that gives them', () => {
    fc.assert(fc.property(arbitraryEvaluation, (evaluation) => {
      for (const author of ['self', 'review', 'evaluation'] as const)
        for (const line of assess(evaluation.framework, evaluation, author).lines) {
          expect(line.trace.length).toBeGreaterThan(0)
          for (const { label, text } of line.trace) expect([label.trim() !== '', text.trim() !== '']).toEqual([true, true])
          const labels = line.trace.map(({ label }) => label)
          if (line.points !== null) expect(['评分', '判断', '调整', '否决', '扣减'].some((label) => labels.includes(label))).toBe(true)
          if (line.state === 'adjusted') expect(line.trace.at(-1)!.text).toContain('理由：')
        }
    }), { numRuns: 60 })
  })
})

describe('取整点', () => {
  const bands = { ...everyKind, indicators: everyKind.indicators.filter(({ id }) => id === 'bands').map((one): Indicator => ({ ...one, formula: formula('支出合计_决算数 / 支出合计_年初预算数'), scoring: { kind: 'bandTable', ruleMost: '5', notApplicable: 'ask', zeroDivisor: 'ask', bands: [{ to: '0.1', toIncluded: true, points: '4' }, { from: '0.1', points: '3' }] } })) }
  const scored = (actual: string, settings: Partial<Evaluation['settings']>) => {
    const evaluation: Evaluation = { ...foundingCase, framework: bands, tables: {}, answers: { 'expenditure@actual/all': given(actual), 'expenditure@originalBudget/all': given('1000.00') }, settings: { ...foundingCase.settings, ...settings } }
    const line = assess(bands, evaluation).lines[0]!
    return [line.value, line.points, line.trace.find(({ label }) => label === '取整')?.text]
  }
  it('is the framework’s where it fixes one', () => {
    const fixed = { ...bands, rounding: { ratesFrom: 'full', rateRounding: 'exact' } as const }
    expect(decode(frameworkDecoder, JSON.parse(JSON.stringify(fixed)))).toEqual({ ok: true, value: fixed })
    const evaluation: Evaluation = { ...foundingCase, framework: fixed, tables: {}, answers: { 'expenditure@actual/all': given('100.0049'), 'expenditure@originalBudget/all': given('1000.00') } }
    expect(assess(fixed, evaluation).lines[0]!.points).toBe('3.00')
  })
  it.each([
    ['100.04', 'printed', 'rounded', '10.00%', '4.00', '金额按表上印的万元（两位小数），比率取到 0.01% 再计分'],
    ['100.04', 'printed', 'exact', '10.00%', '3.00', '金额按表上印的万元（两位小数），比率不取整计分：10.004%'],
    ['251.48', 'printed', 'rounded', '25.15%', '3.00', '金额按表上印的万元（两位小数），比率取到 0.01% 再计分'],
    ['100.0049', 'printed', 'exact', '10.00%', '4.00', '金额按表上印的万元（两位小数），比率不取整计分'],
    ['100.0049', 'full', 'exact', '10.00%', '3.00', '金额按填报的全部位数，比率不取整计分：10.00049%'],
    ['100.0049', 'full', 'rounded', '10.00%', '4.00', '金额按填报的全部位数，比率取到 0.01% 再计分'],
  ] as const)('%s of 1000.00, %s, %s: %s, %s', (actual, ratesFrom, rateRounding, ...expected) => expect(scored(actual, { ratesFrom, rateRounding })).toEqual(expected))
})

describe('满意度', () => {
  const lineOf = (evaluation: Evaluation) => assess(evaluation.framework, evaluation).lines.find(({ indicator }) => indicator.id === 'satisfaction')!
  it('is printed with the way it was counted, and speaks of no money', () => {
    const { trace, value } = lineOf(fictionalCase)
    expect(value).toBe('90.91%')
    expect(trace).toContainEqual({ label: '其中', text: '满意度计算方法 = “满意及以上”' })
    expect(trace).toContainEqual({ label: '取整', text: '比率取到 0.01% 再计分' })
  })
  it.each([['满意及以上', '75.00%', '2.00'], ['基本满意及以上', '90.00%', '6.00'], ['加权平均（100、80、60、0）', '77.00%', '2.00']])('of 100 forms 40/35/15/10, %s: %s, %s', (method, value, points) => {
    const counts = { sent: '100', returned: '100', valid: '100', verySatisfied: '40', satisfied: '35', basicallySatisfied: '15', dissatisfied: '10' }
    const answers = Object.fromEntries(Object.keys(fictionalCase.answers).flatMap((id) => {
      const count = Object.entries(counts).find(([name]) => id.startsWith(`satisfaction.${name}@`))
      return count ? [[id, given(count[1])]] : []
    }))
    const line = lineOf({ ...fictionalCase, answers: { ...fictionalCase.answers, ...answers, 'satisfaction.method': given(method) } })
    expect([line.value, line.points]).toEqual([value, points])
  })
  it('has no value without a survey', () => {
    const answers = Object.fromEntries(Object.entries(fictionalCase.answers).filter(([id]) => !id.startsWith('satisfaction.')))
    expect(lineOf({ ...fictionalCase, answers })).toMatchObject({ state: 'open', value: null, points: null })
  })
})
