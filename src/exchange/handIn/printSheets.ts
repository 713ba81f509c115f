import type { Catalog } from '../../domain/catalog'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { FormOverlay } from '../../domain/forms/formOverlay'
import type { Edition } from '../../domain/report/edition'
import type { HandInFile } from '../../domain/report/handIn'
import type { PrintedCell, PrintedSheet } from '../../domain/report/printedSheet'
import { shiftPoint } from '../../kernel/decimalText'
import { decimal, toFixedText } from '../../kernel/rational'
import type { CellContent, CellLook, PlannedCell, SheetPlan } from '../excel/sheetPlan'
import { handedOutSheets } from '../excel/writeEvaluation'
import { bookOf } from './handInBooks'

const LOOKS: { readonly [L in CellLook]: PrintedCell['look'] } = {
  title: 'title', annex: 'annex', caption: 'caption', captionRight: 'captionRight', captionWrap: 'caption', captionCenter: 'captionCenter', head: 'head',
  label: 'label', label1: 'label', label2: 'label', label3: 'label', input: 'right', computed: 'right', inputText: 'left', plain: 'left', inputCenter: 'center', plainCenter: 'center', note: 'note',
}
const INDENTS: Partial<{ readonly [L in CellLook]: number }> = { label1: 1, label2: 2, label3: 3 }

const number = (text: string, percent: boolean): string => (percent && /^-?\d+(\.\d+)?$/.test(text) ? `${toFixedText(decimal(shiftPoint(text, 2)), 2)}%` : text)

/** What a cell of the workbook shows. */
function textOf(content: CellContent): string {
  switch (content.kind) {
    case 'blank': return ''
    case 'text': return content.text
    case 'number': return number(content.text, content.percent === true)
    case 'formula': return content.cached === null ? '' : number(content.cached, content.percent === true)
  }
}

const cellOf = ({ content, look, columns = 1, rows = 1 }: PlannedCell): PrintedCell => ({ text: textOf(content), look: LOOKS[look], columns, rows, indent: INDENTS[look] ?? 0 })

function sheetOf(plan: SheetPlan, annex: string | null): PrintedSheet {
  const last = plan.cells.reduce((most, { row }) => Math.max(most, row), 0)
  const byRow = Array.from({ length: last + 1 }, (): PlannedCell[] => [])
  // The number of the set stands on the paper; one that the form brings would contradict it.
  for (const cell of plan.cells) if (cell.look !== 'annex') byRow[cell.row]!.push(cell)
  const rows = byRow.map((row) => [...row].sort((a, b) => a.column - b.column).map(cellOf))
  const heads = plan.repeated ? plan.repeated[1] : 0
  const total = plan.widths.reduce((sum, width) => sum + width, 0)
  const kept = (part: readonly (readonly PrintedCell[])[]) => part.filter((row) => row.length > 0)
  return { annex, name: plan.name, landscape: plan.landscape, widths: plan.widths.map((width) => (100 * width) / total), head: kept(rows.slice(0, heads)), body: kept(rows.slice(heads)) }
}

/** The forms of a set as they are printed behind the report, in annex order: the sheets of the very workbooks that are handed in. */
export const printSheets = (evaluation: Evaluation, files: readonly HandInFile[], edition: Edition, overlays: readonly FormOverlay[], catalog: Catalog): readonly PrintedSheet[] =>
  files.flatMap(({ part, annex }) => {
    const book = bookOf(part, edition, overlays)
    return book ? handedOutSheets(evaluation, catalog, book).map((plan) => sheetOf(plan, annex)) : []
  })
