/** What a bookmark marks: a paragraph of a section (by its place), a heading, or something else of ours that is no text of a section. */
export type Anchor =
  | { readonly kind: 'paragraph'; readonly section: string; readonly at: number }
  | { readonly kind: 'heading'; readonly section: string }
  | { readonly kind: 'other' }

/** Bookmark names hold letters, digits and _ only, at most 40; a leading _ keeps them out of Word's list. */
const safe = (section: string): string => section.replace(/[^A-Za-z0-9]/g, (char) => `_${char.codePointAt(0)!.toString(36)}_`).slice(0, 28)

/** The bookmark of a paragraph of a section's text. */
export const paragraphAnchor = (section: string, at: number): string => `_p_${safe(section)}_${at}`
/** The bookmark of a section's heading. */
export const headingAnchor = (section: string): string => `_h_${safe(section)}`
/** The bookmark of a title, caption, signature line. */
export const otherAnchor = (at: number): string => `_o_${at}`

/** What a bookmark's name says, given the sections there are; null for bookmarks of others. */
export function readAnchor(name: string, sections: readonly string[]): Anchor | null {
  if (/^_o_\d+$/.test(name)) return { kind: 'other' }
  const paragraph = /^_p_(.+)_(\d{1,4})$/.exec(name)
  const heading = /^_h_(.+)$/.exec(name)
  const section = sections.find((id) => safe(id) === (paragraph ?? heading)?.[1])
  if (section === undefined) return null
  return paragraph ? { kind: 'paragraph', section, at: Number(paragraph[2]) } : { kind: 'heading', section }
}
