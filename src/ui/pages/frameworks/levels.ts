import type { Framework, Indicator } from '../../../domain/indicators/framework'
import { decimal, fromDecimal, sum, toDecimalText } from '../../../kernel/rational'

/** 二级指标 with its indicators. */
export interface GroupLevel {
  readonly title: string
  readonly weight: string
  readonly indicators: readonly Indicator[]
}

/** 一级指标 with its groups. */
export interface DimensionLevel {
  readonly title: string
  readonly weight: string
  readonly groups: readonly GroupLevel[]
}

/** Weights added up as decimal text; what is no number counts for nothing. */
export const weightSum = (indicators: readonly Indicator[]): string =>
  toDecimalText(sum(indicators.map(({ weight }) => fromDecimal(weight) ?? decimal('0'))))

/** A framework's indicators by level, in their order; a level that comes back later stands there again. */
export function levelsOf({ indicators }: Pick<Framework, 'indicators'>): readonly DimensionLevel[] {
  const dimensions: { title: string; groups: { title: string; indicators: Indicator[] }[] }[] = []
  for (const indicator of indicators) {
    let dimension = dimensions.at(-1)
    if (dimension?.title !== indicator.dimension) dimensions.push((dimension = { title: indicator.dimension, groups: [] }))
    const group = dimension.groups.at(-1)
    if (group?.title === indicator.group) group.indicators.push(indicator)
    else dimension.groups.push({ title: indicator.group, indicators: [indicator] })
  }
  return dimensions.map(({ title, groups }) => ({
    title, weight: weightSum(groups.flatMap((group) => group.indicators)),
    groups: groups.map((group) => ({ ...group, weight: weightSum(group.indicators) })),
  }))
}
