import type { Evaluation } from '../evaluation/evaluation'
import { cellId, type FigureId } from '../measures/item'
import { cellSpec, type MeasureIndex } from './cellSpec'
import type { Form } from './form'

/** A cell that was looked for. */
export interface FoundCell {
  readonly form: string
  readonly id: FigureId
  /** What the place is called. */
  readonly name: string
  /** What stands in it; empty where it is blank. */
  readonly text: string
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,，]/g, '').toLowerCase()

/** 查找: cells whose name or content holds the words, in reading order of all forms. Width, case, spaces and separators do not matter. */
export function findCells(words: string, evaluation: Evaluation, forms: readonly Form[], measures: MeasureIndex): readonly FoundCell[] {
  const wanted = plain(words)
  if (wanted === '') return []
  const textOf = (id: FigureId): string => {
    const answer = Object.hasOwn(evaluation.answers, id) ? evaluation.answers[id] : undefined
    return answer?.kind === 'given' ? answer.text : answer ? '不涉及' : ''
  }
  const cells = forms.flatMap((form) => form.blocks.flatMap((block): readonly FoundCell[] => {
    if (block.kind === 'fields') return block.fields.map(({ item, label }) => ({ form: form.id, id: item, name: label, text: textOf(item) }))
    if (block.kind === 'matrix') return block.rows.flatMap((row) => block.columns.flatMap((column) => {
      const spec = cellSpec(form, row, column, measures)
      return spec.kind === 'item' ? [{ form: form.id, id: spec.item, name: `${row.name} ${column.label}`.trim(), text: textOf(spec.item) }] : []
    }))
    return (evaluation.tables[block.table] ?? []).flatMap((row, n) => block.columns.map((column) => {
      const answer = row.cells[column.id]
      return { form: form.id, id: cellId(block.table, row.id, column.id), name: `第${n + 1}行 ${column.formulaName ?? column.head}`, text: answer?.kind === 'given' ? answer.text : answer ? '不涉及' : '' }
    }))
  }))
  return cells.filter(({ name, text }) => plain(name).includes(wanted) || plain(text).includes(wanted))
}
