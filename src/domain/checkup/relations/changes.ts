import { divideIntervals } from '../../../kernel/interval'
import { absolute, add, compare, divide, equals, HUNDRED, multiply, subtract, ZERO, type Rational } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Figure } from '../figure'
import { columnOf, type Group, type Line } from '../group'
import { rowOf, type Mention } from '../mention'
import { isGeneric } from '../nameWords'
import { changeRange, isZero, reckonPercent, reckonSum, relationOf, words, type Extra, type Reckoned } from './relate'
import { amountsBefore } from './shares'
import { slipOf } from './typo'

const BARE_CHANGE = /^[，、（]?(?:同比|[比较](?:上年|去年)(?:同期)?)?(?:净|共|实际)?(?:增收|减收|增支|减支|增加|减少|净增|多收|少收|多支|少支|增|减)(?:了|额为?)?$/

/** 增减 of one thing: what it is now, what it was, by how much it changed, in amount and in per cent. */
interface Change {
  readonly current: readonly Mention[]
  readonly previous: readonly Mention[]
  readonly amount: Mention | undefined
  readonly rate: Mention | undefined
  /** Other amounts said before it: what comes out with one of them is no contradiction. */
  readonly others: readonly Mention[]
  /** The current amount stands in the same breath. */
  readonly near: boolean
}

const aboutBudget = ({ of }: Mention): boolean => /预算/.test(of) && !/上年|去年|(?:19|20)\d\d年|上一年|同期/.test(of)

const BUDGETS: ReadonlySet<string> = new Set(['original', 'adjusted', 'full', 'budget'])

const inRow = (mention: Mention, line: Line): boolean => mention.continues !== null || line.mentions.some((one) => one.continues === mention)

/** A change right behind a price or a rate is of that, not of an amount named earlier. */
function ofStranger(group: Group, line: Line): boolean {
  const first = group.mentions[0]!
  const before = line.mentions[line.mentions.indexOf(first) - 1]
  return before !== undefined && before.sentence === first.sentence && (before.role === 'price' || before.role === 'bound' || before.role === 'other')
}

/** Changes a group speaks of. */
function changesOf(group: Group, line: Line, lines: readonly Line[]): readonly Change[] {
  const found: Change[] = []
  const amounts = group.mentions.filter(({ role }) => role === 'amount')
  const previous = group.mentions.filter(({ role }) => role === 'previous')
  const spoken = group.mentions.filter((one) => (one.role === 'change' || one.role === 'rate') && !inRow(one, line))
  const used = new Set<Mention>()
  for (const mention of spoken) {
    if (used.has(mention)) continue
    const [following, next] = spoken.slice(spoken.indexOf(mention) + 1)
    // 增长15.35%，增收254万元: the rate first.
    const turned = mention.role === 'rate' && following?.role === 'change' && following.sentence === mention.sentence && following.sign === mention.sign && following.of === '' && BARE_CHANGE.test(following.clause) && !(next?.role === 'rate' && next.sentence === following.sentence)
    const amount = mention.role === 'change' ? mention : turned ? following : undefined
    if (turned) used.add(following)
    const rate = mention.role === 'rate' ? mention : following?.role === 'rate' && following.sentence === mention.sentence ? following : undefined
    if (rate) used.add(rate)
    const own = amounts.filter(({ figure }) => figure.start < mention.figure.start)
    const years = new Set(own.map(({ year }) => year).filter((year) => year !== null))
    // 2023年40万元，2024年25万元: the earlier year is the base.
    const latest = Math.max(...years)
    const older = years.size > 1 ? own.filter(({ year }) => year !== null && year < latest) : []
    const current = own.filter((one) => !older.includes(one))
    const said = current.length === 0 && !ofStranger(group, line)
    const fallback = said ? earlierAmounts(group, line, lines, mention) : []
    // The change repeats the name of an amount just said.
    const named = mention.name.length > 1 ? fallback.find(({ name }) => name !== '' && alike(name, mention.name)) : undefined
    // 与上年相比，收、支总计各增加…: one value was said in the sentence before.
    const nearest = fallback.filter(({ sentence, figure }) => figure.start >= line.start && mention.sentence - sentence <= 1)
    const alone = nearest.length > 0 && nearest.every(({ figure }) => equals(figure.value, nearest[0]!.figure.value)) && (isGeneric(mention.name) || /总计|合计|收.?支/.test(mention.name)) ? nearest[0] : undefined
    const likely = named ?? alone
    const repeats = likely !== undefined
    found.push({ current: current.length > 0 ? [...current].reverse() : repeats ? [likely] : fallback, previous: amount && aboutBudget(amount) ? [] : [...previous, ...older], amount, rate, near: current.length > 0 || repeats, others: current.length > 0 ? [...line.mentions.filter(({ role, figure }) => role === 'amount' && figure.start < mention.figure.start && figure.quantity.kind !== 'percent'), ...earlierAmounts(group, line, lines, mention)] : fallback })
  }
  return found
}

/** Names of one thing: one ends with the other, or goes on from it (财政拨款, 财政拨款支出). */
const alike = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a) || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))

/** Amounts said before a change that names none: 与上年相比，支出增加27万元. */
function earlierAmounts(group: Group, line: Line, lines: readonly Line[], mention: Mention): readonly Mention[] {
  const here = line.groups.filter((other) => other.start < group.start)
  const before = here.length > 0 ? here : (lines.slice(Math.max(0, line.index - 3), line.index).findLast(({ groups }) => groups.length > 0)?.groups ?? [])
  return [...before].reverse().flatMap(({ mentions }) => mentions.filter((one) => one.role === 'amount' && one.figure.quantity.kind === mention.figure.quantity.kind)).slice(0, 8)
}

interface Tried {
  readonly reckoned: Reckoned
  readonly operands: readonly Figure[]
  readonly equation: string
}

/** rate = (current − previous) ÷ previous. */
function fromYears(rate: Figure, current: Figure, previous: Figure): Tried | null {
  const ratio = divide(subtract(current.value, previous.value), previous.value)
  if (!ratio) return null
  return { reckoned: { ...reckonPercent(rate, absolute(ratio), changeRange(current.interval, previous.interval)), computed: multiply(absolute(ratio), HUNDRED) }, operands: [current, previous], equation: `（${words(current)} − ${words(previous)}）÷ ${words(previous)}` }
}

/** rate = change ÷ (current ∓ change). Null where the base would be zero or less. */
function fromChange({ figure: rate, sign }: Mention, current: Figure, change: Mention): Tried | null {
  const down = (change.sign || sign) < 0
  const base = down ? add(current.value, change.figure.value) : subtract(current.value, change.figure.value)
  if (compare(base, ZERO) <= 0) return null
  const ratio = divide(change.figure.value, base)
  // Last year's amount moves with both: the ends belong together.
  const by = down ? add : subtract
  const { low, high } = change.figure.interval
  const [least, most] = [divide(low, by(current.interval.high, low)), divide(high, by(current.interval.low, high))]
  return ratio && { reckoned: reckonPercent(rate, ratio, least && most && compare(least, most) <= 0 ? { low: least, high: most } : null), operands: [current, change.figure], equation: `${words(change.figure)} ÷（${words(current)} ${down ? '+' : '−'} ${words(change.figure)}）` }
}

/** Why a rate is wrong: taken of this year's amount, printed as a ratio, or with one digit wrong. */
function rateCause(rate: Figure, tried: Tried, change: Figure | null, current: Figure): Extra {
  const is = (value: Rational | null): boolean => value !== null && reckonPercent(rate, value, null).verdict === 'holds'
  const ratio = divide(tried.reckoned.computed, HUNDRED)
  if (change && is(divide(change.value, current.value))) return { cause: '基数用错了：按今年的数算，应按上年的数算' }
  if (ratio && is(divide(ratio, HUNDRED))) return { cause: '把比值当成了百分数，少乘了 100' }
  const slip = slipOf(rate, tried.reckoned.computed)
  return slip ?? { cause: '增减率可能属于别的数，或没有按现在的数重算' }
}

const direction = (sign: number): string => (sign > 0 ? '增' : '减')

function checkOne({ current, previous, amount, rate, near, others }: Change): readonly Relation[] {
  const found: Relation[] = []
  const exact = (one: Mention): boolean => one.figure.vague === 'printed'
  if ((amount && !exact(amount)) || (rate && !exact(rate)) || !current.every(exact)) return []
  if (amount && rate && amount.sign !== 0 && rate.sign !== 0 && amount.sign !== rate.sign && !isZero(amount.figure) && !isZero(rate.figure))
    found.push(relationOf('change', rate.figure, [amount.figure], { verdict: 'contradicted', computed: rate.figure.value }, `${words(amount.figure)} 是${direction(amount.sign)}，${words(rate.figure)} 却写${direction(rate.sign)}`, { severity: 'suspicion', cause: '增减的方向写反了' }))
  if (amount && current.length > 0 && previous.length > 0) found.push(...differences(amount, current, previous, others))
  if (!rate || isZero(rate.figure)) return found
  const both = previous.length > 0 ? current.flatMap((now) => previous.flatMap((then) => fromYears(rate.figure, now.figure, then.figure) ?? [])) : []
  const byChange = amount && !isZero(amount.figure) ? current.flatMap((now) => fromChange(rate, now.figure, amount) ?? []) : []
  // 比年初预算减少X: the base is the budget printed beside it.
  const ofBudget = amount && aboutBudget(amount) ? current.flatMap((budget) => (columnOf(budget) === 'actual' || isZero(budget.figure) ? [] : [{ reckoned: reckonPercent(rate.figure, divide(amount.figure.value, budget.figure.value)!, divideIntervals(amount.figure.interval, budget.figure.interval)), operands: [budget.figure, amount.figure], equation: `${words(amount.figure)} ÷ ${words(budget.figure)}` }])) : []
  const tried = [...both, ...ofBudget, ...byChange]
  const good = tried.find(({ reckoned }) => reckoned.verdict === 'holds') ?? tried.find(({ reckoned }, i) => reckoned.verdict === 'rounding' && (near || i === 0))
  if (good) {
    const [now, then] = [current[0], previous[0]]
    const wrongWay = both.includes(good) && now && then && rate.sign !== 0 && compare(good.operands[0]!.value, good.operands[1]!.value) * rate.sign < 0
    if (wrongWay && found.some(({ kind, verdict }) => kind === 'change' && verdict === 'contradicted')) return found
    found.push(wrongWay
      ? relationOf('change', rate.figure, good.operands, { ...good.reckoned, verdict: 'contradicted' }, `${good.equation}，是${direction(-rate.sign)}，文中写${direction(rate.sign)}`, { cause: '增减的方向写反了' })
      : relationOf('change', rate.figure, good.operands, good.reckoned, good.equation))
    return found
  }
  const other = [
    ...others.flatMap((one) => (amount && !isZero(amount.figure) ? (fromChange(rate, one.figure, amount) ?? []) : [])),
    ...others.flatMap((one) => previous.flatMap((then) => fromYears(rate.figure, one.figure, then.figure) ?? [])),
  ].find(({ reckoned }) => reckoned.verdict === 'holds')
  if (other) return [...found, relationOf('change', rate.figure, other.operands, other.reckoned, other.equation)]
  const now = current[0]
  // 上年为 0，今年全是新增: no rate can be told.
  if (amount && now && near && amount.sign > 0 && equals(now.figure.value, amount.figure.value) && !isZero(now.figure) && rate.figure.quantity.kind === 'percent') {
    found.push(relationOf('change', rate.figure, [now.figure, amount.figure], { verdict: 'contradicted', computed: rate.figure.value }, `上年为 0（${words(now.figure)} − ${words(amount.figure)} = 0），增长率没有意义`, { severity: 'hint', cause: '基数为零时不能写增长率' }))
    return found
  }
  if (amount && now && near && amount.sign > 0 && !aboutBudget(amount) && compare(amount.figure.interval.low, now.figure.interval.high) > 0 && current.length === 1) {
    found.push(relationOf('change', amount.figure, [now.figure], { verdict: 'contradicted', computed: now.figure.value }, `增加额不会大于现在的 ${words(now.figure)}`, { cause: '可能写错了单位，或增加额写错了' }))
    return found
  }
  const first = tried[0]
  if (!first || !near || (amount && aboutBudget(amount) && ofBudget.length === 0) || (both.length === 0 && !(amount && (amount.sentence - current[0]!.sentence <= 1)))) return found
  found.push(relationOf('change', rate.figure, first.operands, first.reckoned, first.equation, rateCause(rate.figure, first, amount?.figure ?? null, first.operands[0]!)))
  return found
}

/** 增减额 = this year's − last year's. */
function differences(amount: Mention, current: readonly Mention[], previous: readonly Mention[], others: readonly Mention[]): readonly Relation[] {
  const pair = (now: Mention, then: Mention) => {
    const more = compare(now.figure.value, then.figure.value) >= 0
    const [large, small] = more ? [now.figure, then.figure] : [then.figure, now.figure]
    return { now, before: then, sign: more ? 1 : -1, large, small, reckoned: reckonSum({ figure: amount.figure, sign: 1 }, [{ figure: large, sign: 1 }, { figure: small, sign: -1 }]) }
  }
  const pairsOf = (amounts: readonly Mention[]) => amounts.flatMap((now) => previous.map((then) => pair(now, then)))
  const own = pairsOf(current)
  // What comes out with an amount said earlier is no contradiction.
  const tried = own.some(({ reckoned }) => reckoned.verdict !== 'contradicted') ? own : [...own, ...pairsOf(others).filter(({ reckoned }) => reckoned.verdict === 'holds')]
  const best = tried.find(({ reckoned }) => reckoned.verdict === 'holds') ?? tried.find(({ reckoned }) => reckoned.verdict === 'rounding') ?? tried[0]
  if (!best) return []
  const equation = `${words(best.large)} − ${words(best.small)}`
  const wrongWay = best.reckoned.verdict !== 'contradicted' && amount.sign !== 0 && best.sign !== amount.sign && !isZero(amount.figure)
  const extra: Extra = wrongWay ? { cause: '增减的方向写反了' } : best.reckoned.verdict === 'contradicted' ? (slipOf(amount.figure, best.reckoned.computed) ?? { cause: '增减额没有按前后两个数重算' }) : {}
  return [relationOf('difference', amount.figure, [best.now.figure, best.before.figure], wrongWay ? { ...best.reckoned, verdict: 'contradicted' } : best.reckoned, equation, extra)]
}

/** 比预算节约X: the budget less what was spent, both printed nearby. */
function budgetDifferences(line: Line): readonly Relation[] {
  return line.mentions.flatMap((amount) => {
    if (amount.role !== 'change' || !aboutBudget(amount) || amount.figure.vague !== 'printed' || isZero(amount.figure)) return []
    const near = line.mentions.filter((one) => one.role === 'amount' && one.figure.quantity.kind === 'money' && one.figure.start < amount.figure.start && amount.sentence - one.sentence <= 2)
    const pairs = near.flatMap((budget) => (BUDGETS.has(columnOf(budget)) ? near.filter((one) => !BUDGETS.has(columnOf(one))).map((spent) => ({ budget, spent })) : []))
    const tried = pairs.map(({ budget, spent }) => {
      const [large, small] = amount.sign > 0 ? [spent, budget] : [budget, spent]
      return { large, small, reckoned: reckonSum({ figure: amount.figure, sign: 1 }, [{ figure: large.figure, sign: 1 }, { figure: small.figure, sign: -1 }]) }
    })
    const good = tried.find(({ reckoned }) => reckoned.verdict === 'holds') ?? tried.find(({ reckoned }) => reckoned.verdict === 'rounding')
    const same = pairs.filter(({ budget, spent }) => budget.sentence === amount.sentence && spent.sentence === amount.sentence)
    const told = good ?? (same.length === 1 && tried.length === 1 ? tried[0] : undefined)
    if (!told) return []
    return [relationOf('difference', amount.figure, [told.large.figure, told.small.figure], told.reckoned, `${words(told.large.figure)} − ${words(told.small.figure)}`, told.reckoned.verdict === 'contradicted' ? (slipOf(amount.figure, told.reckoned.computed) ?? { cause: '差额没有按预算数和决算数重算' }) : {})]
  })
}

/** 分别减少A、B，下降x%、y%: rows beside rows. */
function rowChanges(line: Line): readonly Relation[] {
  return line.mentions.flatMap((last) => {
    if (last.role !== 'rate' || last.continues === null || line.mentions.some((one) => one.continues === last)) return []
    const rates = rowOf(last)
    const before = line.mentions[line.mentions.indexOf(rates[0]!) - 1]
    const changes = before?.role === 'change' ? rowOf(before) : []
    const amounts = changes[0] ? amountsBefore(line, changes[0], rates.length) : []
    if (amounts.length !== rates.length || changes.length !== rates.length) return []
    return rates.flatMap((rate, i) => {
      const tried = fromChange(rate, amounts[i]!.figure, changes[i]!)
      return tried ? [relationOf('change', rate.figure, tried.operands, tried.reckoned, tried.equation, tried.reckoned.verdict === 'contradicted' ? rateCause(rate.figure, tried, changes[i]!.figure, amounts[i]!.figure) : {})] : []
    })
  })
}

/** 增减 of all groups of the prose. */
export function checkChanges(lines: readonly Line[]): readonly Relation[] {
  return lines.flatMap((line) => (line.mentions.length > 600 ? [] : [...line.groups.flatMap((group) => changesOf(group, line, lines).flatMap(checkOne)), ...budgetDifferences(line), ...rowChanges(line)]))
}
