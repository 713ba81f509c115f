import { same } from '../../kernel/same'
import type { Framework, Indicator } from './framework'

/** What of an indicator two frameworks see differently. */
export type IndicatorAspect = 'place' | 'weight' | 'formula' | 'scoring' | 'words'

/** What each aspect is called. */
export const INDICATOR_ASPECTS: { readonly [A in IndicatorAspect]: string } = {
  place: '所属一、二级指标', weight: '分值', formula: '算式', scoring: '评分方式', words: '说明文字',
}

/** One line of two frameworks side by side; null where a framework lacks it. */
export interface ComparedIndicator {
  readonly left: Indicator | null
  readonly right: Indicator | null
  readonly differs: readonly IndicatorAspect[]
}

const plain = (title: string): string => title.replace(/[\s“”"'《》（）()、，,。]/g, '')

function aspects(left: Indicator, right: Indicator): readonly IndicatorAspect[] {
  const found: IndicatorAspect[] = []
  if (left.dimension !== right.dimension || left.group !== right.group) found.push('place')
  if (left.weight !== right.weight) found.push('weight')
  if (!same(left.formula ?? null, right.formula ?? null)) found.push('formula')
  if (!same(left.scoring, right.scoring)) found.push('scoring')
  if (left.title !== right.title || !same(left.texts, right.texts)) found.push('words')
  return found
}

/** Pairs two frameworks' indicators, by id where both have it, else by title: in the left one's order, the right one's own where they stand there. */
export function compareFrameworks(left: Framework, right: Framework): readonly ComparedIndicator[] {
  const byId = new Map(right.indicators.map((one) => [one.id, one]))
  const byTitle = new Map(right.indicators.map((one) => [plain(one.title), one]))
  const partners = new Map<Indicator, Indicator>()
  const taken = new Set<Indicator>()
  for (const find of [(one: Indicator) => byId.get(one.id), (one: Indicator) => byTitle.get(plain(one.title))])
    for (const one of left.indicators) {
      const partner = partners.has(one) ? undefined : find(one)
      if (!partner || taken.has(partner)) continue
      partners.set(one, partner)
      taken.add(partner)
    }
  const lines: ComparedIndicator[] = left.indicators.map((one) => {
    const partner = partners.get(one) ?? null
    return { left: one, right: partner, differs: partner ? aspects(one, partner) : [] }
  })
  right.indicators.forEach((one, i) => {
    if (taken.has(one)) return
    const before = right.indicators.slice(0, i).reverse().map((earlier) => lines.findIndex(({ right: there }) => there === earlier)).find((at) => at >= 0)
    lines.splice(before === undefined ? 0 : before + 1, 0, { left: null, right: one, differs: [] })
  })
  return lines
}
