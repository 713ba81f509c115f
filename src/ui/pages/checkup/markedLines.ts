import type { FigureMark } from '../../../domain/checkup/figureMarks'

/** A stretch of a line: plain words, or a figure with its mark. */
export interface Piece {
  readonly text: string
  readonly mark: FigureMark | null
}

/** A line with its figures told apart; `key` changes where anything shown does. */
export interface MarkedLine {
  readonly start: number
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly key: string
}

/** One line of the text cut at its marks. `marks` are those of the line, ascending. */
export function markedLine(text: string, start: number, marks: readonly FigureMark[]): MarkedLine {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks) {
    const [from, to] = [Math.max(mark.start - start, at), Math.min(mark.end - start, text.length)]
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), mark: null })
    pieces.push({ text: text.slice(from, to), mark })
    at = to
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), mark: null })
  return { start, text, pieces, key: `${text}\u0000${marks.map((mark) => `${mark.start - start}${mark.state}`).join()}` }
}

/** The marks that touch [start, end) of ascending marks. */
export function marksWithin(marks: readonly FigureMark[], start: number, end: number): readonly FigureMark[] {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (marks[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  const found: FigureMark[] = []
  for (let i = low; i < marks.length && marks[i]!.start < end; i++) found.push(marks[i]!)
  return found
}

/** The whole text line by line. */
export function markedLines(text: string, marks: readonly FigureMark[]): readonly MarkedLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const made = markedLine(line, start, marksWithin(marks, start, start + line.length))
    start += line.length + 1
    return made
  })
}
