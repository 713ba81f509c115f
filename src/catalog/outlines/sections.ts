import type { Outline, OutlineSection } from '../../domain/report/outline'
import { measures } from '../measures/measures'
import { paragraphs } from '../paragraphs'
import { columnHeads } from './columnHeads'

type Details = { readonly draft?: readonly string[]; readonly guidance?: string; readonly optional?: true }
  & Partial<Pick<OutlineSection, 'inserts' | 'whenEmpty' | 'drafts'>>

/** One section; its draft is text with figures in braces. */
export function section(level: OutlineSection['level'], id: string, heading: string, details: Details = {}): OutlineSection {
  const { draft = [], guidance = '', optional, ...rest } = details
  return { id, level, heading, required: !optional, draft: draft.length > 0 ? paragraphs(...draft) : [], guidance, ...rest }
}

/** What every outline of the catalog shares. */
export const outlineBase: Pick<Outline, 'measures' | 'columnHeads'> = { measures, columnHeads }
