import { decimal, subtract, sum, add } from '../../kernel/rational'
import type { Quantity, Relation } from './checkup'
import { figureOf, type Figure } from './figure'
import { powerOf } from './units'
import { slipOf } from './relations/typo'

const figureFrom = (quantity: Quantity): Figure => {
  const { text, start, end, value, unit, kind } = quantity
  return figureOf({ start, end, rawStart: start, rawEnd: end }, { text, value, unit, power: powerOf(unit), kind, vague: 'printed', exact: false })
}

/**
 * The smallest single change that mends a wrong sum. Several may: a figure that no other relation confirms is the likelier one to be wrong.
 * Sums of changes keep what was said of them: their signs are not known here.
 */
export function withRepairs(relations: readonly Relation[]): readonly Relation[] {
  const confirmed = new Set<number>()
  for (const { verdict, stated, operands } of relations) {
    if (verdict !== 'holds') continue
    confirmed.add(stated.start)
    for (const { start } of operands) confirmed.add(start)
  }
  return relations.map((relation) => {
    if (relation.verdict !== 'contradicted' || relation.kind !== 'sum' || relation.repair === undefined || relation.stated.kind === 'percent') return relation
    const total = figureFrom(relation.stated)
    const parts = relation.operands.map(figureFrom)
    const gap = subtract(total.value, sum(parts.map(({ value }) => value)))
    if (relation.computed !== '' && decimal(relation.computed).n < 0n) return relation
    const slips = [...parts.map((figure) => ({ figure, slip: slipOf(figure, add(figure.value, gap)) })), { figure: total, slip: slipOf(total, subtract(total.value, gap)) }]
    const likely = slips.find(({ figure, slip }) => slip !== null && !confirmed.has(figure.quantity.start))?.slip
    return likely ? { ...relation, ...likely } : relation
  })
}
