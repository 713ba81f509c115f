import { assembleText } from './assembleText'
import { err, ok, type Result } from '../../kernel/result'
import type { ReportText } from '../../domain/checkup/reportText'

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: half of a Chinese text's high bytes repeat, and digits leave zeros on one side only. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const most = Math.min(bytes.length, 4096) & ~1
  let [even, odd] = [0, 0]
  for (let i = 0; i < most; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  if (even === odd) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** The words of a text file: UTF-8, UTF-16 (with or without a mark) or GB18030. Error: it is no text. */
export function decodeText(bytes: Uint8Array): Result<string, 'binary'> {
  const [a, b, c] = bytes
  const marked = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : a === 0xef && b === 0xbb && c === 0xbf ? 'utf-8' : null
  const encodings = marked ? [marked] : [...(bytes.includes(0) ? [] : ['utf-8', 'gb18030']), unmarkedUtf16(bytes)].filter((one) => one !== null)
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== null && !looksBinary(text)) return ok(text)
  }
  return err('binary')
}

/** Control characters do not stand in a report. */
function looksBinary(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd) controls += 1
  }
  return controls * 100 > text.length
}

/** Plain words as a report: each line a paragraph, lines with tabs the rows of a table. */
export function readPlain(text: string): ReportText {
  const assembly = assembleText()
  let inTable = false
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const isRow = line.includes('\t') && line.trim().includes('\t')
    if (isRow && !inTable) assembly.table()
    if (isRow) assembly.row(line.split('\t'))
    else assembly.add('paragraph', line)
    inTable = isRow
  }
  return assembly.done()
}
