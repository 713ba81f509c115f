import { Draft } from './draft'
import type { Edit } from './edit'
import type { Evaluation } from './evaluation'
import { placeInDraft } from './placeEdit'

/** An edit that met a place changed by somebody else. */
export interface Clash {
  /** As it was meant. */
  readonly edit: Exclude<Edit, { kind: 'together' }>
  /** As it would be done over theirs; null where the place is gone. */
  readonly forced: Edit | null
}

/** Own edits put upon an evaluation that somebody else has changed meanwhile. */
export interface Merged {
  /** With every edit that found its place. */
  readonly evaluation: Evaluation
  /** Those edits, brought up to date; what was done already is not among them. */
  readonly edits: readonly Edit[]
  readonly clashes: readonly Clash[]
}

/**
 * Puts edits upon an evaluation one after the other. An edit whose place nobody else touched goes in; one whose place has changed is
 * left out and told as a clash, or done all the same where `force` is given.
 */
export function mergeEdits(evaluation: Evaluation, edits: readonly Edit[], force: boolean = false): Merged {
  const draft = new Draft(evaluation)
  const clashes: Clash[] = []
  const put = (edit: Edit): Edit | null => {
    if (edit.kind === 'together') {
      const placed = edit.edits.map(put).filter((inner) => inner !== null)
      return placed.length > 0 ? { kind: 'together', edits: placed } : null
    }
    const placed = placeInDraft(edit, draft)
    if (placed.state === 'done') return null
    const meant = placed.state === 'fits' ? placed.edit : force ? placed.forced : null
    if (!meant) {
      if (placed.state === 'clash') clashes.push({ edit, forced: placed.forced })
      return null
    }
    draft.put(meant)
    return meant
  }
  const kept = edits.map(put).filter((edit) => edit !== null)
  return { evaluation: draft.evaluation, edits: kept, clashes }
}
