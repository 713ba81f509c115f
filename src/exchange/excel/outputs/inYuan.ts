import type { Evaluation } from '../../../domain/evaluation/evaluation'
import type { Answer } from '../../../domain/evaluation/answer'
import type { Block, Form } from '../../../domain/forms/form'
import { itemOf } from '../../../domain/measures/item'
import type { Measure } from '../../../domain/measures/measure'
import { isDecimalText, shiftPoint } from '../../../kernel/decimalText'

const inYuan = (answer: Answer): Answer => (answer.kind === 'given' && isDecimalText(answer.text) ? { ...answer, text: shiftPoint(answer.text, 4) } : answer)
const said = (text: string): string => text.replace(/万元/g, '元')

function blockInYuan(block: Block): Block {
  if (block.kind === 'fields') return { ...block, fields: block.fields.map((field) => ({ ...field, label: said(field.label) })) }
  if (block.kind === 'table') return { ...block, columns: block.columns.map((column) => ({ ...column, head: said(column.head) })) }
  return { ...block, columns: block.columns.map((column) => ({ ...column, head: said(column.head) })) }
}

/** The forms with 元 on their heads. */
export const formsInYuan = (forms: readonly Form[]): readonly Form[] => forms.map((form) => ({ ...form, unit: said(form.unit), blocks: form.blocks.map(blockInYuan) }))

/** The evaluation with its amounts in 元, for printing only: everything that computes reads 万元. */
export function evaluationInYuan(evaluation: Evaluation, measures: readonly Measure[], forms: readonly Form[]): Evaluation {
  const money = new Set(measures.flatMap(({ id, kind }) => (kind === 'money' ? [id] : [])))
  const columns = new Set(forms.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.columns.filter(({ kind }) => kind === 'money').map(({ id }) => `${block.table}.${id}`) : []))))
  return {
    ...evaluation,
    answers: Object.fromEntries(Object.entries(evaluation.answers).map(([id, answer]) => [id, money.has(itemOf(id).measure) ? inYuan(answer) : answer])),
    tables: Object.fromEntries(Object.entries(evaluation.tables).map(([table, rows]) => [table, rows.map((row) => ({
      ...row, cells: Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, columns.has(`${table}.${column}`) ? inYuan(answer) : answer])),
    }))])),
  }
}
