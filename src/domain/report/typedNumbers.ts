import { shiftPoint } from '../../kernel/decimalText'
import { absolute, compare, decimal, equals, fromDecimal, multiply, subtract, type Rational } from '../../kernel/rational'
import { againstEvaluation } from '../checkup/againstEvaluation'
import type { Quantity } from '../checkup/checkup'
import { checkText } from '../checkup/checkText'
import type { FigureId } from '../measures/item'
import { cellOf, itemOf } from '../measures/item'
import type { ReportContext } from './compose'
import { printRun } from './compose'
import type { Paragraph, Run } from './document'
import type { Insertable } from './insertable'

/** What a figure once was, before it was changed. */
export interface EarlierFigure {
  readonly figure: FigureId
  /** Decimal text in the figure's unit. */
  readonly text: string
}

/** How a number typed by hand stands to the data. */
export type TypedVerdict =
  /** The same as an item: bind it, so that it follows. */
  | 'equal'
  /** Nearly the same: rounded, or mistyped. */
  | 'near'
  /** The words name an item that says otherwise. */
  | 'contradicts'
  /** The same as what an item said before it was changed. */
  | 'stale'

/** 手写数字: a number typed into the text that the data knows something of. */
export interface TypedNumber {
  readonly verdict: TypedVerdict
  /** As typed, with its unit. */
  readonly text: string
  /** Where it stands: paragraph, and offsets in its printed text. */
  readonly paragraph: number
  readonly start: number
  readonly end: number
  /** What it may be bound to, likeliest first. */
  readonly targets: readonly Insertable[]
}

/** A paragraph as printed, and which stretches of it are bound. */
export interface PrintedParagraph {
  readonly text: string
  readonly bound: readonly { readonly start: number; readonly end: number; readonly run: Run }[]
}

/** A paragraph as it will be printed, knowing which of it is bound to the data. */
export function printedParagraph(paragraph: Paragraph, context: ReportContext): PrintedParagraph {
  let text = ''
  const bound: { start: number; end: number; run: Run }[] = []
  for (const run of paragraph) {
    const printed = printRun(run, context).text
    if (run.kind !== 'text') bound.push({ start: text.length, end: text.length + printed.length, run })
    text += printed
  }
  return { text, bound }
}

const TO_WAN: { readonly [unit: string]: number } = { 元: -4, 千元: -3, 万元: 0, 百万元: 2, 千万元: 3, 亿元: 4 }
/** 相近: within half a percent. */
const NEAR: Rational = { n: 1n, d: 200n }

/** The unit of what an insertable prints, empty for words. */
function unitOf({ figure }: Insertable, context: ReportContext): string {
  if (figure === undefined) return ''
  const cell = cellOf(figure)
  if (cell) return cell.table === 'outcomes' ? context.figures.words(`outcomes[${cell.row}].unit`) ?? '' : '万元'
  return context.measures.get(itemOf(figure).measure)?.unit ?? ''
}

/** The typed number in the unit of the insertable; null where the units are of different kinds. */
function inUnit(quantity: Quantity, unit: string): Rational | null {
  if (unit === '万元') {
    const by = TO_WAN[quantity.unit]
    return by === undefined ? null : fromDecimal(shiftPoint(quantity.value, by))
  }
  return unit !== '' && (quantity.unit === unit || unit.startsWith(quantity.unit)) ? fromDecimal(quantity.value) : null
}

const isNear = (a: Rational, b: Rational): boolean => b.n !== 0n && compare(absolute(subtract(a, b)), multiply(absolute(b), NEAR)) <= 0

const valueOf = (figure: FigureId, context: ReportContext): Rational | null => {
  const found = figure.includes('[') ? context.figures.cell(figure) : context.figures.item(figure)
  return found.kind === 'value' ? found.value : null
}

/** 增减, differences and vague numbers are held against no item. */
const VAGUE = /[余多约近几]|以上|以下|左右/

/** 完成值 of indicators as printed (62.50%). */
function percentTargets(quantity: Quantity, offered: readonly Insertable[], context: ReportContext): readonly Insertable[] {
  const value = fromDecimal(quantity.value)
  return value === null ? [] : offered.filter(({ run }) => {
    if (run.kind !== 'score' || (run.part !== 'value' && run.part !== 'rate')) return false
    const printed = /^(-?\d+(?:\.\d+)?)%$/.exec(printRun(run, context).text)
    return printed !== null && equals(decimal(printed[1]!), value)
  })
}

/** Where the words around the number share most with the label: 基本支出187.5万元 is 基本支出 rather than another item of that value. */
function likeliest(targets: readonly Insertable[], before: string): readonly Insertable[] {
  const likeness = ({ label }: Insertable): number => {
    const name = label.split(' ')[0] ?? ''
    return before.endsWith(name) ? 1000 : before.includes(name) ? 500 + name.length : [...name].filter((char) => before.includes(char)).length
  }
  return targets.map((target, i) => ({ target, i, like: likeness(target) })).sort((a, b) => b.like - a.like || a.i - b.i).map(({ target }) => target).slice(0, 5)
}

function judged(quantity: Quantity, before: string, offered: readonly Insertable[], context: ReportContext, earlier: readonly EarlierFigure[]): { verdict: TypedVerdict; targets: readonly Insertable[] } | null {
  if (quantity.kind === 'percent') {
    const targets = percentTargets(quantity, offered, context)
    return targets.length === 0 ? null : { verdict: 'equal', targets: likeliest(targets, before) }
  }
  const comparable = offered.flatMap((one) => {
    const typed = inUnit(quantity, unitOf(one, context))
    const ours = one.figure === undefined || typed === null ? null : valueOf(one.figure, context)
    return one.figure === undefined || typed === null ? [] : [{ one, figure: one.figure, typed, ours }]
  })
  const equal = comparable.filter(({ typed, ours }) => ours !== null && equals(typed, ours))
  if (equal.length > 0) return { verdict: 'equal', targets: likeliest(equal.map(({ one }) => one), before) }
  const gone = comparable.filter(({ figure, typed }) => earlier.some((was) => was.figure === figure && equals(decimal(was.text), typed)))
  if (gone.length > 0) return { verdict: 'stale', targets: likeliest(gone.map(({ one }) => one), before) }
  if (quantity.kind !== 'money' || VAGUE.test(quantity.text)) return null
  const near = comparable.filter(({ typed, ours }) => ours !== null && isNear(typed, ours))
  return near.length === 0 ? null : { verdict: 'near', targets: likeliest(near.map(({ one }) => one), before) }
}

/**
 * Numbers typed by hand that the data knows something of, in reading order: equal or nearly equal to an item, named as an item that
 * says otherwise, or equal to what an item said before. Numbers the data knows nothing of are left alone.
 */
export function typedNumbers(paragraphs: readonly Paragraph[], offered: readonly Insertable[], context: ReportContext, earlier: readonly EarlierFigure[] = []): readonly TypedNumber[] {
  return paragraphs.flatMap((paragraph, at) => {
    const { text, bound } = printedParagraph(paragraph, context)
    const all = checkText(text).quantities
    const quantities = all.filter(({ start, end }) => bound.every((run) => end <= run.start || start >= run.end))
    const differences = new Map(againstEvaluation(text, all, context.figures, [...context.measures.values()], context.evaluation.year)
      .differences.filter(({ verdict }) => verdict === 'differs').map((one) => [one.start, one]))
    return quantities.flatMap((quantity): readonly TypedNumber[] => {
      const place = { text: quantity.text, paragraph: at, start: quantity.start, end: quantity.end }
      const differing = differences.get(quantity.start)
      if (differing) return [{ ...place, verdict: 'contradicts', targets: offered.filter(({ figure, run }) => figure === differing.item && run.kind === 'figure') }]
      const found = judged(quantity, text.slice(Math.max(0, quantity.start - 30), quantity.start), offered, context, earlier)
      return found ? [{ ...place, ...found }] : []
    })
  })
}

/** The paragraphs with one typed number bound to the data. */
export function bindNumber(paragraphs: readonly Paragraph[], { paragraph, start, end }: Pick<TypedNumber, 'paragraph' | 'start' | 'end'>, run: Run, context: ReportContext): readonly Paragraph[] {
  return paragraphs.map((runs, at) => {
    if (at !== paragraph) return runs
    let offset = 0
    return runs.flatMap((one): readonly Run[] => {
      const from = offset
      offset += printRun(one, context).text.length
      if (one.kind !== 'text' || start < from || end > offset) return [one]
      const [before, after] = [one.text.slice(0, start - from), one.text.slice(end - from)]
      return [...(before === '' ? [] : [{ kind: 'text' as const, text: before }]), run, ...(after === '' ? [] : [{ kind: 'text' as const, text: after }])]
    })
  })
}
