import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import type { Framework } from '../../src/domain/indicators/framework'
import { lintFramework } from '../../src/domain/indicators/lint'
import { compare, decimal, sum, toFixedText } from '../../src/kernel/rational'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'

const with8: Framework = { ...hunan2017, total: '115', indicators: hunan2017.indicators.map((one) =>
  ['staffControlRate', 'threePublicChangeRate', 'budgetCompletionRate', 'budgetControlRate'].includes(one.id) ? { ...one, weight: '8' } : one) }

describe('frameworks of the catalog', () => {
  it.each(catalog.frameworks.map((framework) => [framework.title, framework] as const))('%s is sound', (_title, framework) => expect(lintFramework(framework)).toEqual([]))

  it('would be told of a wrong weight, a missing item, a gap between bands and a doubled name', () => {
    const [first, second] = [hunan2017.indicators[0]!, hunan2017.indicators[3]!]
    const broken: Framework = { ...hunan2017, measures: [], indicators: [{ ...first, weight: '6' }, { ...second, title: first.title, scoring: { kind: 'bandTable', ruleMost: '5', notApplicable: 'ask', zeroDivisor: 'ask', bands: [{ to: '0', points: '5' }, { from: '0.1', points: '0' }] } }] }
    const words = lintFramework(broken).map((fault) => fault.message).join('\n')
    for (const part of ['分值合计 11，应为 100', '指标名称重复：在职人员控制率', '没有的数据项 staff.onPost@yearEnd', '有空隙或重叠']) expect(words).toContain(part)
  })
})

describe('the worked real case of 2018 (forms.md §1; the unit is not named)', () => {
  const answers = {
    'staff.quota@approved': '143', 'staff.onPost@yearEnd': '136',
    'threePublic.vehicles.purchase@originalBudget/all': '29.46', 'threePublic.vehicles.running@originalBudget/all': '12', 'threePublic.reception@originalBudget/all': '22', 'threePublic.abroad@originalBudget/all': '0',
    'threePublic@priorBudget/all': '32',
    'expenditure@originalBudget/all': '1922.76', 'expenditure@addition/all': '767.86', 'expenditure@reduction/all': '0', 'expenditure@carryIn/all': '19.8', 'expenditure@carryOut/all': '19.8',
  }
  const evaluation: Evaluation = { ...foundingCase, settings: { ...foundingCase.settings, carryInIncluded: 'no' }, tables: {}, answers: Object.fromEntries(Object.entries(answers).map(([item, text]) => [item, given(text)])) }
  const lines = assess(with8, evaluation).lines

  it.each([
    ['staffControlRate', '95.10%', '8.00'],
    ['threePublicChangeRate', '98.31%', '0.00'],
    ['budgetCompletionRate', '99.27%', '8.00'],
    ['budgetControlRate', '39.94%', '0.00'],
  ])('%s comes out as published: %s, %s of 8', (id, value, points) => {
    const line = lines.find((one) => one.indicator.id === id)!
    expect({ value: line.value, points: line.points }).toEqual({ value, points })
  })
})

describe('any evaluation', () => {
  it('has points between 0 and the weight, a total that is the sum of its rows, and a reason for every line', () => {
    fc.assert(fc.property(arbitraryEvaluation, (evaluation) => {
      const assessment = assess(evaluation.framework, evaluation)
      for (const line of assessment.lines) {
        expect(compare(decimal(line.lowest), decimal('0'))).toBeGreaterThanOrEqual(0)
        expect(compare(decimal(line.highest), decimal(line.weight))).toBeLessThanOrEqual(0)
        expect(compare(decimal(line.lowest), decimal(line.highest))).toBeLessThanOrEqual(0)
        expect(line.trace.length).toBeGreaterThan(0)
        expect(line.points === null).toBe(line.state === 'open')
        expect(line.state === 'open' ? line.asked.length : 1).toBeGreaterThan(0)
      }
      expect(assessment.lowest).toBe(toFixedText(sum(assessment.lines.map((line) => decimal(line.lowest))), 2))
    }), { numRuns: 60 })
  })

  it('scores alike in whatever order it was filled', () => {
    fc.assert(fc.property(fc.shuffledSubarray(Object.keys(fictionalCase.answers), { minLength: Object.keys(fictionalCase.answers).length }), (order) => {
      const answers = Object.fromEntries(order.map((item) => [item, fictionalCase.answers[item]!]))
      expect(assess(hunan2017, { ...fictionalCase, answers }).certain).toBe('96.14')
    }), { numRuns: 20 })
  })

  it('never gains points when the rate worsens', () => {
    fc.assert(fc.property(fc.nat(200), fc.nat(200), (a, b) => {
      const pointsWith = (onPost: number) => decimal(assess(hunan2017, { ...fictionalCase, answers: { ...fictionalCase.answers, 'staff.onPost@yearEnd': given(String(onPost)) } }).lines[0]!.lowest)
      expect(compare(pointsWith(Math.max(a, b)), pointsWith(Math.min(a, b)))).toBeLessThanOrEqual(0)
    }), { numRuns: 60 })
  })
})
