import { exactly, printedInterval, type Interval } from '../../kernel/interval'
import { fromDecimal, type Rational } from '../../kernel/rational'
import type { Answer } from '../evaluation/answer'
import type { NoValue } from '../expression/expression'
import { cellOf, itemOf, type FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { Figure, KnownFigure } from './figures'

/** The answer under an id. An id from outside may be called `constructor`: only what was typed is an answer. */
export function answerOf(answers: { readonly [id: string]: Answer }, id: string): Answer | undefined {
  const found = answers[id]
  return found !== undefined && (found.kind === 'given' || found.kind === 'notInvolved') ? found : undefined
}

/** Not filled. */
export const missing = (figures: readonly FigureId[]): NoValue => ({ kind: 'missing', figures })

/** Measures by id. */
export type Measures = ReadonlyMap<string, Measure>

/** People, cars and copies are counted, not measured: 9 is not 8.5. */
function isCounted(id: FigureId, measures: Measures): boolean {
  const cell = cellOf(id)
  return cell ? cell.column === 'rowCount' : measures.get(itemOf(id).measure)?.kind === 'count'
}

/** A typed figure. What its digits may stand for is worked out when a check asks. */
class StatedFigure implements KnownFigure {
  readonly kind = 'value'
  readonly origin = 'stated'
  readonly derivation = ''
  readonly value: Rational
  readonly text: string
  private readonly id: FigureId
  private readonly measures: Measures
  constructor(value: Rational, text: string, id: FigureId, measures: Measures) {
    this.value = value
    this.text = text
    this.id = id
    this.measures = measures
  }

  get interval(): Interval {
    return isCounted(this.id, this.measures) ? exactly(this.value) : printedInterval(this.text)
  }

  get restsOn(): readonly FigureId[] {
    return [this.id]
  }
}

/** The figure that an answer states. */
export function stated(answer: Answer, id: FigureId, measures: Measures): Figure {
  if (answer.kind === 'notInvolved') return { kind: 'notApplicable', figures: [id] }
  const value = fromDecimal(answer.text)
  return value ? new StatedFigure(value, answer.text, id, measures) : missing([id])
}
