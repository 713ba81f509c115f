import type { Checkup } from './checkup'
import { readQuantities } from './quantities'
import { sumsIn } from './sums'

/** 报告核对: what the figures of a text say of each other. A first slice: figures with a unit, and totals with their parts after 其中. */
export function checkText(text: string): Checkup {
  const quantities = readQuantities(text)
  return { quantities, relations: sumsIn(text, quantities), undecided: [] }
}
