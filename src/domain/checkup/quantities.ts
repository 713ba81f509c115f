import { shiftPoint } from '../../kernel/decimalText'
import { printedInterval } from '../../kernel/interval'
import { toDecimalText } from '../../kernel/rational'
import type { Quantity } from './checkup'

interface Unit {
  readonly kind: Quantity['kind']
  /** Power of ten that leads to the base unit. */
  readonly power: number
}

const UNITS: { readonly [unit: string]: Unit } = {
  亿元: { kind: 'money', power: 8 }, 千万元: { kind: 'money', power: 7 }, 百万元: { kind: 'money', power: 6 }, 万元: { kind: 'money', power: 4 },
  千元: { kind: 'money', power: 3 }, 元: { kind: 'money', power: 0 }, '%': { kind: 'percent', power: 0 }, 个百分点: { kind: 'points', power: 0 },
  ...Object.fromEntries(Array.from('人名个家项辆件次台套批处户份条') .map((unit) => [unit, { kind: 'count' as const, power: 0 }])),
}

const FIGURE = /(?<![\d.])(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(余|多)?\s*(亿元|千万元|百万元|万元|千元|元|%|个百分点|[人名个家项辆件次台套批处户份条])(?![年月日])/g
const WIDE = /[０-９．％]/g

/** Full-width digits and signs as plain ones, every character in its place. */
const narrowed = (text: string): string => text.replace(WIDE, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

/** Half a step more than the printed digits say: 500余 stands for 500 to 599. */
function bounds(value: string, open: boolean): { readonly low: string; readonly high: string } {
  if (open) {
    const zeros = /0*$/.exec(value)?.[0].length ?? 0
    const head = value.slice(0, value.length - zeros)
    return { low: value, high: `${BigInt(head || '0') + 1n}${'0'.repeat(zeros)}` }
  }
  const { low, high } = printedInterval(value)
  return { low: toDecimalText(low), high: toDecimalText(high) }
}

/** Figures with a unit, in reading order. */
export function readQuantities(text: string): readonly Quantity[] {
  return [...narrowed(text).matchAll(FIGURE)].flatMap((match) => {
    const [whole, digits = '', open, unit = ''] = match
    const { kind, power } = UNITS[unit]!
    const value = digits.replace(/[,，]/g, '')
    const { low, high } = bounds(value, open !== undefined && !value.includes('.'))
    return [{
      text: text.slice(match.index, match.index + whole.length), start: match.index, end: match.index + whole.length, value, unit,
      low: shiftPoint(low, power), high: shiftPoint(high, power), kind,
    }]
  })
}
