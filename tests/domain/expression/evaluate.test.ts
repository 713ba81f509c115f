import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formula, vocabulary } from '../../../src/catalog/formula'
import { measures } from '../../../src/catalog/measures/measures'
import { evaluate, evaluateTraced } from '../../../src/domain/expression/evaluate'
import { explain } from '../../../src/domain/expression/explain'
import { figureLeaves } from '../../../src/domain/expression/figureLeaves'
import { columnsIn, figuresIn, parts } from '../../../src/domain/expression/figuresIn'
import { evaluateInterval } from '../../../src/domain/expression/interval'
import { parseExpression } from '../../../src/domain/expression/parse'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { contains } from '../../../src/kernel/interval'
import { equals, toDecimalText } from '../../../src/kernel/rational'
import { byUs, situations, trees } from '../../support/excelSituation'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

const figuresFor = (answers: NamedAnswers, tables: NamedTables = {}) => figuresOf(namedEvaluation(answers, tables), measures)
const range = (text: string, answers: NamedAnswers, tables: NamedTables = {}): string => {
  const found = evaluateInterval(formula(text), figuresFor(answers, tables))
  return found.kind === 'range' ? `${toDecimalText(found.interval.low, 6)}～${toDecimalText(found.interval.high, 6)}` : found.kind
}

describe('a formula', () => {
  it('has a value inside its interval, or no value both ways', () => {
    fc.assert(fc.property(trees, situations, (tree, { answers, rows }) => {
      const figures = figuresOf({ ...namedEvaluation({}), answers, tables: { projects: rows } }, measures)
      const outcome = evaluate(tree, figures)
      const interval = evaluateInterval(tree, figures)
      if (outcome.kind === 'value') expect(interval.kind === 'unbounded' || (interval.kind === 'range' && contains(interval.interval, outcome.value))).toBe(true)
      else expect(interval).toEqual(outcome)
    }), { numRuns: 400 })
  })

  it('has a trace that ends in its value and names each part it looked at', () => {
    fc.assert(fc.property(trees, situations, (tree, { answers, rows }) => {
      const figures = figuresOf({ ...namedEvaluation({}), answers, tables: { projects: rows } }, measures)
      const { outcome, trace } = evaluateTraced(tree, figures)
      expect(outcome).toEqual(evaluate(tree, figures))
      expect(trace.slice(-2)).toEqual([tree, outcome])
      const all = new Set(parts(tree))
      expect(trace.every((entry, i) => i % 2 === 1 || all.has(entry as never))).toBe(true)
    }), { numRuns: 100 })
  })

  it('does not depend on the order in which figures were typed', () => {
    fc.assert(fc.property(trees, situations, (tree, situation) => {
      expect(byUs(tree, { ...situation, answers: Object.fromEntries(Object.entries(situation.answers).toReversed()) })).toBe(byUs(tree, situation))
    }), { numRuns: 100 })
  })

  it('names among its missing figures only those it reads', () => {
    fc.assert(fc.property(trees, situations, (tree, { answers, rows }) => {
      const outcome = evaluate(tree, figuresOf({ ...namedEvaluation({}), answers, tables: { projects: rows } }, measures))
      if (outcome.kind !== 'missing') return
      const read = new Set([...figuresIn(tree), ...columnsIn(tree).flatMap(({ table, column }) => rows.flatMap((row) => [`${table}[${row.id}].${column}`, `${table}[${row.id}].rowCount`]).concat(`${table}[*].${column}`))])
      expect(outcome.figures.filter((id) => !read.has(id))).toEqual([])
    }), { numRuns: 200 })
  })

  it('told in figures reads back to the same value, where it is arithmetic', () => {
    const arithmetic = trees.filter((tree) => [...parts(tree)].every(({ kind }) => kind === 'operation' || kind === 'negative' || kind === 'item' || kind === 'number'))
    fc.assert(fc.property(arithmetic, situations, (tree, { answers }) => {
      const figures = figuresOf({ ...namedEvaluation({}), answers }, measures)
      const outcome = evaluate(tree, figures)
      const words = explain(tree, figureLeaves(figures))
      fc.pre(outcome.kind === 'value' && !words.includes('不涉及'))
      const again = parseExpression(words, vocabulary)
      expect(again.ok).toBe(true)
      const value = again.ok && evaluate(again.value, figures)
      expect(value && value.kind === 'value' && outcome.kind === 'value' && equals(value.value, outcome.value)).toBe(true)
    }), { numRuns: 200 })
  })
})

describe('an interval', () => {
  it.each([
    ['支出合计_决算数 + 收入合计', { 支出合计_决算数: '10', 收入合计: '0.50' }, '9.995～11.005'],
    ['支出合计_决算数 - 收入合计', { 支出合计_决算数: '10', 收入合计: '4' }, '5～7'],
    ['支出合计_决算数 * 2', { 支出合计_决算数: '10' }, '19～21'],
    ['支出合计_决算数 / 收入合计', { 支出合计_决算数: '10', 收入合计: '4' }, '2.111111～3'],
    ['-支出合计_决算数', { 支出合计_决算数: '10' }, '-10.5～-9.5'],
    ['ABS(支出合计_决算数 - 收入合计)', { 支出合计_决算数: '10', 收入合计: '10' }, '0～1'],
    ['MAX(支出合计_决算数, 收入合计)', { 支出合计_决算数: '10', 收入合计: '9.9' }, '9.85～10.5'],
    ['MIN(支出合计_决算数, 收入合计)', { 支出合计_决算数: '10', 收入合计: '9.9' }, '9.5～9.95'],
    ['ROUND(支出合计_决算数 / 3, 1)', { 支出合计_决算数: '10' }, '3.2～3.5'],
    ['IF(在职人员数 > 3, 支出合计_决算数, 0)', { 在职人员数: '5', 支出合计_决算数: '10' }, '9.5～10.5'],
    ['支出合计_决算数 > 9', { 支出合计_决算数: '10' }, '1～1'],
    ['支出合计_决算数 + 收入合计', { 支出合计_决算数: '10', 收入合计: null }, '9.5～10.5'],
    ['100 / (支出合计_决算数 - 收入合计)', { 支出合计_决算数: '10', 收入合计: '9.5' }, 'unbounded'],
    ['1 + ABS(100 / (支出合计_决算数 - 收入合计))', { 支出合计_决算数: '10', 收入合计: '9.5' }, 'unbounded'],
    ['100 / (支出合计_决算数 - 收入合计)', { 支出合计_决算数: '10', 收入合计: '10' }, 'zeroDivisor'],
    ['支出合计_决算数 + 收入合计', { 支出合计_决算数: '10' }, 'missing'],
  ])('%s', (text, answers, expected) => expect(range(text, answers as NamedAnswers)).toBe(expected))

  it('of a column adds up its rows’', () => {
    const tables = { 专项: [{ 本年决算: '300' }, { 本年决算: '114' }, { 本年决算: '229' }] }
    expect(range('SUM(专项.本年决算)', {}, tables)).toBe('641.5～644.5')
    expect(range('SUMIF(专项.本年决算, ">200")', {}, tables)).toBe('528～530')
    expect(range('COUNT(专项.本年决算)', {}, tables)).toBe('3～3')
  })
})

describe('speed', () => {
  it('does not depend on how long a chain of multiplications is: fractions are kept short', () => {
    const chain = formula(Array.from({ length: 60 }, (_, i) => (i % 2 === 0 ? '1.0001' : '0.9999')).join(' * ').replaceAll('* 0.9999', '/ 0.9999'))
    const outcome = evaluate(chain, figuresFor({}))
    expect(outcome.kind === 'value' && outcome.value.d.toString(2).length).toBeLessThan(2000)
  })
})
