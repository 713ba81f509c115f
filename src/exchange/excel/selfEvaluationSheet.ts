import { selfEvaluationPaper, PAPER_COLUMNS, type PaperCell, type PaperFormula, type Place } from '../../domain/goals/selfEvaluationPaper'
import type { SelfEvaluation } from '../../domain/goals/selfEvaluation'
import { isDecimalText } from '../../kernel/decimalText'
import { ratioOf } from './formulas'
import { address, type CellContent, type CellLook, type SheetPlan } from './sheetPlan'

const WIDTHS = [9, 10, 12, 20, 13, 13, 7, 10, 26]
const LOOKS: { readonly [L in PaperCell['look']]: CellLook } = {
  title: 'title', caption: 'captionCenter', head: 'head', label: 'plainCenter', words: 'plain', center: 'plainCenter', figure: 'computed', note: 'note',
}
/** What the names of these sheets begin with: they are drawn from the goals, and are not read back. */
export const SELF_EVALUATION_SHEET = '自评表'

const at = ([row, column]: Place): string => address(row, column)

function formulaText(formula: PaperFormula): string {
  switch (formula.kind) {
    case 'rate': return `IF(N(${at(formula.by)})=0,"",ROUND(${at(formula.of)}/${at(formula.by)},4))`
    case 'share': return `IF(${at(formula.rate)}="","",ROUND(MIN(1,${at(formula.rate)})*${at(formula.weight)},2))`
    case 'sum': return `SUM(${formula.places.map(at).join(',')})`
  }
}

function contentOf({ text, look, formula }: PaperCell): CellContent {
  // SUM takes 255 arguments; a form with more goals than that has its total as a figure.
  if (formula && (formula.kind !== 'sum' || formula.places.length <= 200) && (text !== '' || formula.kind !== 'sum'))
    return { kind: 'formula', formula: formulaText(formula), cached: text === '' ? null : text.endsWith('%') ? ratioOf(text) : text, ...(formula.kind === 'rate' ? { percent: true as const } : {}) }
  if (text === '') return { kind: 'blank' }
  return (look === 'figure' || look === 'center') && isDecimalText(text) ? { kind: 'number', text } : { kind: 'text', text }
}

const linesIn = (text: string, width: number): number => text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil((part.length * 2.1) / width)), 0)

function heightsOf(cells: readonly PaperCell[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>([[0, 32]])
  for (const { row, column, columns, rows, text, look } of cells) {
    if (rows > 1 || look === 'title') continue
    const width = WIDTHS.slice(column, column + columns).reduce((sum, one) => sum + one, 0)
    const least = look === 'words' && columns > 2 ? 60 : 20
    heights.set(row, Math.max(heights.get(row) ?? 20, least, linesIn(text, width) * 14 + 6))
  }
  return heights
}

/** The first characters that fill at most `most` UTF-16 units: a sheet's name has 31. */
const shortened = (text: string, most: number): string => [...text].reduce((kept, character) => (kept.length + character.length <= most && text.startsWith(kept + character) ? kept + character : kept), '')

const nameOf = (form: SelfEvaluation, taken: ReadonlySet<string>): string => {
  const bare = form.of === 'unit' ? `${SELF_EVALUATION_SHEET}（整体）` : shortened(`${SELF_EVALUATION_SHEET}-${form.name.replace(/[[\]:*?/\\'\p{C}]/gu, ' ').trim()}`, 28).trim()
  let name = bare
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${shortened(bare, 25)} ${n}`
  return name
}

/** 绩效自评表 as sheets, one for the unit and one for each project; rates, points and totals are formulas over their own cells. */
export function selfEvaluationSheets(forms: readonly SelfEvaluation[]): readonly SheetPlan[] {
  const taken = new Set<string>()
  return forms.map((form) => {
    const name = nameOf(form, taken)
    taken.add(name.toLowerCase())
    const paper = selfEvaluationPaper(form)
    return {
      name, widths: WIDTHS.slice(0, PAPER_COLUMNS), heights: heightsOf(paper), landscape: false, repeated: null, hidden: false,
      cells: paper.map((cell) => ({ row: cell.row, column: cell.column, content: contentOf(cell), look: LOOKS[cell.look], columns: cell.columns, rows: cell.rows })),
    }
  })
}
