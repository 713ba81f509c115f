import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../src/catalog/formula'
import { complete, completed } from '../../../src/domain/expression/complete'

const offered = (text: string, caret = text.length) => complete(text, caret, vocabulary).map(({ name }) => name)

describe('completion of names in a formula', () => {
  it('offers names that begin as typed, then those that contain it', () => {
    const names = offered('在职人员数 / 三公经费_')
    expect(names[0]).toMatch(/^三公经费_/)
    expect(offered('编制')).toContain('编制数')
  })

  it('finds a name by some of its letters', () => expect(offered('三公决算')).toContain('三公经费_决算数'))
  it('offers functions', () => expect(offered('1 + su').slice(0, 2)).toEqual(['SUM', 'SUMIF']))
  it('offers nothing for figures and between names', () => expect([offered('12.5'), offered('在职人员数 / ')]).toEqual([[], []]))

  it('puts the name in place of the whole word around the caret', () => {
    const text = '在职 / 编制数'
    const [first] = complete(text, 1, vocabulary).filter(({ name }) => name === '在职人员数')
    expect(completed(text, first!)).toEqual({ text: '在职人员数 / 编制数', caret: 5 })
  })

  it('opens the bracket of a function', () => {
    const [sum] = complete('SU', 2, vocabulary)
    expect(completed('SU', sum!)).toEqual({ text: 'SUM(', caret: 4 })
  })
})
