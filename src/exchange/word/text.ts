import { TextRun, type IRunOptions } from 'docx'
import type { PrintedRun } from '../../domain/report/document'
import type { Typeface } from './typographyProfile'

/** A typeface for both scripts. */
export const font = (face: Typeface): NonNullable<IRunOptions['font']> => ({
  ascii: face.ascii, hAnsi: face.ascii, cs: face.ascii, eastAsia: face.eastAsia, hint: 'eastAsia',
})

/** Points → Word's half points. */
export const halfPoints = (points: number): number => points * 2

/** Millimetres → twentieths of a point, to the nearest. */
export const millimetres = (value: number): number => Math.round((value / 25.4) * 1440)

/** Points → twentieths. */
export const twips = (points: number): number => points * 20

/** Whether XML can hold a character; tab and line break are the only control characters it can. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return code === 9 || code === 10 || (code >= 32 && code !== 0xfffe && code !== 0xffff && (code < 0xd800 || code > 0xdfff))
}

const writable = (text: string): string => [...text].filter(isWritable).join('')

/** Neighbours that look alike are one run, so that a reader's search and edit meet whole sentences. */
function merged(runs: readonly PrintedRun[]): readonly { readonly text: string; readonly unfilled: boolean }[] {
  const pieces: { text: string; unfilled: boolean }[] = []
  for (const run of runs) {
    const unfilled = run.kind === 'unfilled'
    const last = pieces.at(-1)
    if (last && last.unfilled === unfilled) last.text += run.text
    else pieces.push({ text: run.text, unfilled })
  }
  return pieces
}

/** Runs of a paragraph or cell; what is unfilled is marked so that nobody overlooks it. */
export const textRuns = (runs: readonly PrintedRun[], style: Omit<IRunOptions, 'text' | 'children'>): readonly TextRun[] =>
  merged(runs).map(({ text, unfilled }) => new TextRun({ ...style, text: writable(text), ...(unfilled ? { highlight: 'yellow' } : {}) }))
