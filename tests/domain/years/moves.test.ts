import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { review } from '../../../src/domain/checks/review'
import { given } from '../../../src/domain/evaluation/answer'
import { applyEdit } from '../../../src/domain/evaluation/edit'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { findCells } from '../../../src/domain/forms/findCells'
import { measureIndex } from '../../../src/domain/forms/cellSpec'
import { assess } from '../../../src/domain/indicators/assess'
import { approve, awaitingApproval } from '../../../src/domain/years/approvedFigures'
import { compareYears, rateText } from '../../../src/domain/years/compareYears'
import { whatMoves, type Standing } from '../../../src/domain/years/whatMoves'
import { lastYear } from '../../support/faults'

const index = measureIndex(catalog.measures)
const standing = (evaluation: Evaluation): Standing => ({ evaluation, assessment: assess(evaluation.framework, evaluation), review: review(catalog.checks, evaluation, catalog.measures) })
const outline = catalog.outlines.find(({ id }) => id === fictionalCase.outline)
const movesBy = (approved: { readonly [item: string]: string }) =>
  whatMoves(standing(fictionalCase), standing(applyEdit(fictionalCase, approve(fictionalCase, approved, '2025 年度决算批复', '2026-08-01'))), outline)

describe('按决算批复数更新', () => {
  it('asks for the money figures that an approval settles, and no others', () => {
    const awaiting = awaitingApproval(fictionalCase, catalog.forms, index)
    expect(awaiting).toContainEqual({ item: 'expenditure.personnel@actual/all', text: '575.80', state: 'finalReported' })
    expect(awaiting.filter(({ item }) => !/@(actual|carryIn|carryOut)\//.test(item))).toEqual([])
  })

  it('sets the figure with its state, source and day, keeps the office, and leaves what is no number', () => {
    const edit = approve(fictionalCase, { 'procurement@actual/all': '140.00', 'expenditure.personnel@actual/all': '约 570' }, '决算批复', '2026-08-01')
    expect(edit.edits).toEqual([{ kind: 'answer', item: 'procurement@actual/all', before: fictionalCase.answers['procurement@actual/all'],
      after: given('140.00', { source: '决算批复', takenOn: '2026-08-01', state: 'finalApproved', office: '办公室' }) }])
  })

  it('moves nothing where the approval agrees', () => {
    expect(movesBy({ 'procurement@actual/all': '158.40' })).toEqual({ total: null, scores: [], appeared: [], gone: [], sentences: [] })
  })

  it('tells beforehand which scores, findings and sentences move', () => {
    const moves = movesBy({ 'procurement@actual/all': '140.00', 'expenditure.personnel@actual/all': '570.80' })
    expect(moves.scores.find(({ indicator }) => indicator === 'procurementExecutionRate')).toMatchObject({ before: '5.50' })
    expect(moves.total).toMatchObject({ before: '96.14' })
    expect(moves.appeared.map(({ check }) => check)).toContain('completion.expenditure.personnel')
    expect(moves.gone).toEqual([])
    expect(moves.sentences.some(({ before, after }) => before.includes('575.80') && after.includes('570.80'))).toBe(true)
  })
})

describe('two years side by side', () => {
  const lines = compareYears(lastYear, fictionalCase, catalog.forms, catalog.measures)
  const of = (item: string) => lines.find((line) => line.item === item)

  it('show each figure once with change and rate', () => {
    expect(of('expenditure.personnel@actual/all')).toMatchObject({ form: 'incomeExpenditure', before: '560.30', now: '575.80', change: '+15.50' })
    expect(rateText(of('expenditure.personnel@actual/all')!)).toBe('+2.77%')
    expect(rateText(of('threePublic.reception@actual/all')!)).toBe('-50%')
    expect(rateText(of('threePublic.abroad@actual/all')!)).toBe('上年为 0')
    expect(new Set(lines.map(({ item }) => item)).size).toBe(lines.length)
  })

  it('leave a year open that has no figure, and columns out that repeat', () => {
    expect(of('income@actual/all')).toMatchObject({ before: null, now: '1012.00', change: null })
    expect(lines.filter(({ item }) => item.includes('@prior') || item.includes('@carryIn'))).toEqual([])
  })
})

describe('finding a cell', () => {
  const find = (words: string) => findCells(words, fictionalCase, catalog.forms, index)

  it('finds by name and by content, over all forms, in any width', () => {
    expect(find('公务接待 本年决算').map(({ id }) => id)).toEqual(['threePublic.reception@actual/all'])
    expect(find('机房').map(({ id }) => id)).toEqual(['projects[room].name'])
    expect(find('５７５．８').map(({ form, id }) => [form, id])).toEqual([['incomeExpenditure', 'expenditure.personnel@actual/all']])
    expect(find('不涉及').length).toBeGreaterThan(20)
    expect(find('  ')).toEqual([])
  })
})
