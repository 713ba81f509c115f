import type { Evaluation, Row } from '../../../domain/evaluation/evaluation'
import type { Form } from '../../../domain/forms/form'
import { isList } from '../grid'

/** Blank rows a list is handed out with; a list inside another form has fewer, so that the form stays one. */
const BLANK_ROWS = 15
const BLANK_ROWS_INSIDE = 4

const blankRows = (most: number): readonly Row[] => Array.from({ length: most }, (_, i) => ({ id: `row${i + 1}`, kind: 'single', cells: {} }))

/** 空表: the evaluation's year and unit, and nothing answered; lists have blank rows to write in. */
export function blankEvaluation(evaluation: Evaluation, forms: readonly Form[]): Evaluation {
  const { format, id, year, settings, framework, outline, answers } = evaluation
  const lists = forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'table' ? [[block.table, blankRows(isList(form) ? BLANK_ROWS : BLANK_ROWS_INSIDE)] as const] : [])))
  const name = answers['unit.name']
  return {
    format, id, year, settings, framework, outline, answers: name ? { 'unit.name': name } : {},
    tables: Object.fromEntries(lists), judgements: {}, narrative: {}, explanations: {},
  }
}
