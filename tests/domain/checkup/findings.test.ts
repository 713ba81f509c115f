import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/domain/checkup/checkupFinding'
import { coverageOf } from '../../../src/domain/checkup/coverage'
import { figureMarks } from '../../../src/domain/checkup/figureMarks'
import { plainReport } from '../../../src/domain/checkup/plainReport'
import { placeWords } from '../../../src/domain/checkup/reportText'
import { quoteOf } from '../../../src/domain/checkup/span'
import { unitNote } from '../../../src/domain/checkup/unitNote'
import { checkupOf, figureIn, relation } from '../../support/madeCheckup'

const TEXT = '一、收支情况\n支出合计800万元，其中：基本支出300万元，项目支出450万元。\n\n项目\t决算\n合计\t450.0万元\n完'
const report = plainReport(TEXT)
const figures = ['800万元', '300万元', '450万元', '450.0万元'].map((words) => figureIn(TEXT, words))
const checkup = checkupOf(figures, [
  relation('same', 'rounding', figures[3]!, [figures[2]!]),
  relation('sum', 'contradicted', figures[0]!, [figures[1]!, figures[2]!], '300 + 450 = 750'),
])

describe('what was found', () => {
  it('comes heaviest first, with all its places', () =>
    expect(findingsOf(TEXT, checkup).map(({ severity, says, places }) => [severity, says, places.map(({ start, end }) => TEXT.slice(start, end))])).toEqual([
      ['contradiction', '合计不等于分项之和', ['800万元', '300万元', '450万元']], ['hint', '差在末位，可能是四舍五入', ['450.0万元', '450万元']],
    ]))

  it('keeps its key when words elsewhere change, and loses it when its figure does', () => {
    const moved = `前言\n${TEXT}`
    const shift = 3
    const shifted = checkupOf([], checkup.relations.map((one) => ({
      ...one, stated: { ...one.stated, start: one.stated.start + shift, end: one.stated.end + shift },
      operands: one.operands.map((operand) => ({ ...operand, start: operand.start + shift, end: operand.end + shift })),
    })))
    const keys = findingsOf(TEXT, checkup).map(({ key }) => key)
    expect(findingsOf(moved, shifted).map(({ key }) => key)).toEqual(keys)
    const changed = TEXT.replace('800', '810')
    expect(keys).not.toContain(findingsOf(changed, checkup)[0]!.key)
  })

  it('gives two like findings two keys', () => {
    const twice = checkupOf(figures, [checkup.relations[1]!, checkup.relations[1]!])
    expect(new Set(findingsOf(TEXT, twice).map(({ key }) => key)).size).toBe(2)
  })
})

describe('places', () => {
  it('of typed words are told by paragraph, table and row', () =>
    expect([0, TEXT.indexOf('基本'), TEXT.indexOf('450.0'), TEXT.length].map((at) => placeWords(report, at))).toEqual(['第 1 段', '第 2 段', '表 1 第 2 行', '第 3 段']))
  it('are quoted within their line', () => {
    const { before, figure, after } = quoteOf(TEXT, figures[0]!)
    expect([before, figure, after]).toEqual(['支出合计', '800万元', '，其中：基本支出300万元，项目…'])
    expect(quoteOf(TEXT, figures[3]!)).toMatchObject({ before: '合计 ', figure: '450.0万元', after: '' })
  })
})

describe('the note to the unit', () => {
  it('says where, what and how far was checked', () => {
    const note = unitNote([{ fileName: '自评.docx', report, coverage: coverageOf(figureMarks(checkup)), findings: findingsOf(TEXT, checkup) }])
    expect(note).toContain('发现 2 处需要核实')
    expect(note).toContain('1. 【矛盾】第 2 段：合计不等于分项之和。')
    expect(note).toContain('核算：300 + 450 = 750')
    expect(note).toContain('没有核对的数字不代表没有问题。')
  })
})
