import { cellId, type FigureId } from '../measures/item'
import type { Expression } from './expression'

/** A column used whole. */
export interface ColumnUse {
  readonly table: string
  readonly column: string
}

/** Every expression inside one, itself first. */
export function* parts(tree: Expression): Generator<Expression> {
  yield tree
  if (tree.kind === 'negative') yield* parts(tree.of)
  else if (tree.kind === 'operation') {
    yield* parts(tree.left)
    yield* parts(tree.right)
  } else if (tree.kind === 'call') for (const arg of tree.args) yield* parts(arg)
}

/** The items and cells a formula uses, each once, in reading order. */
export function figuresIn(tree: Expression): readonly FigureId[] {
  const found = new Set<FigureId>()
  for (const part of parts(tree)) {
    if (part.kind === 'item') found.add(part.item)
    else if (part.kind === 'cell') found.add(cellId(part.table, part.row, part.column))
  }
  return [...found]
}

/** The columns a formula uses. */
export const columnsIn = (tree: Expression): readonly ColumnUse[] =>
  [...parts(tree)].flatMap((part) => (part.kind === 'column' ? [{ table: part.table, column: part.column }] : []))
