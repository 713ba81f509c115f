import { attributeOf, childOf, elementsOf, type XmlElement } from '../xml'

/** What a paragraph style means for reading. */
export interface ParagraphStyle {
  /** 目录 lines: their last number is a page. */
  readonly contents: boolean
  readonly numPr: XmlElement | undefined
}

/** Paragraph styles by id; what a style does not say, the style it is based on says. */
export function readStyles(root: XmlElement | undefined): ReadonlyMap<string, ParagraphStyle> {
  const found = new Map<string, XmlElement>()
  for (const style of elementsOf(root)) {
    const id = attributeOf(style, 'styleId')
    if (style.name === 'style' && id !== null) found.set(id, style)
  }
  const numPrOf = (id: string, left: number): XmlElement | undefined => {
    const style = found.get(id)
    const own = childOf(childOf(style, 'pPr'), 'numPr')
    const based = attributeOf(childOf(style, 'basedOn'), 'val')
    return own ?? (based === null || left === 0 ? undefined : numPrOf(based, left - 1))
  }
  return new Map([...found].map(([id, style]) =>
    [id, { contents: /^toc ?\d/i.test(attributeOf(childOf(style, 'name'), 'val') ?? ''), numPr: numPrOf(id, 20) }]))
}
