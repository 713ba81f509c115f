import { describe, expect, it } from 'vitest'
import { selfEvaluationFrameworks } from '../../../src/catalog/frameworks/selfEvaluation'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { row } from '../../../src/catalog/samples/rows'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { selfEvaluationsOf } from '../../../src/domain/goals/selfEvaluation'
import { selfEvaluationPaper } from '../../../src/domain/goals/selfEvaluationPaper'
import type { Framework, Indicator } from '../../../src/domain/indicators/framework'

const national = selfEvaluationFrameworks.find(({ id }) => id === 'cn-mof-2020-10-selfeval')!
const changed = (change: (one: Indicator) => Indicator): Framework => ({ ...national, indicators: national.indicators.map(change) })
const ofProject = (framework: Framework, sign = '≥', actual = '7') => {
  const evaluation = { ...foundingCase, framework, tables: {
    selfEvaluations: [row('s1', { project: '甲', fullYear: '100', actual: '80' })],
    goals: [row('g1', { project: '甲', title: '办件量', dimension: '产出指标', sign, target: '10', unit: '万件', weight: '50', actual })],
  } }
  const form = selfEvaluationsOf(evaluation, figuresOf(evaluation, framework.measures))[0]!
  const live = selfEvaluationPaper(form).some(({ formula }) => formula?.kind === 'share')
  return { weight: form.executionWeight, execution: form.executionPoints, goal: form.goals[0]!.points, live }
}

describe('a project’s 自评表', () => {
  it('has 10 points by the rate where the framework says nothing else', () => {
    expect(ofProject(foundingCase.framework)).toEqual({ weight: '10', execution: '8', goal: '35', live: true })
    expect(ofProject(national)).toEqual({ weight: '10', execution: '8', goal: '35', live: true })
  })

  it('follows the weight and the rule of the framework for 执行率', () => {
    expect(ofProject(changed((one) => (one.id === 'executionRate' ? { ...one, weight: '20' } : one)))).toMatchObject({ weight: '20', execution: '16', live: true })
    const gated = changed((one) => (one.id === 'executionRate' && one.scoring.kind === 'ratioOfWeight' ? { ...one, scoring: { ...one.scoring, gate: '0.6' } } : one))
    expect(ofProject(gated)).toMatchObject({ weight: '10', execution: '5', live: false })
  })

  it('follows the framework’s 及格线 and its rule for ceilings', () => {
    const goals = (more: object) => changed((one) => (one.scoring.kind === 'subindicators' && one.scoring.goals ? { ...one, scoring: { ...one.scoring, goals: { ...one.scoring.goals, ...more } } } : one))
    expect(ofProject(goals({ gate: '0.6' }))).toMatchObject({ goal: '12.5' })
    expect(ofProject(goals({ gate: '0.8' }))).toMatchObject({ goal: '0' })
    expect(ofProject(national, '≤', '16')).toMatchObject({ goal: '31.25' })
    expect(ofProject(goals({ ceiling: 'reverseLinear' }), '≤', '16')).toMatchObject({ goal: '20' })
  })
})
