import { paragraphDecoder } from '../../../../domain/report/decodeParagraph'
import type { Paragraph } from '../../../../domain/report/document'
import { decode, list } from '../../../../kernel/decode'
import type { Look } from './boundNode'

/** Own clippings keep their figures bound; other programs get the words. */
const TYPE = 'application/x-hengji-paragraphs'
const decoder = list(paragraphDecoder, 5000)

/** Puts paragraphs on the clipboard. */
export function writeClipping(clipboard: DataTransfer, paragraphs: readonly Paragraph[], look: Look): void {
  clipboard.clearData()
  clipboard.setData('text/plain', paragraphs.map((paragraph) => paragraph.map((run) => look(run).text).join('')).join('\n'))
  clipboard.setData(TYPE, JSON.stringify(paragraphs))
}

function ownClipping(text: string): readonly Paragraph[] | null {
  try {
    const decoded = decode(decoder, JSON.parse(text))
    return decoded.ok ? decoded.value : null
  } catch {
    return null
  }
}

/** Words to paragraphs: a line each, blanks at the edges (首行缩进) and empty lines fall off. */
export const plainParagraphs = (text: string): readonly Paragraph[] =>
  text.split(/\r\n|[\r\n\u2028]/).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')).filter((line) => line !== '').map((line) => [{ kind: 'text', text: line }])

/** What the clipboard holds, as paragraphs. */
export function readClipping(clipboard: DataTransfer): readonly Paragraph[] {
  const own = clipboard.getData(TYPE)
  return (own === '' ? null : ownClipping(own)) ?? plainParagraphs(clipboard.getData('text/plain'))
}
