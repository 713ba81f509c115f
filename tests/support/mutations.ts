import type { Checkup, Quantity, Relation } from '../../src/domain/checkup/checkup'

/** A clean text with one slip put into it. */
export interface Mutation {
  readonly kind: 'digit' | 'swap' | 'unit' | 'direction' | 'table'
  readonly text: string
  readonly what: string
  /** Where the slip stands in the new text. */
  readonly at: number
}

/** A small generator of numbers: the same seed, the same slips. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const replaced = (text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): string => text.slice(0, start) + by + text.slice(end)

/** One digit in front of the last changed to another; the last itself is a matter of rounding. */
function digitSlip(text: string, quantity: Quantity, next: (below: number) => number): string | null {
  const places = [...quantity.text.matchAll(/\d/g)].map(({ index }) => index)
  const able = quantity.text.includes('.') || places.length > 2 ? places.slice(0, -1) : places
  const at = able[next(able.length)]
  if (at === undefined || places.length < 2) return null
  const old = Number(quantity.text[at])
  const digit = (old + 1 + next(9)) % 10
  if (at === places[0] && digit === 0) return null
  return replaced(text, quantity, quantity.text.slice(0, at) + digit + quantity.text.slice(at + 1))
}

const UNIT_SLIPS: { readonly [unit: string]: string } = { 万元: '元', 亿元: '万元', 元: '万元' }
const TURNED: readonly (readonly [RegExp, string])[] = [[/增加|增长|上升/, '减少'], [/减少|下降|降低/, '增加']]

const inTable = (text: string, { start }: Quantity): boolean => {
  const from = text.lastIndexOf('\n', start) + 1
  const to = text.indexOf('\n', start)
  return text.slice(from, to < 0 ? text.length : to).includes('\t')
}
const isPlainMoney = ({ kind, value }: Quantity): boolean => kind === 'money' && !/^0[.0]*$/.test(value)

/** Slips of every kind in figures that stand in a relation that holds. */
export function mutationsOf(text: string, { relations }: Checkup, next: (below: number) => number): readonly Mutation[] {
  // What is told already cannot be told anew.
  const told = new Set(relations.filter(({ verdict }) => verdict !== 'holds').flatMap(({ stated, operands }) => [stated, ...operands].map(({ start }) => start)))
  const held = relations.filter(({ verdict, kind, stated, operands }) => ![stated, ...operands].some(({ start }) => told.has(start)) && verdict === 'holds' && kind !== 'partOf' && kind !== 'bound' && kind !== 'count')
  const figures = [...new Map(held.flatMap(({ stated, operands }) => [stated, ...operands]).map((quantity) => [quantity.start, quantity])).values()]
  const made: Mutation[] = []
  for (const quantity of figures) {
    const slip = digitSlip(text, quantity, next)
    if (slip) made.push({ kind: inTable(text, quantity) ? 'table' : 'digit', text: slip, what: quantity.text, at: quantity.start })
    const unit = UNIT_SLIPS[quantity.unit]
    if (unit && isPlainMoney(quantity) && quantity.text.endsWith(quantity.unit)) made.push({ kind: 'unit', text: replaced(text, quantity, quantity.text.slice(0, -quantity.unit.length) + unit), what: quantity.text, at: quantity.start })
  }
  // A part and its whole change places: two parts of one list swapped leave the sum right.
  for (const { stated, operands } of held.filter(({ kind }: Relation) => kind === 'sum')) {
    const part = operands.filter(isPlainMoney)[0]
    if (!part || !isPlainMoney(stated) || part.value === stated.value) continue
    const [first, second] = part.start < stated.start ? [part, stated] : [stated, part]
    made.push({ kind: 'swap', what: `${first.text} ↔ ${second.text}`, at: first.start, text: text.slice(0, first.start) + second.text + text.slice(first.end, second.start) + first.text + text.slice(second.end) })
  }
  for (const { stated, operands } of held.filter(({ kind }) => kind === 'change')) {
    const change = operands.find(({ start }) => start > stated.start - 24 && start < stated.start)
    const from = Math.max(0, stated.start - 6)
    const before = text.slice(from, stated.start)
    const turn = TURNED.find(([pattern]) => pattern.test(before))
    if (turn && change) made.push({ kind: 'direction', what: before, at: stated.start, text: text.slice(0, from) + before.replace(turn[0], turn[1]) + text.slice(stated.start) })
  }
  return made
}

/** Whether a finding speaks of the place of the slip. */
export const isTold = ({ at, kind }: Mutation, findings: readonly { readonly places: readonly { readonly start: number; readonly end: number }[] }[]): boolean =>
  findings.some(({ places }) => places.some(({ start, end }) => (kind === 'direction' ? Math.abs(start - at) <= 4 : start <= at && at < end)))
