import { compare, fromDecimal, ZERO } from '../../../kernel/rational'
import type { Evaluation, Row } from '../../evaluation/evaluation'
import { evaluate } from '../../expression/evaluate'
import { item, operation, type Expression } from '../../expression/expression'
import type { Figures } from '../../figures/figures'
import type { Assessment } from '../../indicators/assessment'
import type { FigureFormat, Paragraph, Run } from '../document'

/** What a draft is written from. */
export interface DraftFacts {
  readonly evaluation: Evaluation
  readonly figures: Figures
  readonly assessment: Assessment
}

/** What may stand in a sentence: words, one run, or several. */
export type Piece = string | Run | Paragraph

const isRun = (piece: Run | Paragraph): piece is Run => 'kind' in piece
const runsOf = (piece: Piece): Paragraph => (typeof piece === 'string' ? (piece === '' ? [] : [{ kind: 'text', text: piece }]) : isRun(piece) ? [piece] : piece)

/** Pieces as one paragraph, neighbouring words one run. */
export function joined(pieces: readonly Piece[]): Paragraph {
  const runs: Run[] = []
  for (const run of pieces.flatMap(runsOf)) {
    const last = runs.at(-1)
    if (run.kind === 'text' && last?.kind === 'text') runs[runs.length - 1] = { kind: 'text', text: last.text + run.text }
    else runs.push(run)
  }
  return runs
}

/** A sentence with runs in it, as a template. */
export const say = (texts: TemplateStringsArray, ...pieces: readonly Piece[]): Paragraph =>
  joined(texts.flatMap((text, i) => [text, ...(i < pieces.length ? [pieces[i]!] : [])]))

/** Clauses with a mark between; empty ones fall out. */
export function clauses(mark: string, parts: readonly Piece[]): Paragraph {
  const written = parts.map(runsOf).filter((runs) => runs.length > 0)
  return joined(written.flatMap((runs, i) => (i === 0 ? [runs] : [mark, runs])))
}

/** A sentence of clauses, or nothing where none is known. */
export function sentence(parts: readonly Piece[], mark = '，', end = '。'): Paragraph {
  const runs = clauses(mark, parts)
  return runs.length === 0 ? [] : joined([runs, end])
}

const WITH_UNIT: FigureFormat = { style: 'number', unit: true }

/** A bound item with its unit. */
export const figure = (id: string, format: FigureFormat = WITH_UNIT): Run => ({ kind: 'figure', figure: item(id), format })

/** A bound cell of a list. */
export const cellFigure = (table: string, row: string, column: string, format: FigureFormat = { style: 'number' }): Run =>
  ({ kind: 'figure', figure: { kind: 'cell', table, row, column }, format })

/** Words bound to a text item: the unit's name. */
export const wordsOf = (id: string): Run => figure(id, { style: 'number' })

/** 本单位 or 本部门, by the one field that says which. */
export const scope: Run = wordsOf('evaluation.scope')

/** 评价年度. */
export const year: Run = wordsOf('evaluation.year')

/** A share or rate in percent. */
export const percent = (part: Expression, whole: Expression): Run => ({ kind: 'figure', figure: operation('/', part, whole), format: { style: 'percent' } })

/** Whether an item has a value. */
export const known = ({ figures }: DraftFacts, id: string): boolean => figures.item(id).kind === 'value'

/** The sign of an item: null while it has no value. */
export function signOf({ figures }: DraftFacts, id: string): -1 | 0 | 1 | null {
  const found = figures.item(id)
  return found.kind === 'value' ? compare(found.value, ZERO) : null
}

/** Whether an item is known and not 0. */
export const some = (facts: DraftFacts, id: string): boolean => (signOf(facts, id) ?? 0) !== 0

/** Whether words were given. */
export const told = ({ figures }: DraftFacts, id: string): boolean => (figures.words(id) ?? '').trim() !== ''

/** Whether a formula has a value. */
export const computable = ({ figures }: DraftFacts, tree: Expression): boolean => evaluate(tree, figures).kind === 'value'

/** “占…%”, where part and whole are known, neither negative, the whole not 0. */
export function share(facts: DraftFacts, part: string, whole: string, of = ''): Paragraph {
  const [a, b] = [signOf(facts, part), signOf(facts, whole)]
  return a === null || a < 0 || b !== 1 ? [] : say`占${of}${percent(item(part), item(whole))}`
}

/** 增减 against another figure, where both are known. */
export const change = (facts: DraftFacts, from: string, to: string, than: string): Paragraph =>
  (known(facts, from) && known(facts, to) ? [{ kind: 'change', from: item(from), to: item(to), than }] : [])

/** Words of a cell as given; empty while blank or 不涉及. */
export function cellWords(row: Row, column: string): string {
  const answer = Object.hasOwn(row.cells, column) ? row.cells[column] : undefined
  return answer?.kind === 'given' ? answer.text.trim() : ''
}

/** Whether a cell holds a number. */
export const cellNumber = (row: Row, column: string): boolean => fromDecimal(cellWords(row, column)) !== null
