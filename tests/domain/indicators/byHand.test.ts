import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import type { JudgementEntry } from '../../../src/domain/evaluation/judgement'
import { assess } from '../../../src/domain/indicators/assess'
import type { Framework, Indicator } from '../../../src/domain/indicators/framework'
import { lintFramework } from '../../../src/domain/indicators/lint'
import type { Scoring } from '../../../src/domain/scoring/scoring'

const { formula: _formula, ...first } = hunan2017.indicators[0]!
const settings = { notApplicable: 'ask', zeroDivisor: 'ask' } as const

function line(scoring: Scoring, entry?: JudgementEntry, formula?: Indicator['formula']) {
  const framework: Framework = { ...hunan2017, total: first.weight, indicators: [{ ...first, scoring, ...(formula ? { formula } : {}) }] }
  return assess(framework, { ...fictionalCase, framework, judgements: entry ? { [first.id]: { self: { entry } } } : {} }).lines[0]!
}

describe('a computed rule without a formula', () => {
  it('waits for the value, and then computes', () => {
    expect(line(first.scoring)).toMatchObject({ state: 'open', points: null, lowest: '0.00', highest: '5.00', asked: [{ kind: 'judgement' }] })
    expect(line(first.scoring, { kind: 'value', value: '101.9%' })).toMatchObject({ state: 'judged', value: '101.90%', points: '4.50' })
    expect(line(first.scoring, { kind: 'value', value: '1.019' })).toMatchObject({ state: 'open', points: null })
  })

  it('says what is wrong with a value that is no number', () => {
    const open = line(first.scoring, { kind: 'value', value: '约一成' })
    expect([open.points, open.trace.at(-1)?.text]).toEqual([null, '完成值写作“约一成”，应为百分数，如 95%'])
  })
})

describe('a scoring half edited', () => {
  it.each<[string, Scoring]>([
    ['a step of 0', { kind: 'linearDeduction', side: 'above', standard: '1', per: '0', deduct: '1', stepMode: 'floor', ...settings }],
    ['bands with a gap', { kind: 'bandTable', ruleMost: '5', bands: [{ to: '0.5', points: '0' }, { from: '0.9', points: '5' }], ...settings }],
    ['no bands', { kind: 'bandTable', ruleMost: '5', bands: [], ...settings }],
    ['a gate of 100%', { kind: 'ratioOfWeight', direction: 'positive', gate: '1', ...settings }],
    ['an outside score out of 0', { kind: 'externalScore', most: '0', by: '绩效办', ...settings }],
    ['no points to tick', { kind: 'checklist', items: [], ...settings }],
  ])('%s leaves the line open and says so, in lint too', (_name, scoring) => {
    const open = line(scoring, { kind: 'value', value: '0.7' }, hunan2017.indicators[0]!.formula)
    expect(open).toMatchObject({ state: 'open', points: null })
    expect(open.trace.at(-1)?.text).toContain('评分方式不完整')
    expect(lintFramework({ ...hunan2017, indicators: [{ ...hunan2017.indicators[0]!, scoring }] }).some(({ indicator }) => indicator === first.id)).toBe(true)
  })
})
