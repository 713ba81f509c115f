import { compare, decimal, divide, HUNDRED, multiply, subtract, sum, toDecimalText, toFixedText, ZERO, type Rational } from '../../kernel/rational'
import { fullMarksAt } from '../scoring/fullMarks'
import type { Assessment, Line } from './assessment'
import { unsound } from './soundness'

/** 失分: points an indicator lost, by which rule, and what it would have taken. */
export interface Loss {
  readonly indicator: string
  readonly title: string
  /** Points lost, two decimals. */
  readonly lost: string
  readonly weight: string
  /** 得分率. */
  readonly rate: string
  /** The trace's last step: how the rule came to it. */
  readonly reason: string
  /** 得满分要达到什么: for next year's targets; null where the rule itself is not sound. */
  readonly needed: string | null
}

/** 得分率 as percent with one decimal; null where there is no weight. */
export function scoreRate(points: string, weight: string): string | null {
  const share = divide(decimal(points), decimal(weight))
  return share && `${toFixedText(multiply(share, HUNDRED), 1)}%`
}

function lossOf(line: Line): Loss | null {
  if (line.points === null || line.state === 'excluded') return null
  const { scoring } = line.indicator
  const lost = subtract(decimal(line.weight), decimal(line.points))
  if (compare(lost, ZERO) <= 0) return null
  return {
    indicator: line.indicator.id, title: line.indicator.title, lost: toFixedText(lost, 2), weight: line.weight, rate: scoreRate(line.points, line.weight) ?? '—',
    reason: line.trace.at(-1)?.text ?? '', needed: unsound(scoring).length > 0 ? null : fullMarksAt(scoring, line.indicator.valueStyle),
  }
}

/** 失分分析: where points were lost, most first; what is still open is no loss. */
export const lossesOf = ({ lines }: Assessment): readonly Loss[] =>
  lines.map(lossOf).filter((loss) => loss !== null).toSorted((a, b) => compare(decimal(b.lost), decimal(a.lost)))

/** A group's weight, settled points and 得分率: decimal text. */
export interface LevelScore {
  readonly weight: string
  readonly points: string
  readonly rate: string | null
  /** Some of it is still open. */
  readonly open: boolean
}

/** The score of a level: its lines added up as printed. */
export function levelScore(lines: readonly Line[]): LevelScore {
  const total = (of: (line: Line) => string): Rational => sum(lines.map((line) => decimal(of(line))))
  const [weight, points] = [total((line) => line.weight), total((line) => line.lowest)]
  const open = lines.some((line) => line.points === null)
  return { weight: toDecimalText(weight), points: toFixedText(points, 2), rate: open ? null : scoreRate(toFixedText(points, 2), toDecimalText(weight)), open }
}
