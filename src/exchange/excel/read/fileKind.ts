import { zipDirectory, type ZipEntry } from './zipDirectory'

/** What the bytes of a file are, whatever its name says. */
export type FileKind =
  | 'xlsx' | 'xls' | 'ods' | 'text'
  | 'empty' | 'locked' | 'damagedZip' | 'zip' | 'backup' | 'docx' | 'pptx' | 'odt' | 'ofd' | 'doc' | 'oldOffice' | 'pdf' | 'picture' | 'html' | 'mht' | 'rtf' | 'xml' | 'xmlSpreadsheet'
  | 'packed' | 'json' | 'binary'

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

const PICTURES: readonly (readonly number[])[] = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a]]
const PACKED: readonly (readonly number[])[] = [[0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b]]
/** Bytes in which the names of an old compound file's parts are looked for. */
const LOOKED_AT = 4 * 1024 * 1024

function compoundKind(bytes: Uint8Array): FileKind {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, LOOKED_AT)))
  if (names.includes('EncryptedPackage')) return 'locked'
  if (names.includes('WordDocument')) return 'doc'
  return names.includes('Workbook') || names.includes('Book') ? 'xls' : 'oldOffice'
}

function zipKind(bytes: Uint8Array, entries: readonly ZipEntry[] | null): FileKind {
  if (!entries) return 'damagedZip'
  if (entries.some(({ locked }) => locked)) return 'locked'
  const has = (name: string): boolean => entries.some((entry) => entry.name === name)
  if (entries.some(({ name }) => /^xl\/workbook\.(xml|bin)$/i.test(name))) return 'xlsx'
  if (has('word/document.xml')) return 'docx'
  if (has('ppt/presentation.xml')) return 'pptx'
  if (has('hengji.json')) return 'backup'
  if (has('OFD.xml')) return 'ofd'
  const mime = entries.find(({ name }) => name === 'mimetype')
  const first = mime ? new TextDecoder('latin1').decode(bytes.subarray(mime.at, mime.at + 120)) : ''
  if (first.includes('opendocument.spreadsheet') || (has('content.xml') && first === '')) return 'ods'
  return first.includes('opendocument') ? 'odt' : 'zip'
}

function textKind(bytes: Uint8Array): FileKind {
  const utf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)
  if (!utf16 && bytes.subarray(0, 65_536).includes(0)) return 'binary'
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (/^\s*<(?:!doctype html|html|table|head|body|meta|style|div|!--)/i.test(head)) return 'html'
  if (/^\s*<\?xml/i.test(head)) return /excel|spreadsheet/i.test(head) ? 'xmlSpreadsheet' : /<html/i.test(head) ? 'html' : 'xml'
  if (/^MIME-Version:/im.test(head)) return 'mht'
  if (head.startsWith('{\\rtf')) return 'rtf'
  return /^\s*[{[]\s*["{[]/.test(head) ? 'json' : 'text'
}

/** Tells what a file is by its bytes. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundKind(bytes)
  if (startsWith(bytes, 0x50, 0x4b)) return zipKind(bytes, zipDirectory(bytes))
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (PICTURES.some((head) => startsWith(bytes, ...head))) return 'picture'
  if (PACKED.some((head) => startsWith(bytes, ...head))) return 'packed'
  return textKind(bytes)
}
