import { describe, expect, it } from 'vitest'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { assess } from '../../../src/domain/indicators/assess'
import { isCut, withCut } from '../../../src/domain/scoring/reviewCut'
import { decimal, toFixedText } from '../../../src/kernel/rational'
import cases from '../../cases/scoring/reviewCut.json'

describe('复核按比例扣减', () => {
  it.each(cases.cases)('$say: $left', ({ share, reason, points, left }) => {
    const cut = { share, reason }
    expect(isCut(cut) ? toFixedText(withCut(cut, decimal(points)).points, 2) : null).toBe(left)
  })

  it('takes from the reviewer’s points alone, and nothing from what is still open', () => {
    const cut = { share: '0.3', reason: '指标空泛' }
    const evaluation = { ...foundingCase, judgements: { staffControlRate: { review: { cut } }, institutions: { review: { cut } } } }
    const pointsOf = (author: 'self' | 'review', id: string) => assess(evaluation.framework, evaluation, author).lines.find((line) => line.indicator.id === id)!
    expect(pointsOf('self', 'staffControlRate').points).toBe('5.00')
    expect(pointsOf('review', 'staffControlRate').points).toBe('3.50')
    expect(pointsOf('review', 'staffControlRate').trace.at(-1)).toMatchObject({ label: '扣减', text: expect.stringContaining('理由：指标空泛') as string })
    expect(pointsOf('review', 'institutions')).toMatchObject({ state: 'open', points: null })
  })
})
