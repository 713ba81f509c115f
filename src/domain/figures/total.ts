import { printedPlaces } from '../../kernel/decimalText'
import { addIntervals, exactly, subtractIntervals, type Interval } from '../../kernel/interval'
import { add, subtract, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import type { FigureId } from '../measures/item'
import type { Figure, KnownFigure } from './figures'
import { missing } from './statedFigure'

/** One part of a total. */
export interface Term {
  readonly id: FigureId
  readonly figure: Figure
  readonly sign: 1 | -1
}

type KnownTerm = Term & { readonly figure: KnownFigure }

const isKnown = (term: Term): term is KnownTerm => term.figure.kind === 'value'

/** A figure that follows from others. Its words, interval and origins are worked out when somebody asks: most totals are only held against another. */
class Total implements KnownFigure {
  readonly kind = 'value'
  readonly origin = 'derived'
  readonly value: Rational
  private readonly terms: readonly KnownTerm[]
  private typed: readonly FigureId[] | null = null
  constructor(terms: readonly KnownTerm[]) {
    this.terms = terms
    this.value = terms.reduce((sum, { figure, sign }) => (sign === 1 ? add(sum, figure.value) : subtract(sum, figure.value)), ZERO)
  }

  get interval(): Interval {
    return this.terms.reduce((sum, { figure, sign }) => (sign === 1 ? addIntervals(sum, figure.interval) : subtractIntervals(sum, figure.interval)), exactly(ZERO))
  }

  get text(): string {
    return toFixedText(this.value, Math.max(...this.terms.map(({ figure }) => printedPlaces(figure.text))))
  }

  get derivation(): string {
    return this.terms.reduce((words, { figure, sign }) => {
      const text = figure.text.startsWith('-') ? `（−${figure.text.slice(1)}）` : figure.text
      return words === '' ? `${sign === 1 ? '' : '−'}${text}` : `${words} ${sign === 1 ? '+' : '−'} ${text}`
    }, '')
  }

  get restsOn(): readonly FigureId[] {
    return this.typed ??= [...new Set(this.terms.flatMap(({ figure }) => figure.restsOn))]
  }
}

/** Nothing at all is known of it: neither itself nor anything it would follow from. */
const isBlank = ({ id, figure }: Term): boolean => figure.kind === 'missing' && figure.figures.length === 1 && figure.figures[0] === id

/**
 * Figures added and taken away; 不涉及 terms contribute nothing. Null where nothing is known of any term: then the total
 * itself is asked for, not each of its parts.
 */
export function total(terms: readonly Term[]): Figure | null {
  if (terms.every(isBlank)) return null
  const lacking = terms.flatMap(({ figure }) => (figure.kind === 'missing' || figure.kind === 'zeroDivisor' ? figure.figures : []))
  if (lacking.length > 0) return missing([...new Set(lacking)])
  const known = terms.filter(isKnown)
  if (known.length === 0) return { kind: 'notApplicable', figures: terms.map(({ id }) => id) }
  return new Total(known)
}
