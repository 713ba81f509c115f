import { given, notInvolved, type Answer } from '../../../domain/evaluation/answer'
import type { Edit } from '../../../domain/evaluation/edit'
import { cellOf, type FigureId } from '../../../domain/measures/item'
import { readTyped } from '../../../kernel/numerals'
import type { CellTarget } from './target'

/** What a paste comes to: edits to make as one, and cells that could not be read. */
export interface Pasted {
  readonly edits: readonly Edit[]
  readonly refused: readonly { readonly name: string; readonly reason: string }[]
  /** Rows and columns of the text that found no cell. */
  readonly outside: number
}

/** Cells of a block copied from Excel or WPS: tabs between columns, quotes around cells with line breaks. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  for (let i = 0; i < source.length; i++) {
    const character = source[i]!
    if (quoted) {
      if (character === '"' && source[i + 1] === '"') cell += source[++i]!
      else if (character === '"') quoted = false
      else cell += character
    } else if (character === '"' && cell === '') quoted = true
    else if (character === '\t' || character === '\n') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (character === '\n') rows.push([])
    } else cell += character
  }
  rows.at(-1)!.push(cell)
  return rows
}

function answerOf(text: string, target: CellTarget): Answer | null | string {
  if (target.kind !== 'money' && target.kind !== 'number') return text.trim() === '' ? null : given(text.trim())
  const typed = readTyped(text, target.kind === 'money' ? 4 : null)
  if (!typed.ok) return typed.error
  return typed.value.kind === 'blank' ? null : typed.value.kind === 'notInvolved' ? notInvolved : given(typed.value.text)
}

const editOf = (id: FigureId, after: Answer | null, before: Answer | null): Edit => {
  const cell = cellOf(id)
  return cell ? { kind: 'cell', ...cell, before, after } : { kind: 'answer', item: id, before, after }
}

/** Lays copied cells over the grid from a row and column on. Blanks leave what is there. */
export function pasteBlock(text: string, grid: readonly (readonly (CellTarget | null)[])[], row: number, column: number, before: (id: FigureId) => Answer | null): Pasted {
  const edits: Edit[] = []
  const refused: { name: string; reason: string }[] = []
  let outside = 0
  cellsOfText(text).forEach((line, r) => line.forEach((value, c) => {
    const target = grid[row + r]?.[column + c]
    if (!target) {
      if (value.trim() !== '') outside++
      return
    }
    const answer = answerOf(value, target)
    if (typeof answer === 'string') refused.push({ name: target.name, reason: answer })
    else if (answer !== null) edits.push(editOf(target.id, answer, before(target.id)))
  }))
  return { edits, refused, outside }
}
