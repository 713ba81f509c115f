import { add, compare, decimal, divide, floor, fromDecimal, multiply, subtract, sum, toDecimalText, whole, ZERO, type Rational } from '../../kernel/rational'
import type { Framework } from './framework'

/** Half points are the finest that forms know. */
const STEP: Rational = { n: 1n, d: 2n }

/**
 * 按比例调分: weights that add up to the total, each in its old proportion to the half point; what is left over goes where the most was cut
 * away. Weights of indicators in `fixed` stay. Null where nothing can be spread: no weight is left, or the fixed ones take it all.
 */
export function reweighted(framework: Framework, fixed: ReadonlySet<string> = new Set()): Framework | null {
  const weightOf = (text: string): Rational => fromDecimal(text) ?? ZERO
  const free = framework.indicators.filter(({ id, weight }) => !fixed.has(id) && weightOf(weight).n > 0n)
  const kept = sum(framework.indicators.filter((one) => !free.includes(one)).map(({ weight }) => weightOf(weight)))
  const room = subtract(decimal(framework.total), kept)
  const standing = sum(free.map(({ weight }) => weightOf(weight)))
  const factor = divide(room, standing)
  if (!factor || compare(room, multiply(STEP, whole(free.length))) < 0) return null
  const exact = free.map(({ id, weight }) => {
    const wanted = multiply(weightOf(weight), factor)
    const steps = floor(divide(wanted, STEP)!)
    const cut = multiply(STEP, whole(steps < 1n ? 1n : steps))
    return { id, cut, lost: subtract(wanted, cut) }
  })
  let left = subtract(room, sum(exact.map(({ cut }) => cut)))
  const result = new Map<string, Rational>(exact.map(({ id, cut }) => [id, cut]))
  const byLoss = exact.toSorted((a, b) => compare(b.lost, a.lost))
  for (let i = 0; compare(left, ZERO) > 0; i = (i + 1) % byLoss.length) {
    const part = compare(left, STEP) < 0 ? left : STEP
    const { id } = byLoss[i]!
    result.set(id, add(result.get(id)!, part))
    left = subtract(left, part)
  }
  // Weights lifted to half a point may have taken more than there was: the largest gives it back.
  for (; compare(left, ZERO) < 0; left = add(left, STEP)) {
    const [id, most] = [...result].reduce((a, b) => (compare(b[1], a[1]) > 0 ? b : a))
    result.set(id, subtract(most, STEP))
  }
  return { ...framework, indicators: framework.indicators.map((one) => (result.has(one.id) ? { ...one, weight: toDecimalText(result.get(one.id)!) } : one)) }
}
