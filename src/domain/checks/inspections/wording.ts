import type { Row } from '../../evaluation/evaluation'
import { cellId, itemOf, type FigureId } from '../../measures/item'
import { narrativePlace, type Fault, type Inspection, type Look } from '../inspection'

/** XX, ××, 待填, ____: a place somebody meant to fill. A model number such as XX-100 is none. */
const PLACEHOLDER = /(?<![A-Za-z\d])[XxＸ]{2,}(?![A-Za-z\d-])|[×✕╳]{2,}|[○〇]{2,}|_{2,}|＿{2,}|待填|待补充|待核实后填|（此处|\(此处|…{3,}/

function faultOf(text: string): Fault | null {
  const found = PLACEHOLDER.exec(text)
  if (!found) return null
  const from = Math.max(0, found.index - 8)
  return {
    kind: 'logic', severity: 'contradiction', equation: `“${text.slice(from, found.index + found[0].length + 8)}”`, detail: '这里还留着占位的字。',
    remedy: '补上应填的内容，或删去这一句。',
  }
}

/** Almost every text is without fault: only one with a fault becomes a line. */
function look(at: FigureId, what: string, text: string): readonly Look[] {
  const fault = faultOf(text)
  return fault ? [{ check: `placeholder.${at}`, says: `${what}没有占位的字`, at, figures: [], fault }] : []
}

/** A row that was not edited is the same object and says the same. */
const known = new WeakMap<Row, readonly Look[]>()

function looksAt(table: string, row: Row): readonly Look[] {
  let looks = known.get(row)
  if (!looks) known.set(row, looks = Object.entries(row.cells).flatMap(([column, answer]) =>
    (answer.kind === 'given' && /[^\d.,-]/.test(answer.text) ? look(cellId(table, row.id, column), '表中文字', answer.text) : [])))
  return looks
}

/** 占位文字 left in forms and report (checks.md X13). */
export const placeholders: Inspection = ({ evaluation, measures }) => [
  ...Object.entries(evaluation.answers).flatMap(([id, answer]) => {
    const measure = answer.kind === 'given' ? measures.get(itemOf(id).measure) : undefined
    return answer.kind === 'given' && measure?.kind === 'text' ? look(id, measure.name, answer.text) : []
  }),
  ...Object.entries(evaluation.tables).flatMap(([table, rows]) => rows.flatMap((row) => looksAt(table, row))),
  ...Object.entries(evaluation.narrative).flatMap(([section, paragraphs]) =>
    look(narrativePlace(section), '报告文字', paragraphs.flat().map((run) => (run.kind === 'text' ? run.text : '')).join(''))),
]
