import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkText } from '../../../src/domain/checkup/checkText'

interface Case {
  readonly text: string
  readonly figures?: readonly string[]
  readonly relations?: readonly string[]
  readonly faults?: readonly string[]
}

const casesOf = (name: string): readonly Case[] => (JSON.parse(readFileSync(`tests/cases/checkup/${name}.json`, 'utf8')) as { cases: readonly Case[] }).cases
const bare = (text: string): string => text.replace(/\s+/g, '')

describe('figures', () => {
  it.each(casesOf('quantities').map((one) => [one.text, one.figures] as const))('%s', (text, figures) =>
    expect(checkText(text).quantities.map(({ value, unit, kind, low, high }) => `${value}|${unit}|${kind}|${low}|${high}`)).toEqual(figures))
})

describe.each(['sums', 'shares', 'changes', 'completions', 'others', 'tables'])('relations: %s', (name) => {
  it.each(casesOf(name).map((one) => [one.text, one.relations ?? []] as const))('%s', (text, relations) =>
    expect(checkText(text).relations.map(({ kind, verdict, stated }) => `${kind} ${verdict} ${bare(stated.text)}`).sort()).toEqual([...relations].sort()))
})

describe('faults of form', () => {
  it.each(casesOf('faults').map((one) => [one.text, one.faults ?? []] as const))('%s', (text, faults) => expect((checkText(text).faults ?? []).map(({ kind }) => kind)).toEqual(faults))
})

describe('places', () => {
  it('are those of the original text, whatever its spaces, widths and line breaks', () => {
    const text = '（二）2024 年支出预算总额 3856420.50 元，比上年增\n加 128400.00\n元，其中：基本支出 １２．５ 万元，占 7５ ％。'
    for (const { start, end, text: printed } of checkText(text).quantities) expect(text.slice(start, end)).toBe(printed)
  })
})

describe('texts that are no report', () => {
  it.each([['brackets', '（'.repeat(5000)], ['amounts in one line', '5万元，'.repeat(3000)], ['openers', '其中：'.repeat(3000)], ['nothing', ''], ['breaks', '\n\t|\n'.repeat(2000)]])('%s are read to the end', (_, text) =>
    expect(checkText(`${text}支出5万元`).quantities.length).toBeGreaterThan(0))
})
