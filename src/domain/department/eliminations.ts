import { compare, decimal, equals } from '../../kernel/rational'
import { BASES, type Basis } from '../measures/basis'
import { itemId, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'
import { sharesOf, sumOf, sumText, type Unit } from './shares'

/** 内部往来抵销: what units of one department paid each other, taken from both sides. */
export interface Elimination {
  readonly item: ItemId
  /** 万元, decimal text. */
  readonly amount: string
}

/** One figure that holds internal transfers, with what the product would take off. */
export interface ProposedElimination {
  readonly item: ItemId
  /** What the units say together. */
  readonly sum: string
  /** Proposed; null where only the user can know. */
  readonly amount: string | null
}

/** Who pays and who receives (practice.md M10). */
const TRANSFERS: readonly (readonly [paid: string, received: string])[] = [
  ['expenditure.subsidy', 'income.superior'],
  ['expenditure.remitted', 'income.affiliates'],
]

const sumAt = (units: readonly Unit[], item: ItemId): string | null => {
  const sum = sumOf(sharesOf(units, item))
  return sum && sum.value.n !== 0n ? sumText(sum) : null
}

function proposedFor([paid, received]: (typeof TRANSFERS)[number], units: readonly Unit[], bases: readonly Basis[]): readonly ProposedElimination[] {
  const [out, back] = [itemId(paid, 'actual', 'all'), itemId(received, 'actual', 'all')]
  const [paidSum, receivedSum] = [sumAt(units, out), sumAt(units, back)]
  const internal = paidSum === null || receivedSum === null ? null : compare(decimal(paidSum), decimal(receivedSum)) <= 0 ? paidSum : receivedSum
  // Only where all that was paid stayed inside is it known that the other bases' did too.
  const whole = internal !== null && paidSum !== null && equals(decimal(internal), decimal(paidSum))
  const lines = [[out, paidSum, internal], [back, receivedSum, internal]] as const
  const others = bases.filter((basis) => basis !== 'actual').map((basis) => {
    const item = itemId(paid, basis, 'all')
    const sum = sumAt(units, item)
    return [item, sum, whole ? sum : null] as const
  })
  return [...lines, ...others].flatMap(([item, sum, amount]) => (sum === null ? [] : [{ item, sum, amount }]))
}

/** What is to be eliminated among the units: the lesser of what is paid and what is received in the year, the other bases alike where all of it is internal. */
export function proposedEliminations(units: readonly Unit[], measures: readonly Measure[]): readonly ProposedElimination[] {
  return TRANSFERS.flatMap((pair) => {
    const bases = measures.find(({ id }) => id === pair[0])?.bases ?? []
    return proposedFor(pair, units, bases.filter((basis) => basis !== 'adjustedBudget' && basis !== 'fullYearBudget' && Object.hasOwn(BASES, basis)))
  })
}
