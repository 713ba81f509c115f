import { decodeEntities } from '../../reportText/entities'
import type { ZipSplice } from './zipSplice'

const BOOK = 'xl/workbook.xml'

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match ? match[1] ?? match[2] ?? '' : null
}

const tags = (text: string, name: string): readonly string[] => text.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s(?:"[^"]*"|'[^']*'|[^>"'])*>`, 'g')) ?? []

/** A part as text; null where it is not there or not UTF-8, the only encoding office programs write. A byte-order mark stays. */
export function partText(zip: ZipSplice, name: string): string | null {
  const bytes = zip.read(name)
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Where each sheet lies in the package, by its name. */
export function sheetParts(zip: ZipSplice): ReadonlyMap<string, string> {
  const relations = new Map(tags(partText(zip, 'xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']))
  return new Map(tags(partText(zip, BOOK) ?? '', 'sheet').flatMap((tag): readonly (readonly [string, string])[] => {
    const target = relations.get(attribute(tag, '(?:[\\w.-]+:)?id'))
    if (target === undefined) return []
    return [[decodeEntities(attribute(tag, 'name') ?? '', {}), target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`]]
  }))
}

/** Numbers of the cell styles that show a percent sign. */
export function percentStyles(zip: ZipSplice): ReadonlySet<number> {
  const text = partText(zip, 'xl/styles.xml') ?? ''
  const formats = new Set(['9', '10', ...tags(text, 'numFmt').filter((tag) => (attribute(tag, 'formatCode') ?? '').includes('%')).map((tag) => attribute(tag, 'numFmtId') ?? '')])
  const styles = /<(?:[\w.-]+:)?cellXfs[\s>][\s\S]*?<\/(?:[\w.-]+:)?cellXfs>/.exec(text)?.[0] ?? ''
  return new Set(tags(styles, 'xf').flatMap((tag, i) => (formats.has(attribute(tag, 'numFmtId') ?? '') ? [i] : [])))
}

/** The workbook part, told to compute every formula when it is opened. */
export function recalculating(zip: ZipSplice): readonly [name: string, text: string] | null {
  const text = partText(zip, BOOK)
  if (text === null) return null
  const calc = /<((?:[\w.-]+:)?)calcPr((?:\s(?:"[^"]*"|'[^']*'|[^>"'/])*)?)\/?>/.exec(text)
  if (calc) return [BOOK, /\sfullCalcOnLoad=/.test(calc[2]!) ? text.replace(/\sfullCalcOnLoad=(?:"[^"]*"|'[^']*')/, ' fullCalcOnLoad="1"') : text.replace(calc[0], calc[0].replace(/\s*\/?>$/, (end) => ` fullCalcOnLoad="1"${end.trim()}`))]
  return null
}
