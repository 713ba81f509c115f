import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { inspections } from '../../../src/domain/checks/inspections/inspections'
import { review } from '../../../src/domain/checks/review'
import { aggregate } from '../../../src/domain/department/aggregate'
import { proposedEliminations, type Elimination } from '../../../src/domain/department/eliminations'
import { unitsOf } from '../../../src/domain/department/shares'
import { evaluationDecoder } from '../../../src/domain/evaluation/decodeEvaluation'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { assess } from '../../../src/domain/indicators/assess'
import { decode } from '../../../src/kernel/decode'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

const unit = (name: string, answers: NamedAnswers, tables: NamedTables = {}): Evaluation => ({ ...namedEvaluation({ 单位名称: name, ...answers }, tables, { carryInIncluded: 'no' }), id: name })

/** 本级 pays the first unit 50 and the second 30; the second remits 5 upward. Every figure is made up. */
const lead = unit('示例局本级', { 编制数: '10', 在职人员数: '6', 人员经费_决算数: '100.00', 公用经费_决算数: '20.00', 对附属单位补助支出_决算数: '80.00', 对附属单位补助支出_年初预算数: '75.00', 上缴上级支出_决算数: null,
  财政拨款收入: '195.00', 上级补助收入: null, 附属单位上缴收入: '5.00', 三公经费_决算数: '3.00' }, { 专项: [{ 项目名称: '平台建设', 本年决算: '40.00' }] })
const first = unit('示例中心', { 编制数: '8', 在职人员数: '10', 人员经费_决算数: '30.50', 公用经费_决算数: '9.5', 对附属单位补助支出_决算数: null, 对附属单位补助支出_年初预算数: null, 上缴上级支出_决算数: null,
  财政拨款收入: '5.00', 上级补助收入: '50.00', 附属单位上缴收入: null, 三公经费_决算数: '0' }, { 专项: [{ 项目名称: '线路租赁', 本年决算: '10.00' }, { 行类别: '小计', 本年决算: '10.00' }] })
const second = unit('示例站', { 编制数: '30', 在职人员数: '24', 人员经费_决算数: '20.00', 公用经费_决算数: '5.00', 对附属单位补助支出_决算数: null, 对附属单位补助支出_年初预算数: null, 上缴上级支出_决算数: '5.00',
  财政拨款收入: '2.00', 上级补助收入: '30.00', 附属单位上缴收入: null, 三公经费_决算数: '1.20' })
const units = [lead, first, second]
const proposed = proposedEliminations(unitsOf(units, catalog.measures), catalog.measures)
const eliminations: readonly Elimination[] = proposed.flatMap(({ item, amount }) => (amount === null ? [] : [{ item, amount }]))

const made = (of: readonly Evaluation[] = units, off: readonly Elimination[] = eliminations) => {
  const result = aggregate({ id: 'dept', name: '示例局', units: of, eliminations: off }, catalog.measures)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const text = (evaluation: Evaluation, id: string): string | null => {
  const figure = figuresOf(evaluation, catalog.measures).item(id)
  return figure.kind === 'value' ? figure.text : figure.kind
}

describe('a department of three units', () => {
  const { evaluation, overStaffed, lacking } = made()

  it('recomputes rates from the sums: 40 staff on 48 posts are 83.33 %, and names the unit that is over', () => {
    const line = assess(evaluation.framework, evaluation).lines.find(({ indicator }) => indicator.id === 'staffControlRate')
    expect([text(evaluation, 'staff.onPost@yearEnd'), text(evaluation, 'staff.quota@approved'), line?.value]).toEqual(['40', '48', '83.33%'])
    expect(overStaffed).toEqual([{ unit: '示例中心', onPost: '10', quota: '8' }])
  })

  it('takes what the units paid each other from both sides', () => {
    expect(proposed).toEqual([
      { item: 'expenditure.subsidy@actual/all', sum: '80.00', amount: '80.00' }, { item: 'income.superior@actual/all', sum: '80.00', amount: '80.00' },
      { item: 'expenditure.subsidy@originalBudget/all', sum: '75.00', amount: '75.00' },
      { item: 'expenditure.remitted@actual/all', sum: '5.00', amount: '5.00' }, { item: 'income.affiliates@actual/all', sum: '5.00', amount: '5.00' },
    ])
    expect(text(evaluation, 'expenditure.subsidy@actual/all')).toBe('0.00')
    expect(text(evaluation, 'expenditure.personnel@actual/all')).toBe('150.50')
    expect(text(evaluation, 'expenditure.basic@actual/all')).toBe('185.00')
    expect(text(evaluation, 'income.fiscal@actual/all')).toBe('202.00')
    expect(text(evaluation, 'income.superior@actual/all')).toBe('0.00')
  })

  it('joins the lists, 小计 left out, each row and figure traceable to its unit', () => {
    expect(evaluation.tables['projects']!.map(({ id, cells }) => [id, cells['actual']?.provenance?.source])).toEqual([['1-r1', '示例局本级'], ['2-r1', '示例中心']])
    expect(text(evaluation, 'expenditure.project@actual/all')).toBe('50.00')
    expect(evaluation.answers['staff.onPost@yearEnd']?.provenance).toEqual({ source: '部门汇总', note: '示例局本级 6；示例中心 10；示例站 24' })
    expect(evaluation.answers['expenditure.subsidy@actual/all']?.provenance?.note).toBe('示例局本级 80.00；示例中心 不涉及；示例站 不涉及；内部往来抵销 −80.00')
  })

  it('is a 部门 in every title, of 一级预算单位, and can be stored', () => {
    expect([evaluation.settings.scope, evaluation.answers['unit.name'], evaluation.answers['unit.budgetLevel']]).toMatchObject(['department', { text: '示例局' }, { text: '一级预算单位' }])
    expect(decode(evaluationDecoder, structuredClone(evaluation)).ok).toBe(true)
    expect(lacking).toEqual([])
    expect(review(catalog.checks, evaluation, catalog.measures, { inspections }).findings.filter(({ severity }) => severity === 'contradiction')).toEqual([])
  })
})

describe('what cannot be summed', () => {
  it('stays blank where a unit has not said, and says which', () => {
    const silent = unit('示例所', { 编制数: '5' })
    const { evaluation, lacking } = made([lead, silent], [])
    expect(text(evaluation, 'staff.onPost@yearEnd')).toBe('missing')
    expect(lacking).toContainEqual({ unit: '示例所', item: 'staff.onPost@yearEnd' })
    expect(text(evaluation, 'staff.quota@approved')).toBe('15')
  })

  it('is refused in words: one unit, two years, more eliminated than there is', () => {
    const refused = (of: readonly Evaluation[], off: readonly Elimination[] = []) => {
      const result = aggregate({ id: 'd', name: 'd', units: of, eliminations: off }, catalog.measures)
      return result.ok ? '' : result.error
    }
    expect(refused([lead])).toContain('至少要两个单位')
    expect(refused([lead, { ...first, year: 2019 }])).toContain('评价年度不同')
    expect(refused(units, [{ item: 'income.superior@actual/all', amount: '80.01' }])).toContain('大于各单位合计 80.00')
    expect(refused(units, [{ item: 'income.superior@actual/all', amount: '若干' }])).toContain('不是数字')
  })

  it('keeps 全年预算数 where units count the carry-over differently', () => {
    const budget = (name: string, carryInIncluded: 'yes' | 'no'): Evaluation => ({ ...namedEvaluation({ 单位名称: name, 人员经费_年初预算数: '100', 人员经费_追加: '0', 人员经费_追减: '0', 人员经费_上年结转: '10' }, {}, { carryInIncluded }), id: name })
    expect(text(made([budget('甲', 'yes'), budget('乙', 'no')], []).evaluation, 'expenditure.personnel@fullYearBudget/all')).toBe('210')
  })

  it('proposes nothing for other bases where part of the money stayed outside', () => {
    const outside = unitsOf([lead, { ...first, answers: { ...first.answers, 'income.superior@actual/all': { kind: 'given', text: '20.00' } } }, second], catalog.measures)
    expect(proposedEliminations(outside, catalog.measures).slice(0, 3)).toEqual([
      { item: 'expenditure.subsidy@actual/all', sum: '80.00', amount: '50.00' }, { item: 'income.superior@actual/all', sum: '50.00', amount: '50.00' },
      { item: 'expenditure.subsidy@originalBudget/all', sum: '75.00', amount: null }])
  })
})

describe('any department', () => {
  it('has the sum of its units in every figure, whatever their order', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 500 })), { minLength: 2, maxLength: 6 })
    fc.assert(fc.property(amounts, fc.boolean(), (figures, reversed) => {
      const of = figures.map(([cents, staff], i) => unit(`单位${i}`, { 人员经费_决算数: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`, 在职人员数: String(staff) }))
      const { evaluation } = made(reversed ? [...of].reverse() : of, [])
      const cents = figures.reduce((sum, [amount]) => sum + amount, 0)
      expect(text(evaluation, 'expenditure.personnel@actual/all')).toBe(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)
      expect(text(evaluation, 'staff.onPost@yearEnd')).toBe(String(figures.reduce((sum, [, staff]) => sum + staff, 0)))
    }))
  })
})
