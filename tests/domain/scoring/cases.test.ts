import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import type { JudgementEntry } from '../../../src/domain/evaluation/judgement'
import { assess } from '../../../src/domain/indicators/assess'
import { awardBandTable, type BandTable } from '../../../src/domain/scoring/bandTable'
import { awardLinearDeduction, type LinearDeduction } from '../../../src/domain/scoring/linearDeduction'
import { awardRatioOfWeight, type RatioOfWeight } from '../../../src/domain/scoring/ratioOfWeight'
import { decimal, toFixedText } from '../../../src/kernel/rational'
import bands from '../../cases/scoring/bandTable.json'
import judged from '../../cases/scoring/judged.json'
import linear from '../../cases/scoring/linearDeduction.json'
import ratios from '../../cases/scoring/ratioOfWeight.json'

const ask = { notApplicable: 'ask', zeroDivisor: 'ask' } as const

describe('逐档扣分, at, below and above each bound', () => {
  it.each(linear.cases)('$say: $value → $points', ({ scoring, weight, value, points }) => {
    const rule = { kind: 'linearDeduction', ...ask, ...scoring } as LinearDeduction
    expect(toFixedText(awardLinearDeduction(rule, decimal(value), decimal(weight)).points, 2)).toBe(points)
  })
})

describe('分档计分, at, below and above each bound', () => {
  it.each(bands.cases)('$say: $value → $points', ({ table, weight, value, points }) => {
    const rule: BandTable = { kind: 'bandTable', ...ask, ...bands.tables[table as keyof typeof bands.tables] }
    expect(toFixedText(awardBandTable(rule, decimal(value), decimal(weight)).points, 2)).toBe(points)
  })
})

describe('人工判断, settled and open', () => {
  it.each(judged.cases)('$say: $lowest ~ $highest', ({ indicator, entry, lowest, highest }) => {
    const judgements = entry ? { [indicator]: { self: { entry: entry as JudgementEntry } } } : {}
    const line = assess(hunan2017, { ...foundingCase, judgements }).lines.find((one) => one.indicator.id === indicator)!
    expect({ lowest: line.lowest, highest: line.highest, points: line.points }).toEqual({ lowest, highest, points: lowest === highest ? lowest : null })
  })
})

describe('按比例得分, at, below and above each bound', () => {
  it.each(ratios.cases)('$say: $value → $points', ({ scoring, weight, value, points }) => {
    const rule = { kind: 'ratioOfWeight', ...ask, ...scoring } as RatioOfWeight
    expect(toFixedText(awardRatioOfWeight(rule, decimal(value), decimal(weight)).points, 2)).toBe(points)
  })
})
