import type { Row } from '../../../domain/evaluation/evaluation'
import { rowPrint } from '../fingerprint'
import type { KnownRow } from '../manifest'

/**
 * Gives rows that were read back the ids they were written with: an unchanged row by its fingerprint wherever it was moved to, a
 * changed one by its place among its neighbours. A row that was put in gets a new id from `fresh`.
 */
export function alignRows(rows: readonly Omit<Row, 'id'>[], known: readonly KnownRow[], fresh: (n: number) => string): readonly Row[] {
  const ids: (KnownRow | undefined)[] = Array.from({ length: rows.length })
  if (known.every(({ print }) => print === undefined)) rows.forEach((_, i) => { ids[i] = known[i] })
  else {
    const prints = rows.map(({ cells }) => rowPrint(cells))
    const free = new Map<string, number[]>()
    const taken = new Set<number>()
    const take = (i: number, at: number): void => {
      ids[i] = known[at]
      taken.add(at)
    }
    prints.forEach((print, i) => { if (known[i]?.print === print) take(i, i) })
    known.forEach(({ print = '' }, at) => { if (!taken.has(at)) free.set(print, [...(free.get(print) ?? []), at]) })
    prints.forEach((print, i) => {
      const at = ids[i] ? undefined : free.get(print)?.shift()
      if (at !== undefined) take(i, at)
    })
    pairLeft(ids, known, taken, take)
  }
  const used = new Set(known.map(({ id }) => id))
  let n = 0
  return rows.map((row, i) => {
    const id = ids[i]?.id
    if (id !== undefined) return { ...row, id }
    let made = fresh(++n)
    while (used.has(made)) made = fresh(++n)
    used.add(made)
    return { ...row, id: made }
  })
}

/** Pairs changed rows in their order with the known rows that stood in the same gap. */
function pairLeft(ids: readonly (KnownRow | undefined)[], known: readonly KnownRow[], taken: Set<number>, take: (i: number, at: number) => void): void {
  const places = new Map(known.map((row, at) => [row, at]))
  let next = 0
  ids.forEach((found, i) => {
    if (found) {
      next = places.get(found)! + 1
      return
    }
    while (taken.has(next)) next++
    // More rows than before in this gap: where as many rows follow as are left, this one was put in.
    const leftHere = gap(ids, i)
    const freeHere = gapOf(known, taken, next)
    if (next < known.length && leftHere <= freeHere) take(i, next++)
  })
}

const gap = (ids: readonly (KnownRow | undefined)[], from: number): number => {
  let count = 0
  while (from + count < ids.length && !ids[from + count]) count++
  return count
}

const gapOf = (known: readonly KnownRow[], taken: ReadonlySet<number>, from: number): number => {
  let count = 0
  while (from + count < known.length && !taken.has(from + count)) count++
  return count
}
