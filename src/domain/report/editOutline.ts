import type { OwnSection } from '../evaluation/ownSection'
import type { Outline, OutlineSection } from './outline'

type Sections = readonly OwnSection[]

/** An outline's sections as an evaluation's own: they say the same. */
export const ownSections = (outline: Outline): Sections => outline.sections.map(({ id, level, heading, required, whenEmpty }: OutlineSection): OwnSection =>
  ({ id, level, heading, required, ...(whenEmpty === undefined ? {} : { whenEmpty }) }))

/** Where the sections under a section end: the place of the next that is not deeper. */
export function endOf(sections: Sections, at: number): number {
  const level = sections[at]?.level ?? 1
  const next = sections.findIndex((section, i) => i > at && section.level <= level)
  return next < 0 ? sections.length : next
}

/** The sections with one changed. */
export const changedSection = (sections: Sections, id: string, change: Partial<OwnSection>): Sections => sections.map((section) => (section.id === id ? { ...section, ...change } : section))

/** A section after another and what stands under it, of the same level. */
export function addedSection(sections: Sections, after: string, added: Omit<OwnSection, 'level'>): Sections {
  const at = sections.findIndex(({ id }) => id === after)
  const end = at < 0 ? sections.length : endOf(sections, at)
  return [...sections.slice(0, end), { ...added, level: sections[at]?.level ?? 1 }, ...sections.slice(end)]
}

/** The sections without one and what stands under it; null where nothing would be left. */
export function removedSection(sections: Sections, id: string): Sections | null {
  const at = sections.findIndex((section) => section.id === id)
  const left = at < 0 ? sections : [...sections.slice(0, at), ...sections.slice(endOf(sections, at))]
  return left.length === 0 ? null : left
}

/** The sections with one (and what stands under it) moved past its neighbour of the same level; null where there is none. */
export function movedSection(sections: Sections, id: string, by: -1 | 1): Sections | null {
  const at = sections.findIndex((section) => section.id === id)
  if (at < 0) return null
  const [level, end] = [sections[at]!.level, endOf(sections, at)]
  if (by === 1) {
    if (sections[end]?.level !== level) return null
    const far = endOf(sections, end)
    return [...sections.slice(0, at), ...sections.slice(end, far), ...sections.slice(at, end), ...sections.slice(far)]
  }
  const before = sections.slice(0, at).findLastIndex((section) => section.level <= level)
  return before < 0 || sections[before]!.level !== level ? null : movedSection(sections, sections[before]!.id, 1)
}

/** The sections with one (and what stands under it) a level deeper or higher; null where the tree would skip a level or end. */
export function shiftedSection(sections: Sections, id: string, by: -1 | 1): Sections | null {
  const at = sections.findIndex((section) => section.id === id)
  if (at < 0) return null
  const end = endOf(sections, at)
  const shifted = sections.map((section, i) => ({ section, level: i >= at && i < end ? section.level + by : section.level }))
  const holds = shifted.every(({ level }, i) => level >= 1 && level <= 4 && level <= (shifted[i - 1]?.level ?? 0) + 1)
  return holds ? shifted.map(({ section, level }) => ({ ...section, level: level as OwnSection['level'] })) : null
}
