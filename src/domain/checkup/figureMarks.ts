import type { Checkup, Quantity } from './checkup'

/** What became of a figure: 相符, 尾差 (inside the rounding), 矛盾, or no relation was found to check it by. */
export type FigureState = 'held' | 'rounding' | 'contradicted' | 'unchecked'

/** What each state is called. */
export const FIGURE_STATES: { readonly [S in FigureState]: string } = {
  held: '已核对，相符', rounding: '已核对，有尾差', contradicted: '已核对，有矛盾', unchecked: '没有可核对的关系',
}

/** A figure in the text with its state. */
export interface FigureMark {
  readonly start: number
  readonly end: number
  readonly state: FigureState
}

const WEIGHT: { readonly [S in FigureState]: number } = { unchecked: 0, held: 1, rounding: 2, contradicted: 3 }
const STATE_OF = { holds: 'held', rounding: 'rounding', contradicted: 'contradicted' } as const
const place = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`

/** Every figure of the text with the worst that was found of it, in reading order. */
export function figureMarks({ quantities, relations }: Checkup): readonly FigureMark[] {
  const states = new Map<string, FigureState>()
  const note = (quantity: Quantity, state: FigureState): void => {
    const key = place(quantity)
    if (WEIGHT[state] > WEIGHT[states.get(key) ?? 'unchecked']) states.set(key, state)
  }
  for (const { verdict, stated, operands } of relations) for (const quantity of [stated, ...operands]) note(quantity, STATE_OF[verdict])
  const seen = new Set<string>()
  return quantities.filter((quantity) => {
    const fresh = !seen.has(place(quantity))
    seen.add(place(quantity))
    return fresh
  }).map((quantity) => ({ start: quantity.start, end: quantity.end, state: states.get(place(quantity)) ?? 'unchecked' as const })).sort((a, b) => a.start - b.start)
}

/** Marks of an earlier text moved onto a later one: those before and after the change stay with their figures, those in it are dropped. */
export function carriedMarks(earlier: string, later: string, marks: readonly FigureMark[]): readonly FigureMark[] {
  if (earlier === later) return marks
  const most = Math.min(earlier.length, later.length)
  let head = 0
  while (head < most && earlier.charCodeAt(head) === later.charCodeAt(head)) head++
  let tail = 0
  while (tail < most - head && earlier.charCodeAt(earlier.length - 1 - tail) === later.charCodeAt(later.length - 1 - tail)) tail++
  const shift = later.length - earlier.length
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark]
    return mark.start >= earlier.length - tail ? [{ ...mark, start: mark.start + shift, end: mark.end + shift }] : []
  })
}
