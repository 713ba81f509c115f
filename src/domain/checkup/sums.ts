import { shiftPoint } from '../../kernel/decimalText'
import { compare, decimal, equals, sum, toDecimalText, type Rational } from '../../kernel/rational'
import type { Quantity, Relation } from './checkup'

/** 其中 opens a list of parts; these words say that the list does not exhaust the whole. */
const OPENS = /其中|包括/
const LEAVES_OPEN = /等|主要|涉及|如|含|以上|以下|不超过/
/** In front of a figure: it is no part, but a change, a share, or another year's. */
const NO_PART = /占|比|较|增|减|降|上年|去年|平均|每|预算数?$/

const POWERS: { readonly [unit: string]: number } = { 亿元: 8, 千万元: 7, 百万元: 6, 万元: 4, 千元: 3 }
const base = ({ value, unit }: Quantity): Rational => decimal(shiftPoint(value, POWERS[unit] ?? 0))

function verdictOf(stated: Quantity, parts: readonly Quantity[]): Relation['verdict'] {
  if (equals(sum(parts.map(base)), base(stated))) return 'holds'
  const low = sum(parts.map((part) => decimal(part.low)))
  const high = sum(parts.map((part) => decimal(part.high)))
  return compare(low, decimal(stated.high)) <= 0 && compare(decimal(stated.low), high) <= 0 ? 'rounding' : 'contradicted'
}

function relationOf(stated: Quantity, parts: readonly Quantity[]): Relation {
  const verdict = verdictOf(stated, parts)
  const computed = shiftPoint(toDecimalText(sum(parts.map(base))), -(POWERS[stated.unit] ?? 0)).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
  return { kind: 'sum', verdict, stated, operands: parts, computed, explanation: `${parts.map(({ text }) => text).join(' + ')} = ${computed}${stated.unit}；文中写 ${stated.text}` }
}

/** 合计 = 分项: a figure, 其中, and the parts that follow up to the sentence's end. */
export function sumsIn(text: string, quantities: readonly Quantity[]): readonly Relation[] {
  const found: Relation[] = []
  quantities.forEach((stated, i) => {
    const next = quantities[i + 1]
    if (!next || !/^[，,；;。：:（(\s]*(?:其中|包括)/.test(text.slice(stated.end, next.start)) || NO_PART.test(text.slice(Math.max(0, stated.start - 8), stated.start))) return
    const stop = /[。\n]/.exec(text.slice(stated.end + 1))
    const end = stop ? stated.end + 1 + stop.index : text.length
    if (LEAVES_OPEN.test(text.slice(stated.end, end)) || (text.slice(stated.end, end).match(new RegExp(OPENS, 'g'))?.length ?? 0) > 1) return
    const parts: Quantity[] = []
    let before = stated.end
    for (const quantity of quantities.slice(i + 1)) {
      if (quantity.start >= end) break
      const words = text.slice(before, quantity.start)
      before = quantity.end
      if (quantity.kind === stated.kind && (quantity.kind !== 'count' || quantity.unit === stated.unit) && !NO_PART.test(words)) parts.push(quantity)
    }
    if (parts.length < 2 || (stated.kind !== 'money' && stated.kind !== 'count')) return
    // Parts of a part may follow: then the first few make up the whole.
    const closed = parts.map((_, k) => parts.slice(0, k + 1)).find((some) => some.length > 1 && verdictOf(stated, some) === 'holds')
    found.push(relationOf(stated, closed ?? parts))
  })
  return found
}
