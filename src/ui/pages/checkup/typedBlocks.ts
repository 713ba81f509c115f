import { carriedMarks, type FigureMark } from '../../../domain/checkup/figureMarks'
import { markedLines, marksWithin, type MarkedLine } from './markedLines'

/** Some lines of typed words with their marks. A key changes few of them, so that a long text is not drawn anew at every letter. */
export interface TypedBlock {
  readonly id: number
  /** Whole lines, the line breaks included. */
  readonly text: string
  /** Marks with places counted from the block's beginning. */
  readonly marks: readonly FigureMark[]
  readonly lines: readonly MarkedLine[]
}

const MOST_LINES = 24
const MOST_CHARACTERS = 2000

let made = 0
function blockOf(text: string, marks: readonly FigureMark[]): TypedBlock {
  made += 1
  return { id: made, text, marks, lines: markedLines(text.endsWith('\n') ? text.slice(0, -1) : text, marks) }
}

const moved = (marks: readonly FigureMark[], by: number): readonly FigureMark[] => marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }))

/** Cuts words into blocks at line breaks. */
function cut(text: string, marks: readonly FigureMark[]): readonly TypedBlock[] {
  const blocks: TypedBlock[] = []
  let [start, lines] = [0, 0]
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('\n', at)
    at = found < 0 ? text.length : found + 1
    lines += 1
    if (lines < MOST_LINES && at - start < MOST_CHARACTERS && at < text.length) continue
    blocks.push(blockOf(text.slice(start, at), moved(marksWithin(marks, start, at), -start)))
    start = at
    lines = 0
  }
  return blocks
}

/** The last line has a block even where it is empty: the words and their marks must be of one height. */
const closed = (blocks: readonly TypedBlock[]): readonly TypedBlock[] => (blocks.length === 0 || blocks.at(-1)!.text.endsWith('\n') ? [...blocks, blockOf('', [])] : blocks)

/** The blocks after a change of the words: those in front of it and behind it stay the same, marks in the change are dropped. */
export function retyped(before: readonly TypedBlock[], text: string): readonly TypedBlock[] {
  const blocks = before.filter((block) => block.text !== '')
  let [head, at] = [0, 0]
  for (; head < blocks.length; head++) {
    const own = blocks[head]!.text
    if (!own.endsWith('\n') || !text.startsWith(own, at)) break
    at += own.length
  }
  let [tail, end] = [blocks.length, text.length]
  for (; tail > head; tail--) {
    const own = blocks[tail - 1]!.text
    const start = end - own.length
    if (start < at || !text.startsWith(own, start) || (start > at && text[start - 1] !== '\n')) break
    end = start
  }
  const old = blocks.slice(head, tail)
  const marks: FigureMark[] = []
  let offset = 0
  for (const block of old) {
    marks.push(...moved(block.marks, offset))
    offset += block.text.length
  }
  const changed = text.slice(at, end)
  return closed([...blocks.slice(0, head), ...cut(changed, carriedMarks(old.map((block) => block.text).join(''), changed, marks)), ...blocks.slice(tail)])
}

const alike = (a: readonly FigureMark[], b: readonly FigureMark[]): boolean => a.length === b.length && a.every((mark, i) => mark.start === b[i]!.start && mark.end === b[i]!.end && mark.state === b[i]!.state)

/** The blocks with the marks of a check; those whose marks did not change stay the same. `marks` count from the beginning of the text. */
export function remarked(blocks: readonly TypedBlock[], marks: readonly FigureMark[]): readonly TypedBlock[] {
  let at = 0
  return blocks.map((block) => {
    const own = moved(marksWithin(marks, at, at + block.text.length), -at)
    at += block.text.length
    return alike(own, block.marks) ? block : { ...blockOf(block.text, own), id: block.id }
  })
}

/** A block with the offset it begins at. */
export interface PlacedBlock {
  readonly block: TypedBlock
  readonly start: number
}

/** The block an offset lies in, and where that begins; null outside the text. */
export function blockAt(blocks: readonly TypedBlock[], offset: number): PlacedBlock | null {
  let start = 0
  for (const block of blocks) {
    if (offset < start + block.text.length) return { block, start }
    start += block.text.length
  }
  return null
}
