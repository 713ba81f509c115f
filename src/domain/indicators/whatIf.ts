import { isDecimalText } from '../../kernel/decimalText'
import { given, type Answer } from '../evaluation/answer'
import type { Evaluation } from '../evaluation/evaluation'
import { cellOf, type FigureId } from '../measures/item'

/** 测算 (what-if): figures as they might be, by id; decimal text. Never part of an evaluation. */
export type Hypotheses = { readonly [figure: FigureId]: string }

/** An evaluation as it would be with the hypothetical figures; what is no number is left as it stands. The one given is not touched. */
export function supposing(evaluation: Evaluation, hypotheses: Hypotheses): Evaluation {
  let { answers, tables } = evaluation
  for (const [figure, text] of Object.entries(hypotheses)) {
    if (!isDecimalText(text)) continue
    const answer: Answer = given(text)
    const cell = cellOf(figure)
    if (!cell) answers = { ...answers, [figure]: answer }
    else if (Object.hasOwn(tables, cell.table))
      tables = { ...tables, [cell.table]: tables[cell.table]!.map((row) => (row.id === cell.row ? { ...row, cells: { ...row.cells, [cell.column]: answer } } : row)) }
  }
  return { ...evaluation, answers, tables }
}
