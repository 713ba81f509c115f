import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../src/catalog/formula'
import { money } from '../../../src/catalog/measures/makers'
import { measures } from '../../../src/catalog/measures/measures'
import type { Settings } from '../../../src/domain/evaluation/evaluation'
import type { Figure } from '../../../src/domain/figures/figures'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { CARRY_IN_SETTING } from '../../../src/domain/measures/item'
import { printedFigures } from '../../../src/domain/figures/printedFigures'
import { contains } from '../../../src/kernel/interval'
import { toDecimalText } from '../../../src/kernel/rational'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

const id = (name: string): string => {
  const found = vocabulary.find(name)
  if (found?.kind !== 'item') throw new Error(name)
  return found.item
}
const figure = (name: string, answers: NamedAnswers, tables: NamedTables = {}, settings: Partial<Settings> = {}): Figure =>
  figuresOf(namedEvaluation(answers, tables, settings), measures).item(id(name))

/** 「text | derivation | low～high」, or why there is no value. */
function told(of: Figure): string {
  if (of.kind !== 'value') return `${of.kind} ${of.figures.map((one) => vocabulary.nameOf(one)).join('、')}`
  return `${of.text} | ${of.derivation} | ${toDecimalText(of.interval.low)}～${toDecimalText(of.interval.high)}`
}

const parts = { 人员经费_决算数: '172', 办公及培训费_决算数: '4', 公务车辆费_决算数: '0.03', 其他商品和服务支出_决算数: '11.47' }

describe('a typed figure', () => {
  it('stands as typed, whatever its parts say', () => expect(told(figure('基本支出_决算数', { ...parts, 基本支出_决算数: '200' }))).toBe('200 |  | 199.5～200.5'))
  it('means half a unit of its last digit either way', () => expect(told(figure('基本支出_决算数', { 基本支出_决算数: '187.50' }))).toBe('187.50 |  | 187.495～187.505'))
  it('of people is exact', () => expect(told(figure('在职人员数', { 在职人员数: '5' }))).toBe('5 |  | 5～5'))
  it('that is no number is missing, not zero', () => expect(told(figure('基本支出_决算数', { 基本支出_决算数: '约187' }))).toBe('missing 基本支出_决算数'))
  it('不涉及 is its own thing', () => expect(told(figure('基本支出_决算数', { 基本支出_决算数: null }))).toBe('notApplicable 基本支出_决算数'))
})

describe('a total that was not typed', () => {
  it('follows from its parts, with their decimals and their uncertainty', () =>
    expect(told(figure('基本支出_决算数', parts))).toBe('187.50 | 172 + 15.50 | 186.49～188.51'))

  it('leaves out parts that are 不涉及', () => expect(told(figure('支出合计_决算数', { ...parts, 项目支出_决算数: '642.8', 上缴上级支出_决算数: null, 经营支出_决算数: null, 对附属单位补助支出_决算数: null }))).toBe('830.30 | 187.50 + 642.8 | 829.24～831.36'))

  it('is 不涉及 where all its parts are', () =>
    expect(told(figure('三公经费_决算数', { 公务用车购置及运行维护费_决算数: null, 因公出国境费_决算数: null, 公务接待费_决算数: null }))).toBe('notApplicable 公务用车购置及运行维护费_决算数、因公出国境费_决算数、公务接待费_决算数'))

  it('stays open while a part is blank, and names that part', () =>
    expect(told(figure('三公经费_决算数', { 公务用车运行维护费_决算数: '0.03', 因公出国境费_决算数: '0', 公务接待费_决算数: '0' }))).toBe('missing 公务用车购置费_决算数'))

  it('is asked for itself where nothing of it is known', () => expect(told(figure('三公经费_决算数', {}))).toBe('missing 三公经费_决算数'))

  it('brackets a negative part', () => expect(told(figure('三公经费_决算数', { 公务用车购置及运行维护费_决算数: '9', 因公出国境费_决算数: '-0.5', 公务接待费_决算数: '1' }))).toBe('9.5 | 9 + （−0.5） + 1 | 8.45～10.55'))

  it('rests on what was typed, through every step', () => {
    const basic = figure('基本支出_决算数', parts)
    expect(basic.kind === 'value' && basic.restsOn).toEqual(Object.keys(parts).map(id))
  })

  it('is the same whatever the order of entry', () => {
    fc.assert(fc.property(fc.shuffledSubarray(Object.entries(parts), { minLength: 4 }), (entries) => {
      expect(told(figure('基本支出_决算数', Object.fromEntries(entries)))).toBe('187.50 | 172 + 15.50 | 186.49～188.51')
    }))
  })

  it('lies within its own interval', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(9999), fc.integer({ min: 0, max: 99 })).map(([whole, part]) => `${whole}.${part}`), { minLength: 4, maxLength: 4 }), (texts) => {
      const basic = figure('基本支出_决算数', Object.fromEntries(Object.keys(parts).map((name, i) => [name, texts[i]!])))
      expect(basic.kind === 'value' && contains(basic.interval, basic.value)).toBe(true)
    }))
  })
})

describe('budgets', () => {
  const cycle = { 支出合计_年初预算数: '1922.76', 支出合计_追加: '767.86', 支出合计_追减: '0', 支出合计_上年结转: '19.8' }

  it('调整预算数 = 年初 + 追加 − 追减', () => expect(told(figure('支出合计_调整预算数', cycle))).toBe('2690.62 | 1922.76 + 767.86 − 0 | 2690.61～2690.63'))
  it('全年预算数 adds 上年结转 where the budget does not include it', () => expect(told(figure('支出合计_全年预算数', cycle, {}, { carryInIncluded: 'no' }))).toContain('2710.42 | 2690.62 + 19.8'))
  it('全年预算数 does not add it twice', () => expect(told(figure('支出合计_全年预算数', cycle, {}, { carryInIncluded: 'yes' }))).toContain('2690.62 | 2690.62 |'))

  it('全年预算数 asks first whether it is included', () => {
    const asked = figure('支出合计_全年预算数', cycle)
    expect(asked).toEqual({ kind: 'missing', figures: [CARRY_IN_SETTING] })
    expect(told(figure('支出合计_全年预算数', { ...cycle, 支出合计_上年结转: '0' }))).toContain('2690.62 | 2690.62 + 0')
  })
})

describe('figures of a list', () => {
  const rows = { 专项: [{ 行: 'a', 本年决算: '53.5' }, { 行: 'b', 行类别: '小计', 本年决算: '53.5' }, { 行: 'c', 行类别: '合并', 项目个数: '14', 本年决算: '243.42' }] }

  it('give 项目支出 where it was not typed, 小计 rows apart', () => expect(told(figure('项目支出_决算数', {}, rows))).toBe('296.92 | 53.5 + 243.42 | 296.865～296.975'))
  it('leave it open while a row is blank', () => expect(figure('项目支出_决算数', {}, { 专项: [...rows.专项, { 行: 'd', 项目名称: '未填' }] })).toEqual({ kind: 'missing', figures: ['projects[d].actual'] }))

  it('are read cell by cell, with the count each row stands for', () => {
    const figures = figuresOf(namedEvaluation({}, { 专项: [...rows.专项, { 行: 'd', 行类别: '合并', 本年决算: null }] }), measures)
    expect(figures.column('projects', 'actual').map((row) => [row.id, row.kind, row.count, row.text, row.figure.kind])).toEqual([
      ['a', 'single', 1, '53.5', 'value'], ['b', 'subtotal', null, '53.5', 'value'], ['c', 'merged', 14, '243.42', 'value'], ['d', 'merged', null, null, 'notApplicable']])
    expect(told(figures.cell('projects[c].actual'))).toContain('243.42')
    expect(told(figures.cell('projects[x].actual'))).toBe('missing projects[x].actual')
  })
})

describe('funds', () => {
  it('财政拨款 = 一般公共预算 + 政府性基金 + 国有资本经营', () =>
    expect(told(figure('支出合计_决算数_财政拨款', { 支出合计_决算数_一般公共预算: '800', 支出合计_决算数_政府性基金: '30.3', 支出合计_决算数_国有资本经营: null }))).toBe('830.3 | 800 + 30.3 | 829.75～830.85'))
})

describe('words', () => {
  it('are read as typed; the year comes from the evaluation', () => {
    const figures = figuresOf(namedEvaluation({ 单位名称: '某中心' }), measures)
    expect([figures.words('unit.name'), figures.words('unit.code'), figures.words('evaluation.year')]).toEqual(['某中心', null, '2020'])
  })

  it('that are called like parts of the machine are nobody’s answers', () => {
    const figures = figuresOf(namedEvaluation({}), measures)
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(figures.item(name)).toEqual({ kind: 'missing', figures: [name] })
      expect(figures.words(name)).toBeNull()
      expect(figures.column(name, name)).toEqual([])
    }
  })
})

describe('a measure that is a part of itself', () => {
  it('is a fault of the catalog', () => {
    const circle = [money('a', '甲', '', ['actual'], { parts: ['b'] }), money('b', '乙', '', ['actual'], { parts: ['a'] })]
    expect(() => figuresOf(namedEvaluation({}), circle).item('a@actual/all')).toThrow('catalog error: a@actual/all is a part of itself')
  })
})

describe('取整点: figures as the paper prints them', () => {
  const printed = (answers: NamedAnswers, name: string) => printedFigures(figuresOf(namedEvaluation(answers), measures), measures).item(id(name))

  it('rounds money to two decimals of 万元, half up', () => expect(told(printed({ 支出合计_决算数: '187.496328' }, '支出合计_决算数'))).toBe('187.50 |  | 187.495～187.505'))
  it('leaves shorter figures and people as they are', () => {
    expect(told(printed({ 支出合计_决算数: '187.5' }, '支出合计_决算数'))).toBe('187.5 |  | 187.45～187.55')
    expect(told(printed({ 在职人员数: '5' }, '在职人员数'))).toBe('5 |  | 5～5')
  })
})
