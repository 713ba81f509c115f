import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given, type Answer } from '../../src/domain/evaluation/answer'
import type { Evaluation, Row } from '../../src/domain/evaluation/evaluation'
import { FROM_LAST_YEAR } from '../../src/domain/measures/basis'
import { cellId, cellOf, itemId, itemOf, type FigureId } from '../../src/domain/measures/item'
import { isNumeric } from '../../src/domain/measures/measure'
import { repeatedColumns } from '../../src/domain/years/rollOver'
import { shiftPoint } from '../../src/kernel/decimalText'

/** A slip as clerks make them, on the text of one figure; null where it would change nothing. */
export const SLIPS: { readonly [name: string]: (text: string) => string | null } = {
  两位数字颠倒: (text) => {
    const at = [...text].findIndex((digit, i) => /\d/.test(digit) && /\d/.test(text[i + 1] ?? '') && digit !== text[i + 1] && text[i + 1] !== '0')
    return at < 0 ? null : text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2)
  },
  小数点右移一位: (text) => shiftPoint(text, 1),
  把元填成万元: (text) => (text.includes('.') ? shiftPoint(text, 4) : null),
  多一个负号: (text) => `-${text}`,
}

/** One seeded fault. */
export interface Fault {
  readonly at: FigureId
  readonly slip: string
}

const isFigureText = (answer: Answer | undefined): answer is Extract<Answer, { kind: 'given' }> => answer?.kind === 'given' && /^\d+(\.\d+)?$/.test(answer.text) && /[1-9]/.test(answer.text)

/** Every figure of the fictional sample that is typed. */
function typedFigures(): readonly FigureId[] {
  const kinds = new Map(catalog.measures.map((measure) => [measure.id, measure]))
  const single = Object.entries(fictionalCase.answers).filter(([id, answer]) => isFigureText(answer) && isNumeric(kinds.get(itemOf(id).measure)!)).map(([id]) => id)
  const columns = new Map(catalog.forms.flatMap((form) => form.blocks.flatMap((block) => (block.kind === 'table' ? [[block.table, block.columns.filter(({ kind }) => kind === 'money').map(({ id }) => id)] as const] : []))))
  const cells = Object.entries(fictionalCase.tables).flatMap(([table, rows]) => rows.flatMap((row) =>
    (columns.get(table) ?? []).filter((column) => isFigureText(row.cells[column])).map((column) => cellId(table, row.id, column))))
  return [...single, ...cells]
}

const answerAt = (evaluation: Evaluation, id: FigureId): Answer | undefined => {
  const cell = cellOf(id)
  return cell ? evaluation.tables[cell.table]?.find((row) => row.id === cell.row)?.cells[cell.column] : evaluation.answers[id]
}

function withAnswer(evaluation: Evaluation, id: FigureId, answer: Answer): Evaluation {
  const cell = cellOf(id)
  if (!cell) return { ...evaluation, answers: { ...evaluation.answers, [id]: answer } }
  const rows = evaluation.tables[cell.table]!.map((row): Row => (row.id === cell.row ? { ...row, cells: { ...row.cells, [cell.column]: answer } } : row))
  return { ...evaluation, tables: { ...evaluation.tables, [cell.table]: rows } }
}

/** Every slip that can be made in a typed figure of the sample. */
export const possibleFaults: readonly Fault[] = typedFigures().flatMap((at) => Object.entries(SLIPS).flatMap(([slip, make]) => {
  const answer = answerAt(fictionalCase, at)
  const text = answer?.kind === 'given' ? answer.text : ''
  const slipped = make(text)
  return slipped === null || slipped === text ? [] : [{ at, slip }]
}))

/** The sample with a fault in it. */
export function withFault(evaluation: Evaluation, { at, slip }: Fault): Evaluation {
  const answer = answerAt(evaluation, at)
  return answer?.kind === 'given' ? withAnswer(evaluation, at, given(SLIPS[slip]!(answer.text)!)) : evaluation
}

/** Last year's evaluation of the sample's unit, as the sample's own columns of last year have it; people and codes as this year. */
export const lastYear: Evaluation = {
  ...fictionalCase, id: 'sample-fictional-2024', year: 2024,
  answers: Object.fromEntries(Object.entries(fictionalCase.answers).flatMap(([id, answer]) => {
    const { measure, basis, fund } = itemOf(id)
    const then = basis === undefined ? undefined : FROM_LAST_YEAR[basis]
    if (then !== undefined) return [[itemId(measure, then, fund), answer]]
    return basis === 'actual' && fund !== 'general' ? [] : basis === undefined || basis === 'yearEnd' || basis === 'approved' || fund === 'general' ? [[id, answer]] : []
  })),
  tables: { projects: fictionalCase.tables['projects']!.map((row): Row => ({ ...row, cells: Object.fromEntries([
    ...['name', 'code', 'rowCount'].flatMap((column) => (row.cells[column] ? [[column, row.cells[column]] as const] : [])),
    ...repeatedColumns('projects', catalog.measures).flatMap(([now, then]) => (row.cells[now] ? [[then, row.cells[now]] as const] : [])),
  ]) })) },
  judgements: {}, narrative: {},
}
