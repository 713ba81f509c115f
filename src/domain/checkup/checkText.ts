import type { Checkup, Relation, Undecided } from './checkup'
import { flowOf } from './flow'
import { readLines, type Group } from './group'
import { listsOf, type PartsList } from './lists'
import { readFigures } from './quantities'
import { findFaults } from './faults/findFaults'
import { checkChanges } from './relations/changes'
import { checkCompletions } from './relations/completions'
import { checkClosings } from './relations/closings'
import { checkCounts } from './relations/counts'
import { checkExclusives } from './relations/exclusives'
import { checkFunds } from './relations/funds'
import { checkProducts } from './relations/products'
import { checkRepeats } from './relations/repeats'
import { shareSum } from './relations/shareSums'
import { checkShares } from './relations/shares'
import { sumsOfList } from './relations/sums'
import { checkTableRates } from './relations/tableRates'
import { checkTableSums } from './relations/tableSums'
import { withRepairs } from './repairs'
import { readTables, withTables } from './table'

const keyOf = ({ kind, stated, operands }: Relation): string => `${kind} ${stated.start} ${operands.filter(({ value }) => kind !== 'sum' || /[1-9]/.test(value)).map(({ start }) => start).sort((a, b) => a - b).join()}`

/** Shares that reach 100 % although the amounts do not add up: the amounts are wrong, not they. */
function sharesOfList({ readings }: PartsList): readonly Relation[] {
  const shares = (readings[0] ?? []).map((group) => group.mentions.find(({ role }) => role === 'share'))
  return shares.every((share) => share !== undefined) ? shareSum(shares).filter(({ verdict }) => verdict === 'holds') : []
}

/** Each relation once, however many words lead to it. */
function once(relations: readonly Relation[]): readonly Relation[] {
  return [...new Map([...relations].reverse().map((relation) => [keyOf(relation), relation])).values()].reverse()
}

/** 报告核对: what the figures of a text say of each other. */
export function checkText(text: string): Checkup {
  const flow = flowOf(text)
  const figures = readFigures(flow)
  const lines = readLines(flow, figures)
  const tables = readTables(flow, lines)
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  const parents = new Map<Group, readonly Group[]>()
  const held = new Set<Group>()
  for (const list of lines.flatMap((line) => listsOf(flow, lines, line))) {
    const found = sumsOfList(list)
    relations.push(...found.relations)
    undecided.push(...found.undecided)
    for (const group of list.readings.flat()) parents.set(group, [...(parents.get(group) ?? []), ...list.wholes.slice(0, 3)])
    for (const { groups } of found.held) {
      const shares = groups.map((group) => group.mentions.find(({ role }) => role === 'share'))
      if (shares.every((share) => share !== undefined)) relations.push(...shareSum(shares))
    }
    if (found.held.length === 0) relations.push(...sharesOfList(list))
    for (const { whole } of found.held) for (const group of list.wholes) if (group.mentions.includes(whole)) held.add(group)
  }
  for (const found of [checkShares(lines, parents, held), checkCompletions(lines)]) {
    relations.push(...found.relations)
    undecided.push(...found.undecided)
  }
  relations.push(...checkChanges(lines), ...checkClosings(lines), ...checkCounts(flow, lines), ...checkProducts(lines), ...checkFunds(flow, lines), ...checkExclusives(flow, lines), ...checkRepeats(lines, tables), ...checkTableSums(tables), ...checkTableRates(tables))
  return { quantities: withTables(figures, tables), relations: withRepairs(once(relations)), undecided, faults: findFaults({ flow, lines, tables }) }
}
