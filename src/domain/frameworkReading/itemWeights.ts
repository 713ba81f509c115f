import { add, compare, decimal, divide, multiply, toDecimalText, whole, ZERO } from '../../kernel/rational'
import type { SaidItem } from './itemWords'

/** What each point of a list is worth: as it says itself, as all are said to be, or null where the sum misses the weight. */
export function itemWeights(items: readonly SaidItem[], weight: string, each: string | null, share: string | null): readonly string[] | null {
  const adds = (points: readonly string[]): boolean => compare(points.map(decimal).reduce(add, ZERO), decimal(weight)) === 0
  if (items.every(({ points }) => points !== null)) {
    const own = items.map(({ points }) => points ?? '0')
    return adds(own) ? own : null
  }
  if (items.some(({ points }) => points !== null)) return null
  if (each !== null) return compare(multiply(decimal(each), whole(items.length)), decimal(weight)) === 0 ? items.map(() => each) : null
  if (share === null) return null
  const equal = toDecimalText(divide(decimal(weight), whole(items.length))!, 4)
  return adds(items.map(() => equal)) ? items.map(() => equal) : null
}
