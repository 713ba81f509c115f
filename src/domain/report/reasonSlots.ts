import type { ReportContext } from './compose'
import { printRun, sectionText } from './compose'
import type { Outline } from './outline'

/** A sentence that says an 增减 and not why: reviewers send such texts back (practice.md §10). */
export interface ReasonSlot {
  readonly section: string
  readonly heading: string
  /** The 增减 as printed. */
  readonly change: string
}

const BECAUSE = /原因|主要是|由于|因为|主要系|受.{0,12}影响/

/** 增减原因: each paragraph whose 增减 is nowhere explained in it; a figure that did not move needs no reason. */
export function reasonSlots(outline: Outline, context: ReportContext): readonly ReasonSlot[] {
  return outline.sections.flatMap((section) => sectionText(section, context).flatMap((paragraph): readonly ReasonSlot[] => {
    const printed = paragraph.map((run) => printRun(run, context).text)
    const change = printed.find((text, i) => paragraph[i]!.kind === 'change' && /增加|减少/.test(text))
    return change === undefined || BECAUSE.test(printed.join('')) ? [] : [{ section: section.id, heading: section.heading, change }]
  }))
}
