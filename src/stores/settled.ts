import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Evaluation } from '../domain/evaluation/evaluation'

/** Rows up to which everything is checked at each keystroke. */
const AT_ONCE = 400
/** Milliseconds without a keystroke after which a long list is checked. */
const PAUSE = 250

/** Whether an evaluation holds so much that it is checked after a pause, and in slices. */
export const isLong = (evaluation: Evaluation | null): boolean => rowsOf(evaluation) > AT_ONCE

const rowsOf = (evaluation: Evaluation | null): number => Object.values(evaluation?.tables ?? {}).reduce((sum, rows) => sum + rows.length, 0)

/** The open evaluation as it is checked: at once, or after a pause where it holds a long list, so that typing stays fluid. */
export function settledOf(open: Readonly<ShallowRef<Evaluation | null>>): Readonly<ShallowRef<Evaluation | null>> {
  const settled = shallowRef(open.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(open, (now, before) => {
    clearTimeout(timer)
    if (now?.id !== before?.id || !isLong(now)) settled.value = now
    else timer = setTimeout(() => { settled.value = now }, PAUSE)
  }, { flush: 'sync' })
  return settled
}
