import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { explain } from '../../../src/domain/expression/explain'
import { figureNames } from '../../../src/domain/measures/names'
import { fullMarksAt } from '../../../src/domain/scoring/fullMarks'
import { scoringWords } from '../../../src/domain/scoring/scoringWords'
import { everyKind } from '../../support/everyKind'

const names = figureNames(everyKind.measures)
const said = (id: string): readonly string[] => {
  const { scoring, weight, valueStyle } = everyKind.indicators.find((one) => one.id === id)!
  return scoringWords(scoring, weight, (formula) => explain(formula, names), valueStyle)
}

describe('a rule in words', () => {
  it.each([
    ['linear', ['逐档扣分', '标准 90.00%，每高于 1 个百分点扣 0.5 分，扣完为止', '按比例扣', '不涉及由人判断', '除数为 0 由人判断']],
    ['bands', ['分档计分', '95.00%（含）以下 5 分；95.00%以上 2 分', '不涉及由人判断', '除数为 0 由人判断']],
    ['ratio', ['按比例得分', '分值 × 结果，超过 100% 按 100% 计', '完成 130% 及以上要说明原因，不扣分', '不涉及由人判断', '除数为 0 由人判断']],
    ['price', ['单价或标准', '不超过 50 得满分', '超出的按标准 ÷ 实际', '不涉及由人判断', '除数为 0 由人判断']],
    ['range', ['区间目标', '95.00%～105.00%（含两端）得满分', '区间外每 1 个百分点扣 0.5 分，扣完为止', '不足一档按一档扣', '不涉及由人判断', '除数为 0 由人判断']],
    ['cases', ['分情形计分', '有空编（在职人员数 < 编制数）3 分', '满编（在职人员数 = 编制数）2 分', '超编 0 分', '不涉及由人判断']],
    ['deadline', ['时效', '上线 评价年度-12-31', '每迟 10 天扣 0.5 分，不足的按一档', '不涉及由人判断']],
    ['veto', ['分级判断', '好 3 分', '不涉及由人判断', '一票否决：超编不得分（在职人员数 > 编制数）']],
  ])('%s', (id, words) => expect(said(id)).toEqual(words))

  it('says how a rule of other points is brought to the weight', () => {
    const { scoring } = everyKind.indicators.find(({ id }) => id === 'bands')!
    expect(scoringWords(scoring, '8', () => '')).toContain('规则满分 5 分，按分值 8 分折算')
  })

  it('says every number that is in it', () => {
    for (const { id, scoring } of everyKind.indicators) {
      const numbers = JSON.stringify(scoring, (key, value: unknown) => (['when', 'formula', 'ruleMost', 'table', 'actual', 'target', 'money', 'standard', 'per', 'from', 'to', 'share', 'due'].includes(key) ? undefined : value)).match(/(?<=")\d+(?:\.\d+)?(?=")/g) ?? []
      expect({ id, unsaid: numbers.filter((number) => !said(id).join('；').includes(number)) }).toEqual({ id, unsaid: [] })
    }
  })
})

describe('a rule whose rows come of the goals', () => {
  it('says how goals are scored, each framework its own way', () => {
    const wordsOf = (id: string) => catalog.frameworks.find((one) => one.id === id)!.indicators.filter(({ scoring }) => scoring.kind === 'subindicators').map(({ scoring, weight }) => scoringWords(scoring, weight, () => '').join('；'))
    expect(wordsOf('cn-hubei-2020-20-80')[0]).toContain('部分达成 50%～80%')
    expect(wordsOf('cn-mof-2020-10-selfeval')[0]).toContain('部分达成 60%～80%')
    expect(wordsOf('cn-mof-2021-101-core')[0]).toContain('完成比例低于 60% 不得分，其余从及格线算起')
    expect(wordsOf('provincial-system-default-10-90')[0]).toContain('超过上限（≤）的超过几成扣几成')
  })
})

describe('what full marks take', () => {
  it('is said of every way of scoring', () => {
    for (const { scoring, valueStyle } of [...everyKind.indicators, ...catalog.frameworks.flatMap(({ indicators }) => indicators)]) {
      expect(fullMarksAt(scoring, valueStyle).length).toBeGreaterThan(3)
      expect(fullMarksAt(scoring, valueStyle)).not.toMatch(/undefined|NaN/)
    }
  })

  it.each([['linear', '结果不高于 90.00%'], ['equal', '结果达到 86'], ['price', '结果不高于 50'], ['symmetric', '与 100.00% 的差在“0.00%（含）～10.00%（含）”档'], ['best', '在职率结果不低于 100.00%，或接待费占比结果不高于 5.00%'], ['cases', '属于“有空编”'], ['deadline', '按期完成']])('%s: %s', (id, words) => {
    const { scoring, valueStyle } = everyKind.indicators.find((one) => one.id === id)!
    expect(fullMarksAt(scoring, valueStyle)).toBe(words)
  })
})
