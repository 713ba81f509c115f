import { unzipSync } from 'fflate'
import { SAVE_AS_DOCX, refused, type ReportReading } from '../reportReading'
import { decodeText } from '../readPlain'
import { attributeOf, childOf, elementsOf, parseXml, type XmlElement } from '../xml'
import { bodyText } from './body'
import { readNumbering } from './numbering'
import { readStyles } from './styles'

const MOST_ENTRIES = 5000
const MOST_UNPACKED = 120 * 1024 * 1024
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'word/numbering.xml', 'word/styles.xml']

type Parts = ReadonlyMap<string, Uint8Array>

/** The parts that are read, and the names of all; null where the zip is too large to be a report, undefined where it is damaged. */
function unpacked(bytes: Uint8Array): { readonly parts: Parts; readonly names: readonly string[] } | null | undefined {
  const names: string[] = []
  let size = 0
  let tooLarge = false
  try {
    const files = unzipSync(bytes, {
      filter(file) {
        const name = file.name.replaceAll('\\', '/').replace(/^\//, '')
        names.push(name)
        const wanted = PARTS.includes(name)
        if (wanted) size += file.originalSize
        tooLarge ||= names.length > MOST_ENTRIES || size > MOST_UNPACKED
        return wanted && !tooLarge
      },
    })
    return tooLarge ? null : { names, parts: new Map(Object.entries(files).map(([name, content]) => [name.replaceAll('\\', '/').replace(/^\//, ''), content])) }
  } catch {
    return undefined
  }
}

/** What other zips are, told by an entry. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^OFD\.xml$/i, '是 OFD 版式文件，现在读不了。请在原来的办公软件里另存为“Word 文档（*.docx）”，或用 OFD 阅读器转成有文字的 PDF。'],
  [/^xl\/workbook/, '是 Excel 工作簿，报告核对只读文字报告。评价工作簿请到“工作台”导入。'],
  [/^ppt\//, `是演示文稿，不是报告。请把文字粘贴进来核对。`],
  [/^content\.xml$/, `是 ODT 文档，现在读不了。${SAVE_AS_DOCX}`],
]

const notesOf = (root: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> =>
  new Map(elementsOf(root).filter((note) => note.name === name && !/separator/i.test(attributeOf(note, 'type') ?? '')).map((note) => [attributeOf(note, 'id') ?? '', note]))

/** Reads a .docx: paragraphs with their numbers, tables, footnotes, text boxes; what was deleted under revision is out. */
export function readDocx(bytes: Uint8Array, fileName: string): ReportReading {
  const damaged = (): ReportReading => refused(fileName, `“${fileName}”不完整或已损坏，读不出文字。请用 Word 或 WPS 打开检查，另存一份再核对。`)
  const zip = unpacked(bytes)
  if (zip === null) return refused(fileName, `“${fileName}”解开后太大（超过 ${MOST_UNPACKED / 1024 / 1024} MB），不是正常的报告，已停止读取。请把正文另存一份再核对。`)
  if (zip === undefined) return damaged()
  const other = OTHERS.find(([entry]) => zip.names.some((name) => entry.test(name)))
  if (other && !zip.parts.has(PARTS[0]!)) return refused(fileName, `“${fileName}”${other[1]}`)

  const tree = (name: string): XmlElement | undefined => {
    const content = zip.parts.get(name)
    const words = content && decodeText(content)
    const parsed = words?.ok ? parseXml(words.value) : undefined
    return parsed?.ok ? parsed.value : undefined
  }
  if (!zip.parts.has(PARTS[0]!)) return zip.names.length === 0 ? damaged() : refused(fileName, `“${fileName}”是压缩包，里面没有 Word 正文。请解压后选择里面的报告。`)
  const body = childOf(tree('word/document.xml'), 'body')
  if (!body) return damaged()
  const { report, pictures } = bodyText(body, {
    numbering: readNumbering(tree('word/numbering.xml')), styles: readStyles(tree('word/styles.xml')),
    notes: { footnote: notesOf(tree('word/footnotes.xml'), 'footnote'), endnote: notesOf(tree('word/endnotes.xml'), 'endnote') },
  })
  if (report.blocks.length === 0)
    return refused(fileName, pictures > 0 ? `“${fileName}”里只有图片，没有文字，读不到数字。请用文字版的报告。` : `“${fileName}”里没有文字。请检查是不是选错了文件。`)
  return { ok: true, fileName, report, notes: pictures > 0 ? [`文中有 ${pictures} 处图片或图形，里面的数字读不到，没有核对。`] : [] }
}
