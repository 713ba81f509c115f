import type { Answer } from '../../../domain/evaluation/answer'
import type { Edit } from '../../../domain/evaluation/edit'
import type { Row } from '../../../domain/evaluation/evaluation'
import { cellOf, type FigureId } from '../../../domain/measures/item'
import { cellsOfText } from './clipboardText'
import { readCell } from './readCell'
import type { CellTarget } from './target'

/** What a paste comes to: edits to make as one, and cells that could not be read. */
export interface Pasted {
  readonly edits: readonly Edit[]
  /** Cells that are filled. */
  readonly filled: number
  /** Rows that are added for it. */
  readonly added: number
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  /** Cells of the text that found no cell on the form. */
  readonly outside: number
}

/** Where a text is pasted. */
export interface PastePlace {
  readonly grid: readonly (readonly (CellTarget | null)[])[]
  readonly row: number
  readonly column: number
  /** Size of the selected range: a single value fills it. */
  readonly rows?: number
  readonly columns?: number
  /** What the rows are called, where the form says: a block that starts with labels is laid by them. */
  readonly labels?: readonly (readonly string[])[]
  /** What the columns are called: a copied head row is left out. */
  readonly heads?: readonly string[]
  /** Money shows in 元. */
  readonly inYuan?: boolean
  readonly before: (id: FigureId) => Answer | null
  /** Makes a further row of the table; absent where the form is fixed. */
  readonly grow?: { readonly table: string; readonly next: (n: number) => { readonly id: string; readonly targets: readonly CellTarget[] } }
}

/** More rows than any unit has projects: a slip of the selection. */
const MOST_ROWS = 20_000

const LOCKED = '批复的目标已锁定，先填调整批复文号再改。'

/** A label without spaces, numbering, 其中： and what stands in brackets. */
const plainLabel = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, '').replace(/^(其中|减|加):/, '').replace(/^(\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十\d]+[、.,])/, '')
    .replace(/^(其中|减|加):/, '').replace(/\(.*\)$|:$/g, '')

const editOf = (id: FigureId, after: Answer, before: Answer | null): Edit => {
  const cell = cellOf(id)
  return cell ? { kind: 'cell', ...cell, before, after } : { kind: 'answer', item: id, before, after }
}

/** Where each line goes, and how many of its first cells are labels. Row -1: nowhere. */
function layOut(lines: readonly (readonly string[])[], place: PastePlace): { readonly rows: readonly number[]; readonly skip: number } {
  const labels = (place.labels ?? []).map((names) => names.map(plainLabel))
  const found = lines.map((line, n) => {
    const label = plainLabel(line[0] ?? '')
    const near = labels.findIndex((names, row) => row >= place.row + n && names.includes(label))
    return label === '' ? -1 : near >= 0 ? near : labels.findIndex((names) => names.includes(label))
  })
  const named = found.filter((row) => row >= 0).length
  if (named > 0 && lines.some((line) => line.length > 1) && named * 2 >= lines.length) return { rows: found, skip: 1 }
  return { rows: lines.map((_, n) => place.row + n), skip: 0 }
}

function isHead(line: readonly string[], place: PastePlace): boolean {
  const heads = (place.heads ?? []).slice(place.column).map(plainLabel)
  const cells = line.map(plainLabel)
  return heads.length > 0 && cells.filter((cell, i) => cell !== '' && cell === heads[i]).length * 2 > cells.length
}

/** Lays copied cells over the grid. Blanks leave what is there; what cannot be read is left out and told by name. */
export function pasteBlock(text: string, place: PastePlace): Pasted {
  const copied = cellsOfText(text)
  const single = copied.length === 1 && copied[0]!.length === 1
  const lines = single ? Array.from({ length: place.rows ?? 1 }, () => Array.from({ length: place.columns ?? 1 }, () => copied[0]![0]!))
    : copied[0] && isHead(copied[0], place) ? copied.slice(1) : copied
  const { rows, skip } = layOut(lines, place)
  const edits: Edit[] = []
  const refused: { name: string; reason: string }[] = []
  let [filled, added, outside] = [0, 0, 0]

  const read = (value: string, target: CellTarget): Answer | null => {
    const answer = readCell(value, target, place.inYuan === true)
    if (answer.ok) return answer.value
    refused.push({ name: target.name, reason: answer.error })
    return null
  }

  const newRow = (line: readonly string[]): void => {
    if (!place.grow || added >= MOST_ROWS || line.every((value) => value.trim() === '')) return
    const { id, targets } = place.grow.next(place.grid.length + added)
    const cells: Record<string, Answer> = {}
    line.forEach((value, c) => {
      const target = targets[place.column + c]
      const answer = target ? read(value, target) : null
      if (target && answer) cells[cellOf(target.id)!.column] = answer
      else if (!target && value.trim() !== '') outside++
    })
    const row: Row = { id, kind: 'single', cells }
    edits.push({ kind: 'rowAdded', table: place.grow.table, index: place.grid.length + added, row })
    filled += Object.keys(cells).length
    added++
  }

  lines.forEach((line, n) => {
    const row = rows[n]!
    if (place.grow && row >= place.grid.length) return newRow(line)
    line.slice(skip).forEach((value, c) => {
      const target = row < 0 ? undefined : place.grid[row]?.[place.column + c]
      if (!target) {
        if (value.trim() !== '') outside++
        return
      }
      if (target.locked) {
        if (value.trim() !== '') refused.push({ name: target.name, reason: LOCKED })
        return
      }
      const answer = read(value, target)
      if (!answer) return
      const before = place.before(target.id)
      edits.push(editOf(target.id, answer, before))
      filled++
    })
  })
  return { edits, filled, added, refused, outside }
}
