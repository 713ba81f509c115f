import { compare, decimal, divide, fromDecimal, multiply, ONE, roundHalfUp, subtract, toDecimalText, ZERO, type Rational } from '../../kernel/rational'
import { parseTarget, type Target } from '../forms/target'
import { bounded, percentText } from '../scoring/award'
import { targetText, type Goal } from './goal'

/** How a ceiling that was passed is scored: w × A/B (江西 2017, 鄂财绩发〔2020〕3号) or w × (1 − (B − A)/A) (some provinces' systems). */
export type CeilingRule = 'reverse' | 'reverseLinear'

/** 定性一档: the share of the weight a person may give, the most included in the best one only. */
export interface QualitativeTier {
  readonly label: string
  readonly says: RegExp
  readonly least: string
  readonly most: string
  readonly best: boolean
}

/** 定性三档. Labels vary: 达成年度指标, 达成预期指标; so does where the middle one begins (80/60 or 80/50, QUIRKS). */
export const qualitativeTiers = ({ partialFrom = '0.6' }: Pick<GoalRules, 'partialFrom'>): readonly QualitativeTier[] => [
  { label: '未达成且效果较差', says: /未达成|没有达成|未完成/, least: '0', most: partialFrom, best: false },
  { label: '部分达成并具有一定效果', says: /部分达成|部分完成|基本达成/, least: partialFrom, most: '0.8', best: false },
  { label: '达成年度指标', says: /达成|完成|达标/, least: '0.8', most: '1', best: true },
]

/** What one goal comes to. */
export interface GoalScore {
  /** Points that count, two decimals; null while open. */
  readonly points: Rational | null
  /** Points by the rule alone; null where the rule leaves them to a person. */
  readonly byRule: Rational | null
  /** 实际 ÷ 目标 where both are figures. */
  readonly rate: Rational | null
  /** Whether the target is reached; null while that cannot be said. */
  readonly met: boolean | null
  /** 超额 30% 及以上 (for a ceiling: at most 70 % of it): asks for a reason, takes no points by itself. */
  readonly beyond: boolean
  /** What a person chooses from, where a person gives the points. */
  readonly qualitative: boolean
  readonly words: string
  /** Columns of the row that are still to be filled. */
  readonly asked: readonly string[]
}

/** How goals under one slot of a framework are scored. */
export interface GoalRules {
  readonly ceiling: CeilingRule
  /** 及格线 as a ratio; absent where every completion counts. */
  readonly gate?: string
  /** Where 部分达成 of a 定性 goal begins, as a ratio; 0.6 where nothing is said. */
  readonly partialFrom?: string
}

/** The rules most forms follow. */
export const USUAL_RULES: GoalRules = { ceiling: 'reverse' }

const TWO: Rational = { n: 2n, d: 1n }
const OVER: Rational = { n: 13n, d: 10n }
const UNDER: Rational = { n: 7n, d: 10n }

/** The achieved value as a number in the goal's unit: 98.6%, 1,200 件. */
export function actualNumber({ actual, unit }: Pick<Goal, 'actual' | 'unit'>): Rational | null {
  const plain = actual.normalize('NFKC').replace(/[\s,]/g, '')
  const bare = unit !== '' && plain.endsWith(unit.normalize('NFKC')) ? plain.slice(0, plain.length - unit.normalize('NFKC').length) : plain
  return fromDecimal(unit === '%' || unit === '％' || unit === '' ? bare.replace(/%$/, '') : bare)
}

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** A day as year × 10000 + month × 100 + day; without a year it is of the year asked about. */
function dayNumber(target: Target | null, year: number): number | null {
  return target?.kind === 'date' ? (target.year ?? year) * 10_000 + target.month * 100 + target.day : null
}

const actualDay = (actual: string, year: number): number | null => {
  const match = iso.exec(actual.trim())
  return match ? Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3]) : dayNumber(parseTarget(actual.replace(/完成$/, '')), year)
}

/** The target read with its own sign and unit; null where its digits make no sense. */
export function goalTarget(goal: Goal): Target | null {
  if (goal.sign === '定性') return { kind: 'words' }
  // A day or a range says its own bounds, whatever sign stands before it.
  const alone = parseTarget(goal.target)
  return alone?.kind === 'date' || alone?.kind === 'range' ? alone : parseTarget(targetText(goal))
}

type Ruled = Omit<GoalScore, 'points'>

const open = (words: string, asked: readonly string[], more: Partial<Ruled> = {}): Ruled =>
  ({ byRule: null, rate: null, met: null, beyond: false, qualitative: false, words, asked, ...more })

function byBound(goal: Goal, target: Target & { kind: 'bound' }, actual: Rational, weight: Rational, { ceiling, gate }: GoalRules): Ruled {
  const wanted = decimal(target.value)
  const relation = compare(actual, wanted)
  // None where none is wanted (=0): more is no better (scoring-rule-kinds.md 8).
  const most = target.sign === '<=' || (target.sign === '=' && wanted.n === 0n)
  const met = (most ? relation <= 0 : relation >= 0) && !(target.strict && relation === 0)
  const rate = divide(actual, wanted)
  const beyond = relation !== 0 && (most ? compare(actual, multiply(wanted, UNDER)) <= 0 : compare(actual, multiply(wanted, OVER)) >= 0)
  const told = `完成 ${goal.actual}，目标 ${targetText(goal)}`
  const full = toDecimalText(weight)
  const common = { rate, beyond, met, qualitative: false, asked: [] }
  if (met) return { ...common, byRule: weight, words: `${told}，达到目标，得满分 ${full}` }
  const share = !most ? bounded(rate ?? ZERO, ONE) : ceiling === 'reverse' ? divide(wanted, actual) ?? ZERO : rate ? bounded(subtract(TWO, rate), ONE) : ZERO
  const how = !most ? '按完成比例' : ceiling === 'reverse' ? '反向指标按目标 ÷ 完成' : '超出部分按比例扣'
  if (gate === undefined) {
    const points = bounded(multiply(share, weight), weight)
    return { ...common, byRule: points, words: `${told}，${how} ${percentText(share)} × ${full} = ${toDecimalText(points, 4)}` }
  }
  const least = decimal(gate)
  if (compare(share, least) < 0) return { ...common, byRule: ZERO, words: `${told}，${how} ${percentText(share)}，低于 ${percentText(least)} 的及格线，不得分` }
  const points = multiply(divide(subtract(share, least), subtract(ONE, least)) ?? ZERO, weight)
  return { ...common, byRule: points, words: `${told}，${how} ${percentText(share)}：（${percentText(share)} − ${percentText(least)}）÷（100% − ${percentText(least)}）× ${full} = ${toDecimalText(points, 4)}` }
}

function byRange(goal: Goal, target: Target & { kind: 'range' }, actual: Rational, weight: Rational): Ruled {
  const [low, high] = [decimal(target.low), decimal(target.high)]
  const told = `完成 ${goal.actual}，目标 ${targetText(goal)}`
  const common = { rate: null, beyond: false, qualitative: false, asked: [] }
  if (compare(actual, low) >= 0 && compare(actual, high) <= 0) return { ...common, met: true, byRule: weight, words: `${told}，在区间内，得满分 ${toDecimalText(weight)}` }
  const share = compare(actual, low) < 0 ? divide(actual, low) : divide(high, actual)
  const points = bounded(multiply(share ?? ZERO, weight), weight)
  return { ...common, met: false, byRule: points, words: `${told}，不在区间内，按偏离比例 ${percentText(share ?? ZERO)} × ${toDecimalText(weight)} = ${toDecimalText(points, 4)}` }
}

function byRule(goal: Goal, weight: Rational, year: number, rules: GoalRules): Ruled {
  const target = goalTarget(goal)
  if (goal.target === '' && goal.sign !== '定性') return open('还没有指标值', ['target'])
  if (target === null) return open(`指标值“${targetText(goal)}”读不出数字`, ['target'])
  if (target.kind === 'words' || target.kind === 'frequency') {
    if (goal.actual === '') return open('还没有实际完成值', ['actual'], { qualitative: true })
    const tier = qualitativeTiers(rules).find(({ says }) => says.test(goal.actual))
    const words = tier ? `定性指标，判为“${tier.label}”，可得分值的 ${percentText(decimal(tier.least))}～${percentText(decimal(tier.most))}` : '定性指标，按达成、部分达成、未达成三档给分'
    return open(words, ['points'], { qualitative: true, met: tier ? tier.best : null })
  }
  if (goal.actual === '') return open('还没有实际完成值', ['actual'])
  if (target.kind === 'date') {
    const [day, due] = [actualDay(goal.actual, year), dayNumber(target, year)]
    if (day === null || due === null) return open(`完成时间“${goal.actual}”读不出日期，应写成 2025-12-31 或 12月31日`, ['actual'])
    if (day <= due) return { byRule: weight, rate: null, met: true, beyond: false, qualitative: false, asked: [], words: `${goal.actual} 不晚于 ${goal.target}，得满分 ${toDecimalText(weight)}` }
    return open(`${goal.actual} 晚于 ${goal.target}，扣多少由评分人给分`, ['points'], { met: false })
  }
  const actual = actualNumber(goal)
  if (!actual) return open(`实际完成值“${goal.actual}”不是数字`, ['actual'])
  return target.kind === 'range' ? byRange(goal, target, actual, weight) : byBound(goal, target, actual, weight, rules)
}

/**
 * 得分 of one goal by the published rules: reached → full marks; not reached → by completion (B/A, for a ceiling A/B); 定性 → a person's points.
 * Points typed on the row stand, and the words say what the rule gives. `year` stands in for a year that a day does not name.
 */
export function scoreGoal(goal: Goal, year: number, rules: GoalRules = USUAL_RULES): GoalScore {
  const weight = fromDecimal(goal.weight)
  if (!weight || weight.n < 0n) return { ...open('还没有分值', ['weight']), points: null }
  const ruled = byRule(goal, weight, year, rules)
  const computed = ruled.byRule && roundHalfUp(ruled.byRule, 2)
  const typed = goal.points === '' ? null : fromDecimal(goal.points)
  if (!typed) return { ...ruled, byRule: computed, points: computed }
  if (compare(typed, ZERO) < 0 || compare(typed, weight) > 0) return { ...ruled, byRule: computed, points: null, asked: ['points'], words: `得分 ${goal.points} 应在 0～${goal.weight} 之间` }
  const differs = computed && compare(computed, typed) !== 0 ? `；填写得分 ${goal.points}` : ruled.qualitative || !computed ? `，给 ${goal.points} 分` : ''
  return { ...ruled, byRule: computed, points: typed, asked: [], words: `${ruled.words}${differs}` }
}
