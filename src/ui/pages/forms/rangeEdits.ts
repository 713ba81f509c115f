import type { Answer } from '../../../domain/evaluation/answer'
import type { Edit } from '../../../domain/evaluation/edit'
import type { Row } from '../../../domain/evaluation/evaluation'
import { cellOf, type FigureId } from '../../../domain/measures/item'
import { compare, fromDecimal } from '../../../kernel/rational'
import type { Bounds } from './selection'
import type { CellTarget } from './target'

/** Where each fillable cell of a block stands: row → column. */
export type Grid = readonly (readonly (CellTarget | null)[])[]

type AnswerAt = (id: FigureId) => Answer | null

const editOf = (id: FigureId, before: Answer | null, after: Answer | null): Edit => {
  const cell = cellOf(id)
  return cell ? { kind: 'cell', ...cell, before, after } : { kind: 'answer', item: id, before, after }
}

const targetsIn = (grid: Grid, { top, bottom, left, right }: Bounds): readonly CellTarget[] =>
  grid.slice(top, bottom + 1).flatMap((row) => row.slice(left, right + 1).filter((target): target is CellTarget => target !== null && target.locked !== true))

/** Empties a range: every answer in it becomes blank. */
export const clearEdits = (grid: Grid, bounds: Bounds, answerAt: AnswerAt): readonly Edit[] =>
  targetsIn(grid, bounds).flatMap((target) => {
    const before = answerAt(target.id)
    return before === null ? [] : [editOf(target.id, before, null)]
  })

const bare = (answer: Answer | null): Answer | null => {
  if (answer === null) return null
  const { provenance: _source, ...value } = answer
  return value
}

/** 向下填充: the first row of the range goes into all below it; from one row alone, the row above into it. Sources are not copied. */
export function fillDownEdits(grid: Grid, bounds: Bounds, answerAt: AnswerAt): readonly Edit[] {
  const from = bounds.top === bounds.bottom ? bounds.top - 1 : bounds.top
  const edits: Edit[] = []
  for (let column = bounds.left; column <= bounds.right; column++) {
    const source = grid[from]?.[column]
    if (!source) continue
    const after = bare(answerAt(source.id))
    for (let row = from + 1; row <= bounds.bottom; row++) {
      const target = grid[row]?.[column]
      if (target?.kind === source.kind && !target.locked) edits.push(editOf(target.id, answerAt(target.id), after))
    }
  }
  return edits
}

/** Compares cells for sorting: figures by value, words as in a dictionary, 不涉及 and blank last. */
function compareCells(a: Answer | undefined, b: Answer | undefined): number {
  const rank = (answer: Answer | undefined): number => (answer === undefined ? 2 : answer.kind === 'notInvolved' ? 1 : 0)
  if (a?.kind !== 'given' || b?.kind !== 'given') return rank(a) - rank(b)
  const [left, right] = [fromDecimal(a.text), fromDecimal(b.text)]
  return left && right ? compare(left, right) : a.text.localeCompare(b.text, 'zh-CN')
}

/** The ids of rows sorted by a column; equal rows keep their order, blanks stay last either way. */
export function sortedIds(rows: readonly Row[], column: string, descending: boolean): readonly string[] {
  const isGiven = (row: Row): boolean => row.cells[column]?.kind === 'given'
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => (isGiven(a) && isGiven(b) ? sign : 1) * compareCells(a.cells[column], b.cells[column])).map(({ id }) => id)
}
