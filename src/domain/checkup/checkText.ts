import type { Checkup, Relation, Undecided } from './checkup'
import { flowOf } from './flow'
import { readLines } from './group'
import { listsOf } from './lists'
import { readFigures } from './quantities'
import { sumsOfList } from './relations/sums'

/** 报告核对: what the figures of a text say of each other. */
export function checkText(text: string): Checkup {
  const flow = flowOf(text)
  const figures = readFigures(flow)
  const lines = readLines(flow, figures)
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  for (const list of lines.flatMap((line) => listsOf(flow, lines, line))) {
    const found = sumsOfList(list)
    relations.push(...found.relations)
    undecided.push(...found.undecided)
  }
  return { quantities: figures.map(({ quantity }) => quantity), relations, undecided }
}
