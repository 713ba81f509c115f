import { figuresIn } from '../expression/figuresIn'
import { cellOf, itemOf } from '../measures/item'
import { formulasIn } from '../scoring/formulasIn'
import type { Measure, MeasureId } from '../measures/measure'
import type { Framework, Indicator } from './framework'

/** A framework after one step of editing. */
export type FrameworkEdit = (framework: Framework) => Framework

/** The framework with one indicator changed. */
export const changeIndicator = (id: string, change: (indicator: Indicator) => Indicator): FrameworkEdit => (framework) =>
  ({ ...framework, indicators: framework.indicators.map((one) => (one.id === id ? change(one) : one)) })

/** The framework without an indicator. */
export const dropIndicator = (id: string): FrameworkEdit => (framework) => ({ ...framework, indicators: framework.indicators.filter((one) => one.id !== id) })

/** The framework with a new indicator behind another one, at the end where that is not there. */
export const addIndicator = (indicator: Indicator, after: string | null): FrameworkEdit => (framework) => {
  const at = framework.indicators.findIndex(({ id }) => id === after)
  const place = at < 0 ? framework.indicators.length : at + 1
  return { ...framework, indicators: framework.indicators.toSpliced(place, 0, indicator) }
}

/** The framework with an indicator moved by some places; it takes the levels of where it comes to stand. */
export const moveIndicator = (id: string, by: number): FrameworkEdit => (framework) => {
  const from = framework.indicators.findIndex((one) => one.id === id)
  const to = from + by
  const neighbour = framework.indicators[to]
  const moved = framework.indicators[from]
  if (!moved || !neighbour) return framework
  const { dimension, group } = neighbour
  return { ...framework, indicators: framework.indicators.toSpliced(from, 1).toSpliced(to, 0, { ...moved, dimension, group }) }
}

/** 一、二级指标改名: all indicators of the level go along. */
export const renameLevel = (level: 'dimension' | 'group', indicators: readonly string[], title: string): FrameworkEdit => (framework) =>
  ({ ...framework, indicators: framework.indicators.map((one) => (indicators.includes(one.id) ? { ...one, [level]: title } : one)) })

/** A framework that carries what its formulas use: measures it lacked are taken from `all`, with their parts. */
export function carryMeasures(framework: Framework, all: readonly Measure[]): Framework {
  const known = new Set(framework.measures.map(({ id }) => id))
  const byId = new Map(all.map((measure) => [measure.id, measure]))
  const lacking: Measure[] = []
  const take = (id: MeasureId): void => {
    const measure = known.has(id) ? undefined : byId.get(id)
    if (!measure) return
    known.add(id)
    lacking.push(measure)
    for (const part of measure.parts ?? []) take(part)
  }
  for (const { formula, scoring } of framework.indicators)
    for (const figure of [...(formula ? [formula] : []), ...formulasIn(scoring)].flatMap(figuresIn)) if (!cellOf(figure)) take(itemOf(figure).measure)
  return lacking.length === 0 ? framework : { ...framework, measures: [...framework.measures, ...lacking] }
}
