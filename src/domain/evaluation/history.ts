import { inverse, type Edit } from './edit'

/** What a change did: an edit, its undoing or redoing; or an edit set aside because another window's stood (it changed nothing). */
export type Act = 'edit' | 'undo' | 'redo' | 'setAside'

interface Line {
  /** Unique over all windows. */
  readonly id: string
  /** The evaluation's revision after it; ascending in the log, with gaps where changes were joined. */
  readonly revision: number
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A line of the change log that says what was edited. */
export interface EditedLine extends Line {
  readonly act: Act
  readonly edit: Edit
}

/** A line that says the whole evaluation was replaced (import, restore); what stood before is a snapshot. */
export interface ReplacedLine extends Line {
  readonly act: 'replaced'
  readonly reason: string
}

/** 修改记录: one line of an evaluation's change log. */
export type Change = EditedLine | ReplacedLine

/** What can be undone and redone: the edits as they were done, latest last. */
export interface Stacks {
  readonly undo: readonly Edit[]
  readonly redo: readonly Edit[]
}

/** The stacks that a change log (oldest first, perhaps only its end) comes to. */
export function stacksOf(changes: readonly Change[]): Stacks {
  let undo: Edit[] = []
  let redo: Edit[] = []
  for (const change of changes) {
    if (change.act === 'setAside') continue
    if (change.act === 'undo') {
      undo.pop()
      redo.push(inverse(change.edit))
      continue
    }
    if (change.act === 'replaced') undo = []
    else undo.push(change.edit)
    if (change.act === 'redo') redo.pop()
    else redo = []
  }
  return { undo, redo }
}

/** Quick changes of one place count as one: half-typed figures and words are no steps of their own. */
const JOINED_WITHIN = 1500

function samePlace(a: Edit, b: Edit): boolean {
  switch (a.kind) {
    case 'answer': return b.kind === a.kind && b.item === a.item
    case 'cell': return b.kind === a.kind && b.table === a.table && b.row === a.row && b.column === a.column
    case 'judgement': return b.kind === a.kind && b.indicator === a.indicator && b.author === a.author
    case 'narrative': return b.kind === a.kind && b.section === a.section
    case 'explanation': return b.kind === a.kind && b.check === a.check
    default: return false
  }
}

/** The two changes as one, or null where they are steps of their own. */
export function joined(last: Change | undefined, next: Change): Change | null {
  if (last?.act !== 'edit' || next.act !== 'edit' || next.at - last.at > JOINED_WITHIN || !samePlace(last.edit, next.edit)) return null
  return { ...next, edit: { ...next.edit, before: (last.edit as { readonly before: unknown }).before } as Edit }
}
