import { multiplyIntervals, canMeet } from '../../../kernel/interval'
import { equals, multiply } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Line } from '../group'
import type { Mention } from '../mention'
import { isZero, relationOf, words } from './relate'

/** 268名代表，人均2400元，计643200元: number × price = amount. */
function productsOf(lines: readonly Line[], line: Line): readonly Relation[] {
  return line.mentions.flatMap((price) => {
    if (price.role !== 'price' || price.figure.quantity.kind !== 'money' || price.figure.vague !== 'printed' || isZero(price.figure)) return []
    const counts = line.mentions.filter((one) => one.figure.quantity.kind === 'count' && one.sentence === price.sentence && one.figure.vague === 'printed')
    const here = line.mentions.filter((one) => one.sentence === price.sentence && one.role === 'amount' && one.figure.quantity.kind === 'money')
    const before = lines.slice(Math.max(0, line.index - 2), line.index).flatMap(({ mentions }) => mentions.filter((one) => one.role === 'amount' && one.figure.quantity.kind === 'money'))
    const tried = [...here, ...before.reverse()].flatMap((amount) => counts.map((count) => ({ amount, count, value: multiply(count.figure.value, price.figure.value) })))
    const exact = tried.find(({ amount, value }) => equals(amount.figure.value, value))
    const near = (one: { readonly amount: Mention; readonly count: Mention }): boolean => canMeet(multiplyIntervals(one.count.figure.interval, price.figure.interval), one.amount.figure.interval)
    // In a sentence before, only what comes out exactly is surely of these two.
    const found = exact ?? tried.find((one) => here.includes(one.amount) && near(one))
    if (found) return [relationOf('product', found.amount.figure, [found.count.figure, price.figure], { verdict: exact ? 'holds' : 'rounding', computed: found.value }, `${words(found.count.figure)} × ${words(price.figure)}`)]
    // 计 right behind the price says that it is the product.
    const between = (from: number, to: number): boolean => line.mentions.some(({ figure }) => figure.start > from && figure.start < to)
    const said = here.find(({ clause, figure }) => figure.start > price.figure.end && /^(?:，)?(?:共?计|合计|共)(?:为)?$/.test(clause))
    const only = counts.filter(({ figure }) => figure.start < price.figure.start)
    const [count] = only
    // 每人每天400元、15天: a third factor.
    if (!said || !count || only.length !== 1 || between(price.figure.end, said.figure.start) || /每.每|每[天日次月年]/.test(price.clause)) return []
    return [relationOf('product', said.figure, [count.figure, price.figure], { verdict: 'contradicted', computed: multiply(count.figure.value, price.figure.value) }, `${words(count.figure)} × ${words(price.figure)}`, { cause: '数量、单价或金额写错了一个' })]
  })
}

/** Products of number and unit price in the prose. */
export const checkProducts = (lines: readonly Line[]): readonly Relation[] => lines.flatMap((line) => (line.mentions.length > 600 ? [] : productsOf(lines, line)))
