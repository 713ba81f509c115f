import { printedPlaces } from '../../kernel/decimalText'
import { printedInterval } from '../../kernel/interval'
import { roundHalfUp, toFixedText } from '../../kernel/rational'
import { itemOf } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { Figure, Figures } from './figures'

const PRINTED_PLACES = 2

/** 取整点 (a): money as the paper prints it, 万元 with two decimals, so that a reviewer recomputes the same rate. */
export function printedFigures(figures: Figures, measures: readonly Measure[]): Figures {
  const money = new Set(measures.filter((measure) => measure.kind === 'money').map((measure) => measure.id))
  const printed = (figure: Figure): Figure => {
    if (figure.kind !== 'value' || printedPlaces(figure.text) <= PRINTED_PLACES) return figure
    const text = toFixedText(figure.value, PRINTED_PLACES)
    const { kind, origin, derivation, restsOn } = figure
    return { kind, origin, derivation, restsOn, text, value: roundHalfUp(figure.value, PRINTED_PLACES), interval: printedInterval(text) }
  }
  return {
    item: (id) => (money.has(itemOf(id).measure) ? printed(figures.item(id)) : figures.item(id)),
    cell: (id) => figures.cell(id),
    column: (table, column) => figures.column(table, column),
    words: (id) => figures.words(id),
  }
}
