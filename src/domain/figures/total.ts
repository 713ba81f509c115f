import { printedPlaces } from '../../kernel/decimalText'
import { addIntervals, exactly, subtractIntervals } from '../../kernel/interval'
import { add, subtract, toFixedText, ZERO } from '../../kernel/rational'
import type { FigureId } from '../measures/item'
import type { Figure, KnownFigure } from './figures'
import { missing } from './statedFigure'

/** One part of a total. */
export interface Term {
  readonly id: FigureId
  readonly figure: Figure
  readonly sign: 1 | -1
}

const isKnown = (term: Term): term is Term & { readonly figure: KnownFigure } => term.figure.kind === 'value'

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
  let value = ZERO
  let interval = exactly(ZERO)
  let derivation = ''
  for (const { figure, sign } of known) {
    value = sign === 1 ? add(value, figure.value) : subtract(value, figure.value)
    interval = sign === 1 ? addIntervals(interval, figure.interval) : subtractIntervals(interval, figure.interval)
    const text = figure.text.startsWith('-') ? `（−${figure.text.slice(1)}）` : figure.text
    derivation += derivation === '' ? `${sign === 1 ? '' : '−'}${text}` : ` ${sign === 1 ? '+' : '−'} ${text}`
  }
  const places = Math.max(...known.map(({ figure }) => printedPlaces(figure.text)))
  const restsOn = [...new Set(known.flatMap(({ figure }) => figure.restsOn))]
  return { kind: 'value', value, interval, text: toFixedText(value, places), origin: 'derived', derivation, restsOn }
}
