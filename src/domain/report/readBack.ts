import { shiftPoint } from '../../kernel/decimalText'
import { fromDecimal } from '../../kernel/rational'
import { explain } from '../expression/explain'
import type { FigureId } from '../measures/item'
import { align, likeness, tokensOf } from './alignText'
import { compose, sectionText, type ReportContext } from './compose'
import type { Block, Paragraph, Run } from './document'
import type { Outline } from './outline'
import { SCORE_PARTS } from './printScore'
import type { ReadDocument } from './readDocument'
import { printedParagraph, type PrintedParagraph } from './typedNumbers'

/** A stretch of a read paragraph that was a bound figure. */
export interface BoundSpan {
  readonly start: number
  readonly end: number
  readonly run: Run
  /** As the data prints it now. */
  readonly ours: string
  /** As the file has it. */
  readonly theirs: string
  readonly moved: boolean
}

/** One paragraph of a section as the file has it. */
export interface ReadText {
  readonly text: string
  readonly spans: readonly BoundSpan[]
}

/** A section as it is and as the file has it. */
export interface SectionReading {
  readonly section: string
  readonly before: readonly string[]
  readonly after: readonly ReadText[]
  readonly changed: boolean
}

/** A number of the file that moved away from the data. */
export interface MovedNumber {
  /** Where: section and paragraph, or a table's caption with row and column. */
  readonly place: { readonly section: string; readonly paragraph: number; readonly span: number } | { readonly caption: string; readonly row: string; readonly column: string }
  /** What it is: 支出合计决算数. */
  readonly item: string
  readonly ours: string
  readonly theirs: string
  /** The figure, where the number is one and not computed from others. */
  readonly figure: FigureId | null
  readonly run: Run | null
}

/** 读回: what an edited file says against the report as it is. */
export interface ReportReadBack {
  readonly sections: readonly SectionReading[]
  readonly moved: readonly MovedNumber[]
  /** Tables of the file that could not be held against ours. */
  readonly unread: readonly string[]
}

const numbersIn = (text: string): readonly string[] => text.match(/\d[\d,，]*(?:\.\d+)?/g) ?? []

const ALIKE = 0.35

/** Pairs each paragraph of ours with one of theirs, in order: by anchor, else the likest. */
function paired(ours: readonly PrintedParagraph[], theirs: readonly { readonly text: string; readonly at: number | null }[]): readonly number[] {
  const taken = new Set<number>()
  const to = ours.map((_, i) => {
    const found = theirs.findIndex(({ at }, j) => at === i && !taken.has(j))
    if (found >= 0) taken.add(found)
    return found
  })
  return to.map((found, i) => {
    if (found >= 0) return found
    let best = -1
    for (const [j, { text, at }] of theirs.entries())
      if (!taken.has(j) && at === null && likeness(ours[i]!.text, text) > Math.max(ALIKE, best < 0 ? 0 : likeness(ours[i]!.text, theirs[best]!.text))) best = j
    if (best >= 0) taken.add(best)
    return best
  })
}

/** Finds each bound figure of a paragraph again in its edited text; one whose number is gone altogether was taken out with its sentence. */
function spansIn(ours: PrintedParagraph, theirs: string): readonly BoundSpan[] {
  if (ours.text === theirs) return ours.bound.map((span) => ({ ...span, ours: ours.text.slice(span.start, span.end), theirs: ours.text.slice(span.start, span.end), moved: false }))
  const [before, after] = [tokensOf(ours.text), tokensOf(theirs)]
  const to = align(before, after)
  return ours.bound.flatMap((span): readonly BoundSpan[] => {
    const inside = before.flatMap((token, i) => (token.start >= span.start && token.start + token.text.length <= span.end ? [i] : []))
    const kept = inside.filter((i) => to[i]! >= 0)
    const wantsNumber = inside.some((i) => before[i]!.isNumber)
    if (kept.length === 0 || (wantsNumber && !kept.some((i) => before[i]!.isNumber)) || kept.length * 2 < inside.length) return []
    const [first, last] = [after[to[kept[0]!]!]!, after[to[kept.at(-1)!]!]!]
    const [start, end] = [first.start, last.start + last.text.length]
    const found = theirs.slice(start, end)
    const printed = ours.text.slice(span.start, span.end)
    return [{ start, end, run: span.run, ours: printed, theirs: found, moved: isMoved(span.run, printed, found) }]
  })
}

const DIRECTION = /增加|减少|增长|下降|持平/g

/** Numbers, units and directions are the data's; other words of a bound text are the writer's. */
function isMoved(run: Run, printed: string, found: string): boolean {
  if (printed === found) return false
  const [a, b] = [numbersIn(printed), numbersIn(found)]
  if (a.length !== b.length || a.some((number, i) => number !== b[i])) return true
  if (run.kind === 'change') return (printed.match(DIRECTION) ?? []).join() !== (found.match(DIRECTION) ?? []).join()
  return a.length > 0 && printed.length <= 24
}

const figureOf = (run: Run): FigureId | null =>
  (run.kind !== 'figure' ? null : run.figure.kind === 'item' ? run.figure.item : run.figure.kind === 'cell' ? `${run.figure.table}[${run.figure.row}].${run.figure.column}` : null)

/** A figure that can be typed: not one that follows from others. */
function statedFigure(run: Run, context: ReportContext): FigureId | null {
  const figure = figureOf(run)
  if (figure === null) return null
  const known = figure.includes('[') ? context.figures.cell(figure) : context.figures.item(figure)
  return known.kind === 'value' && known.origin === 'derived' ? null : figure
}

type TableBlock = Extract<Block, { readonly kind: 'table' }>
const wordsOf = (cell: TableBlock['body'][number][number]): string => cell.runs.map(({ text }) => text).join('')

/** Numbers of a table against ours, cell by cell; null where the tables no longer fit each other. */
function tableMoved(block: TableBlock, read: readonly (readonly string[])[]): readonly MovedNumber[] | null {
  const rows = [...block.head, ...block.body]
  if (rows.length !== read.length || rows.some((row, i) => row.length !== read[i]!.length)) return null
  return block.body.flatMap((row, r) => row.flatMap((cell, c): readonly MovedNumber[] => {
    const [printed, found] = [wordsOf(cell), read[block.head.length + r]![c]!]
    const [a, b] = [numbersIn(printed), numbersIn(found)]
    if (printed === found || (a.length === b.length && a.every((number, i) => number === b[i]))) return []
    const label = row.map(wordsOf).find((text) => text !== '' && !/^[\d.]+$/.test(text)) ?? `第 ${r + 1} 行`
    const heads = block.head.at(-1) ?? []
    const column = row.length === heads.length ? wordsOf(heads[c]!) : `第 ${c + 1} 格`
    return [{ place: { caption: block.caption, row: label, column }, item: `${label} ${column}`, ours: printed, theirs: found, figure: cell.figure ?? null, run: null }]
  }))
}

/** Sections of the file: by anchors, or by headings where somebody rebuilt the document. */
function sectionsOf(outline: Outline, headings: ReadonlyMap<string, string>, read: ReadDocument): ReadonlyMap<string, { text: string; at: number | null }[]> {
  const found = new Map<string, { text: string; at: number | null }[]>(outline.sections.map(({ id }) => [id, []]))
  let current: string | null = null
  let ended = false
  const bare = (text: string): string => text.replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*/, '').replace(/\s/g, '')
  for (const { text, anchor } of read.paragraphs) {
    if (anchor?.kind === 'heading') [current, ended] = [anchor.section, false]
    else if (anchor?.kind === 'other') ended = true
    else if (anchor?.kind === 'paragraph') {
      ended = false
      current = anchor.section
      found.get(anchor.section)?.push({ text, at: anchor.at })
    } else {
      const heading = text.length < 60 ? [...headings].find(([, words]) => bare(words) === bare(text)) : undefined
      if (heading) [current, ended] = [heading[0], false]
      else if (current !== null && !ended) found.get(current)?.push({ text, at: null })
    }
  }
  return found
}

/** Holds an edited file against the report as the data has it now. */
export function readBack(outline: Outline, context: ReportContext, read: ReadDocument): ReportReadBack {
  const document = compose(outline, context.evaluation, context.assessment)
  const headings = new Map(document.blocks.flatMap((block) => (block.kind === 'heading' ? [[block.section, block.text] as const] : [])))
  const theirs = sectionsOf(outline, headings, read)
  const moved: MovedNumber[] = []
  const composed = (section: string): readonly string[] => document.blocks.flatMap((block) => (block.kind === 'paragraph' && block.section === section ? [block.runs.map(({ text }) => text).join('')] : []))
  const sections = outline.sections.map((section): SectionReading => {
    const written = sectionText(section, context).map((paragraph) => printedParagraph(paragraph, context)).filter(({ text }) => text.trim() !== '')
    // What stands for an empty section (无, 本节未写) is no text of it.
    const ours = written.length > 0 ? written : composed(section.id).map((text): PrintedParagraph => ({ text, bound: [] }))
    const found = theirs.get(section.id) ?? []
    const to = paired(ours, found)
    const spansAt = new Map<number, readonly BoundSpan[]>()
    for (const [i, j] of to.entries()) if (j >= 0) spansAt.set(j, spansIn(ours[i]!, found[j]!.text))
    const after = found.map(({ text }, j): ReadText => ({ text, spans: spansAt.get(j) ?? [] }))
    for (const [paragraph, { spans }] of after.entries())
      for (const [span, one] of spans.entries())
        if (one.moved) moved.push({ place: { section: section.id, paragraph, span }, item: itemWords(one.run, context), ours: one.ours, theirs: one.theirs, figure: statedFigure(one.run, context), run: one.run })
    const before = ours.map(({ text }) => text)
    return { section: section.id, before, after, changed: before.length !== after.length || before.some((text, i) => text !== after[i]!.text) }
  })
  const tables = document.blocks.filter((block): block is TableBlock => block.kind === 'table')
  const unread: string[] = []
  for (const [i, block] of tables.entries()) {
    const found = read.tables[i] && tableMoved(block, read.tables[i])
    if (found) moved.push(...found)
    else unread.push(block.caption)
  }
  return { sections, moved, unread }
}

function itemWords(run: Run, context: ReportContext): string {
  const figure = figureOf(run)
  if (figure !== null) return context.names.figure(figure)
  if (run.kind === 'change') return `增减（${run.than}）`
  if (run.kind === 'score') return `${run.of === '' ? '总分' : run.of}：${SCORE_PARTS[run.part]}`
  return run.kind === 'figure' ? explain(run.figure, context.names) : run.text
}

/** What to do with a moved number: keep the data's, or let the text say what the file says. */
export type MovedChoice = 'data' | 'text'

/** The section as the file has it, with figures bound again where they still are; `choose` decides for those that moved. */
export function takenOver(reading: SectionReading, choose: (paragraph: number, span: number) => MovedChoice): readonly Paragraph[] {
  return reading.after.map(({ text, spans }, paragraph) => {
    const runs: Run[] = []
    let at = 0
    const words = (to: number): void => {
      const piece = text.slice(at, to)
      const last = runs.at(-1)
      if (piece !== '' && last?.kind === 'text') runs[runs.length - 1] = { kind: 'text', text: last.text + piece }
      else if (piece !== '') runs.push({ kind: 'text', text: piece })
      at = to
    }
    for (const [i, span] of spans.entries()) {
      if (span.start < at || (span.moved && choose(paragraph, i) === 'text') || (!span.moved && span.ours !== span.theirs)) continue
      words(span.start)
      runs.push(span.run)
      at = span.end
    }
    words(text.length)
    return runs
  })
}

/** The file's number as decimal text in the figure's own unit, for changing the data; null where it does not read as one. */
export function dataText({ theirs, run, figure }: MovedNumber): string | null {
  const numbers = numbersIn(theirs)
  if (figure === null || numbers.length !== 1 || (run?.kind === 'figure' && run.format.style !== 'number')) return null
  const plain = numbers[0]!.replace(/[,，]/g, '')
  if (fromDecimal(plain) === null) return null
  const unit = run?.kind === 'figure' ? run.format.moneyUnit : undefined
  return unit === '元' ? shiftPoint(plain, -4) : unit === '亿元' ? shiftPoint(plain, 4) : plain
}
