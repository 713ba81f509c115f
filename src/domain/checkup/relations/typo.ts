import { shiftPoint, printedPlaces } from '../../../kernel/decimalText'
import { compare, decimal, divide, equals, powerOfTen, toFixedText, ZERO, type Rational } from '../../../kernel/rational'
import type { Figure } from '../figure'
import { perUnit, words } from './relate'

/** A likely slip of the pen, and what would mend it. */
export interface Slip {
  readonly cause: string
  readonly repair: string
}

/** How two printed numbers of the same length differ: one digit, two neighbours swapped, or otherwise. */
function digitSlip(from: string, to: string): string | null {
  if (from.length !== to.length) return null
  const at: number[] = []
  for (let i = 0; i < from.length && at.length < 3; i++) if (from[i] !== to[i]) at.push(i)
  if (at.length === 1 && from[at[0]!] !== '.') return '可能有一位数字写错'
  const [first, second] = at
  return at.length === 2 && second === first! + 1 && from[first!] === to[second] && from[second] === to[first!] ? '可能有两位数字颠倒' : null
}

/** Powers of ten by which a point or a unit slips. */
const SLIPS = [-8, -4, -3, -2, -1, 1, 2, 3, 4, 8]

/** Whether `figure` would be right as `wanted` (base unit) after one slip of the pen. */
export function slipOf(figure: Figure, wanted: Rational): Slip | null {
  if (compare(wanted, ZERO) <= 0) return null
  const { value, unit } = figure.quantity
  const inUnit = perUnit(figure, wanted)
  const text = toFixedText(inUnit, printedPlaces(value))
  const cause = equals(decimal(text), inUnit) ? digitSlip(value.replace('-', ''), text) : null
  if (cause) return { cause, repair: `把 ${words(figure)} 改为 ${text}${unit}` }
  const factor = figure.value.n === 0n ? null : divide(wanted, figure.value)
  if (!factor) return null
  for (const power of SLIPS) {
    if (power > 0 ? factor.n !== factor.d * powerOfTen(power) : factor.d !== factor.n * powerOfTen(-power)) continue
    return { cause: Math.abs(power) >= 3 ? '可能写错了单位（元、万元、亿元）' : '可能点错了小数点', repair: `把 ${words(figure)} 改为原来的${power > 0 ? ` ${shiftPoint('1', power)} 倍` : ` ${shiftPoint('1', -power)} 分之一`}` }
  }
  return null
}
