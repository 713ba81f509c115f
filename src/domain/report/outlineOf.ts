import type { Evaluation } from '../evaluation/evaluation'
import type { OwnSection } from '../evaluation/ownSection'
import { DRAFT_KINDS, type DraftKind } from './drafts/drafts'
import { INSERTS, type Insert, type Outline, type OutlineSection } from './outline'

const isDraft = (kind: string): kind is DraftKind => (DRAFT_KINDS as readonly string[]).includes(kind)
const isInsert = (kind: string): kind is Insert['kind'] => Object.hasOwn(INSERTS, kind)

function ownSection({ whenEmpty: _whenEmpty, ...catalogued }: OutlineSection, own: OwnSection): OutlineSection {
  return {
    ...catalogued, level: own.level, heading: own.heading, required: own.required, ...(own.whenEmpty === undefined ? {} : { whenEmpty: own.whenEmpty }),
    ...(own.drafts ? { drafts: own.drafts.filter(isDraft) } : {}), ...(own.inserts ? { inserts: own.inserts.filter(isInsert).map((kind) => ({ kind })) } : {}),
  }
}

/** The outline with an evaluation's own sections in place of the catalog's. */
export function withOwnSections(outline: Outline, sections: readonly OwnSection[] | undefined): Outline {
  if (!sections) return outline
  const known = new Map(outline.sections.map((section) => [section.id, section]))
  return { ...outline, sections: sections.map((own) => ownSection(known.get(own.id) ?? { id: own.id, level: 1, heading: '', required: false, draft: [], guidance: '自己加的一节。' }, own)) }
}

/** The outline an evaluation's report follows, its own sections included; the first one where its own is not known here. Throws without outlines. */
export function outlineOf({ outlines }: { readonly outlines: readonly Outline[] }, { outline, sections }: Pick<Evaluation, 'outline' | 'sections'>): Outline {
  const found = outlines.find(({ id }) => id === outline) ?? outlines[0]
  if (!found) throw new Error('catalog error: no outline')
  return withOwnSections(found, sections)
}
