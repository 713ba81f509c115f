import type { Figure, Figures, KnownFigure } from '../figures/figures'
import type { FigureId, ItemId } from '../measures/item'

const PREFIX = 'last:'

/** The same figure in last year's evaluation of the unit. */
export const ofLastYear = (id: FigureId): FigureId => `${PREFIX}${id}`

/** The figure's own id, where it is one of last year's evaluation; else null. */
export const fromLastYear = (id: FigureId): FigureId | null => (id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null)

/** A known figure of last year that names itself so. */
class FigureOfLastYear implements KnownFigure {
  readonly kind = 'value'
  private readonly figure: KnownFigure
  constructor(figure: KnownFigure) {
    this.figure = figure
  }

  get value() { return this.figure.value }
  get interval() { return this.figure.interval }
  get text() { return this.figure.text }
  get origin() { return this.figure.origin }
  get derivation() { return this.figure.derivation }
  get restsOn() { return this.figure.restsOn.map(ofLastYear) }
}

const renamed = (figure: Figure): Figure => (figure.kind === 'value' ? new FigureOfLastYear(figure) : { ...figure, figures: figure.figures.map(ofLastYear) })

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
