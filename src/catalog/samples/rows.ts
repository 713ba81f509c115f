import { given, notInvolved, type Answer, type Provenance } from '../../domain/evaluation/answer'
import type { Row, RowKind } from '../../domain/evaluation/evaluation'

/** What a sample writes in a cell: text, 不涉及 as null, an answer with provenance, or nothing for blank. */
export type Written = string | null | Answer | undefined

/** Written cells → answers; blanks leave no entry. */
export const answersOf = (written: { readonly [key: string]: Written }, provenance?: Provenance): { [key: string]: Answer } =>
  Object.fromEntries(
    Object.entries(written)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, value === null ? notInvolved : typeof value === 'object' ? value : given(value as string, provenance)]),
  )

/** One row of a sample's table. */
export const row = (id: string, cells: { readonly [column: string]: Written }, kind: RowKind = 'single'): Row => ({
  id, kind, cells: answersOf(cells),
})
