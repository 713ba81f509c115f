import { given, type Answer } from '../evaluation/answer'
import type { Edit } from '../evaluation/edit'
import type { Evaluation } from '../evaluation/evaluation'
import { approvedText } from '../goals/approved'
import { goalOf, goalsOf, GOALS_TABLE, type Goal, type GoalSign } from '../goals/goal'
import type { ReadGoal } from './goalReading'

/** What taking one read goal over would do. */
export type GoalTaking =
  | { readonly kind: 'new'; readonly goal: ReadGoal; readonly edit: Edit }
  /** The same goal stands in the table. */
  | { readonly kind: 'same'; readonly goal: ReadGoal }
  /** A goal of that name stands there and is different: nothing is written over what was approved. */
  | { readonly kind: 'differs'; readonly goal: ReadGoal; readonly standing: string }

const asGoal = (cells: ReadGoal['cells']): Goal =>
  goalOf({ id: '', kind: 'single', cells: Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, given(text)])) })

/** What an import would do, goal by goal. `approved`: the file is the approved table, and its goals are locked. */
export function takeGoals(goals: readonly ReadGoal[], evaluation: Evaluation, approved: boolean, source: string, newId: () => string): readonly GoalTaking[] {
  const standing = goalsOf(evaluation)
  let index = (evaluation.tables[GOALS_TABLE] ?? []).length
  const seen = new Set<string>()
  return goals.map((read): GoalTaking => {
    const goal = asGoal(read.cells)
    const key = JSON.stringify([goal.project, goal.dimension, goal.title])
    const twin = standing.find((one) => one.project === goal.project && one.title === goal.title)
    if (twin) return approvedText(twin) === approvedText(goal) ? { kind: 'same', goal: read } : { kind: 'differs', goal: read, standing: approvedText(twin) }
    if (seen.has(key)) return { kind: 'same', goal: read }
    seen.add(key)
    const origin = approved ? { origin: '批复目标', approved: approvedText(goal) } : { origin: '年初未批复' }
    const provenance = { source: `${source} ${read.place}` }
    const cells = Object.fromEntries(Object.entries({ ...read.cells, ...origin }).map(([column, text]): [string, Answer] => [column, given(text, column === 'target' ? provenance : undefined)]))
    return { kind: 'new', goal: read, edit: { kind: 'rowAdded', table: GOALS_TABLE, index: index++, row: { id: newId(), kind: 'single', cells } } }
  })
}

/** A read goal in a few words: sign, value and unit. */
export const readTargetWords = ({ cells }: ReadGoal): string => {
  const sign = (cells['sign'] ?? '') as GoalSign | ''
  return `${sign === '定性' ? '' : sign}${cells['target'] ?? ''}${cells['unit'] ?? ''}`
}
