import type { ReportContext } from './compose'
import { printRun, sectionText } from './compose'
import type { Paragraph } from './document'
import type { Outline } from './outline'

/** A sentence that says an 增减 and not why: reviewers send such texts back (practice.md §10). */
export interface ReasonSlot {
  readonly section: string
  readonly heading: string
  /** Where it stands: paragraph of the section, run of the paragraph. */
  readonly paragraph: number
  readonly run: number
  /** What moved, as printed: the clause before the 增减, and the 增减. */
  readonly change: string
}

const BECAUSE = /原因|主要是|由于|因为|主要系|受.{0,12}影响/

/** The words since the last full stop or semicolon, without what led up to them. */
const clauseOf = (text: string): string => text.split(/[。；]/).at(-1)!.replace(/^其中[，,]/, '').replace(/[，,]$/, '').replace(/^\d{4}年[，,]/, '').split(/[，,]/).slice(-2).join('，')

/** 增减原因 of a section's text: each paragraph whose 增减 is nowhere explained in it; a figure that did not move needs no reason. */
export function slotsIn(section: { readonly id: string; readonly heading: string }, paragraphs: readonly Paragraph[], context: ReportContext): readonly ReasonSlot[] {
  return paragraphs.flatMap((paragraph, at): readonly ReasonSlot[] => {
    const printed = paragraph.map((run) => printRun(run, context).text)
    const run = printed.findIndex((text, i) => paragraph[i]!.kind === 'change' && /增加|减少/.test(text))
    if (run < 0 || BECAUSE.test(printed.join(''))) return []
    const lead = clauseOf(printed.slice(0, run).join(''))
    return [{ section: section.id, heading: section.heading, paragraph: at, run, change: lead === '' ? printed[run]! : `${lead}，${printed[run]!}` }]
  })
}

/** 增减原因 of the whole report. */
export const reasonSlots = (outline: Outline, context: ReportContext): readonly ReasonSlot[] =>
  outline.sections.flatMap((section) => slotsIn(section, sectionText(section, context), context))

/** A reason as it goes on after 主要原因是: without its own opening and end. */
const bareReason = (words: string): string => words.trim().replace(/^(?:[，,]|主要)?(?:的?原因(?:是|为|：|:)|是因为|因为|由于|系|是)?/, '').replace(/[。；，,;.\s]+$/, '')

/** The text with the reason written after the 增减; unchanged where no reason was given. */
export function withReason(paragraphs: readonly Paragraph[], { paragraph, run }: Pick<ReasonSlot, 'paragraph' | 'run'>, words: string): readonly Paragraph[] {
  const reason = bareReason(words)
  if (reason === '') return paragraphs
  return paragraphs.map((runs, at) => {
    if (at !== paragraph) return runs
    const [before, next, rest] = [runs.slice(0, run + 1), runs[run + 1], runs.slice(run + 2)]
    const text = `，主要原因是${reason}`
    return next?.kind === 'text' ? [...before, { kind: 'text' as const, text: text + next.text }, ...rest] : [...before, { kind: 'text' as const, text }, ...runs.slice(run + 1)]
  })
}
