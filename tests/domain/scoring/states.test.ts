import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { given, notInvolved, type Answer } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { figuresIn } from '../../../src/domain/expression/figuresIn'
import { assess } from '../../../src/domain/indicators/assess'
import type { Indicator } from '../../../src/domain/indicators/framework'
import { formulasIn } from '../../../src/domain/scoring/formulasIn'
import { isJudged } from '../../../src/domain/scoring/scoring'
import type { NotApplicableMode } from '../../../src/domain/scoring/settings'
import { everyKind } from '../../support/everyKind'

const MODES = ['full', 'zero', 'ask', 'excluded'] as const satisfies readonly NotApplicableMode[]
const EXPECTED = {
  full: (weight: string) => ({ state: 'notApplicable', points: Number(weight).toFixed(2) }), zero: () => ({ state: 'notApplicable', points: '0.00' }),
  ask: () => ({ state: 'open', points: null }), excluded: () => ({ state: 'excluded', points: '0.00' }),
}

const withMode = (indicator: Indicator, notApplicable: NotApplicableMode): Indicator => ({ ...indicator, scoring: { ...indicator.scoring, notApplicable } })
const scored = (indicator: Indicator, evaluation: Evaluation) => assess({ ...everyKind, indicators: [indicator] }, { ...evaluation, framework: everyKind }).lines[0]!
/** Every figure the rule looks at answered alike; blank where there is no answer. */
function answered(indicator: Indicator, answer: Answer | null): Evaluation {
  const uses = [...(indicator.formula ? figuresIn(indicator.formula) : []), ...formulasIn(indicator.scoring).flatMap(figuresIn)]
  const parts = everyKind.measures.flatMap(({ id, parts: of = [] }) => (uses.some((use) => use.startsWith(`${id}@`)) ? [...of] : []))
  const kept = Object.entries(fictionalCase.answers).filter(([id]) => !uses.includes(id) && !parts.some((part) => id.startsWith(part)))
  const cells = answer ? { actual: answer, adjustedBudget: answer } : {}
  return { ...fictionalCase, judgements: {}, answers: Object.fromEntries([...kept, ...(answer ? uses.map((use) => [use, answer] as const) : [])]), tables: { projects: [{ id: 'p', kind: 'single', cells }] } }
}

describe.each(everyKind.indicators.map((indicator) => ({ id: indicator.id, indicator })))('$id', ({ indicator }) => {
  const byPerson = isJudged(indicator.scoring) || (!indicator.formula && formulasIn(indicator.scoring).length === 0 && indicator.scoring.kind !== 'aggregate')

  it('is open while nothing is said, never 0', () => {
    const line = scored(indicator, answered(indicator, null))
    expect({ state: line.state, points: line.points, lowest: line.lowest, asked: line.asked.length > 0 }).toEqual({ state: 'open', points: null, lowest: '0.00', asked: true })
  })

  it.each(MODES)('where it is 不涉及: %s', (mode) => {
    const ruled = withMode(indicator, mode)
    const line = byPerson ? scored(ruled, { ...fictionalCase, judgements: { [indicator.id]: { self: { entry: { kind: 'notInvolved' } } } } }) : scored(ruled, answered(ruled, notInvolved))
    expect({ state: line.state, points: line.points }).toEqual(EXPECTED[mode](indicator.weight))
    expect(line.trace.at(-1)?.text).toContain('不涉及')
  })

  if (!byPerson) it('with zeros says what they come to, or that nothing can be divided by them', () => {
    const line = scored(indicator, answered(indicator, given('0')))
    expect(line.trace.map(({ text }) => text).join('；')).toMatch(line.points === null ? /不能作除数|除数为 0|待定/ : /得|=/)
  })
})
