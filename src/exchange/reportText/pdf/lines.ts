import type { Glyphs } from './pageContent'

/** A line of text as it stands on the page. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly size: number
}

const LATIN_END = /[\w.,%)]$/
const LATIN_START = /^[\w.(]/
const DIGIT = /\d/

/** What stands between two runs of a line: nothing, a space between words, a tab where a gap parts figures into columns. */
function gapText(before: Glyphs, after: Glyphs): string {
  const gap = after.left - before.right
  const size = Math.min(before.size, after.size)
  if (gap > 1.5 * size) return DIGIT.test(before.text) || DIGIT.test(after.text) ? '\t' : ' '
  return gap > 0.2 * size && LATIN_END.test(before.text) && LATIN_START.test(after.text) ? ' ' : ''
}

/** Bold faces are sometimes made by drawing a run twice, a hair apart. */
const drawnTwice = (a: Glyphs, b: Glyphs): boolean => a.text === b.text && Math.abs(a.left - b.left) < 0.12 * a.size && Math.abs(a.base - b.base) < 0.12 * a.size

function joined(runs: readonly Glyphs[]): Line {
  const ordered = [...runs].sort((a, b) => a.left - b.left)
  const first = ordered[0]!
  let text = first.text
  let previous = first
  let base = first.base
  let size = first.size
  for (const run of ordered.slice(1)) {
    if (drawnTwice(previous, run)) continue
    text += gapText(previous, run) + run.text
    if (run.size > size) [base, size] = [run.base, run.size]
    previous = run
  }
  return { text, left: first.left, right: Math.max(...ordered.map(({ right }) => right)), base, size }
}

/** Lines from top to bottom; runs whose baselines lie within half a character belong together. */
export function linesOf(glyphs: readonly Glyphs[]): readonly Line[] {
  const rows: { base: number; size: number; readonly runs: Glyphs[] }[] = []
  for (const run of [...glyphs].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1)
    if (row && Math.abs(run.base - row.base) <= 0.5 * Math.max(run.size, row.size)) {
      row.runs.push(run)
      // The largest run says where the line stands, not a raised mark.
      if (run.size > row.size) Object.assign(row, { base: run.base, size: run.size })
    } else rows.push({ base: run.base, size: run.size, runs: [run] })
  }
  return rows.map(({ runs }) => joined(runs))
}
