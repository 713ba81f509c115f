import { describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { formula } from '../../src/catalog/formula'
import { applyEdit } from '../../src/domain/evaluation/edit'
import { given } from '../../src/domain/evaluation/answer'
import { evaluate } from '../../src/domain/expression/evaluate'
import { figuresOf } from '../../src/domain/figures/figuresOf'
import { assess } from '../../src/domain/indicators/assess'
import { measures } from '../../src/catalog/measures/measures'
import { toDecimalText } from '../../src/kernel/rational'

const lineOf = (evaluation: typeof foundingCase, id: string) =>
  assess(evaluation.framework, evaluation).lines.find((line) => line.indicator.id === id)!

const valueOf = (text: string) => {
  const outcome = evaluate(formula(text), figuresOf(foundingCase, measures))
  return outcome.kind === 'value' ? toDecimalText(outcome.value) : outcome
}

describe('the founding case', () => {
  it('has 5 staff on 8 posts: 62.50%, full marks', () => {
    const line = lineOf(foundingCase, 'staffControlRate')
    expect(line.value).toBe('62.50%')
    expect(line.points).toBe('5.00')
    expect(line.trace.map((step) => step.text)).toContain('5 ÷ 8 = 62.50%')
  })

  it('loses all points with 5 staff on 4 posts, and says how', () => {
    const edited = applyEdit(foundingCase, {
      kind: 'answer', item: 'staff.quota@approved', before: given('8'), after: given('4'),
    })
    const line = lineOf(edited, 'staffControlRate')
    expect(line.value).toBe('125.00%')
    expect(line.points).toBe('0.00')
    const words = line.trace.map((step) => step.text).join('\n')
    expect(words).toContain('5 ÷ 4 = 125.00%')
    expect(words).toContain('超出标准 25 个百分点')
    expect(words).toContain('25 × 0.5 = 12.5 分，扣完为止')
  })

  it('asks for what the report does not state instead of scoring it', () => {
    const assessment = assess(foundingCase.framework, foundingCase)
    expect(assessment.certain).toBe('5.00')
    expect(assessment.highest).toBe('100.00')
    expect(assessment.lines.filter((line) => line.state === 'open')).toHaveLength(15)
  })

  it('counts 19 projects, 5 of them above 50万元, though one row stands for 14', () => {
    expect(valueOf('COUNT(专项.本年决算)')).toBe('19')
    expect(valueOf('COUNTIF(专项.本年决算, ">50")')).toBe('5')
    expect(valueOf('SUM(专项.本年决算)')).toBe('642.8')
  })

  it('leaves 三公经费 open because 公务用车购置 is not stated', () => {
    expect(valueOf('三公经费_决算数')).toEqual({ kind: 'missing', figures: ['threePublic.vehicles.purchase@actual/all'] })
  })
})

describe('the fictional sample', () => {
  it('is scored to the last point', () => {
    const assessment = assess(fictionalCase.framework, fictionalCase)
    expect(assessment.lines.filter((line) => line.points === null).map((line) => line.indicator.title)).toEqual([])
    expect(assessment.asked).toEqual([])
    expect(assessment.lines.map((line) => `${line.indicator.id} ${line.value} ${line.points}`)).toMatchInlineSnapshot(`
      [
        "staffControlRate 93.33% 5.00",
        "threePublicChangeRate -4.76% 5.00",
        "budgetCompletionRate 98.45% 5.00",
        "budgetControlRate 3.25% 4.00",
        "buildingAreaControlRate 不涉及 5.00",
        "buildingInvestmentControlRate 不涉及 5.00",
        "operatingControlRate 99.25% 8.00",
        "threePublicControlRate 95.00% 7.00",
        "procurementExecutionRate 99.00% 5.50",
        "institutions 4 / 4 要点 8.00",
        "compliance 0 例 6.00",
        "disclosure 4 / 5 要点 4.00",
        "keyTasks 95.5 / 100 7.64",
        "benefits 3 项自拟指标 9.00",
        "efficiency 效果较好 6.00",
        "satisfaction 90.91% 6.00",
      ]
    `)
  })
})
