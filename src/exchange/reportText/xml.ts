import { err, ok, type Result } from '../../kernel/result'
import { decodeEntities } from './entities'

/** An element of a foreign XML file; its attributes stay text until asked for. */
export interface XmlElement {
  /** Without prefix: `w:p` is `p`. */
  readonly name: string
  readonly source: string
  readonly children: readonly (XmlElement | string)[]
}

/** Why XML is not taken: it breaks the grammar, or brings its own entities (the way of bombs and of reading files). */
export type XmlProblem = 'malformed' | 'doctype'

const DEEPEST = 400
const EMPTY_ENTITIES: { readonly [name: string]: string } = {}

interface Open {
  readonly name: string
  readonly full: string
  readonly source: string
  readonly children: (XmlElement | string)[]
}

const local = (full: string): string => full.slice(full.indexOf(':') + 1)

/** The end of a tag that begins at `from`, quotes respected; -1 where there is none. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 34 || code === 39) quote = code
    else if (code === 62) return i
    else if (code === 60) return -1
  }
  return -1
}

/** Reads XML into a tree. No document type, no entities but the five, at most 400 levels. */
export function parseXml(text: string): Result<XmlElement, XmlProblem> {
  const root: Open = { name: '', full: '', source: '', children: [] }
  const open: Open[] = [root]
  let at = 0
  while (at < text.length) {
    const top = open.at(-1)!
    const next = text.indexOf('<', at)
    const end = next < 0 ? text.length : next
    if (end > at && open.length > 1) top.children.push(decodeEntities(text.slice(at, end), EMPTY_ENTITIES))
    if (next < 0) break
    if (text.startsWith('<!--', next)) {
      const close = text.indexOf('-->', next + 4)
      if (close < 0) return err('malformed')
      at = close + 3
    } else if (text.startsWith('<![CDATA[', next)) {
      const close = text.indexOf(']]>', next + 9)
      if (close < 0) return err('malformed')
      top.children.push(text.slice(next + 9, close))
      at = close + 3
    } else if (text.startsWith('<!', next)) return err('doctype')
    else if (text.startsWith('<?', next)) {
      const close = text.indexOf('?>', next + 2)
      if (close < 0) return err('malformed')
      at = close + 2
    } else {
      const close = tagEnd(text, next + 1)
      if (close < 0) return err('malformed')
      const tag = text.slice(next + 1, close)
      at = close + 1
      if (tag.startsWith('/')) {
        if (open.length < 2 || top.full !== tag.slice(1).trim()) return err('malformed')
        open.pop()
        continue
      }
      const empty = tag.endsWith('/')
      const full = /^[^\s/]+/.exec(tag)?.[0]
      if (full === undefined || open.length > DEEPEST) return err('malformed')
      const element: Open = { name: local(full), full, source: tag.slice(full.length, empty ? -1 : undefined), children: [] }
      top.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const found = root.children.find((child) => typeof child !== 'string')
  return open.length === 1 && found ? ok(found) : err('malformed')
}

/** The elements directly inside. */
export const elementsOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  element ? element.children.filter((child): child is XmlElement => typeof child !== 'string') : []

/** The first element of a name directly inside. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => elementsOf(element).find((child) => child.name === name)

/** An attribute by its name without prefix; null where it is not there. */
export function attributeOf(element: XmlElement | undefined, name: string): string | null {
  if (!element) return null
  for (const match of element.source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (local(match[1]!) === name) return decodeEntities(match[2] ?? match[3] ?? '', EMPTY_ENTITIES)
  return null
}

/** All text inside, in order. */
export const textOf = (element: XmlElement): string => element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
