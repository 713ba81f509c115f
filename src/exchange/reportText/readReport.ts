import { decodeText, readPlain } from './readPlain'
import { readHtml } from './readHtml'
import { refused, SAVE_AS_DOCX, type ReportReading } from './reportReading'

const MOST_BYTES = 80 * 1024 * 1024
const MOST_TEXT = 20 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte)

/** Old compound files: encrypted new ones, .doc, .wps and others, told by their directory. */
function compoundFile(bytes: Uint8Array, fileName: string): ReportReading {
  const names = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 4 * 1024 * 1024)))
  if (names.includes('EncryptedPackage')) return refused(fileName, `“${fileName}”设了打开密码，读不出文字。请打开后去掉密码，另存一份再核对。`)
  if (names.includes('Workbook')) return refused(fileName, `“${fileName}”是 Excel 工作簿，报告核对只读文字报告。`)
  const kind = /\.wps$/i.test(fileName) ? 'WPS 文字（.wps）' : '旧的 Word（.doc）'
  return refused(fileName, `“${fileName}”是${kind}格式，这里只读 .docx。${SAVE_AS_DOCX}`)
}

const PICTURE: readonly (readonly number[])[] = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0x00], [0x4d, 0x4d, 0x00, 0x2a], [0x42, 0x4d]]

function readWords(bytes: Uint8Array, fileName: string): ReportReading {
  if (bytes.length > MOST_TEXT) return refused(fileName, `“${fileName}”有 ${Math.ceil(bytes.length / 1024 / 1024)} MB 文字，超过 ${MOST_TEXT / 1024 / 1024} MB 的上限，不像是一份报告。请分开再核对。`)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused(fileName, `“${fileName}”不是认识的报告格式。可以读 .docx、有文字的 .pdf 和 .txt；其他格式${SAVE_AS_DOCX}`)
  const words = decoded.value
  if (words.startsWith('{\\rtf')) return refused(fileName, `“${fileName}”是 RTF 格式，现在读不了。${SAVE_AS_DOCX}`)
  if (/^\s*<\?xml[^>]*>[\s\S]{0,400}<(w:wordDocument|pkg:package)/.test(words)) return refused(fileName, `“${fileName}”是 Word 的 XML 格式，现在读不了。${SAVE_AS_DOCX}`)
  if (/^MIME-Version:/im.test(words.slice(0, 2000))) return refused(fileName, `“${fileName}”是单个网页文件（.mht），现在读不了。${SAVE_AS_DOCX}`)
  const report = /^\s*(<!doctype html|<html|<\?xml[^>]*>\s*<(!doctype html|html)|<!--|<body|<table|<div|<p\b)/i.test(words) ? readHtml(words) : readPlain(words)
  return report.blocks.length === 0 ? refused(fileName, `“${fileName}”里没有文字。请检查是不是选错了文件。`) : { ok: true, fileName, report, notes: [] }
}

/**
 * Reads a foreign report: .docx, PDF with a text layer, plain text, HTML. What the file is, its bytes tell, not its name.
 * Never rejects over a bad file: the answer says what it is and what to do. `progress` runs from 0 to 1.
 */
export async function readReport(bytes: Uint8Array, fileName: string, progress: (done: number) => void = () => {}): Promise<ReportReading> {
  if (bytes.length === 0) return refused(fileName, `“${fileName}”是空文件（0 字节），可能没有保存或没有传完。请重新取得文件。`)
  if (bytes.length > MOST_BYTES) return refused(fileName, `“${fileName}”有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 ${MOST_BYTES / 1024 / 1024} MB 的上限。请删去图片或附件后另存一份再核对。`)
  if (PICTURE.some((head) => startsWith(bytes, ...head))) return refused(fileName, `“${fileName}”是图片，没有文字，读不到数字。请用原来的 Word 文件，或先做文字识别（OCR）。`)
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) {
    const { readPdf } = await import('./pdf/readPdf')
    return readPdf(bytes, fileName, progress)
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundFile(bytes, fileName)
  if (startsWith(bytes, 0x50, 0x4b)) {
    const { readDocx } = await import('./docx/readDocx')
    return readDocx(bytes, fileName)
  }
  return readWords(bytes, fileName)
}
