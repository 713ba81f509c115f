import { describe, expect, it } from 'vitest'
import { projectEvaluation } from '../../../src/catalog/frameworks/projectEvaluation'
import { gradeAt, gradesBetween, gradesText, parseGrades } from '../../../src/domain/indicators/grades'
import { decimal } from '../../../src/kernel/rational'

const bands = projectEvaluation.grades!

describe('等级', () => {
  it.each([['100', '优'], ['90', '优'], ['89.99', '良'], ['89.5', '良'], ['80', '良'], ['79.99', '中'], ['60', '中'], ['59.99', '差'], ['0', '差']])('%s points: %s', (points, grade) => expect(gradeAt(bands, decimal(points))).toBe(grade))
  it.each([['90', '95', ['优']], ['89.99', '90', ['优', '良']], ['80', '89.99', ['良']], ['0', '100', ['优', '良', '中', '差']], ['60', '80', ['良', '中']]])('between %s and %s: %s', (lowest, highest, grades) =>
    expect(gradesBetween(bands, decimal(lowest), decimal(highest))).toEqual(grades))
  it('are none where the framework has none, and say where some points have none', () => {
    expect(gradesBetween([], decimal('0'), decimal('100'))).toEqual([])
    expect(gradesBetween([{ label: '合格', from: '60' }], decimal('50'), decimal('70'))).toEqual(['合格', '不定级'])
  })
  it('are typed as they are told', () => {
    expect(gradesText(bands)).toBe('优 90，良 80，中 60，差 0')
    expect(parseGrades(gradesText(bands))).toEqual(bands)
    expect(parseGrades('合格60分、优秀 ≥ 85.5')).toEqual([{ label: '优秀', from: '85.5' }, { label: '合格', from: '60' }])
    expect(parseGrades(' ')).toEqual([])
  })
  it.each(['优', '90', '优 九十', '优 90，优 80', '优 90，良 90'])('%s is not read', (text) => expect(parseGrades(text)).toBeNull())
})
