import { printedPlaces, shiftPoint } from '../../../kernel/decimalText'
import { absolute, compare, decimal, equals, HUNDRED, subtract, sum, whole } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Mention } from '../mention'
import { relationOf, words } from './relate'

const FAR = whole(20)

/** 占比合计应为 100%: the shares of one whole whose parts are all there. Each may be off by half a unit of its last digit. */
export function shareSum(shares: readonly Mention[]): readonly Relation[] {
  const figures = shares.map(({ figure }) => figure)
  const last = figures.at(-1)
  if (!last || figures.length < 2 || figures.some(({ vague }) => vague !== 'printed')) return []
  const total = sum(figures.map(({ value }) => value))
  const places = Math.min(...figures.map(({ quantity }) => printedPlaces(quantity.value)))
  const off = absolute(subtract(total, HUNDRED))
  // One more unit: shares are adjusted so that they add up.
  const allowed = { n: whole(figures.length + 1).n, d: 2n * decimal(shiftPoint('1', places)).n }
  const others = figures.slice(0, -1)
  const rest = subtract(HUNDRED, sum(others.map(({ value }) => value)))
  // Shares far from a hundred are of several wholes; a slip in one is told by its amount.
  if (figures.some(({ value }) => compare(value, HUNDRED) > 0) || compare(off, FAR) > 0) return []
  const verdict = equals(total, HUNDRED) ? 'holds' : compare(off, allowed) <= 0 ? 'rounding' : 'contradicted'
  return [relationOf('sum', last, others, { verdict, computed: rest }, `各项占比之和应为 100%：100% − ${others.map(words).join(' − ')}`, verdict === 'contradicted' ? { cause: '有一项占比写错了' } : {})]
}
