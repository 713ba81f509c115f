import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { assess } from '../../../src/domain/indicators/assess'
import { levelScore, lossesOf, scoreRate } from '../../../src/domain/indicators/losses'
import { supposing } from '../../../src/domain/indicators/whatIf'
import { decimal, subtract, sum, toFixedText } from '../../../src/kernel/rational'

const assessed = (evaluation = fictionalCase) => assess(evaluation.framework, evaluation)

describe('失分分析', () => {
  it('adds up with the points to the total, most first', () => {
    const assessment = assessed()
    const losses = lossesOf(assessment)
    const lost = sum(losses.map((loss) => decimal(loss.lost)))
    expect(toFixedText(subtract(decimal(assessment.total), lost), 2)).toBe(assessment.certain)
    expect(losses.map((loss) => Number(loss.lost))).toEqual(losses.map((loss) => Number(loss.lost)).toSorted((a, b) => b - a))
    for (const loss of losses) expect(loss.reason).not.toBe('')
  })

  it('does not call a loss what is still open', () => expect(lossesOf(assessed(foundingCase))).toEqual([]))

  it('gives rates by level, none where a line is open', () => {
    const lines = assessed().lines
    expect(levelScore(lines).rate).toBe(scoreRate(levelScore(lines).points, '100'))
    expect(levelScore(assessed(foundingCase).lines)).toMatchObject({ open: true, rate: null })
    expect([scoreRate('4.50', '5'), scoreRate('0', '0')]).toEqual(['90.0%', null])
  })
})

describe('测算', () => {
  const used = assessed().lines.flatMap(({ uses }) => uses)

  it('moves the score and leaves the evaluation as it is', () => {
    const before = structuredClone(fictionalCase)
    const line = assessed().lines[0]!
    const hypothesis = Object.fromEntries(line.uses.map((figure) => [figure, '50']))
    const after = assessed(supposing(fictionalCase, { ...hypothesis, [line.uses[1]!]: '40' })).lines[0]!
    expect([line.points, after.value, after.points]).toEqual(['5.00', '125.00%', '0.00'])
    expect(fictionalCase).toEqual(before)
    expect(used.length).toBeGreaterThan(0)
  })

  it('leaves out what is no number', () => expect(supposing(fictionalCase, { [used[0]!]: '约 5' })).toEqual(fictionalCase))

  it('keeps points between 0 and the weight, whatever is supposed', () =>
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...used), fc.integer({ min: 0, max: 100_000 }).map((n) => (n / 100).toFixed(2))), (hypotheses) => {
      for (const { lowest, highest, weight } of assessed(supposing(fictionalCase, hypotheses)).lines) {
        expect(Number(lowest)).toBeGreaterThanOrEqual(0)
        expect(Number(highest)).toBeLessThanOrEqual(Number(weight))
      }
    }), { numRuns: 30 }))
})
