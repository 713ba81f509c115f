import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess } from '../../src/domain/indicators/assess'
import { chartData, CHARTS, withCharts, type ChartKind } from '../../src/domain/report/charts'
import { compose, reportContext } from '../../src/domain/report/compose'

const outlineOf = (evaluation: Evaluation) => catalog.outlines.find(({ id }) => id === evaluation.outline)!
const contextOf = (evaluation: Evaluation) => reportContext(outlineOf(evaluation), evaluation, assess(evaluation.framework, evaluation))
const picture = { svg: '<svg/>', png: new Uint8Array([1]), width: 10, height: 10 }

describe('charts', () => {
  it('show the figures as the forms print them', () => {
    const { rows } = chartData('composition', contextOf(foundingCase))!
    expect(rows).toEqual([{ label: '人员经费', values: ['172'] }, { label: '公用经费', values: ['15.50'] }, { label: '项目支出', values: ['642.8'] }])
    expect(chartData('budget', contextOf(fictionalCase))!.series).toEqual(['年初预算数', '全年预算数', '决算数'])
    expect(chartData('years', contextOf(fictionalCase))!.rows[0]).toEqual({ label: '支出合计', values: ['1004.50', '1045.55'] })
  })

  it('order projects by amount and sum those left out', () => {
    const many = { ...fictionalCase, tables: { ...fictionalCase.tables, projects: Array.from({ length: 15 }, (_, i) => ({ id: `p${i}`, kind: 'single' as const, cells: {
      name: { kind: 'given' as const, text: `项目${i}` }, actual: { kind: 'given' as const, text: String(i + 1) } } })) } }
    const { rows } = chartData('projects', contextOf(many))!
    expect(rows[0]).toEqual({ label: '项目14', values: ['15'] })
    expect(rows.at(-1)).toEqual({ label: '其余 3 行', values: ['6.00'] })
  })

  it('are not drawn of what is not known', () => {
    expect(chartData('years', contextOf(foundingCase))).toBeNull()
    const nothing = { ...foundingCase, answers: {}, tables: {} }
    expect((Object.keys(CHARTS) as ChartKind[]).filter((kind) => kind !== 'scores' && chartData(kind, contextOf(nothing)) !== null)).toEqual([])
    expect(chartData('scores', contextOf(nothing))?.rows.every(({ values }) => values[0] === null) ?? true).toBe(true)
  })

  it('stand behind the section that speaks of them, numbered as they are read', () => {
    const document = compose(outlineOf(fictionalCase), fictionalCase, assess(fictionalCase.framework, fictionalCase))
    const charted = withCharts(document, outlineOf(fictionalCase), [{ kind: 'scores', caption: '得分率', picture }, { kind: 'composition', caption: '支出构成', picture }])
    const seen = charted.blocks.flatMap((block) => (block.kind === 'chart' ? [block.caption] : []))
    expect(seen).toEqual(['图1　支出构成', '图2　得分率'])
    const at = charted.blocks.findIndex((block) => block.kind === 'chart')
    expect(charted.blocks[at + 1]).toMatchObject({ kind: 'heading', section: 'use' })
  })
})
