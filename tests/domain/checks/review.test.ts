import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { check } from '../../../src/catalog/checks/makers'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import type { Check } from '../../../src/domain/checks/check'
import { review } from '../../../src/domain/checks/review'
import { columnHeads } from '../../../src/catalog/outlines/columnHeads'
import { given } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { figureNames } from '../../../src/domain/measures/names'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

const reviewOf = (evaluation: Evaluation) => review(catalog.checks, evaluation, catalog.measures)
const changed = (evaluation: Evaluation, answers: { readonly [item: string]: string }): Evaluation => ({
  ...evaluation,
  answers: { ...evaluation.answers, ...Object.fromEntries(Object.entries(answers).map(([item, text]) => [item, given(text)])) },
})
const run = (of: Check, answers: NamedAnswers, tables?: NamedTables) => review([of], namedEvaluation(answers, tables), catalog.measures)
const details = { at: 'staff.quota@approved', remedy: '核对。', source: '测试' }

describe('the founding case', () => {
  const found = reviewOf(foundingCase)

  it('has nothing but rounding: 300 + 114 + 229 against 642.8', () => {
    expect(found.findings.map(({ check: id, verdict, severity }) => ({ id, verdict, severity }))).toEqual([{ id: 'expenditure.uses', verdict: 'rounding', severity: 'hint' }])
    expect(found.findings[0]!.equation).toBe('300 + 114 + 229 = 643，表中写 642.8')
    expect(found.findings[0]!.detail).toBe('尾差：相差 0.2；按印出的位数，左边可以是 642.75～642.85，右边可以是 641.5～644.5。')
  })

  it('adds up where the report says so', () => {
    const held = found.held.map(({ equation }) => equation)
    expect(held).toContain('172 + 4 + 0.03 + 11.47 = 187.5')
    expect(held).toContain('187.5 + 642.8 = 830.3')
    expect(held).toContain('53.5 + 96.88 + 55.7 + 128.4 + 64.9 + 243.42 = 642.8')
  })

  it('says what it cannot decide, and what is missing', () => {
    const missing = (id: string) => found.undecided.find((line) => line.check === id)?.missing
    expect(missing('balance')).toContain('income@actual/all')
    expect(missing('threePublic.actual')).toContain('threePublic.vehicles.purchase@actual/all')
  })

  it('calls whatever is missing by its name', () => {
    const names = figureNames(catalog.measures, columnHeads)
    const empty = review(catalog.checks, namedEvaluation({ 支出合计_上年结转: '5' }, { 专项: [{ 行: 'a', 行类别: '合并' }] }), catalog.measures)
    const missing = [...found.undecided, ...empty.undecided].flatMap((line) => line.missing).map(names.figure)
    expect(missing.filter((name) => /[@[/:]|[a-z]{3}/.test(name))).toEqual([])
    expect(missing).toContain('年初预算数是否已含上年结转')
  })

  it('never lists one check twice, nor loses one that could be run', () => {
    const ids = [...found.findings, ...found.held, ...found.undecided].map((line) => line.check)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows two digits changed round in 基本支出 as a contradiction with both sides, the slip and the cells', () => {
    const { findings } = reviewOf(changed(foundingCase, { 'expenditure.basic@actual/all': '178.5' }))
    const basic = findings.find((finding) => finding.check === 'expenditure.basicDetail')!
    expect(findings[0]!.severity).toBe('contradiction')
    expect(basic).toMatchObject({ kind: 'balance', verdict: 'contradicted', equation: '172 + 4 + 0.03 + 11.47 = 187.50，表中写 178.5', at: 'expenditure.basic@actual/all', explanation: null })
    expect(basic.detail).toContain('相差 9；')
    expect(basic.detail).toContain('178.50 与 187.50 只是相邻两位数字颠倒')
    expect(basic.figures).toContain('expenditure.otherGoods@actual/all')
  })

  it('points at the rows of a list that does not add up', () => {
    const { findings } = reviewOf(changed(foundingCase, { 'expenditure.project@actual/all': '600' }))
    expect(findings.find((finding) => finding.check === 'projects.actual')!.figures).toContain('projects[metro].actual')
  })

  it('attaches what the user said about a finding', () => {
    const explained = { ...foundingCase, explanations: { 'expenditure.uses': '各项取整万元' } }
    expect(reviewOf(explained).findings[0]!.explanation).toBe('各项取整万元')
  })

  it('comes to the same whatever the order of entry', () => {
    fc.assert(fc.property(fc.shuffledSubarray(Object.entries(foundingCase.answers), { minLength: Object.keys(foundingCase.answers).length }), (entries) => {
      expect(reviewOf({ ...foundingCase, answers: Object.fromEntries(entries) })).toEqual(found)
    }), { numRuns: 20 })
  })
})

describe('the fictional sample', () => {
  it('holds in every check that has something to check', () => {
    const { findings, undecided, held } = reviewOf(fictionalCase)
    expect({ findings, undecided }).toEqual({ findings: [], undecided: [] })
    expect(held.length).toBeGreaterThan(30)
  })
})

describe('a check', () => {
  const onePartIsSum = check('t', '合计 = 分项', '支出合计_决算数', '=', '基本支出_决算数 + 项目支出_决算数', details)

  it('of a total that was not typed but follows from those very parts is not counted as held', () => {
    const basics = check('t', '基本支出 = 人员 + 公用', '基本支出_决算数', '=', '人员经费_决算数 + 公用经费_决算数', details)
    expect(run(basics, { 人员经费_决算数: '172', 公用经费_决算数: '15.5' })).toEqual({ findings: [], held: [], undecided: [] })
    expect(run(basics, { 人员经费_决算数: '172', 公用经费_决算数: '15.5', 基本支出_决算数: '187.5' }).held).toHaveLength(1)
  })

  it('asks for what it lacks, for its condition too', () => {
    expect(run(onePartIsSum, { 支出合计_决算数: '830.3' }).undecided).toEqual([{ check: 't', says: '合计 = 分项', missing: ['expenditure.basic@actual/all', 'expenditure.project@actual/all'] }])
    const when = check('t', '没有团组就没有费用', '因公出国境费_决算数', '=', '0', { ...details, when: '因公出国境团组数 = 0' })
    expect(run(when, { 因公出国境费_决算数: '1' }).undecided[0]!.missing).toEqual(['threePublic.abroadGroups@inYear'])
    expect(run(when, { 因公出国境费_决算数: '1', 因公出国境团组数: '2' })).toEqual({ findings: [], held: [], undecided: [] })
  })

  it('with an exception is run until the exception is known', () => {
    const plain = catalog.checks.find(({ id }) => id === 'expenditure.basicAndProject')!
    const answers = { 支出合计_决算数: '840.5', 基本支出_决算数: '187.5', 项目支出_决算数: '642.8' }
    expect(run(plain, answers).findings).toHaveLength(1)
    expect(run(plain, { ...answers, 经营支出_决算数: '10.2' }).findings).toEqual([])
  })

  it('on something 不涉及 has nothing to check', () =>
    expect(run(check('t', '面积不超', '楼堂馆所面积_本年数', '<=', '楼堂馆所面积_核定数', details), { 楼堂馆所面积_本年数: null, 楼堂馆所面积_核定数: null })).toEqual({ findings: [], held: [], undecided: [] }))

  it('counts people exactly: one more is not rounding', () =>
    expect(run(check('t', '在职不超编', '在职人员数', '<=', '编制数', details), { 在职人员数: '9', 编制数: '8' }).findings[0]!.verdict).toBe('contradicted'))

  it('takes a printed zero for exactly zero', () =>
    expect(run(check('t', '为零', '结余分配', '=', '其他收入', details), { 结余分配: '0', 其他收入: '0.4' }).findings[0]!.verdict).toBe('contradicted'))

  it('whose divisor may be zero within its printed digits is at most a hint', () => {
    const { findings } = run(check('t', '比率', '100 / (收入合计 - 其他收入)', '=', '1', details), { 收入合计: '5', 其他收入: '4.9' })
    expect(findings[0]).toMatchObject({ verdict: 'rounding', severity: 'hint' })
    expect(findings[0]!.detail).toContain('除数接近 0')
  })

  it('by a divisor that is zero is undecided', () => expect(run(check('t', '比率', '收入合计 / 其他收入', '=', '1', details), { 收入合计: '5', 其他收入: '0' }).undecided[0]!.missing).toEqual(['income.other@actual/all']))

  it('says when a figure was counted twice, or taken the wrong way round', () => {
    const adjusted = check('t', '调整', '支出合计_调整预算数', '=', '支出合计_年初预算数 + 支出合计_追加 - 支出合计_追减', details)
    const answers = { 支出合计_年初预算数: '100', 支出合计_追加: '20', 支出合计_追减: '7' }
    expect(run(adjusted, { ...answers, 支出合计_调整预算数: '120' }).findings[0]!.detail).toContain('相差的正好是 7，看看这个数有没有漏加或重复加')
    expect(run(adjusted, { ...answers, 支出合计_调整预算数: '127' }).findings[0]!.detail).toContain('相差的正好是 7 的两倍，看看这个数有没有加减弄反')
    expect(run(adjusted, { ...answers, 支出合计_调整预算数: '113' }).held[0]!.equation).toBe('100 + 20 − 7 = 113')
  })

  it('on rows is told row by row, a blank cell left alone or asked for as the check says', () => {
    const share = catalog.checks.find(({ id }) => id === 'projects.share')!
    const merged = catalog.checks.find(({ id }) => id === 'projects.mergedCount')!
    const tables = { 专项: [{ 行: 'a', 项目名称: '甲', 本年决算: '5' }, { 行: 'b' }, { 行: 'c', 行类别: '合并', 项目名称: '其余' }, { 行: 'd', 行类别: '小计', 本年决算: '9999' }] }
    const shares = run(share, { 项目支出_决算数: '100' }, tables)
    expect({ held: shares.held.map((line) => line.says), findings: shares.findings, undecided: shares.undecided }).toEqual({ held: ['单个项目的支出不超过项目支出合计：甲'], findings: [], undecided: [] })
    expect(run(merged, {}, tables).undecided).toEqual([{ check: 'projects.mergedCount[c]', says: '合并行的项目个数不少于 2：其余', missing: ['projects[c].rowCount'] }])
  })
})

describe('a figure printed with fewer digits', () => {
  it('is never found in contradiction with the full ones it was rounded from', () => {
    const amounts = fc.array(fc.nat(9_999_999), { minLength: 4, maxLength: 4 })
    const rounded = (cents: number, places: number) => {
      const unit = 10 ** (4 - places)
      const units = Math.floor((cents + unit / 2) / unit)
      return places === 0 ? String(units) : `${Math.floor(units / 10 ** places)}.${String(units % 10 ** places).padStart(places, '0')}`
    }
    const basic = catalog.checks.find(({ id }) => id === 'expenditure.basicDetail')!
    fc.assert(fc.property(amounts, fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }), (parts, places) => {
      const [a, b, c, d] = parts.map((part, i) => rounded(part, places[i]!))
      const whole = rounded(parts.reduce((sum, part) => sum + part, 0), places[4]!)
      // A printed zero is exact by the rule, though it may stand for something small.
      fc.pre(![a, b, c, d, whole].some((text) => /^0(\.0+)?$/.test(text!)))
      const { findings } = run(basic, { 人员经费_决算数: a!, 办公及培训费_决算数: b!, 公务车辆费_决算数: c!, 其他商品和服务支出_决算数: d!, 基本支出_决算数: whole })
      const contradicted = findings.filter(({ verdict }) => verdict === 'contradicted')
      expect(contradicted).toEqual([])
    }), { numRuns: 300 })
  })
})
