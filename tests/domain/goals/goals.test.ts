import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { row } from '../../../src/catalog/samples/rows'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { approvedText, copiedCells, isChanged, isLocked, isRowLocked } from '../../../src/domain/goals/approved'
import { dimensionKey, goalOf, type Goal } from '../../../src/domain/goals/goal'
import { scoreGoal, type CeilingRule } from '../../../src/domain/goals/scoreGoal'
import { assess } from '../../../src/domain/indicators/assess'
import { toDecimalText } from '../../../src/kernel/rational'
import cases from '../../cases/goals/score.json'

interface Case { says: string; sign: string; target: string; unit: string; weight: string; actual: string; typed?: string; ceiling?: CeilingRule; gate?: string; points: string | null; met: boolean | null; beyond?: boolean; asked?: string[] }

const goal = (more: Partial<Goal>): Goal => ({ ...goalOf({ id: 'g1', kind: 'single', cells: {} }), ...more })

describe('one goal', () => {
  it.each(cases as Case[])('$says', ({ sign, target, unit, weight, actual, typed, ceiling, gate, points, met, beyond, asked }) => {
    const score = scoreGoal(goal({ title: '指标', sign, target, unit, weight, actual, points: typed ?? '' }), 2025, { ceiling: ceiling ?? 'reverse', ...(gate === undefined ? {} : { gate }) })
    expect({ points: score.points && toDecimalText(score.points), met: score.met, beyond: score.beyond, asked: score.asked }).toEqual({ points, met, beyond: beyond ?? false, asked: asked ?? [] })
    expect(score.words).not.toBe('')
  })

  it('reads a 一级指标 with or without 指标 and its weight', () => {
    expect(['产出指标', '产出', '产出指标(50分)', '产 出（50分）'].map(dimensionKey)).toEqual(['产出', '产出', '产出', '产出'])
  })
})

describe('approved goals', () => {
  const cells = { title: '网上可办率', dimension: '产出指标', sign: '≥', target: '98', unit: '%', weight: '50' }
  const approved = approvedText(goal(cells))
  it('are locked until a document changes them, and a change is seen', () => {
    expect(isLocked(row('a', { ...cells, approved }))).toBe(true)
    expect(isLocked(row('a', { ...cells, approved, changeDocument: '示例财〔2025〕1号' }))).toBe(false)
    expect(isLocked(row('a', cells))).toBe(false)
    expect([isRowLocked('goals', row('a', { ...cells, approved })), isRowLocked('projects', row('a', { ...cells, approved })), isRowLocked('goals', row('a', cells))]).toEqual([true, false, false])
    expect(isChanged(goal({ ...cells, approved }))).toBe(false)
    expect(isChanged(goal({ ...cells, target: '95', approved }))).toBe(true)
    expect(isChanged(goal(cells))).toBe(false)
  })
  it('are copied as goals of one’s own, neither approved nor locked', () => {
    const copied = copiedCells('goals', row('a', { ...cells, approved, origin: '批复目标', changeDocument: '示例财〔2025〕1号' }))
    expect(copied).toEqual(row('b', cells).cells)
    expect(copiedCells('projects', row('a', { ...cells, approved }))).toEqual(row('a', { ...cells, approved }).cells)
  })
})

describe('goals in the score', () => {
  const framework = catalog.frameworks.find(({ id }) => id === 'cn-mof-2020-10-selfeval')!
  const withGoals = (rows: Evaluation['tables'][string]): Evaluation => ({ ...foundingCase, framework, tables: { ...foundingCase.tables, goals: rows } })
  const output = [
    row('a', { dimension: '产出', title: '办件量', sign: '≥', target: '10', unit: '万件', weight: '30', actual: '9' }),
    row('b', { dimension: '成本指标', title: '成本', sign: '≤', target: '100', unit: '万元', weight: '20', actual: '125' }),
    row('other', { project: '某项目', dimension: '产出', title: '不算整体', sign: '≥', target: '10', weight: '50', actual: '0' }),
  ]
  const lineOf = (evaluation: Evaluation, author: 'self' | 'review' = 'self') => assess(framework, evaluation, author).lines.find(({ indicator }) => indicator.id === 'outputs')!

  it('share the weight of their 一级指标, each explained; a project\'s goals do not count for the unit', () => {
    const line = lineOf(withGoals(output))
    expect(line.points).toBe('43.00')
    expect(line.trace.map(({ label }) => label)).toEqual(['办件量', '成本', '判断'])
  })

  it('lacking a figure ask for its cell, and leave only its points open', () => {
    const line = lineOf(withGoals([output[0]!, row('b', { dimension: '成本指标', title: '成本', sign: '≤', target: '100', unit: '万元', weight: '20' })]))
    expect([line.points, line.lowest, line.highest]).toEqual([null, '27.00', '47.00'])
    expect(line.asked).toEqual([{ kind: 'figure', figure: 'goals[b].actual' }])
  })

  it('whose weights do not add up leave the indicator open with the reason', () => {
    const line = lineOf(withGoals([output[0]!]))
    expect(line.points).toBeNull()
    expect(line.trace.at(-1)!.text).toContain('分值合计 30，应为 50')
  })

  it('do not overrule rows that a reviewer wrote', () => {
    const evaluation: Evaluation = { ...withGoals(output), judgements: { outputs: { review: { entry: { kind: 'subindicators', rows: [{ id: 'x', title: '复核', weight: '50', points: '40' }] } } } } }
    expect(lineOf(evaluation, 'review').points).toBe('40.00')
    expect(lineOf(evaluation).points).toBe('43.00')
  })
})
