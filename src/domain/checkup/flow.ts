import { PLAIN_FORMS } from './plainForms'

/** 行文 (flow): a text as it reads: one width, one script, no spaces inside words, hard line breaks joined; every character knows its place in the text. */
export interface Flow {
  readonly text: string
  /** The original text. */
  readonly source: string
  /** Offset in the original text of a character of the flow. */
  readonly at: (index: number) => number
}

const MARKER = /^[ \u3000]*(?:第[一二三四五六七八九十\d]{1,3}(?:部分|章|节|条)|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳]|[•●◆■▪·]|注[:：]|单位[:：]|附[件表])/
const ENDS = /[。！？：:；;!?][”’"）)]?\s*$/
const UNIT_FIRST = /^[ \u3000]*(?:万元|亿元|千元|元|%|％|个百分点|[人名个家项辆件次台])/
const SOUND = /^(?=[a-z]*[à-ǿ])[a-zà-ǿ]{1,6}[)）]/
const LEAST_FULL_LINE = 30
/** Longer lines are paragraphs of their own. */
const MOST_WRAPPED = 130

/** Cells of tables are shorter. */
const LEAST_PROSE = 120

const NEW_LINE = 10
const TAB = 9
const BAR = 124
const isSpace = (code: number): boolean => code === 32 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 13 || code === 0xfeff
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

interface Line {
  readonly start: number
  readonly end: number
  readonly row: boolean
  readonly width: number
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    let width = 0
    let row = false
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i)
      if (code === TAB || code === BAR) row = true
      if (!isSpace(code)) width += code > 0x2e80 ? 2 : 1
    }
    // A page's one-celled table is prose with a bar behind it.
    if (row && width > LEAST_PROSE && text.slice(start, end).trimEnd().indexOf('|') === text.slice(start, end).trimEnd().length - 1 && !text.slice(start, end).includes('\t') && /[，。,]/.test(text.slice(start, end))) row = false
    lines.push({ start, end, row, width })
    start = end + 1
  }
  return lines
}

/** Whether the line break after `line` only wraps a sentence. A line that wraps is about as long as its longest neighbours. */
function wraps(text: string, lines: readonly Line[], i: number): boolean {
  const [line, next] = [lines[i]!, lines[i + 1]]
  if (!next || line.row || next.row || line.width === 0 || next.width === 0) return false
  const tail = text.slice(Math.max(line.start, line.end - 6), line.end)
  const head = text.slice(next.start, Math.min(next.end, next.start + 12))
  if (ENDS.test(tail) || MARKER.test(head)) return false
  if (/[，、]\s*$/.test(tail) || (/\d\s*$/.test(tail) && line.width >= 12 && UNIT_FIRST.test(head))) return true
  if (line.width < LEAST_FULL_LINE || line.width > MOST_WRAPPED) return false
  let longest = 0
  for (let k = Math.max(0, i - 4); k <= Math.min(lines.length - 1, i + 4); k++) if (!lines[k]!.row) longest = Math.max(longest, lines[k]!.width)
  return line.width * 5 >= longest * 4
}

/** A comma that groups thousands: three digits follow and no more, no point before it; a wide one needs decimals too. */
function groupsThousands(text: string, i: number, wide: boolean): boolean {
  if (!/^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5)) || (wide && !/^\d{3}\.\d/.test(text.slice(i + 1, i + 6)))) return false
  const before = /(?:^|[^\d.,，])(\d{1,3}(?:[,，]\d{3})*)$/.exec(text.slice(Math.max(0, i - 20), i))
  return before !== null
}

/** Reads a text as a flow. Takes time in proportion to its length. */
export function flowOf(text: string): Flow {
  const lines = linesOf(text)
  const units = new Uint16Array(text.length + 1)
  const places = new Uint32Array(text.length + 2)
  let length = 0
  const put = (code: number, at: number): void => {
    units[length] = code
    places[length] = at
    length += 1
  }
  lines.forEach((line, index) => {
    let space = false
    for (let i = line.start; i < line.end; i++) {
      const raw = text.charCodeAt(i)
      if (isSpace(raw)) {
        space = true
        continue
      }
      const previous = length > 0 ? units[length - 1]! : NEW_LINE
      let code = PLAIN_FORMS[raw]! || raw
      if (code === 44) code = isDigit(previous) && groupsThousands(text, i, raw !== 44) ? 44 : 0xff0c
      else if (code === 0xff0c && isDigit(previous) && groupsThousands(text, i, true)) code = 44
      // 繁體(tǐ): mirrors write the sound behind the character.
      if (code === 0xff08 && previous > 0x2e80) {
        const sound = SOUND.exec(text.slice(i + 1, i + 9))
        if (sound) {
          i += sound[0].length
          continue
        }
      }
      // A space counts only between two figures or two Latin words.
      if (space && code < 128 && previous < 128 && (isDigit(code) || isLatin(code)) && (isDigit(previous) || isLatin(previous))) put(32, i)
      space = false
      if (code === BAR && !line.row) continue
      put(code === BAR ? TAB : code, i)
    }
    if (index < lines.length - 1 && !wraps(text, lines, index)) put(NEW_LINE, line.end)
  })
  places[length] = text.length
  let made = ''
  for (let i = 0; i < length; i += 8192) made += String.fromCharCode(...units.subarray(i, Math.min(length, i + 8192)))
  return { text: made, source: text, at: (index) => places[Math.min(index, length)]! }
}
