import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { selfEvaluationFrameworks } from '../../../src/catalog/frameworks/selfEvaluation'
import { compareFrameworks } from '../../../src/domain/indicators/compareFrameworks'
import type { Framework, Indicator } from '../../../src/domain/indicators/framework'
import { applyOverlay, overlayOf, overlayWords } from '../../../src/domain/indicators/overlay'

const ids = hunan2017.indicators.map(({ id }) => id)
const dropped = (framework: Framework, ...gone: string[]): Framework => ({ ...framework, indicators: framework.indicators.filter(({ id }) => !gone.includes(id)) })
const extra: Indicator = { ...hunan2017.indicators[0]!, id: 'extra', title: '预算调整率', weight: '3' }

/** Any way a county may change the province's framework. */
const changed = fc.record({
  kept: fc.shuffledSubarray(ids), weights: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 1, max: 30 }).map(String)),
  renamed: fc.subarray(ids), adds: fc.boolean(),
}).map(({ kept, weights, renamed, adds }): Framework => ({
  ...hunan2017, id: 'county', title: '某县',
  indicators: [...kept.map((id) => {
    const one = hunan2017.indicators.find((indicator) => indicator.id === id)!
    return { ...one, weight: weights[id] ?? one.weight, title: renamed.includes(id) ? `${one.title}（县）` : one.title }
  }), ...(adds ? [extra] : [])],
}))

describe('an overlay', () => {
  it('put upon its base gives the framework it was read from', () =>
    fc.assert(fc.property(changed, (county) => { expect(applyOverlay(hunan2017, overlayOf(hunan2017, county))).toEqual(county) })))

  it('says what it does', () => {
    const county = { ...dropped(hunan2017, 'efficiency', 'keyTasks'), indicators: [...dropped(hunan2017, 'efficiency', 'keyTasks').indicators.map((one) => (one.id === 'benefits' ? { ...one, weight: '24' } : one)), extra] }
    expect(overlayWords(overlayOf(hunan2017, county))).toBe('删 2 项，调分 1 项，增 1 项')
    expect(overlayWords(overlayOf(hunan2017, hunan2017))).toBe('没有改动')
  })

  it('put upon a later version of the base takes its changes along, and leaves out what was dropped', () => {
    const county = dropped(hunan2017, 'efficiency')
    const later: Framework = { ...hunan2017, version: '2', indicators: [...hunan2017.indicators.map((one) => (one.id === 'disclosure' ? { ...one, basis: '新文件' } : one)), extra] }
    const result = applyOverlay(later, overlayOf(hunan2017, county))
    expect(result.indicators.map(({ id }) => id)).toEqual([...ids.filter((id) => id !== 'efficiency'), 'extra'])
    expect(result.indicators.find(({ id }) => id === 'disclosure')?.basis).toBe('新文件')
  })
})

describe('two frameworks side by side', () => {
  it('lose no indicator of either', () =>
    fc.assert(fc.property(changed, changed, (left, right) => {
      const lines = compareFrameworks(left, right)
      expect(lines.flatMap((line) => (line.left ? [line.left] : []))).toEqual(left.indicators)
      expect(new Set(lines.flatMap((line) => (line.right ? [line.right.id] : [])))).toEqual(new Set(right.indicators.map(({ id }) => id)))
    })))

  it('pair by id, then by title, and tell what differs', () => {
    const other: Framework = { ...hunan2017, indicators: hunan2017.indicators.map((one) => (one.id === 'threePublicControlRate' ? { ...one, id: 'other', title: '三公经费控制率', weight: '9' } : one)) }
    const line = compareFrameworks(hunan2017, other).find(({ left }) => left?.id === 'threePublicControlRate')
    expect(line).toMatchObject({ right: { id: 'other' }, differs: ['weight', 'words'] })
  })

  it('with nothing in common stand one after the other', () =>
    expect(compareFrameworks(hunan2017, selfEvaluationFrameworks[0]!).filter(({ left, right }) => left && right && left.id !== 'satisfaction' && left.id !== 'benefits')).toEqual([]))
})
