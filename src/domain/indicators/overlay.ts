import { same } from '../../kernel/same'
import type { Framework, Indicator } from './framework'

/**
 * 叠加层 (overlay): what a county's framework does to the province's it stands on. Small, and applied anew when the province's changes.
 */
export interface Overlay {
  readonly base: { readonly id: string; readonly version: string; readonly title: string }
  /** All of the framework but its indicators. */
  readonly head: Omit<Framework, 'indicators'>
  /** 删去的指标, by id. */
  readonly dropped: readonly string[]
  /** 只调分值的指标: id → the new weight. */
  readonly reweighted: { readonly [indicator: string]: string }
  /** 另作改动的指标, whole. */
  readonly changed: readonly Indicator[]
  /** 新增的指标. */
  readonly added: readonly Indicator[]
  /** Ids in their order. */
  readonly order: readonly string[]
}

/** What was done to `base` to come to `framework`. */
export function overlayOf(base: Framework, framework: Framework): Overlay {
  const earlier = new Map(base.indicators.map((one) => [one.id, one]))
  const kept = new Set(framework.indicators.map(({ id }) => id))
  const { indicators, ...head } = framework
  const reweighted: { [indicator: string]: string } = {}
  const changed: Indicator[] = []
  const added: Indicator[] = []
  for (const one of indicators) {
    const was = earlier.get(one.id)
    if (!was) added.push(one)
    else if (same(one, was)) continue
    else if (same(one, { ...was, weight: one.weight })) reweighted[one.id] = one.weight
    else changed.push(one)
  }
  return {
    base: { id: base.id, version: base.version, title: base.title }, head, reweighted, changed, added,
    dropped: base.indicators.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    order: indicators.map(({ id }) => id),
  }
}

/** The overlay put upon a base: the one it was made from, or a later version of it. Indicators new in the base stand at the end. */
export function applyOverlay(base: Framework, overlay: Overlay): Framework {
  const dropped = new Set(overlay.dropped)
  const own = new Map([...overlay.changed, ...overlay.added].map((one) => [one.id, one]))
  const indicators = new Map<string, Indicator>()
  for (const one of base.indicators) {
    if (dropped.has(one.id)) continue
    const weight = Object.hasOwn(overlay.reweighted, one.id) ? overlay.reweighted[one.id]! : one.weight
    indicators.set(one.id, own.get(one.id) ?? { ...one, weight })
  }
  for (const one of overlay.added) indicators.set(one.id, one)
  const place = new Map(overlay.order.map((id, i) => [id, i]))
  const placeOf = ({ id }: Indicator): number => place.get(id) ?? overlay.order.length
  return { ...overlay.head, indicators: [...indicators.values()].sort((a, b) => placeOf(a) - placeOf(b)) }
}

/** An overlay in one sentence: 删 2 项，调分 5 项，改 0 项，增 1 项. */
export function overlayWords({ dropped, reweighted, changed, added }: Overlay): string {
  const parts = [['删', dropped.length], ['调分', Object.keys(reweighted).length], ['改', changed.length], ['增', added.length]] as const
  const said = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${count} 项`)
  return said.length > 0 ? said.join('，') : '没有改动'
}
