import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { formula } from '../../src/catalog/formula'
import { measures } from '../../src/catalog/measures/measures'
import { row } from '../../src/catalog/samples/rows'
import { evaluate } from '../../src/domain/expression/evaluate'
import type { Expression } from '../../src/domain/expression/expression'
import { figuresOf } from '../../src/domain/figures/figuresOf'
import { goalOf } from '../../src/domain/goals/goal'
import { scoreGoal } from '../../src/domain/goals/scoreGoal'
import { assess } from '../../src/domain/indicators/assess'
import { awardLinearDeduction, type LinearDeduction } from '../../src/domain/scoring/linearDeduction'
import { compare, absolute, decimal, subtract, toDecimalText, toFixedText } from '../../src/kernel/rational'
import published from '../cases/published.json'
import { namedEvaluation, type NamedAnswers } from '../support/namedEvaluation'

interface PublishedLine {
  readonly case: string
  readonly says: string
  readonly framework: string
  readonly indicator: string
  /** Where the published table gives the indicator another weight. */
  readonly weight?: string
  readonly answers?: NamedAnswers
  readonly carryInIncluded?: 'yes' | 'no'
  /** 自拟指标: name, weight, points. */
  readonly rows?: readonly (readonly [string, string, string])[]
  readonly value: string | null
  readonly points: string | null
}

describe('scores of published self-evaluations come out as published', () => {
  it.each(published.lines as unknown as readonly PublishedLine[])('$case, $indicator, $says: $value, $points', (given) => {
    const found = catalog.frameworks.find(({ id }) => id === given.framework)!
    const framework = { ...found, indicators: found.indicators.map((one) => (one.id === given.indicator ? { ...one, weight: given.weight ?? one.weight } : one)) }
    const evaluation = {
      ...namedEvaluation(given.answers ?? {}, {}, { carryInIncluded: given.carryInIncluded ?? 'unasked' }),
      ...(given.rows ? { judgements: { [given.indicator]: { self: { entry: { kind: 'subindicators' as const, rows: given.rows.map(([title, weight, points]) => ({ id: title, title, weight, points })) } } } } } : {}),
    }
    const line = assess(framework, evaluation).lines.find(({ indicator }) => indicator.id === given.indicator)!
    expect({ value: line.value, points: line.points }).toEqual({ value: given.value, points: given.points })
  })

  it.each(published.goals)('$case, 绩效目标 $title: $actual, $points of $weight', ({ title, sign, target, unit, weight, actual, points }) => {
    const given = goalOf(row('g', { title, sign, target, unit, weight, actual }))
    const score = scoreGoal(given, 2020)
    expect(score.points && toDecimalText(score.points)).toBe(points)
  })

  it.each(published.rules)('$case: $says', ({ points, weight, ...rule }) => {
    const { side, standard, per, deduct } = rule
    const scoring: LinearDeduction = { kind: 'linearDeduction', side: side as LinearDeduction['side'], standard, per, deduct, stepMode: 'floor', notApplicable: 'ask', zeroDivisor: 'ask' }
    for (const [value, expected] of Object.entries(points)) expect(toFixedText(awardLinearDeduction(scoring, decimal(value), decimal(weight)).points, 2)).toBe(expected)
  })
})

const nothing = figuresOf(namedEvaluation({}), measures)
const side = (tree: Expression) => {
  const outcome = evaluate(tree, nothing)
  if (outcome.kind !== 'value') throw new Error('an equation of figures has a value')
  return outcome.value
}

describe('printed equations hold', () => {
  it.each(published.equations)('$case: $equation', ({ equation, roundingOnly }) => {
    const tree = formula(equation)
    if (tree.kind !== 'operation') throw new Error('not an equation')
    const gap = absolute(subtract(side(tree.left), side(tree.right)))
    // Three printed figures, each off by half a cent at most.
    expect(compare(gap, decimal(roundingOnly ? '0.015' : '0')) <= 0 && (compare(gap, decimal('0')) === 0) === !roundingOnly).toBe(true)
  })
})
