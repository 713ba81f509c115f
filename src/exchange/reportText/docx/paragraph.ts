import { attributeOf, childOf, elementsOf, textOf, type XmlElement } from '../xml'

/** A paragraph's own words, and what hangs on it. */
export interface ParagraphText {
  text: string
  /** Where in the words Word last began a page. */
  readonly pages: number[]
  /** Text boxes and footnotes met, in order. */
  readonly boxes: XmlElement[]
  readonly notes: { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
  /** Pictures without words. */
  pictures: number
}

const isOn = (element: XmlElement | undefined): boolean => element !== undefined && !/^(0|false|off)$/.test(attributeOf(element, 'val') ?? '')

/** Whether the paragraph's mark was deleted under revision: then the next paragraph continues it. */
export const markDeleted = (paragraph: XmlElement): boolean => childOf(childOf(childOf(paragraph, 'pPr'), 'rPr'), 'del') !== undefined

const contains = (element: XmlElement, name: string): boolean => elementsOf(element).some((child) => child.name === name || contains(child, name))

/** Not printed: revisions taken out, properties, codes of fields, readings above characters. */
const SILENT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt', 'pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'sectPr', 'fldData', 'annotationRef', 'Fallback'])

function walk(element: XmlElement, into: ParagraphText): void {
  for (const child of elementsOf(element)) {
    const { name } = child
    if (name === 't') into.text += textOf(child)
    else if (name === 'tab' || name === 'ptab') into.text += '\t'
    else if (name === 'br' && !/^(page|column)$/.test(attributeOf(child, 'type') ?? '')) into.text += '\n'
    else if (name === 'cr') into.text += '\n'
    else if (name === 'noBreakHyphen') into.text += '-'
    else if (name === 'lastRenderedPageBreak') into.pages.push(into.text.length)
    else if (name === 'footnoteReference' || name === 'endnoteReference') into.notes.push({ kind: name === 'footnoteReference' ? 'footnote' : 'endnote', id: attributeOf(child, 'id') ?? '' })
    else if (name === 'txbxContent') into.boxes.push(child)
    else if (name === 'AlternateContent') walk({ ...child, children: [childOf(child, 'Choice') ?? childOf(child, 'Fallback') ?? ''].flatMap((one) => (typeof one === 'string' ? [] : one.children)) }, into)
    else if (name === 'r' && isOn(childOf(childOf(child, 'rPr'), 'vanish'))) continue
    else if (!SILENT.has(name)) {
      if ((name === 'drawing' || name === 'pict' || name === 'object') && !contains(child, 'txbxContent')) into.pictures += 1
      walk(child, into)
    }
  }
}

/** The words of a `w:p` as they are printed, revisions accepted. */
export function paragraphText(paragraph: XmlElement): ParagraphText {
  const found: ParagraphText = { text: '', pages: [], boxes: [], notes: [], pictures: 0 }
  walk(paragraph, found)
  return found
}
