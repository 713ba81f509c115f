import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measures } from '../../src/catalog/measures/measures'
import { balancedRounding } from '../../src/domain/figures/balanceRounding'
import { figuresOf } from '../../src/domain/figures/figuresOf'
import { absolute, compare, decimal, subtract, sum } from '../../src/kernel/rational'
import { namedEvaluation } from '../support/namedEvaluation'
import { given } from '../../src/domain/evaluation/answer'

const PARTS = ['threePublic.vehicles.purchase', 'threePublic.vehicles.running', 'threePublic.abroad', 'threePublic.reception'] as const
const at = (id: string) => `${id}@actual/all`
const evaluationOf = (texts: readonly string[]) => ({ ...namedEvaluation({}), answers: Object.fromEntries(PARTS.map((id, i) => [at(id), given(texts[i] ?? '0')])) })
const printed = (evaluation: ReturnType<typeof evaluationOf>, id: string): string => {
  const figure = figuresOf(evaluation, measures).item(at(id))
  return figure.kind === 'value' ? figure.text : figure.kind
}

describe('舍位平衡', () => {
  it('lets 172.00 and 15.49 print as their total 187.50 does', () => {
    const { evaluation, adjusted, open } = balancedRounding(evaluationOf(['0', '172.0049', '0', '15.4949']), measures, 2)
    expect(printed(evaluation, 'threePublic')).toBe('187.50')
    expect(adjusted).toEqual([{ figure: at('threePublic.vehicles'), exact: '172.0049', rounded: '172.00', printed: '172.01', total: at('threePublic') },
      { figure: at('threePublic.vehicles.running'), exact: '172.0049', rounded: '172.00', printed: '172.01', total: at('threePublic.vehicles') }])
    expect(open).toEqual([])
  })

  it('without it only rounds', () => expect(printed(balancedRounding(evaluationOf(['0', '172.0049', '0', '15.4949']), measures, 2, false).evaluation, 'threePublic.vehicles')).toBe('172.00'))

  it('leaves a total that its parts miss as it is: a contradiction is not rounded away', () => {
    const given_ = evaluationOf(['1.111', '2.222', '3.333', '4.444'])
    const { evaluation, adjusted } = balancedRounding({ ...given_, answers: { ...given_.answers, [at('threePublic')]: given('20') } }, measures, 2)
    expect((evaluation.answers[at('threePublic')] as { text: string }).text).toBe('20.00')
    expect(adjusted.filter(({ total }) => total === at('threePublic'))).toEqual([])
  })

  it('makes any parts meet their total, moving none by more than one unit, and no exact one', () => {
    const amount = fc.tuple(fc.nat(500), fc.nat(9999)).map(([a, b]) => `${a}.${String(b).padStart(4, '0')}`)
    fc.assert(fc.property(fc.tuple(amount, amount, amount, amount), (texts) => {
      const before = evaluationOf(texts)
      const { evaluation, open } = balancedRounding(before, measures, 2)
      expect(open).toEqual([])
      const total = decimal(printed(evaluation, 'threePublic'))
      const exact = sum(texts.map(decimal))
      expect(compare(absolute(subtract(total, exact)), decimal('0.005'))).not.toBe(1)
      PARTS.forEach((id, i) => {
        const moved = absolute(subtract(decimal(printed(evaluation, id)), decimal(texts[i]!)))
        expect(compare(moved, decimal('0.01'))).not.toBe(1)
        if (texts[i]!.endsWith('00')) expect(moved.n).toBe(0n)
      })
    }), { numRuns: Number(process.env['HENGJI_RUNS'] ?? 15) })
  })
})
