import { printedPlaces } from '../../kernel/decimalText'
import { absolute, compare, divide, equals, HUNDRED, multiply, subtract, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import type { Expression } from '../expression/expression'
import type { Run } from './document'
import type { PrintedRun } from './document'
import { unitOfExpression, type PrintContext } from './printFigure'

const MOST_PLACES = 6

/** 增长、下降 in percent; nothing where the base is zero or negative or the sign turns, for then a rate says nothing. */
function rateWords(from: Rational, to: Rational, difference: Rational): string {
  if (compare(from, ZERO) <= 0 || compare(to, ZERO) < 0) return ''
  const rate = multiply(absolute(divide(difference, from)!), HUNDRED)
  const text = toFixedText(rate, 2)
  return `，${difference.n > 0n ? '增长' : '下降'}${/^0\.00$/.test(text) ? '不到0.01' : text}%`
}

/** Words for a change from one value to another, the direction always following the values. `places` keeps the digits as printed. */
export function changeWords(from: Rational, to: Rational, than: string, unit: string, places: number): string {
  if (equals(from, to)) return `与${than}持平`
  const difference = subtract(to, from)
  return `比${than}${difference.n > 0n ? '增加' : '减少'}${toDecimalText(absolute(difference), places)}${unit}${rateWords(from, to, difference)}`
}

function placesOf(tree: Expression, context: PrintContext): number {
  if (tree.kind !== 'item') return MOST_PLACES
  const figure = context.figures.item(tree.item)
  return figure.kind === 'value' ? printedPlaces(figure.text) : MOST_PLACES
}

/** A bound 增减 as it will be printed; while either figure is not known it stays visible. */
export function printChange({ from, to, than }: Extract<Run, { kind: 'change' }>, context: PrintContext): PrintedRun {
  const source = `${explain(to, context.names)}比${explain(from, context.names)}`
  const [before, after] = [evaluate(from, context.figures), evaluate(to, context.figures)]
  if (before.kind === 'value' && after.kind === 'value') {
    const places = Math.max(placesOf(from, context), placesOf(to, context))
    return { kind: 'figure', source, text: changeWords(before.value, after.value, than, unitOfExpression(to, context), places) }
  }
  const lacking = [before, after].flatMap((outcome) => (outcome.kind === 'missing' || outcome.kind === 'zeroDivisor' ? outcome.figures : []))
  if (lacking.length === 0) return { kind: 'figure', source, text: `${than}不涉及，不作比较` }
  const names = [...new Set(lacking)].map(context.names.figure).join('、')
  return { kind: 'unfilled', source: names, text: `〔未填：${names}〕` }
}
