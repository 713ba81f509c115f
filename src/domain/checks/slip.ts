import { canMeet, type Interval } from '../../kernel/interval'
import { absolute, divide, equals, multiply, subtract, toFixedText, whole, ZERO, type Rational } from '../../kernel/rational'
import type { Expression } from '../expression/expression'
import type { Figures } from '../figures/figures'
import type { Side } from './decide'
import { mostPlaces, usedIn, type UsedFigure } from './usedFigures'

const FACTORS = [10n, 100n, 1000n, 10_000n] as const

const scaled = (of: Interval, by: bigint): Interval => ({ low: multiply(of.low, whole(by)), high: multiply(of.high, whole(by)) })

/** 10ⁿ between the sides: a slipped point, or 元 where 万元 is asked. */
function byTens({ range: left }: Side, { range: right }: Side): string | null {
  if (left === null || right === null) return null
  const factor = FACTORS.find((by) => canMeet(scaled(left, by), right) || canMeet(left, scaled(right, by)))
  if (factor === undefined) return null
  return factor === 10_000n ? '两边差 10000 倍，多半有一处把“元”填成了“万元”' : `两边差 ${factor} 倍，看看小数点有没有点错`
}

/** Two neighbouring digits changed places: 187.5 and 178.5. */
function swapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + a[at] + a.slice(at + 2) === b
}

function bySwap(left: Rational, right: Rational, places: number): string | null {
  const [a, b] = [toFixedText(left, places), toFixedText(right, places)]
  return swapped(a, b) ? `${a} 与 ${b} 只是相邻两位数字颠倒，看看有没有抄错` : null
}

/** Among more figures than these some one always happens to be the difference. */
const MOST_FIGURES = 300

/** The difference is one of the figures: it was left out, or counted twice. Half of it: added where it should be taken away. */
function byFigure(difference: Rational, used: readonly UsedFigure[]): string | null {
  const known = used.flatMap(({ figure }) => (figure.kind === 'value' && figure.value.n !== 0n ? [figure] : []))
  if (known.length < 2 || known.length > MOST_FIGURES) return null
  const size = absolute(difference)
  const omitted = known.find((figure) => equals(absolute(figure.value), size))
  if (omitted) return `相差的正好是 ${omitted.text}，看看这个数有没有漏加或重复加`
  const half = divide(size, whole(2))!
  const reversed = known.find((figure) => equals(absolute(figure.value), half))
  return reversed ? `相差的正好是 ${reversed.text} 的两倍，看看这个数有没有加减弄反` : null
}

/** What a bookkeeper would look for first, given two sides that should be equal; null where nothing stands out. */
export function likelySlip(left: Expression, right: Expression, values: { readonly left: Side; readonly right: Side }, figures: Figures): string | null {
  if (equals(values.left.value, ZERO) || equals(values.right.value, ZERO)) return null
  const used = [...new Map([...usedIn(left, figures), ...usedIn(right, figures)].map((one) => [one.id, one])).values()]
  return byTens(values.left, values.right)
    ?? bySwap(values.left.value, values.right.value, mostPlaces(used))
    ?? byFigure(subtract(values.left.value, values.right.value), used)
}
