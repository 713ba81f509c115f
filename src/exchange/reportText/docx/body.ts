import { assembleText, type TextAssembly } from '../assembleText'
import { attributeOf, childOf, elementsOf, type XmlElement } from '../xml'
import type { ReportText } from '../../../domain/checkup/reportText'
import type { Numbering } from './numbering'
import { markDeleted, paragraphText, type ParagraphText } from './paragraph'
import type { ParagraphStyle } from './styles'

/** The other parts a document's body speaks of. */
export interface BodyParts {
  readonly numbering: Numbering
  readonly styles: ReadonlyMap<string, ParagraphStyle>
  readonly notes: { readonly footnote: ReadonlyMap<string, XmlElement>; readonly endnote: ReadonlyMap<string, XmlElement> }
}

const MOST_COLUMNS = 200
const spanOf = (element: XmlElement | undefined): number => {
  const val = attributeOf(element, 'val') ?? ''
  return /^\d{1,3}$/.test(val) ? Math.min(Number(val), MOST_COLUMNS) : 0
}

/** Elements that only wrap others. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])
const unwrapped = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (WRAPPERS.has(child.name) ? unwrapped(child) : [child]))

/** A document's body as text; also how many pictures without words it holds. */
export function bodyText(body: XmlElement, parts: BodyParts): { readonly report: ReportText; readonly pictures: number } {
  const assembly: TextAssembly = assembleText()
  let pictures = 0
  let unfinished = ''

  const hanging = (found: ParagraphText): void => {
    pictures += found.pictures
    for (const box of found.boxes) for (const child of unwrapped(box)) block(child, 'textBox')
    for (const { kind, id } of found.notes) {
      const note = parts.notes[kind].get(id)
      if (note) assembly.add('note', unwrapped(note).filter(({ name }) => name === 'p').map((p) => paragraphText(p).text).join('\n'))
    }
  }

  const paragraph = (element: XmlElement, kind: 'paragraph' | 'textBox'): void => {
    const properties = childOf(element, 'pPr')
    const style = parts.styles.get(attributeOf(childOf(properties, 'pStyle'), 'val') ?? '')
    const found = paragraphText(element)
    // 目录: the page number after the last tab is no figure of the report.
    const words = style?.contents ? found.text.replace(/\t[^\t]*$/, '').replaceAll('\t', ' ') : found.text
    const label = found.text.trim() === '' ? '' : parts.numbering.next(childOf(properties, 'numPr') ?? style?.numPr)
    const lead = unfinished + label
    unfinished = ''
    for (const at of found.pages) assembly.page(lead.length + at)
    if (markDeleted(element)) unfinished = lead + words
    else assembly.add(kind, lead + words)
    hanging(found)
  }

  /** A cell's words; tables inside it are told after the row. */
  const cellText = (cell: XmlElement, inner: XmlElement[], after: ParagraphText[]): string => unwrapped(cell).flatMap((child) => {
    if (child.name === 'tbl') inner.push(child)
    if (child.name !== 'p') return []
    const found = paragraphText(child)
    for (const at of found.pages) assembly.page(at)
    after.push(found)
    const label = found.text.trim() === '' ? '' : parts.numbering.next(childOf(childOf(child, 'pPr'), 'numPr'))
    return [label + found.text]
  }).filter((text) => text.trim() !== '').join(' ')

  const table = (element: XmlElement): void => {
    const inner: XmlElement[] = []
    const after: ParagraphText[] = []
    assembly.table()
    for (const row of unwrapped(element).filter(({ name }) => name === 'tr')) {
      const properties = childOf(row, 'trPr')
      if (childOf(properties, 'del')) continue
      const cells = Array.from({ length: spanOf(childOf(properties, 'gridBefore')) }, () => '')
      for (const cell of unwrapped(row).filter(({ name }) => name === 'tc')) {
        const own = childOf(cell, 'tcPr')
        const merged = childOf(own, 'vMerge')
        const continues = merged !== undefined && attributeOf(merged, 'val') !== 'restart'
        cells.push(continues ? '' : cellText(cell, inner, after))
        for (let i = 1; i < spanOf(childOf(own, 'gridSpan')); i++) cells.push('')
      }
      assembly.row(cells)
    }
    for (const one of inner) table(one)
    for (const found of after) hanging(found)
  }

  function block(element: XmlElement, kind: 'paragraph' | 'textBox'): void {
    if (element.name === 'p') paragraph(element, kind)
    else if (element.name === 'tbl') table(element)
  }

  for (const child of unwrapped(body)) block(child, 'paragraph')
  assembly.add('paragraph', unfinished)
  return { report: assembly.done(), pictures }
}
