import type { Evaluation } from '../evaluation/evaluation'
import { figuresOf } from '../figures/figuresOf'
import type { Assessment } from '../indicators/assessment'
import { figureNames } from '../measures/names'
import type { Block, Paragraph, PrintedRun, ReportDocument, Run } from './document'
import { draftOf } from './drafts/drafts'
import type { DraftFacts } from './drafts/facts'
import { headingNumbers } from './headingNumber'
import type { Insert, Outline, OutlineSection } from './outline'
import { printChange } from './printChange'
import { printFigure, type PrintContext } from './printFigure'
import { printScore } from './printScore'
import { projectTable, scoreTable } from './tables'

/** `{year}` in headings is the evaluation's year. */
export const yeared = (text: string, year: number): string =>
  text.replaceAll('{year-1}', String(year - 1)).replaceAll('{year}', String(year))

/** What printing a report's runs needs to know. */
export type ReportContext = PrintContext & DraftFacts

/** The context of an evaluation's report by an outline. */
export const reportContext = (outline: Outline, evaluation: Evaluation, assessment: Assessment): ReportContext => ({
  evaluation, assessment,
  figures: figuresOf(evaluation, outline.measures),
  measures: new Map(outline.measures.map((measure) => [measure.id, measure])),
  names: figureNames(outline.measures, outline.columnHeads),
})

/** A run as it will be printed. */
export function printRun(run: Run, context: ReportContext): PrintedRun {
  switch (run.kind) {
    case 'text': return run
    case 'figure': return printFigure(run.figure, run.format, context)
    case 'change': return printChange(run, context)
    case 'score': return printScore(run, context.assessment, context.evaluation.judgements)
  }
}

function insert(what: Insert, evaluation: Evaluation, assessment: Assessment): Block {
  switch (what.kind) {
    case 'scores':
      return scoreTable(assessment)
    case 'projects':
      return projectTable(evaluation)
  }
}

/** 初稿 of a section: the outline's own words, then what the figures say. */
export const sectionDraft = (section: OutlineSection, facts: DraftFacts): readonly Paragraph[] =>
  [...section.draft, ...(section.drafts ?? []).flatMap((kind) => draftOf(kind, facts))]

/** The text of a section: its own where it was written, else the draft. */
export const sectionText = (section: OutlineSection, facts: DraftFacts): readonly Paragraph[] =>
  facts.evaluation.narrative[section.id] ?? sectionDraft(section, facts)

function sectionBlocks(section: OutlineSection, context: ReportContext): readonly Block[] {
  const paragraphs = sectionText(section, context).map((paragraph) => paragraph.map((run) => printRun(run, context)))
  if (paragraphs.length > 0) return paragraphs.map((runs) => ({ kind: 'paragraph', runs, section: section.id }))
  const text = section.whenEmpty ?? (section.required ? '〔本节未写〕' : '')
  if (text === '') return []
  const kind = section.whenEmpty ? ('text' as const) : ('unfilled' as const)
  return [{ kind: 'paragraph', section: section.id, runs: [kind === 'text' ? { kind, text } : { kind, text, source: section.heading }] }]
}

/** An optional section of which there is nothing to say does not stand in the report with an empty heading. */
const isLeftOut = (section: OutlineSection, parents: ReadonlySet<string>, context: ReportContext): boolean =>
  !section.required && !section.whenEmpty && !parents.has(section.id) && (section.inserts ?? []).length === 0 && sectionText(section, context).length === 0

const NOTICES = {
  published: '示例：据岳麓区信息中心 2020 年公开报告整理，文字由本系统另写。',
  fictional: '虚构示例：单位、人员和全部数字都是编造的，仅供试用。',
} as const

function unfilledOf(blocks: readonly Block[]): readonly string[] {
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
  return [...new Set(runs.flatMap((run) => (run.kind === 'unfilled' ? [run.source] : [])))]
}

/** 报告: an outline filled from an evaluation, figures bound; what is not known stays visible and is listed. */
export function compose(outline: Outline, evaluation: Evaluation, assessment: Assessment): ReportDocument {
  const context = reportContext(outline, evaluation, assessment)
  const number = headingNumbers()
  const blocks: Block[] = [{ kind: 'title', text: yeared(outline.reportTitle, evaluation.year) }]
  const parents = new Set(outline.sections.flatMap((section, i) => ((outline.sections[i + 1]?.level ?? 0) > section.level ? [section.id] : [])))
  for (const section of outline.sections) {
    if (isLeftOut(section, parents, context)) continue
    blocks.push({ kind: 'heading', level: section.level, number: number(section.level), text: yeared(section.heading, evaluation.year), section: section.id })
    const written = sectionText(section, context).length > 0
    if (written || !parents.has(section.id)) blocks.push(...sectionBlocks(section, context))
    for (const what of section.inserts ?? []) blocks.push(insert(what, evaluation, assessment))
  }
  const unitName = context.figures.words('unit.name')
  const date = context.figures.words('unit.reportDate')
  blocks.push({ kind: 'signature', lines: [unitName ?? '〔未填：单位名称〕', ...(date ? [dateText(date)] : [])] })
  return { notice: evaluation.sample ? NOTICES[evaluation.sample] : null, blocks, unfilled: unfilledOf(blocks) }
}

/** 成文日期 in Arabic numerals without leading zeros: 2026年3月31日. */
function dateText(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day
}
