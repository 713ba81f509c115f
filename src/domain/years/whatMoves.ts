import type { Finding, Review } from '../checks/check'
import type { Evaluation } from '../evaluation/evaluation'
import type { Assessment } from '../indicators/assessment'
import { compose } from '../report/compose'
import type { ReportDocument } from '../report/document'
import type { Outline } from '../report/outline'

/** An evaluation with what follows from it. */
export interface Standing {
  readonly evaluation: Evaluation
  readonly assessment: Assessment
  readonly review: Review
}

/** What a change of figures moves: scores, findings, sentences. */
export interface Moves {
  readonly total: { readonly before: string; readonly after: string } | null
  readonly scores: readonly { readonly indicator: string; readonly title: string; readonly before: string; readonly after: string }[]
  readonly appeared: readonly Finding[]
  readonly gone: readonly Finding[]
  readonly sentences: readonly { readonly section: string; readonly before: string; readonly after: string }[]
}

const totalOf = ({ lowest, highest }: Assessment): string => (lowest === highest ? lowest : `${lowest}～${highest}`)

const pointsOf = (points: string | null): string => points ?? '待定'

function movedScores(before: Assessment, after: Assessment): Moves['scores'] {
  const earlier = new Map(before.lines.map((line) => [line.indicator.id, line.points]))
  return after.lines.flatMap(({ indicator, points }) => {
    const was = earlier.get(indicator.id) ?? null
    return was === points ? [] : [{ indicator: indicator.id, title: indicator.title, before: pointsOf(was), after: pointsOf(points) }]
  })
}

/** Every sentence of a report with its section and place. */
function sentencesOf(document: ReportDocument): ReadonlyMap<string, { readonly section: string; readonly text: string }> {
  const found = new Map<string, { section: string; text: string }>()
  const headings = new Map<string, string>()
  const paragraphs = new Map<string, number>()
  for (const block of document.blocks) {
    if (block.kind === 'heading') headings.set(block.section, `${block.number}${block.text}`)
    if (block.kind !== 'paragraph') continue
    const nth = paragraphs.get(block.section) ?? 0
    paragraphs.set(block.section, nth + 1)
    const sentences = block.runs.map(({ text }) => text).join('').split(/(?<=[。；！？])/).filter((text) => text.trim() !== '')
    sentences.forEach((text, i) => found.set(`${block.section} ${nth} ${i}`, { section: headings.get(block.section) ?? '', text }))
  }
  return found
}

function movedSentences(outline: Outline, before: Standing, after: Standing): Moves['sentences'] {
  const earlier = sentencesOf(compose(outline, before.evaluation, before.assessment))
  return [...sentencesOf(compose(outline, after.evaluation, after.assessment))].flatMap(([place, { section, text }]) => {
    const was = earlier.get(place)?.text ?? ''
    return was === text ? [] : [{ section, before: was, after: text }]
  })
}

const keyOf = ({ check, equation }: Finding): string => `${check} ${equation}`

/** Compares an evaluation before and after a change of its figures; the outline says how its report reads. */
export function whatMoves(before: Standing, after: Standing, outline: Outline | undefined): Moves {
  const [had, has] = [new Set(before.review.findings.map(keyOf)), new Set(after.review.findings.map(keyOf))]
  return {
    total: totalOf(before.assessment) === totalOf(after.assessment) ? null : { before: totalOf(before.assessment), after: totalOf(after.assessment) },
    scores: movedScores(before.assessment, after.assessment),
    appeared: after.review.findings.filter((finding) => !had.has(keyOf(finding))),
    gone: before.review.findings.filter((finding) => !has.has(keyOf(finding))),
    sentences: outline ? movedSentences(outline, before, after) : [],
  }
}
