import { chineseNumeral } from '../../kernel/chineseNumeral'
import { grouped, printedPlaces, shiftPoint } from '../../kernel/decimalText'
import { decimal, HUNDRED, multiply, toDecimalText, toFixedText, type Rational } from '../../kernel/rational'
import { evaluate } from '../expression/evaluate'
import { explain } from '../expression/explain'
import type { Expression } from '../expression/expression'
import { figureLeaves } from '../expression/figureLeaves'
import type { Figures } from '../figures/figures'
import { cellId, cellOf, itemOf, type FigureId } from '../measures/item'
import type { Measure } from '../measures/measure'
import type { FigureNames } from '../measures/names'
import type { FigureFormat, PrintedRun } from './document'

/** What printing a figure needs to know. */
export interface PrintContext {
  readonly figures: Figures
  readonly measures: ReadonlyMap<string, Measure>
  readonly names: FigureNames
}

const MONEY_SHIFT = { 元: 4, 万元: 0, 亿元: -4 } as const
const MOST_PLACES = 2

/** 概数 stands after 万 or 亿 and before the unit: 6.1 + 万条 + 余 → 6.1万余条. */
export function approximate(number: string, unit: string, approximation: string): string {
  const [, scale = '', rest = ''] = /^([万亿]*)(.*)$/.exec(unit) ?? []
  if (approximation === '') return number + unit
  if (approximation === '约' || approximation === '近') return approximation + number + unit
  if (approximation === '以上') return `${number}${unit}以上`
  return number + scale + approximation + rest
}

const plainFigure = (tree: Expression): FigureId | null =>
  tree.kind === 'item' ? tree.item : tree.kind === 'cell' ? cellId(tree.table, tree.row, tree.column) : null

function digits(value: Rational, printed: string | null, format: FigureFormat, money: boolean): string {
  if (format.style === 'percent') return `${toFixedText(multiply(value, HUNDRED), format.places ?? MOST_PLACES)}%`
  if (format.style === 'chinese' && value.d === 1n && value.n >= 1n && value.n <= 99n) return chineseNumeral(Number(value.n))
  const shift = money && format.moneyUnit ? MONEY_SHIFT[format.moneyUnit] : 0
  const exact = printed ?? toDecimalText(value, MOST_PLACES)
  const moved = shift === 0 ? exact : shiftPoint(exact, shift)
  const fixed = format.places === undefined ? moved : toFixedText(decimal(moved), format.places)
  return format.grouped ? grouped(fixed) : fixed
}

/** A derived sum needs no more decimals than its value: 187.50 prints as 187.5 unless the form says otherwise. */
const tidy = (text: string): string => (printedPlaces(text) > 0 ? text.replace(/\.?0+$/, '') : text)

function unitOf(id: FigureId, context: PrintContext, format: FigureFormat): { readonly unit: string; readonly approximation: string; readonly money: boolean } {
  const cell = cellOf(id)
  if (cell) {
    const word = (column: string) => context.figures.words(cellId(cell.table, cell.row, column)) ?? ''
    return cell.table === 'outcomes'
      ? { unit: word('unit'), approximation: word('approximation'), money: false }
      : { unit: format.moneyUnit ?? '万元', approximation: '', money: true }
  }
  const measure = context.measures.get(itemOf(id).measure)
  const money = measure?.kind === 'money'
  return { unit: money ? format.moneyUnit ?? '万元' : measure?.unit ?? '', approximation: '', money }
}

/** The unit a formula's value carries: that of the one item it is, else 万元. */
export function unitOfExpression(tree: Expression, context: PrintContext): string {
  const id = plainFigure(tree)
  return id === null ? '万元' : unitOf(id, context, { style: 'number' }).unit
}

/** A bound figure as it will be printed; one that is not known stays visible and says what it waits for. */
export function printFigure(tree: Expression, format: FigureFormat, context: PrintContext): PrintedRun {
  const source = explain(tree, context.names)
  const id = plainFigure(tree)
  if (id !== null) {
    const figure = id.includes('[') ? context.figures.cell(id) : context.figures.item(id)
    const { unit, approximation, money } = unitOf(id, context, format)
    if (figure.kind === 'value') {
      const printed = figure.origin === 'stated' ? figure.text : tidy(figure.text)
      const number = digits(figure.value, printed, format, money)
      return { kind: 'figure', source, text: format.unit ? approximate(number, unit, approximation) : number }
    }
    if (figure.kind === 'notApplicable') return { kind: 'figure', source, text: '不涉及' }
    const words = context.figures.words(id)
    return words === null ? { kind: 'unfilled', source, text: `〔未填：${source}〕` } : { kind: 'figure', source, text: words }
  }
  const outcome = evaluate(tree, context.figures)
  if (outcome.kind === 'value')
    return { kind: 'figure', source: `${source}：${explain(tree, figureLeaves(context.figures))}`, text: digits(outcome.value, null, format, true) + (format.unit ? '万元' : '') }
  if (outcome.kind === 'notApplicable') return { kind: 'figure', source, text: '不涉及' }
  const lacking = outcome.figures.map(context.names.figure).join('、')
  return { kind: 'unfilled', source: lacking, text: `〔未填：${lacking}〕` }
}
