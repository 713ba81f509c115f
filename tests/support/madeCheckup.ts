import type { Checkup, Quantity, Relation } from '../../src/domain/checkup/checkup'

/** A figure of the text by its words; the n-th of them where they stand more than once. */
export function figureIn(text: string, words: string, nth = 0): Quantity {
  let start = -1
  for (let i = 0; i <= nth; i++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`“${words}” does not stand in the text`)
  const [, value = '', unit = ''] = /^([\d.,]+)\s*(.*)$/.exec(words) ?? []
  return { text: words, start, end: start + words.length, value, unit, low: value, high: value, kind: unit === '%' ? 'percent' : 'money' }
}

/** A relation between figures, the stated one first. */
export const relation = (kind: Relation['kind'], verdict: Relation['verdict'], stated: Quantity, operands: Quantity[], explanation = ''): Relation =>
  ({ kind, verdict, stated, operands, computed: '0', explanation })

/** A check-up made by hand. */
export const checkupOf = (quantities: Quantity[], relations: Relation[]): Checkup => ({ quantities, relations, undecided: [] })
