import { fileKind, type FileKind } from './fileKind'
import { storedZip, unpackedEntry, zipDirectory, type UnpackedPart } from './zipDirectory'

const MEGA = 1024 * 1024
const MOST_BYTES = 30 * MEGA
const MOST_TEXT = 12 * MEGA
const MOST_ENTRIES = 2000
const MOST_UNPACKED = 300 * MEGA
/** Up to here what was unpacked for the check is kept for the reader; beyond it memory matters more than time. */
const MOST_KEPT = 40 * MEGA

const SAVE_AS = '请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入。'

/** What to say of a file that is no workbook; null where it is one. */
const WORDS: { readonly [K in Exclude<FileKind, 'xlsx' | 'xls' | 'ods' | 'text'>]: string } = {
  empty: '是空文件（0 字节），可能没有保存或没有传完，请重新取得文件。',
  locked: '设了打开密码，无法读取。请打开后去掉密码，另存一份再导入。',
  damagedZip: '不完整或已损坏，读不到文件目录，可能没有传完。请重新取得文件。',
  backup: '是衡绩的备份文件，不是工作簿。请到“数据”页用“恢复”打开它。',
  zip: '是压缩包，不是工作簿。请先解压，再选择里面的 Excel 文件。',
  packed: '是压缩包（rar、7z 或 gz）。请先解压，再选择里面的 Excel 文件。',
  docx: '是 Word 文档。这里只读表格文件；请把表格复制到 Excel 里存成 .xlsx 再导入。',
  doc: '是旧的 Word 文档（.doc）。这里只读表格文件；请把表格复制到 Excel 里存成 .xlsx 再导入。',
  pptx: '是演示文稿（PPT），没有工作表。请选择 Excel 文件。',
  odt: '是 OpenDocument 文档，但不是表格。请选择 .xlsx、.xls、.ods 或 .csv 文件。',
  ofd: '是 OFD 版式文件，只能看不能取数。请向发文单位要 Excel 文件。',
  oldOffice: `是旧的 Office 或 WPS 文件，但里面没有工作簿。${SAVE_AS}`,
  pdf: '是 PDF，里面没有工作表。请向发文单位要 Excel 文件，或把表格重新录入。',
  picture: '是图片，没有数字可读。请用原来的 Excel 文件。',
  html: `其实是网页（HTML），只是用了表格的扩展名，常见于系统导出的 .xls。${SAVE_AS}`,
  mht: `其实是单个网页文件（.mht）。${SAVE_AS}`,
  rtf: `其实是 RTF 文档。${SAVE_AS}`,
  xml: '是 XML 文件，不是工作簿。请选择 .xlsx、.xls、.ods 或 .csv 文件。',
  xmlSpreadsheet: `是旧的“XML 表格 2003”格式。${SAVE_AS}`,
  json: '是 JSON 数据文件，不是工作簿。备份请到“数据”页恢复，对应关系请用“导入对应关系”。',
  binary: `不是 Excel 工作簿，内容不认识，可能是改了扩展名的其他文件。${SAVE_AS}`,
}

const TOO_LARGE = `解开后超过 ${MOST_UNPACKED / MEGA} MB，不是正常的报表，已停止读取。`

const isMedia = (name: string): boolean => /\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?)$/i.test(name)

/** Names of the sheets of a workbook as they stand in its file; empty where it is no .xlsx. */
const sheetNames = (parts: readonly UnpackedPart[]): readonly string[] => {
  const book = parts.find(({ entry }) => entry.name === 'xl/workbook.xml')
  return book ? [...new TextDecoder().decode(book.content).matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map((match) => match[1]!) : []
}

/** The same file with its checked parts unpacked, or why it must not be parsed. */
function checkedZip(bytes: Uint8Array): { readonly ok: true; readonly bytes: Uint8Array; readonly names: readonly string[] } | { readonly ok: false; readonly words: string } {
  const no = (words: string) => ({ ok: false as const, words })
  const entries = zipDirectory(bytes) ?? []
  if (entries.length > MOST_ENTRIES) return no(`里有 ${entries.length} 个部件，不是正常的报表，已停止读取。`)
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (claimed > MOST_UNPACKED) return no(TOO_LARGE)
  const parts: UnpackedPart[] = []
  // Pictures are never read: what they unpack to does not matter.
  for (const entry of entries) {
    if (isMedia(entry.name)) continue
    const content = unpackedEntry(bytes, entry)
    if (!content) return no(`里的部件 ${entry.name.slice(0, 60)} 已损坏或与目录不符，数字可能变样，没有读。请重新取得文件。`)
    if (claimed <= MOST_KEPT) parts.push({ entry, content })
  }
  return { ok: true, bytes: claimed <= MOST_KEPT ? storedZip(parts) : bytes, names: sheetNames(parts) }
}

const named = (fileName: string, words: string): string => `“${fileName}”${words}`

/** Why a file must not be parsed, as one sentence; else what it is, the bytes to parse (a zip's are the checked parts, unpacked already), and what its sheets are called where that is known. */
export function inspected(bytes: Uint8Array, fileName: string): { readonly ok: true; readonly kind: 'xlsx' | 'xls' | 'ods' | 'text'; readonly bytes: Uint8Array; readonly names: readonly string[] } | { readonly ok: false; readonly message: string } {
  const no = (words: string) => ({ ok: false as const, message: named(fileName, words) })
  if (bytes.length > MOST_BYTES) return no(`有 ${Math.ceil(bytes.length / MEGA)} MB，超过 ${MOST_BYTES / MEGA} MB 的上限，请删去图片或无关的工作表后再导入。`)
  const kind = fileKind(bytes)
  if (kind !== 'xlsx' && kind !== 'xls' && kind !== 'ods' && kind !== 'text') return no(WORDS[kind])
  if (kind === 'text') {
    if (!/\.(csv|txt|tsv)$/i.test(fileName)) return no('不是 Excel 工作簿，内容是纯文本，可能是改了扩展名的其他文件。真是文本表格的，请把扩展名改为 .csv 再导入。')
    if (bytes.length > MOST_TEXT) return no(`有 ${Math.ceil(bytes.length / MEGA)} MB 文字，超过 ${MOST_TEXT / MEGA} MB 的上限，不像是报表。`)
  }
  if (kind !== 'xlsx' && kind !== 'ods') return { ok: true, kind, bytes, names: [] }
  const zip = checkedZip(bytes)
  return zip.ok ? { ok: true, kind, bytes: zip.bytes, names: zip.names } : no(zip.words)
}
