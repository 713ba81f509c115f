import { printedPlaces } from '../../kernel/decimalText'
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

/** A figure by its id, single or in a table. */
const figureAt = (id: FigureId, figures: Figures): Figure => (cellOf(id) ? figures.cell(id) : figures.item(id))

/** A figure that a formula reads, under its id. */
export interface UsedFigure {
  readonly id: FigureId
  readonly figure: Figure
}

/** What was found before in the same figures: a finding over ten thousand rows asks for it several times. */
const seen = new WeakMap<Figures, WeakMap<Expression, readonly UsedFigure[]>>()

/** Every figure a formula reads, each once, the cells of its columns included. */
export function usedIn(tree: Expression, figures: Figures): readonly UsedFigure[] {
  const of = seen.get(figures) ?? new WeakMap<Expression, readonly UsedFigure[]>()
  seen.set(figures, of)
  const before = of.get(tree)
  if (before) return before
  const { single, columns } = namedIn(tree)
  const used = new Map(single.map((id): [FigureId, Figure] => [id, figureAt(id, figures)]))
  for (const part of columns) for (const row of summedRows(part, figures)) {
    const id = cellId(part.table, row.id, part.column)
    if (!used.has(id)) used.set(id, row.figure)
  }
  const found = [...used].map(([id, figure]) => ({ id, figure }))
  of.set(tree, found)
  return found
}

/** The most decimals that any of the figures was printed with. */
export const mostPlaces = (used: readonly UsedFigure[]): number => used.reduce((most, { figure }) => (figure.kind === 'value' ? Math.max(most, printedPlaces(figure.text)) : most), 0)

/** The typed figures a formula rests on, in the end, each once; those that are 不涉及 add nothing. */
export function restsOn(tree: Expression, figures: Figures): readonly FigureId[] {
  const used = usedIn(tree, figures)
  const rests = ({ figure }: UsedFigure): readonly FigureId[] => (figure.kind === 'value' ? figure.restsOn : [])
  // A figure names what it rests on once already.
  return used.length === 1 ? rests(used[0]!) : [...new Set(used.flatMap(rests))]
}
