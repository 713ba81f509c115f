import { summedRows } from '../expression/columnFunctions'
import type { Expression } from '../expression/expression'
import { figuresIn, parts } from '../expression/figuresIn'
import type { Figure, Figures } from '../figures/figures'
import { cellId, cellOf, type FigureId } from '../measures/item'

interface Used {
  readonly single: readonly FigureId[]
  readonly columns: readonly Extract<Expression, { kind: 'column' }>[]
}

/** A formula stays the same while figures change: what it names is looked for once. */
const known = new WeakMap<Expression, Used>()

function namedIn(tree: Expression): Used {
  const found = known.get(tree)
  if (found) return found
  const used: Used = { single: figuresIn(tree), columns: [...parts(tree)].filter((part) => part.kind === 'column') }
  known.set(tree, used)
  return used
}

/** Every figure a formula reads, the cells of its columns included. */
export function usedFigures(tree: Expression, figures: Figures): readonly FigureId[] {
  const { single, columns } = namedIn(tree)
  if (columns.length === 0) return single
  const cells = columns.flatMap((part) => summedRows(part, figures).map((row) => cellId(part.table, row.id, part.column)))
  return [...new Set([...single, ...cells])]
}

/** A figure by its id, single or in a table. */
export const figureAt = (id: FigureId, figures: Figures): Figure => (cellOf(id) ? figures.cell(id) : figures.item(id))

/** The typed figures a formula rests on, in the end, each once; those that are 不涉及 add nothing. */
export function restsOn(tree: Expression, figures: Figures): readonly FigureId[] {
  const used = usedFigures(tree, figures)
  const rests = (id: FigureId): readonly FigureId[] => {
    const figure = figureAt(id, figures)
    return figure.kind === 'value' ? figure.restsOn : []
  }
  // A figure names what it rests on once already.
  return used.length === 1 ? rests(used[0]!) : [...new Set(used.flatMap(rests))]
}
