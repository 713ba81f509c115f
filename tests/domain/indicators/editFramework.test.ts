import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formula } from '../../../src/catalog/formula'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { measures } from '../../../src/catalog/measures/measures'
import { addIndicator, carryMeasures, changeIndicator, dropIndicator, moveIndicator, renameLevel } from '../../../src/domain/indicators/editFramework'
import type { Framework, Indicator } from '../../../src/domain/indicators/framework'
import { lintFramework } from '../../../src/domain/indicators/lint'
import { reweighted } from '../../../src/domain/indicators/reweight'
import { decimal, sum, toDecimalText } from '../../../src/kernel/rational'

const weights = ({ indicators }: Framework): string => toDecimalText(sum(indicators.map(({ weight }) => decimal(weight))))
const extra: Indicator = { ...hunan2017.indicators[0]!, id: 'extra', title: '预算调整率', weight: '3' }

describe('editing a framework', () => {
  it('changes, drops and adds one indicator', () => {
    const changed = changeIndicator('benefits', (one) => ({ ...one, weight: '12' }))(hunan2017)
    expect(changed.indicators.find(({ id }) => id === 'benefits')?.weight).toBe('12')
    expect(dropIndicator('benefits')(hunan2017).indicators).toHaveLength(hunan2017.indicators.length - 1)
    expect(addIndicator(extra, 'staffControlRate')(hunan2017).indicators[1]).toBe(extra)
    expect(addIndicator(extra, null)(hunan2017).indicators.at(-1)).toBe(extra)
  })

  it('moves an indicator into the level it comes to stand in, and never past the ends', () => {
    const moved = moveIndicator('budgetCompletionRate', -1)(hunan2017).indicators[1]
    expect(moved).toMatchObject({ id: 'budgetCompletionRate', dimension: '投入', group: '预算配置' })
    expect(moveIndicator('staffControlRate', -1)(hunan2017)).toBe(hunan2017)
  })

  it('renames a level for all that stand in it', () =>
    expect(renameLevel('group', ['staffControlRate', 'threePublicChangeRate'], '配置')(hunan2017).indicators.slice(0, 3).map(({ group }) => group)).toEqual(['配置', '配置', '预算执行']))

  it('takes along the measures a new formula uses, with their parts', () => {
    const bare: Framework = { ...hunan2017, measures: [], indicators: [{ ...extra, formula: formula('三公经费_决算数 / 三公经费_年初预算数') }] }
    const carried = carryMeasures(bare, measures)
    expect(carried.measures.map(({ id }) => id)).toContain('threePublic')
    expect(lintFramework(carried).filter(({ message }) => message.includes('没有的数据项'))).toEqual([])
    expect(carried.measures.length).toBeLessThan(measures.length)
    expect(carryMeasures(carried, measures)).toBe(carried)
  })
})

describe('weights spread anew', () => {
  const changed = fc.record({ kept: fc.subarray(hunan2017.indicators.map(({ id }) => id), { minLength: 1 }), weight: fc.integer({ min: 1, max: 80 }), total: fc.constantFrom('60', '100', '120') })
    .map(({ kept, weight, total }): Framework => ({ ...hunan2017, total, indicators: hunan2017.indicators.filter(({ id }) => kept.includes(id)).map((one, i) => (i === 0 ? { ...one, weight: String(weight) } : one)) }))

  it('add up to the total, in half points, none lost', () =>
    fc.assert(fc.property(changed, (framework) => {
      const spread = reweighted(framework)
      expect(spread && weights(spread)).toBe(framework.total)
      for (const { weight } of spread?.indicators ?? []) expect(decimal(weight).n * 2n % decimal(weight).d).toBe(0n)
      for (const { weight } of spread?.indicators ?? []) expect(decimal(weight).n).toBeGreaterThan(0n)
    })))

  it('stay where they add up already', () => expect(reweighted(hunan2017)).toEqual(hunan2017))

  it('leave fixed ones alone', () => {
    const spread = reweighted(dropIndicator('benefits')(hunan2017), new Set(['staffControlRate']))
    expect([spread?.indicators[0]?.weight, spread && weights(spread)]).toEqual(['5', '100'])
  })

  it('cannot be spread where the fixed ones take it all', () =>
    expect(reweighted({ ...hunan2017, total: '5' }, new Set(['staffControlRate']))).toBeNull())
})
