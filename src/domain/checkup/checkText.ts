import type { Checkup, Relation, Undecided } from './checkup'
import { flowOf } from './flow'
import { readLines, type Group } from './group'
import { listsOf } from './lists'
import { readFigures } from './quantities'
import { checkChanges } from './relations/changes'
import { checkCompletions } from './relations/completions'
import { checkShares } from './relations/shares'
import { sumsOfList } from './relations/sums'

const keyOf = ({ kind, stated, operands }: Relation): string => `${kind} ${stated.start} ${operands.map(({ start }) => start).sort((a, b) => a - b).join()}`

/** Each relation once, however many words lead to it. */
function once(relations: readonly Relation[]): readonly Relation[] {
  return [...new Map(relations.map((relation) => [keyOf(relation), relation])).values()]
}

/** 报告核对: what the figures of a text say of each other. */
export function checkText(text: string): Checkup {
  const flow = flowOf(text)
  const figures = readFigures(flow)
  const lines = readLines(flow, figures)
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  const parents = new Map<Group, readonly Group[]>()
  const held = new Set<Group>()
  for (const list of lines.flatMap((line) => listsOf(flow, lines, line))) {
    const found = sumsOfList(list)
    relations.push(...found.relations)
    undecided.push(...found.undecided)
    for (const group of list.readings.flat()) parents.set(group, [...(parents.get(group) ?? []), ...list.wholes.slice(0, 3)])
    for (const { whole } of found.held) for (const group of list.wholes) if (group.mentions.includes(whole)) held.add(group)
  }
  for (const found of [checkShares(lines, parents, held), checkCompletions(lines)]) {
    relations.push(...found.relations)
    undecided.push(...found.undecided)
  }
  relations.push(...checkChanges(lines))
  return { quantities: figures.map(({ quantity }) => quantity), relations: once(relations), undecided }
}
