import { assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, coverageWords } from '../../../src/domain/checkup/coverage'
import { carriedMarks, figureMarks } from '../../../src/domain/checkup/figureMarks'
import { checkupOf, figureIn, relation } from '../../support/madeCheckup'

const TEXT = '支出合计800万元，其中：基本支出300万元，项目支出450万元，占50%，另有6人。'
const [total, basic, project, share, people] = ['800万元', '300万元', '450万元', '50%', '6人'].map((words) => figureIn(TEXT, words)) as [Q, Q, Q, Q, Q]
type Q = ReturnType<typeof figureIn>
const checkup = checkupOf([total, basic, project, share, people], [
  relation('sum', 'contradicted', total, [basic, project]), relation('share', 'holds', share, [project, total]), relation('same', 'rounding', basic, [total]),
])
const marks = figureMarks(checkup)

describe('marks on figures', () => {
  it('tell the worst of each figure, and which were not checked', () =>
    expect(marks.map(({ start, end, state }) => [TEXT.slice(start, end), state])).toEqual([
      ['800万元', 'contradicted'], ['300万元', 'contradicted'], ['450万元', 'contradicted'], ['50%', 'held'], ['6人', 'unchecked'],
    ]))

  it('stay with their figures while words around them change', () => {
    const carried = (later: string) => carriedMarks(TEXT, later, marks).map(({ start, end }) => later.slice(start, end))
    expect(carried(`前言。${TEXT}`)).toEqual(['800万元', '300万元', '450万元', '50%', '6人'])
    expect(carried(TEXT.replace('300万元', '3100万元'))).toEqual(['800万元', '450万元', '50%', '6人'])
    expect(carried('')).toEqual([])
  })

  it('never mark anything but the same words, whatever is typed', () =>
    assert(property(nat(TEXT.length), nat(12), string({ maxLength: 6, unit: constantFrom('0', '3', '万', '元', '，') }), (at, cut, typed) => {
      const later = TEXT.slice(0, at) + typed + TEXT.slice(at + cut)
      const words = new Set(marks.map(({ start, end }) => TEXT.slice(start, end)))
      for (const { start, end } of carriedMarks(TEXT, later, marks)) expect(words.has(later.slice(start, end))).toBe(true)
    })))
})

describe('the coverage in words', () => {
  it.each([
    [[0, 0], '没有读到数字，什么也没有核对。'], [[3, 0], '读到 3 个数字，都没有可核对的关系，等于没有核对。'],
    [[214, 163], '在 214 个数字中核对了 163 个，51 个没有可核对的关系。'], [[4, 4], '4 个数字都核对了。'],
  ])('%s', ([figures, checked], words) =>
    expect(coverageWords({ figures: figures!, checked: checked!, byState: { held: checked!, rounding: 0, contradicted: 0, unchecked: figures! - checked! } })).toBe(words))
  it('counts what the marks say', () => expect(coverageOf(marks)).toEqual({ figures: 5, checked: 4, byState: { held: 1, rounding: 0, contradicted: 3, unchecked: 1 } }))
})
