import { canMeet, printedInterval, type Interval } from '../../kernel/interval'
import { shiftPoint } from '../../kernel/decimalText'
import { equals, decimal, fromDecimal } from '../../kernel/rational'
import type { Figures } from '../figures/figures'
import { itemOf, type ItemId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { Quantity } from './checkup'
import { itemReader } from './namedItem'
import type { Span } from './span'

/** A figure of the text that names an item of the open evaluation and says otherwise. */
export interface OwnDifference extends Span {
  readonly item: ItemId
  /** As the text prints it. */
  readonly printed: string
  /** As the evaluation has it, in the item's unit. */
  readonly ours: string
  /** 尾差: the printed digits can stand for the same value. */
  readonly verdict: 'differs' | 'rounding'
}

/** 与填报数据对照. */
export interface OwnComparison {
  /** Figures of the text that surely name an item which the evaluation has. */
  readonly matched: number
  /** Figures that name an item still blank in the evaluation. */
  readonly blank: number
  readonly differences: readonly OwnDifference[]
}

/** Powers of ten that lead to 万元. */
const TO_WAN: { readonly [unit: string]: number } = { 元: -4, 千元: -3, 百元: -2, 万元: 0, 万: 0, 百万元: 2, 千万元: 3, 亿元: 4, 亿: 4 }
const LONGEST_CLAUSE = 60
const VAGUE = /[余多约近几]|以上|以下|左右/

const MARKS = new Set('，。；、,;\n\t')

/** The words in front of a figure, back to the last mark or figure; a bracket closed before the figure is part of them: 因公出国（境）费. */
function clauseBefore(text: string, start: number, previousEnd: number): string {
  const least = Math.max(previousEnd, start - LONGEST_CLAUSE, 0)
  let [at, open] = [start, 0]
  for (; at > least; at--) {
    const char = text[at - 1]!
    if (char === '）' || char === ')') open += 1
    else if (char === '（' || char === '(') open -= 1
    if (open < 0 || (open === 0 && MARKS.has(char))) break
  }
  return text.slice(at, start)
}

/** The printed figure in the measure's unit; null where units do not agree. */
function inUnit({ value, unit }: Quantity, measure: Measure): { readonly text: string; readonly interval: Interval } | null {
  if (fromDecimal(value) === null) return null
  if (measure.kind !== 'money') return unit === measure.unit ? { text: value, interval: printedInterval(value) } : null
  const by = TO_WAN[unit]
  if (by === undefined) return null
  const text = shiftPoint(value, by)
  // Moved digits keep their place: 0.36 亿元 is 3600 ± 50 万元, not ± 0.5.
  const { low, high } = printedInterval(value)
  const factor = decimal(shiftPoint('1', by))
  return { text, interval: { low: { n: low.n * factor.n, d: low.d * factor.d }, high: { n: high.n * factor.n, d: high.d * factor.d } } }
}

/** Holds a text's figures against the evaluation's. Only figures whose words surely name one item are compared; the others are left alone. */
export function againstEvaluation(text: string, quantities: readonly Quantity[], figures: Figures, measures: readonly Measure[], year: number): OwnComparison {
  const read = itemReader(measures, year)
  const unitName = figures.words('unit.name') ?? ''
  const ownClause = (clause: string): string => (unitName === '' ? clause : clause.replace(unitName, ''))
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const differences: OwnDifference[] = []
  let [matched, blank, previousEnd] = [0, 0, 0]
  for (const quantity of [...quantities].sort((a, b) => a.start - b.start)) {
    const clause = clauseBefore(text, quantity.start, previousEnd)
    previousEnd = quantity.end
    if (VAGUE.test(quantity.text)) continue
    const named = read(ownClause(clause)).flatMap((item) => {
      const measure = byId.get(itemOf(item).measure)
      const printed = measure && inUnit(quantity, measure)
      return printed ? [{ item, measure, printed, ours: figures.item(item) }] : []
    })
    if (named.length === 0) continue
    const known = named.flatMap((one) => (one.ours.kind === 'value' ? [{ ...one, ours: one.ours }] : []))
    if (known.length === 0) {
      blank += 1
      continue
    }
    const agrees = known.some(({ printed, ours }) => equals(decimal(printed.text), ours.value))
    // Two items of one name that both say otherwise: which is meant is not known.
    if (!agrees && known.length > 1) continue
    matched += 1
    if (agrees) continue
    const { item, measure, printed, ours } = known[0]!
    differences.push({
      item, start: quantity.start, end: quantity.end, printed: quantity.text, ours: `${ours.text}${measure.unit}`,
      verdict: canMeet(printed.interval, ours.interval) ? 'rounding' : 'differs',
    })
  }
  return { matched, blank, differences }
}
