import { same } from '../../kernel/same'
import type { Edit } from './edit'
import type { Evaluation, Row } from './evaluation'
import { SCORE_AUTHORS, type ScoreAuthor } from './judgement'

/** An edit of one place. */
export type SingleEdit = Exclude<Edit, { readonly kind: 'together' }>

/** 两个版本的差异: the edits that lead from one to the other, and the parts of it that no single edit describes. */
export interface Differences {
  readonly edits: readonly SingleEdit[]
  /** Names of entries of the evaluation. */
  readonly others: readonly string[]
}

type Entries<T> = { readonly [key: string]: T }

const own = <T>(entries: Entries<T>, key: string): T | null => (Object.hasOwn(entries, key) ? entries[key]! : null)

/** Every key of either whose entries differ. */
function changedKeys<T>(before: Entries<T>, after: Entries<T>): readonly string[] {
  const keys = [...Object.keys(before), ...Object.keys(after).filter((key) => !Object.hasOwn(before, key))]
  return keys.filter((key) => !same(own(before, key), own(after, key)))
}

function tableEdits(table: string, before: readonly Row[], after: readonly Row[]): readonly SingleEdit[] {
  const edits: SingleEdit[] = []
  const stays = (id: string): boolean => after.some((row) => row.id === id)
  // From the end, so that an index is still right when its turn comes.
  before.forEach((row, index) => { if (!stays(row.id)) edits.unshift({ kind: 'rowRemoved', table, index, row }) })
  const kept = before.filter(({ id }) => stays(id))
  for (const row of kept) {
    const next = after.find(({ id }) => id === row.id)
    if (!next) continue
    if (next.kind !== row.kind) edits.push({ kind: 'rowKind', table, row: row.id, before: row.kind, after: next.kind })
    for (const column of changedKeys(row.cells, next.cells)) edits.push({ kind: 'cell', table, row: row.id, column, before: own(row.cells, column), after: own(next.cells, column) })
  }
  const added = after.filter(({ id }) => !before.some((row) => row.id === id))
  added.forEach((row, i) => edits.push({ kind: 'rowAdded', table, index: kept.length + i, row }))
  const order = [...kept, ...added].map(({ id }) => id)
  const wanted = after.map(({ id }) => id)
  if (!same(order, wanted)) edits.push({ kind: 'rowsOrdered', table, before: order, after: wanted })
  return edits
}

function judgementEdits(before: Evaluation, after: Evaluation): readonly SingleEdit[] {
  return changedKeys(before.judgements, after.judgements).flatMap((indicator) => (Object.keys(SCORE_AUTHORS) as ScoreAuthor[]).flatMap((author): SingleEdit[] => {
    const was = own(before.judgements, indicator)?.[author] ?? null
    const is = own(after.judgements, indicator)?.[author] ?? null
    return same(was, is) ? [] : [{ kind: 'judgement', indicator, author, before: was, after: is }]
  }))
}

/** What an edit describes; all else of an evaluation is compared as a whole. */
const DESCRIBED = new Set<string>(['format', 'id', 'sample', 'year', 'settings', 'framework', 'outline', 'sections', 'answers', 'tables', 'judgements', 'narrative', 'explanations'] satisfies (keyof Evaluation)[])

/** What lies between two versions of an evaluation. Applied in order to the first, the edits give the second, but for `others`. */
export function differences(before: Evaluation, after: Evaluation): Differences {
  const edits: SingleEdit[] = []
  if (before.year !== after.year) edits.push({ kind: 'year', before: before.year, after: after.year })
  if (!same(before.settings, after.settings)) edits.push({ kind: 'settings', before: before.settings, after: after.settings })
  if (!same(before.framework, after.framework)) edits.push({ kind: 'framework', before: before.framework, after: after.framework })
  if (before.outline !== after.outline) edits.push({ kind: 'outline', before: before.outline, after: after.outline })
  if (!same(before.sections, after.sections)) edits.push({ kind: 'sections', before: before.sections ?? null, after: after.sections ?? null })
  for (const item of changedKeys(before.answers, after.answers)) edits.push({ kind: 'answer', item, before: own(before.answers, item), after: own(after.answers, item) })
  for (const table of changedKeys(before.tables, after.tables)) edits.push(...tableEdits(table, own(before.tables, table) ?? [], own(after.tables, table) ?? []))
  edits.push(...judgementEdits(before, after))
  for (const section of changedKeys(before.narrative, after.narrative)) edits.push({ kind: 'narrative', section, before: own(before.narrative, section), after: own(after.narrative, section) })
  for (const check of changedKeys(before.explanations, after.explanations)) edits.push({ kind: 'explanation', check, before: own(before.explanations, check), after: own(after.explanations, check) })
  const others = changedKeys(before as unknown as Entries<unknown>, after as unknown as Entries<unknown>).filter((key) => !DESCRIBED.has(key))
  return { edits, others }
}
