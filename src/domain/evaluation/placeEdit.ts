import { same } from '../../kernel/same'
import type { Draft } from './draft'
import type { Edit } from './edit'
import type { Evaluation, Row, Settings } from './evaluation'

/**
 * How an edit stands to an evaluation: it fits as it is meant (with positions and `before` brought up to date), it is done already,
 * or what it found before has changed meanwhile; then `forced` would do it all the same, null where its place is gone.
 */
export type Placed =
  | { readonly state: 'fits'; readonly edit: Edit }
  | { readonly state: 'done' }
  | { readonly state: 'clash'; readonly forced: Edit | null }

type Valued = Extract<Edit, { readonly before: unknown }>
type RowEdit = Extract<Edit, { readonly kind: 'rowAdded' | 'rowRemoved' | 'rowMoved' }>

const own = <T>(entries: { readonly [key: string]: T }, key: string): T | null => (Object.hasOwn(entries, key) ? entries[key]! : null)

const rowsOf = (evaluation: Evaluation, table: string): readonly Row[] => own(evaluation.tables, table) ?? []

/** What stands at the place of an edit; undefined where the place itself is gone. */
export function standing(edit: Valued, evaluation: Evaluation): unknown {
  switch (edit.kind) {
    case 'answer': return own(evaluation.answers, edit.item)
    case 'cell': {
      const row = rowsOf(evaluation, edit.table).find(({ id }) => id === edit.row)
      return row && own(row.cells, edit.column)
    }
    case 'rowKind': return rowsOf(evaluation, edit.table).find(({ id }) => id === edit.row)?.kind
    case 'rowsOrdered': return rowsOf(evaluation, edit.table).map(({ id }) => id)
    case 'judgement': return own(evaluation.judgements, edit.indicator)?.[edit.author] ?? null
    case 'narrative': return own(evaluation.narrative, edit.section)
    case 'explanation': return own(evaluation.explanations, edit.check)
    case 'settings': return evaluation.settings
    case 'framework': return evaluation.framework
    case 'sections': return evaluation.sections ?? null
    case 'outline': return evaluation.outline
    case 'year': return evaluation.year
  }
}

function placeSettings(edit: Extract<Edit, { kind: 'settings' }>, now: Settings): Placed {
  const changed = Object.fromEntries(Object.entries(edit.after).filter(([key, value]) => edit.before[key as keyof Settings] !== value)) as Partial<Settings>
  const after: Settings = { ...now, ...changed }
  const meant: Edit = { kind: 'settings', before: now, after }
  if (same(now, after)) return { state: 'done' }
  const untouched = Object.keys(changed).every((key) => now[key as keyof Settings] === edit.before[key as keyof Settings])
  return untouched ? { state: 'fits', edit: meant } : { state: 'clash', forced: meant }
}

function placeValue(edit: Valued, evaluation: Evaluation): Placed {
  if (edit.kind === 'settings') return placeSettings(edit, evaluation.settings)
  return placeOn(edit, standing(edit, evaluation))
}

/** Places an edit on what stands in its place. */
function placeOn(edit: Valued, now: unknown): Placed {
  if (now === undefined) return { state: 'clash', forced: null }
  if (same(now, edit.after)) return { state: 'done' }
  if (same(now, edit.before)) return { state: 'fits', edit }
  return { state: 'clash', forced: { ...edit, before: now } as Edit }
}

function placeRow(edit: RowEdit, evaluation: Evaluation): Placed {
  const rows = rowsOf(evaluation, edit.table)
  const at = rows.findIndex(({ id }) => id === (edit.kind === 'rowMoved' ? edit.row : edit.row.id))
  const row = rows[at]
  if (edit.kind === 'rowAdded') {
    if (row) return same(row, edit.row) ? { state: 'done' } : { state: 'clash', forced: null }
    return { state: 'fits', edit: { ...edit, index: Math.min(edit.index, rows.length) } }
  }
  if (!row) return { state: 'done' }
  if (edit.kind === 'rowMoved') {
    const to = Math.min(edit.to, rows.length - 1)
    return to === at ? { state: 'done' } : { state: 'fits', edit: { ...edit, from: at, to } }
  }
  const meant: Edit = { ...edit, index: at, row }
  return same(row, edit.row) ? { state: 'fits', edit: meant } : { state: 'clash', forced: meant }
}

/** Places an edit other than `together` (whose edits are placed one by one: `mergeEdits`). */
export const placeEdit = (edit: Exclude<Edit, { kind: 'together' }>, evaluation: Evaluation): Placed =>
  edit.kind === 'rowAdded' || edit.kind === 'rowRemoved' || edit.kind === 'rowMoved' ? placeRow(edit, evaluation) : placeValue(edit, evaluation)

/** Places an edit in a draft: cells and rows at the end of a table without reading the whole table again. */
export function placeInDraft(edit: Exclude<Edit, { kind: 'together' }>, draft: Draft): Placed {
  if (edit.kind === 'cell') {
    const found = draft.row(edit.table, edit.row)
    return placeOn(edit, found ? own(found.row.cells, edit.column) : undefined)
  }
  if (edit.kind === 'rowAdded' && edit.index >= draft.length(edit.table) && !draft.row(edit.table, edit.row.id))
    return { state: 'fits', edit: { ...edit, index: draft.length(edit.table) } }
  if (edit.kind === 'rowRemoved') {
    const found = draft.row(edit.table, edit.row.id)
    if (found && found.index === draft.length(edit.table) - 1 && same(found.row, edit.row)) return { state: 'fits', edit: { ...edit, index: found.index } }
  }
  return placeEdit(edit, draft.evaluation)
}
