import { describe, expect, it } from 'vitest'
import { measures } from '../../../src/catalog/measures/measures'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { againstEvaluation } from '../../../src/domain/checkup/againstEvaluation'
import { itemReader } from '../../../src/domain/checkup/namedItem'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import type { Quantity } from '../../../src/domain/checkup/checkup'

const figures = figuresOf(foundingCase, measures)
/** Figures with their units, as a reader of quantities finds them. */
const quantitiesOf = (text: string): readonly Quantity[] => [...text.matchAll(/(\d+(?:\.\d+)?)(余)?(万元|亿元|元|人|个|%)/g)].map((match) => (
  { text: match[0], start: match.index, end: match.index + match[0].length, value: match[1]!, unit: match[3]!, low: match[1]!, high: match[1]!, kind: 'money' }))
const compare = (text: string) => againstEvaluation(text, quantitiesOf(text), figures, measures, 2020)

describe('words in front of a figure name an item', () => {
  const read = itemReader(measures, 2020)
  it.each([
    ['基本支出', 'expenditure.basic@actual/all'], ['其中：基本支出共计', 'expenditure.basic@actual/all'], ['2020年单位整体支出', 'expenditure@actual/all'],
    ['2020年度基本支出年初预算数为', 'expenditure.basic@originalBudget/all'], ['财政拨款基本支出', 'expenditure.basic@actual/fiscal'],
    ['一般公共预算财政拨款项目支出', 'expenditure.project@actual/general'], ['人员经费支出', 'expenditure.personnel@actual/all'], ['专项支出', 'expenditure.project@actual/all'],
    ['在职人员', 'staff.onPost@yearEnd'], ['核定行政编制', 'staff.quota.administrative@approved'],
  ])('%s', (clause, item) => expect(read(clause)).toEqual([item]))

  it.each(['2019年基本支出', '上年基本支出', '基本支出比上年增加', '基本支出占', '基本支出预算', '医院基本支出', '教育基本支出', '各类光纤租赁支出', '', '约', '人均基本支出'])('%s names none', (clause) => expect(read(clause)).toEqual([]))
})

describe('a text against the open evaluation', () => {
  it('agrees where it says the same, in other units too', () =>
    expect(compare('2020年，单位整体支出830.3万元。其中，基本支出1875000元，专项支出642.8万元。')).toEqual({ matched: 3, blank: 0, differences: [] }))

  it('tells what differs, with both values and the place', () => {
    const text = '单位整体支出830.3万元，其中：基本支出178.5万元，项目支出642.8万元。'
    expect(compare(text).differences).toEqual([{ item: 'expenditure.basic@actual/all', start: text.indexOf('178.5'), end: text.indexOf('178.5') + 7, printed: '178.5万元', ours: '187.5万元', verdict: 'differs' }])
  })

  it('calls a coarser print 尾差, not a difference', () => expect(compare('基本支出0.02亿元，项目支出643万元').differences.map(({ verdict }) => verdict)).toEqual(['rounding', 'rounding']))

  it('compares nothing it is not sure of', () =>
    expect(compare('去年基本支出99万元，较上年增加12万元；某下属单位基本支出7万元；教育支出8万元；基本支出约180余万元；完成率95%。')).toEqual({ matched: 0, blank: 0, differences: [] }))

  it('counts what the evaluation still lacks', () => expect(compare('公务接待费0.5万元').blank + compare('公务接待费0.5万元').matched).toBe(1))
})
