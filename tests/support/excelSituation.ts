import * as fc from 'fast-check'
import { measures } from '../../src/catalog/measures/measures'
import type { Answer } from '../../src/domain/evaluation/answer'
import type { Row } from '../../src/domain/evaluation/evaluation'
import { evaluate } from '../../src/domain/expression/evaluate'
import type { Expression } from '../../src/domain/expression/expression'
import { parts } from '../../src/domain/expression/figuresIn'
import { figuresOf } from '../../src/domain/figures/figuresOf'
import { cellId } from '../../src/domain/measures/item'
import { ROW_KIND, type CellPlaces } from '../../src/exchange/excel/excelFormula'
import { toDecimalText } from '../../src/kernel/rational'
import { arbitraryExpression } from './arbitraryExpression'
import { namedEvaluation } from './namedEvaluation'

/** Items a situation answers. */
export const ITEMS = ['staff.onPost@yearEnd', 'staff.retired@yearEnd', 'satisfaction.sent@inYear', 'income.business@actual/all'] as const
const KINDS = { single: '单项', merged: '合并', subtotal: '小计' } as const
const COLUMNS = ['actual', 'originalBudget', 'category', 'rowCount'] as const

const cellOf = (answer: Answer | undefined): string | number | null => {
  if (!answer) return null
  if (answer.kind === 'notInvolved') return '不涉及'
  return /^-?\d/.test(answer.text) ? Number(answer.text) : answer.text
}

/** A small sheet: answers in column A, a table beside them. */
export interface Situation {
  readonly answers: { readonly [item: string]: Answer }
  readonly rows: readonly Row[]
}

/** Items stand in column A, the table from C: kind, actual, budget, category, count. */
export const sheetOf = ({ answers, rows }: Situation): (string | number | null)[][] =>
  Array.from({ length: Math.max(ITEMS.length, rows.length) }, (_, i) => [
    ITEMS[i] === undefined ? null : cellOf(answers[ITEMS[i]]), null,
    ...(rows[i] ? [KINDS[rows[i].kind], ...COLUMNS.map((column) => cellOf(rows[i]!.cells[column]))] : []),
  ])

/** Where they stand. */
export const placesOf = ({ rows }: Situation): CellPlaces => ({
  figure(id) {
    const item = (ITEMS as readonly string[]).indexOf(id)
    if (item >= 0) return `$A$${item + 1}`
    for (const [i, row] of rows.entries()) for (const [k, column] of COLUMNS.entries()) if (cellId('projects', row.id, column) === id) return `$${'DEFG'[k]}$${i + 1}`
    return null
  },
  column(table, column) {
    const letter = column === ROW_KIND ? 'C' : 'DEFG'[(COLUMNS as readonly string[]).indexOf(column)]
    return table === 'projects' && letter !== undefined && rows.length > 0 ? `$${letter}$1:$${letter}$${rows.length}` : null
  },
})

/** What we compute: a number, the words of the cell, or null where there is a zero divisor. */
export function byUs(tree: Expression, given: Situation): string | number | null {
  const evaluation = { ...namedEvaluation({}), answers: given.answers, tables: { projects: given.rows } }
  const outcome = evaluate(tree, figuresOf(evaluation, measures))
  if (outcome.kind === 'value') return Number(toDecimalText(outcome.value, 15))
  // A zero divisor beside something 不涉及 may show either: there is no value both ways.
  return outcome.kind === 'notApplicable' ? '不涉及' : outcome.kind === 'missing' ? '' : null
}

const given = (text: string): Answer => ({ kind: 'given', text })
const figure = fc.oneof({ weight: 5, arbitrary: fc.tuple(fc.nat(200), fc.nat(99)).map(([whole, part]) => given(`${whole}.${String(part).padStart(2, '0')}`)) }, fc.constant(given('50')), fc.constant(given('0')))
const answer = fc.oneof({ weight: 8, arbitrary: figure }, fc.constant<Answer>({ kind: 'notInvolved' }), fc.constant(undefined))
const known = (of: { readonly [id: string]: Answer | undefined }) => Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as { [id: string]: Answer }

const row = fc.record({
  kind: fc.constantFrom<Row['kind']>('single', 'single', 'single', 'merged', 'subtotal'),
  cells: fc.record({ actual: answer, originalBudget: answer, category: fc.constantFrom(given('业务工作专项'), given('运行维护专项')), rowCount: fc.nat(20).map((count) => given(String(count))) }).map(known),
})
/** Any such sheet. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  answers: fc.record(Object.fromEntries(ITEMS.map((item) => [item, answer]))).map(known),
  rows: fc.array(row, { minLength: 1, maxLength: 5 }).filter((rows) => rows.some(({ kind }) => kind !== 'subtotal')).map((rows) => rows.map((of, i): Row => ({ id: `p${i}`, ...of }))),
})

/** Any formula over it. */
export const trees = arbitraryExpression({ items: ITEMS, columns: [['projects', 'actual'], ['projects', 'originalBudget']], rows: ['p0'] })

/** Whether the other engine may legitimately differ: doubles near a step, words that are no items here, blanks that do not matter. */
export const isPlain = (tree: Expression): boolean => [...parts(tree)].every((part) =>
  part.kind !== 'text' || /^[<>=]+\d+$/.test(part.text)) && ![...parts(tree)].some((part) => part.kind === 'call' && ['AND', 'OR'].includes(part.name))

/** Whether two results are the same: numbers within what doubles can hold, else the words; without a value either is right. */
export function isSame(theirs: string | number, ours: string | number | null): boolean {
  if (ours === null) return theirs === '' || theirs === '不涉及'
  return typeof ours === 'number' && typeof theirs === 'number' ? Math.abs(theirs - ours) <= 1e-6 * Math.max(1, Math.abs(ours)) : theirs === ours
}
