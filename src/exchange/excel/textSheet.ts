import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { Vocabulary } from '../../domain/expression/vocabulary'
import { yeared } from '../../domain/report/compose'
import type { Outline } from '../../domain/report/outline'
import { printSlots } from '../../domain/report/slotText'
import type { PlannedCell, SheetPlan } from './sheetPlan'

/** Name of the sheet that carries the report's own text. */
export const TEXT_SHEET = '报告文字'
/** Heads of its two columns. */
export const TEXT_HEADS = ['章节', '文字（花括号里是数据项，请勿改动）'] as const

/** Sections whose text was written, as rows; the manifest names their ids in the same order. */
export function writtenSections(evaluation: Evaluation, outline: Outline | undefined): readonly { readonly id: string; readonly heading: string }[] {
  const headings = new Map((outline?.sections ?? []).map((section) => [section.id, yeared(section.heading, evaluation.year)]))
  const known = (outline?.sections ?? []).map((section) => section.id).filter((id) => Object.hasOwn(evaluation.narrative, id))
  const others = Object.keys(evaluation.narrative).filter((id) => !headings.has(id)).sort()
  return [...known, ...others].map((id) => ({ id, heading: headings.get(id) ?? '其他章节' }))
}

/** The report's text, editable in Excel; figures stay bound. */
export function textSheet(evaluation: Evaluation, outline: Outline | undefined, vocabulary: Vocabulary): SheetPlan {
  const heights = new Map<number, number>([[0, 32]])
  const cells: PlannedCell[] = [
    { row: 0, column: 0, look: 'title', columns: 2, content: { kind: 'text', text: '报告文字' } },
    ...TEXT_HEADS.map((head, column): PlannedCell => ({ row: 1, column, look: 'head', content: { kind: 'text', text: head } })),
  ]
  writtenSections(evaluation, outline).forEach(({ id, heading }, i) => {
    const text = printSlots(evaluation.narrative[id]!, vocabulary)
    cells.push({ row: i + 2, column: 0, look: 'plain', content: { kind: 'text', text: heading } })
    cells.push({ row: i + 2, column: 1, look: 'inputText', content: { kind: 'text', text } })
    heights.set(i + 2, Math.min(400, 15 * text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((line.length * 1.8) / 88)), 0) + 8))
  })
  return { name: TEXT_SHEET, cells, widths: [22, 92], heights, landscape: true, repeated: [1, 2], hidden: false }
}
