import { unzipSync } from 'fflate'
import type { ReadDocument, ReadParagraph } from '../../domain/report/readDocument'
import { paragraphText } from '../reportText/docx/paragraph'
import { decodeText } from '../reportText/readPlain'
import { readReport } from '../reportText/readReport'
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from '../reportText/xml'
import { readAnchor } from './anchors'

/** A report read back, or why not. */
export type ReadBack = { readonly ok: true; readonly document: ReadDocument } | { readonly ok: false; readonly message: string }

const WRAPPERS = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'customXml', 'smartTag'])
const unwrapped = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (WRAPPERS.has(child.name) ? unwrapped(child) : [child]))

const bookmarksOf = (element: XmlElement): readonly string[] =>
  elementsOf(element).flatMap((child) => (child.name === 'bookmarkStart' ? [attributeOf(child, 'name') ?? ''] : bookmarksOf(child)))

const trimmed = (text: string): string => text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')

function readBody(body: XmlElement, sections: readonly string[]): ReadDocument {
  const paragraphs: ReadParagraph[] = []
  const tables: string[][][] = []
  let pending: readonly string[] = []
  for (const element of unwrapped(body)) {
    if (element.name === 'bookmarkStart') pending = [...pending, attributeOf(element, 'name') ?? '']
    if (element.name === 'tbl')
      tables.push(unwrapped(element).filter(({ name }) => name === 'tr').map((row) => unwrapped(row).filter(({ name }) => name === 'tc')
        .map((cell) => trimmed(unwrapped(cell).filter(({ name }) => name === 'p').map((p) => paragraphText(p).text).join(' ')))))
    if (element.name !== 'p') continue
    const text = trimmed(paragraphText(element).text)
    const anchor = [...pending, ...bookmarksOf(element)].map((name) => readAnchor(name, sections)).find((found) => found !== null) ?? null
    pending = []
    if (text !== '') paragraphs.push({ text, anchor })
  }
  return { paragraphs, tables }
}

/** Reads an exported and edited .docx, revisions accepted; `sections` are the outline's section ids. */
export async function readReportBack(bytes: Uint8Array, fileName: string, sections: readonly string[]): Promise<ReadBack> {
  const reading = await readReport(bytes, fileName)
  if (!reading.ok) return { ok: false, message: reading.message }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { ok: false, message: `“${fileName}”不是 Word 文档（.docx）。读回修改要用本系统导出、又改过的 .docx；只想查数字对不对，请到“报告核对”。` }
  const part = unzipSync(bytes, { filter: ({ name }) => name.replaceAll('\\', '/') === 'word/document.xml' })
  const words = decodeText(Object.values(part)[0] ?? new Uint8Array())
  const parsed = words.ok ? parseXml(words.value) : null
  const body = parsed?.ok ? childOf(parsed.value, 'body') : undefined
  if (!body) return { ok: false, message: `“${fileName}”读不出正文。请用 Word 或 WPS 打开检查，另存一份再读。` }
  return { ok: true, document: readBody(body, sections) }
}
