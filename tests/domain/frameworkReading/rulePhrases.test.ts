import { describe, expect, it } from 'vitest'
import { understandRule } from '../../../src/domain/frameworkReading/understandRule'
import type { Band } from '../../../src/domain/scoring/bandTable'
import type { Scoring } from '../../../src/domain/scoring/scoring'
import cases from '../../cases/rulePhrases.json'

const bandWords = ({ from, fromIncluded, to, toIncluded, points }: Band): string =>
  `${from === undefined ? '' : `${fromIncluded ? '[' : '('}${from}`}…${to === undefined ? '' : `${to}${toIncluded ? ']' : ')'}`} ${points}`

/** A scoring as the case file writes it. */
function written(scoring: Scoring): { readonly [key: string]: unknown } {
  switch (scoring.kind) {
    case 'bandTable': return { ...scoring, bands: scoring.bands.map(bandWords).join(' | ') }
    case 'checklist': return { ...scoring, points: scoring.items.map(({ points }) => points).join(',') }
    case 'tiers': return { ...scoring, tiers: scoring.tiers.map(({ label, points, least }) => `${label} ${least === undefined ? '' : `${least}～`}${points}`).join(' | ') }
    default: return { ...scoring }
  }
}

describe('评分细则 read from their words', () => {
  it.each(cases)('$title: $rule', ({ title, weight, rule, kind, quirk, assumed, unread, ...parameters }) => {
    const read = understandRule(rule, { title, weight, points: '' })
    if (kind === null) return expect(read?.unread.length ?? 1).toBeGreaterThan(0)
    if (!read) throw new Error('not understood')
    expect(written(read.scoring)).toMatchObject({ kind, ...parameters })
    expect(read.unread).toEqual(unread === undefined ? [] : [unread])
    expect(read.quirk ?? '').toContain(quirk ?? '')
    expect(read.quirk === null).toBe(quirk === undefined)
    expect(read.assumed.join('')).toContain(assumed ?? '')
    expect(read.used.length).toBeGreaterThan(0)
  })

  it('takes the points of a list from 评价要点 where the rule only says what each is worth', () => {
    const read = understandRule('每个要点2分，共4分。', { title: '制度', weight: '4', points: '①有制度；②有执行记录' })
    expect(read?.scoring).toMatchObject({ kind: 'checklist', items: [{ text: '有制度', points: '2' }, { text: '有执行记录', points: '2' }] })
  })

  it('does not give points that miss the weight', () =>
    expect(understandRule('①有制度（2分）；②有执行（2分）', { title: '制度', weight: '5', points: '' })?.unread ?? ['']).not.toEqual([]))
})
