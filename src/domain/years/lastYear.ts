import type { Figure, Figures } from '../figures/figures'
import type { FigureId, ItemId } from '../measures/item'

const PREFIX = 'last:'

/** The same figure in last year's evaluation of the unit. */
export const ofLastYear = (id: FigureId): FigureId => `${PREFIX}${id}`

/** The figure's own id, where it is one of last year's evaluation; else null. */
export const fromLastYear = (id: FigureId): FigureId | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null)

/** A figure of last year that names itself so. */
function renamed(figure: Figure): Figure {
  if (figure.kind !== 'value') return { ...figure, figures: figure.figures.map(ofLastYear) }
  const { kind, origin, derivation, value, text, interval, restsOn } = figure
  return { kind, origin, derivation, value, text, interval, restsOn: restsOn.map(ofLastYear) }
}

/** Figures of this year with last year's beside them, under `last:` ids. */
export function besideLastYear(now: Figures, last: Figures): Figures {
  const read = (id: FigureId, of: (figures: Figures, own: FigureId) => Figure): Figure => {
    const own = fromLastYear(id)
    return own === null ? of(now, id) : renamed(of(last, own))
  }
  return {
    item: (id: ItemId) => read(id, (figures, own) => figures.item(own)),
    cell: (id) => read(id, (figures, own) => figures.cell(own)),
    column: (table, column) => now.column(table, column),
    words: (id) => {
      const own = fromLastYear(id)
      return own === null ? now.words(id) : last.words(own)
    },
  }
}
