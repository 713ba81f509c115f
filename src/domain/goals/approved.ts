import type { Row } from '../evaluation/evaluation'
import { goalOf, GOALS_TABLE, targetText, type Goal } from './goal'

/** Columns that stand as they were approved. */
export const LOCKED_COLUMNS: ReadonlySet<string> = new Set(['project', 'dimension', 'group', 'title', 'sign', 'target', 'unit', 'weight', 'approved'])

/** What was approved, in one readable text: 网上可办率｜≥98%｜10分. */
export const approvedText = (goal: Pick<Goal, 'title' | 'sign' | 'target' | 'unit' | 'weight'>): string =>
  `${goal.title}｜${goal.sign === '定性' ? '定性：' : ''}${targetText(goal)}｜${goal.weight}分`

/** 锁定: an approved goal stays as it is until the number of the document that changes it is given. */
export function isLocked(row: Row): boolean {
  const goal = goalOf(row)
  return goal.approved !== '' && goal.changeDocument === ''
}

/** Whether a cell of any table stands as approved: 原批复 always, the other columns of what was approved while its row is locked. */
export const isCellLocked = (table: string, row: Row, column: string): boolean =>
  table === GOALS_TABLE && (column === 'approved' || (LOCKED_COLUMNS.has(column) && isLocked(row)))

/** Whether a row may not be deleted: an approved goal goes only with the document that takes it back. */
export const isRowLocked = (table: string, row: Row): boolean => table === GOALS_TABLE && isLocked(row)

/** The cells a copied row begins with: a copy of an approved goal is not itself approved. */
export function copiedCells(table: string, { cells }: Row): Row['cells'] {
  if (table !== GOALS_TABLE) return cells
  const { approved: _approved, changeDocument: _document, origin: _origin, ...others } = cells
  return others
}

/** Whether an approved goal no longer is what was approved. */
export const isChanged = (goal: Goal): boolean => goal.approved !== '' && goal.approved !== approvedText(goal)
