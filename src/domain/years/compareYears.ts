import { compare, divide, subtract, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import { printedPlaces } from '../../kernel/decimalText'
import type { Evaluation } from '../evaluation/evaluation'
import { figuresOf } from '../figures/figuresOf'
import type { Figure } from '../figures/figures'
import { formItems, measureIndex } from '../forms/cellSpec'
import type { Form } from '../forms/form'
import { FROM_LAST_YEAR } from '../measures/basis'
import { itemOf, type ItemId } from '../measures/item'
import { isNumeric, type Measure } from '../measures/measure'

/** One figure in two years. */
export interface YearLine {
  readonly form: string
  readonly item: ItemId
  /** As printed; null where it is not filled; 不涉及 in words. */
  readonly before: string | null
  readonly now: string | null
  /** 增减数, where both are known. */
  readonly change: string | null
  /** 增减率 as a fraction; null on a base of 0. */
  readonly rate: Rational | null
}

const printed = (figure: Figure): string | null => (figure.kind === 'value' ? figure.text : figure.kind === 'notApplicable' ? '不涉及' : null)

function line(form: string, item: ItemId, before: Figure, now: Figure): YearLine {
  const texts = { form, item, before: printed(before), now: printed(now) }
  if (before.kind !== 'value' || now.kind !== 'value') return { ...texts, change: null, rate: null }
  const change = subtract(now.value, before.value)
  const places = Math.max(printedPlaces(before.text), printedPlaces(now.text))
  const text = toFixedText(change, places)
  return { ...texts, change: compare(change, ZERO) > 0 ? `+${text}` : text, rate: divide(change, before.value) }
}

/** 两年对比: every figure that either year has, form by form. Columns that only repeat last year are left out. */
export function compareYears(last: Evaluation, evaluation: Evaluation, forms: readonly Form[], measures: readonly Measure[]): readonly YearLine[] {
  const [before, now, index] = [figuresOf(last, measures), figuresOf(evaluation, measures), measureIndex(measures)]
  const seen = new Set<ItemId>()
  return forms.flatMap((form) => formItems(form, index).flatMap((item) => {
    const { measure: id, basis } = itemOf(item)
    const measure = index.get(id)
    if (seen.has(item) || !measure || !isNumeric(measure) || basis === undefined || FROM_LAST_YEAR[basis] !== undefined) return []
    seen.add(item)
    const found = line(form.id, item, before.item(item), now.item(item))
    return found.before === null && found.now === null ? [] : [found]
  }))
}

/** 增减率 in words: +12.50%; 上年为 0 where there is none. */
export const rateText = ({ rate, change }: YearLine): string => {
  if (change === null) return ''
  if (rate === null) return '上年为 0'
  const percent = toDecimalText({ n: rate.n * 100n, d: rate.d }, 2)
  return `${rate.n > 0n ? '+' : ''}${percent}%`
}
