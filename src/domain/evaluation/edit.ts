import type { Framework } from '../indicators/framework'
import type { ItemId } from '../measures/item'
import type { Paragraph } from '../report/document'
import type { Answer } from './answer'
import type { Evaluation, Row, Settings } from './evaluation'
import type { Judgement, ScoreAuthor } from './judgement'
import type { OwnSection } from './ownSection'

/** One change of an evaluation, with what stood before, so that it can be undone, merged and read later. */
export type Edit =
  | { readonly kind: 'answer'; readonly item: ItemId; readonly before: Answer | null; readonly after: Answer | null }
  | { readonly kind: 'cell'; readonly table: string; readonly row: string; readonly column: string
      readonly before: Answer | null; readonly after: Answer | null }
  | { readonly kind: 'rowKind'; readonly table: string; readonly row: string
      readonly before: Row['kind']; readonly after: Row['kind'] }
  | { readonly kind: 'rowAdded'; readonly table: string; readonly index: number; readonly row: Row }
  | { readonly kind: 'rowRemoved'; readonly table: string; readonly index: number; readonly row: Row }
  | { readonly kind: 'rowMoved'; readonly table: string; readonly row: string; readonly from: number; readonly to: number }
  /** 排序: the ids of all rows, in their order. */
  | { readonly kind: 'rowsOrdered'; readonly table: string; readonly before: readonly string[]; readonly after: readonly string[] }
  | { readonly kind: 'judgement'; readonly indicator: string; readonly author: ScoreAuthor
      readonly before: Judgement | null; readonly after: Judgement | null }
  | { readonly kind: 'narrative'; readonly section: string
      readonly before: readonly Paragraph[] | null; readonly after: readonly Paragraph[] | null }
  | { readonly kind: 'explanation'; readonly check: string; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'settings'; readonly before: Settings; readonly after: Settings }
  | { readonly kind: 'framework'; readonly before: Framework; readonly after: Framework }
  /** 自定提纲; null is the outline's own. */
  | { readonly kind: 'sections'; readonly before: readonly OwnSection[] | null; readonly after: readonly OwnSection[] | null }
  | { readonly kind: 'outline'; readonly before: string; readonly after: string }
  | { readonly kind: 'year'; readonly before: number; readonly after: number }
  /** Several edits done and undone as one: a paste, an import. */
  | { readonly kind: 'together'; readonly edits: readonly Edit[] }

type Entries<T> = { readonly [key: string]: T }

function withEntry<T>(entries: Entries<T>, key: string, value: T | null): Entries<T> {
  if (value !== null) return { ...entries, [key]: value }
  const { [key]: _gone, ...rest } = entries
  return rest
}

function withRows(evaluation: Evaluation, table: string, change: (rows: readonly Row[]) => readonly Row[]): Evaluation {
  return { ...evaluation, tables: { ...evaluation.tables, [table]: change(evaluation.tables[table] ?? []) } }
}

const onRow = (id: string, change: (row: Row) => Row) => (rows: readonly Row[]) =>
  rows.map((row) => (row.id === id ? change(row) : row))

const without = (rows: readonly Row[], id: string): readonly Row[] => rows.filter((row) => row.id !== id)

const inserted = (rows: readonly Row[], index: number, row: Row): readonly Row[] => [
  ...rows.slice(0, index),
  row,
  ...rows.slice(index),
]

/** Rows in the order of their ids; rows that are not named keep their order at the end. */
function ordered(rows: readonly Row[], ids: readonly string[]): readonly Row[] {
  const place = new Map(ids.map((id, index) => [id, index]))
  const placeOf = (row: Row): number => place.get(row.id) ?? ids.length
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b))
}

/** The evaluation after the edit. The one given is not touched. */
export function applyEdit(evaluation: Evaluation, edit: Edit): Evaluation {
  switch (edit.kind) {
    case 'answer':
      return { ...evaluation, answers: withEntry(evaluation.answers, edit.item, edit.after) }
    case 'cell':
      return withRows(evaluation, edit.table, onRow(edit.row, (row) => ({ ...row, cells: withEntry(row.cells, edit.column, edit.after) })))
    case 'rowKind':
      return withRows(evaluation, edit.table, onRow(edit.row, (row) => ({ ...row, kind: edit.after })))
    case 'rowAdded':
      return withRows(evaluation, edit.table, (rows) => inserted(rows, edit.index, edit.row))
    case 'rowRemoved':
      return withRows(evaluation, edit.table, (rows) => without(rows, edit.row.id))
    case 'rowMoved':
      return withRows(evaluation, edit.table, (rows) => {
        const row = rows.find((r) => r.id === edit.row)
        return row ? inserted(without(rows, edit.row), edit.to, row) : rows
      })
    case 'rowsOrdered':
      return withRows(evaluation, edit.table, (rows) => ordered(rows, edit.after))
    case 'judgement': {
      const authors = withEntry(evaluation.judgements[edit.indicator] ?? {}, edit.author, edit.after)
      const kept = Object.keys(authors).length > 0 ? authors : null
      return { ...evaluation, judgements: withEntry(evaluation.judgements, edit.indicator, kept) }
    }
    case 'narrative':
      return { ...evaluation, narrative: withEntry(evaluation.narrative, edit.section, edit.after) }
    case 'explanation':
      return { ...evaluation, explanations: withEntry(evaluation.explanations, edit.check, edit.after) }
    case 'settings':
      return { ...evaluation, settings: edit.after }
    case 'framework':
      return { ...evaluation, framework: edit.after }
    case 'sections': {
      const { sections: _before, ...rest } = evaluation
      return edit.after === null ? rest : { ...rest, sections: edit.after }
    }
    case 'outline':
      return { ...evaluation, outline: edit.after }
    case 'year':
      return { ...evaluation, year: edit.after }
    case 'together':
      return edit.edits.reduce(applyEdit, evaluation)
  }
}

/** The edit that takes an edit back. */
export function inverse(edit: Edit): Edit {
  switch (edit.kind) {
    case 'rowAdded':
      return { ...edit, kind: 'rowRemoved' }
    case 'rowRemoved':
      return { ...edit, kind: 'rowAdded' }
    case 'rowMoved':
      return { ...edit, from: edit.to, to: edit.from }
    case 'together':
      return { kind: 'together', edits: edit.edits.map(inverse).reverse() }
    default:
      return { ...edit, before: edit.after, after: edit.before } as Edit
  }
}
