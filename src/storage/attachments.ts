import type { Evidence } from '../domain/evaluation/evidence'
import type { Attachment } from './records'

/** What the app may ask of the table of 佐证材料. A failing browser rejects. */
export interface Attachments {
  /** Evidence of an evaluation, in the order it was added, without what was removed. */
  of(evaluation: string): Promise<readonly Evidence[]>
  /** The content of one, removed or not. */
  content(id: string): Promise<Blob | undefined>
  /** Keeps a file, or several: all or none. */
  add(attachments: readonly Attachment[]): Promise<void>
  /** Changes name, note and what it proves; never the content. */
  change(id: string, changes: Partial<Pick<Evidence, 'name' | 'about' | 'note'>>): Promise<void>
  /** Sets one aside; `purge` of the evaluations deletes it for good after its time. */
  remove(id: string, at: number): Promise<void>
  restore(id: string): Promise<void>
  /** Everything of these evaluations with its content, for a backup. */
  whole(evaluations: readonly string[]): Promise<readonly Attachment[]>
  /** How many were added after a time. */
  addedSince(at: number): Promise<number>
  /** Bytes of all evidence on the desk. */
  totalSize(): Promise<number>
}

/** Evidence without content and without its place in the bin. */
export function evidenceOf({ content: _bytes, removedAt: _gone, ...evidence }: Attachment): Evidence {
  return evidence
}

/** The order of lists: as added. */
export const byAddition = (a: Evidence, b: Evidence): number => a.addedAt - b.addedAt || a.id.localeCompare(b.id)
