import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../src/catalog/formula'
import { formulaTerms } from '../../../src/catalog/frameworks/formulaTerms'
import { measures } from '../../../src/catalog/measures/measures'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { printExpression } from '../../../src/domain/expression/print'
import { roleOf } from '../../../src/domain/frameworkReading/columns'
import type { IndicatorTable } from '../../../src/domain/frameworkReading/indicatorTable'
import { readFramework } from '../../../src/domain/frameworkReading/readFramework'
import { assess } from '../../../src/domain/indicators/assess'
import { lintFramework } from '../../../src/domain/indicators/lint'
import { unknownProvince } from '../../support/unknownProvince'

const knowledge = { vocabulary, terms: formulaTerms, measures, id: 'own-read' }
const read = (table: IndicatorTable) => {
  const reading = readFramework(table, '某省（虚构）', knowledge)
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

describe('an unknown province’s table', () => {
  const { framework, coverage } = read(unknownProvince)
  const of = (title: string) => framework.indicators.find((one) => one.title === title)
  const rowOf = (title: string) => coverage.rows.find(({ indicator }) => indicator === of(title)?.id)

  it('becomes a framework with its levels, weights in names too', () => {
    expect(framework.indicators.map(({ dimension, group, title, weight }) => [dimension, group, title, weight])).toEqual([
      ['投入', '预算配置', '在职人员控制率', '5'], ['投入', '预算配置', '“三公经费”变动率', '5'], ['投入', '目标设定', '绩效目标合理性', '10'],
      ['过程', '预算执行', '预算完成率', '10'], ['过程', '预算执行', '预算调整率', '10'], ['过程', '预算管理', '资金使用合规性', '10'], ['过程', '预算管理', '资产管理安全性', '10'],
      ['产出', '职责履行', '实际完成率', '20'], ['效果', '履职效益', '社会效益', '15'],
    ])
  })

  it('computes what its words say how to compute', () => {
    expect(of('在职人员控制率')).toMatchObject({ scoring: { kind: 'linearDeduction', standard: '1', per: '0.01', deduct: '0.5' } })
    expect(printExpression(of('“三公经费”变动率')!.formula!, vocabulary)).toBe('(三公经费_年初预算数 - 三公经费_上年预算数) / 三公经费_上年预算数')
    expect(printExpression(of('预算调整率')!.formula!, vocabulary)).toBe('支出合计_追加 / 支出合计_年初预算数')
    expect(of('预算调整率')?.scoring).toMatchObject({ kind: 'bandTable', bands: [{ to: '0.1', toIncluded: true, points: '10' }, { from: '0.1', to: '0.2', toIncluded: true, points: '6' }, { from: '0.2', points: '0' }] })
    expect(of('绩效目标合理性')?.scoring).toMatchObject({ kind: 'checklist', items: [{ points: '3' }, { points: '3' }, { points: '4' }] })
  })

  it('accounts for every row that holds something', () => {
    const filled = unknownProvince.rows.flatMap((row, i) => (row.some((text) => text !== '') ? [i + 1] : []))
    expect(coverage.rows.map(({ row }) => row)).toEqual(filled)
    expect(coverage.rows.map(({ row, state }) => [row, state])).toEqual([
      [1, 'context'], [2, 'context'], [3, 'context'], [4, 'understood'], [5, 'understood'], [6, 'understood'], [7, 'understood'], [8, 'understood'], [9, 'understood'],
      [10, 'byHand'], [11, 'context'], [12, 'byHand'], [13, 'understood'], [14, 'rejected'], [15, 'context'], [16, 'context'],
    ])
  })

  it('says why a row is judged by hand or rejected, and which words were taken for what', () => {
    expect(rowOf('实际完成率')?.says).toContain('没有读出算式')
    expect(of('实际完成率')).toMatchObject({ scoring: { kind: 'ratioOfWeight', direction: 'positive' } })
    expect(coverage.rows.find(({ row }) => row === 14)?.says).toBe('“服务对象满意度”的分值写作“待定”，应为大于 0 的数字。')
    expect(rowOf('预算完成率')?.doubts).toContain('请核对口径：预算完成数 → 支出合计_决算数')
    expect(of('资产管理安全性')?.texts.rule).toBe('由评价组根据实际情况综合评定。\n资产配置是否合理，另行说明。')
  })

  it('tells which columns hold nothing of a framework, and what does not add up', () => {
    expect(coverage.columns.filter(({ role }) => role === null).map(({ head }) => head)).toEqual(['序号', '自评得分'])
    expect(coverage.remarks).toEqual(['分值合计 95 分，不是 100 分。'])
  })

  it('scores an evaluation at once', () => {
    const lines = assess(framework, { ...fictionalCase, framework, judgements: {} }).lines
    expect(lines.filter(({ state }) => state === 'computed').map(({ indicator }) => indicator.title)).toEqual(['在职人员控制率', '“三公经费”变动率', '预算完成率', '预算调整率'])
    expect(lintFramework(framework).map(({ message }) => message)).toEqual(['没有算式，结果要由人填'])
  })
})

describe('any table', () => {
  const words = fc.oneof(fc.constantFrom('', '一级指标', '三级指标', '分值', '评分标准', '5', '每超过1%扣1分', '≥90%得5分；<90%得0分', '合计', '①甲（2分）②乙（3分）'), fc.string({ maxLength: 12 }))
  const table = fc.record({
    name: fc.constant('表'), rows: fc.array(fc.array(words, { minLength: 4, maxLength: 4 }), { maxLength: 12 }),
    merges: fc.array(fc.record({ row: fc.nat(11), column: fc.nat(3), rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 }),
  })

  it('is read or refused, and no row that shows something is dropped', () =>
    fc.assert(fc.property(table, ({ rows, merges, name }) => {
      const withHead = { name, merges, rows: [['一级指标', '三级指标', '分值', '评分标准'], ...rows] }
      const reading = readFramework(withHead, '表', knowledge)
      if (!reading.ok) return
      const hidden = new Set(merges.flatMap((merge) => Array.from({ length: merge.rows * merge.columns }, (_, i) => `${merge.row + Math.floor(i / merge.columns)} ${merge.column + (i % merge.columns)}`).filter((key) => key !== `${merge.row} ${merge.column}`)))
      const shown = withHead.rows.flatMap((row, r) => (row.some((text, c) => text.trim() !== '' && !hidden.has(`${r} ${c}`)) ? [r + 1] : []))
      expect(reading.coverage.rows.map(({ row }) => row)).toEqual(shown)
      const made = reading.coverage.rows.filter(({ state }) => state === 'understood' || state === 'byHand')
      expect(made.map(({ indicator }) => indicator)).toEqual(reading.framework.indicators.map(({ id }) => id))
    }), { numRuns: 150 }))
})

describe('heads', () => {
  it.each([['一级指标', 'dimension'], ['三级\n指标', 'title'], ['分值（权重）', 'weight'], ['评分标准', 'rule'], ['评分细则', 'rule'], ['评价标准', 'standard'], ['指标解释', 'definition'], ['指标说明', 'definition'], ['数据来源', 'dataSource'], ['评价要点', 'points'], ['计算公式', 'formula'], ['自评得分', null], ['备注', null]] as const)('%s is %s', (head, role) => expect(roleOf(head)).toBe(role))
})
