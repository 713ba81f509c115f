import { divideIntervals } from '../../../kernel/interval'
import { add, compare, divide, HUNDRED, multiply, subtract } from '../../../kernel/rational'
import type { Relation, Undecided } from '../checkup'
import { columnOf, isAmount, type Group, type Line } from '../group'
import type { Mention, Slot } from '../mention'
import { isGeneric } from '../nameWords'
import { isPercentOf, isZero, reckonPercent, relationOf, words } from './relate'
import { slipOf } from './typo'

const NAMED: readonly (readonly [RegExp, Slot])[] = [[/年初|批复/, 'original'], [/调整/, 'adjusted'], [/全年/, 'full']]
const BUDGETS: ReadonlySet<string> = new Set(['original', 'adjusted', 'full', 'budget'])

/** The amounts a completion may be of, and the budgets beside them. */
function sides(group: Group, line: Line, completion: Mention): { readonly actual: readonly Mention[]; readonly budgets: readonly Mention[] } {
  const before = (one: Mention): boolean => one.figure.start < completion.figure.start && one.figure.quantity.kind !== 'percent'
  const own = group.mentions.filter((one) => before(one) && (one.role === 'amount' || one.role === 'whole'))
  const near = line.mentions.filter((one) => before(one) && completion.sentence - one.sentence <= 1 && (one.role === 'amount' || one.role === 'whole'))
  const pool = own.length > 1 ? own : near
  return { actual: pool.filter((one) => !BUDGETS.has(columnOf(one))).reverse(), budgets: pool.filter((one) => BUDGETS.has(columnOf(one))).reverse() }
}

/** 完成率、执行率 against the amounts beside them; the budget is the one the words name. */
export function checkCompletions(lines: readonly Line[]): { readonly relations: readonly Relation[]; readonly undecided: readonly Undecided[] } {
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  for (const line of lines) for (const group of line.groups) for (const completion of group.mentions) {
    if (completion.role !== 'completion' || completion.figure.vague !== 'printed') continue
    const { actual, budgets } = sides(group, line, completion)
    const saves = /节约率|结余率/.test(completion.clause)
    const slot = NAMED.find(([pattern]) => pattern.test(completion.of))?.[1]
    const tried = actual.flatMap((part) => budgets.flatMap((whole) => {
      const ratio = divide(part.figure.value, whole.figure.value)
      if (!ratio || part.figure.quantity.kind !== whole.figure.quantity.kind || saves) return []
      return [{ part, whole, reckoned: reckonPercent(completion.figure, ratio, divideIntervals(part.figure.interval, whole.figure.interval)) }]
    }))
    const fits = (whole: Mention): boolean => slot === undefined || columnOf(whole) === slot || columnOf(whole) === 'budget'
    const good = tried.find(({ whole, reckoned }) => reckoned.verdict === 'holds' && fits(whole)) ?? tried.find(({ whole, reckoned }) => reckoned.verdict === 'rounding' && fits(whole))
    const say = ({ part, whole, reckoned }: (typeof tried)[number], extra: Pick<Relation, 'cause' | 'repair'> = {}): void => {
      relations.push(relationOf('completion', completion.figure, [part.figure, whole.figure], reckoned, `${words(part.figure)} ÷ ${words(whole.figure)}`, extra))
    }
    if (good) {
      say(good)
      continue
    }
    const elsewhere = saves ? fromSaving(line, completion) : tried.length === 0 ? fromElsewhere(lines, line, completion, actual) : null
    if (elsewhere) {
      relations.push(elsewhere)
      continue
    }
    const implied = budgets.length === 0 ? fromDifference(line, completion, actual) : null
    if (implied) {
      relations.push(implied)
      continue
    }
    const [part] = actual
    const named = budgets.find((whole) => (slot === undefined ? columnOf(whole) === 'full' || columnOf(whole) === 'adjusted' : columnOf(whole) === slot))
    const other = tried.find(({ reckoned }) => reckoned.verdict === 'holds')
    if (other && (!named || slot === undefined)) say(other)
    else if (other && part) {
      say(other)
      relations.push(relationOf('completion', completion.figure, [part.figure, named!.figure], { verdict: 'contradicted', computed: other.reckoned.computed }, `${words(part.figure)} ÷ ${words(other.whole.figure)}（${other.whole.clause.trim()}），不是“${completion.of}”`, { cause: '预算的名称写错了：这个比率是按另一个预算算的' }))
    } else if (part && named && slot !== undefined && isZero(named.figure)) {
      relations.push(relationOf('completion', completion.figure, [part.figure, named.figure], { verdict: 'contradicted', computed: completion.figure.value }, `${completion.of}为 0，不能计算完成率`, { cause: '预算的名称写错了，或预算为零' }))
    } else if (tried.length > 0 && (named ?? budgets.length === 1) && actual.length === 1 && budgets.some((budget) => group.mentions.includes(budget) || budget.sentence === completion.sentence)) {
      const first = tried.find(({ whole }) => whole === (named ?? budgets[0])) ?? tried[0]!
      say(first, slipOf(completion.figure, first.reckoned.computed) ?? { cause: '完成率没有按现在的金额重算，或预算口径不同' })
    } else pairs(line, completion, relations, undecided)
  }
  return { relations, undecided }
}

const MOST_AWAY = 6

/** The budget of the same name, said in another paragraph. Only what comes out is told. */
function fromElsewhere(lines: readonly Line[], line: Line, completion: Mention, actual: readonly Mention[]): Relation | null {
  const [part] = actual
  if (!part || isGeneric(part.name) || part.name.length < 3) return null
  for (const other of lines.slice(Math.max(0, line.index - MOST_AWAY), line.index + MOST_AWAY + 1)) for (const budget of other.mentions) {
    if (other === line || budget.role !== 'amount' || budget.figure.quantity.kind !== part.figure.quantity.kind || budget.name !== part.name || budget.figure.quantity.value === part.figure.quantity.value) continue
    if (isPercentOf(completion.figure, part.figure, budget.figure)) return relationOf('completion', completion.figure, [part.figure, budget.figure], { verdict: 'holds', computed: multiply(divide(part.figure.value, budget.figure.value)!, HUNDRED) }, `${words(part.figure)} ÷ ${words(budget.figure)}`)
  }
  return null
}

/** 预算228万元，节约资金22.5万元，节约率9.87%. */
function fromSaving(line: Line, completion: Mention): Relation | null {
  const before = line.mentions.filter(({ figure, sentence }) => figure.start < completion.figure.start && completion.sentence - sentence <= 2 && figure.quantity.kind === 'money').reverse()
  const saved = before.find(({ role, sign }) => role === 'change' && sign < 0)
  const whole = saved && before.find((one) => isAmount(one) && isPercentOf(completion.figure, saved.figure, one.figure))
  return saved && whole ? relationOf('completion', completion.figure, [saved.figure, whole.figure], { verdict: 'holds', computed: multiply(divide(saved.figure.value, whole.figure.value)!, HUNDRED) }, `${words(saved.figure)} ÷ ${words(whole.figure)}`) : null
}

const BUDGET_MEANT = /预算/

/** 支出57万元，完成年初预算100%，决算数大于预算数3万元: the budget is what was spent less the difference. */
function fromDifference(line: Line, completion: Mention, actual: readonly Mention[]): Relation | null {
  const [part, ...others] = actual
  const gap = line.mentions.find((one) => one.role === 'change' && BUDGET_MEANT.test(one.of) && !/上年|去年|\d{4}年/.test(one.of) && one.sentence === completion.sentence && one.figure.start > completion.figure.start && one.figure.quantity.kind === 'money')
  if (!part || !gap || others.length > 0 || !BUDGET_MEANT.test(completion.of) || part.sentence !== completion.sentence || part.figure.quantity.kind !== 'money' || gap.sign === 0 || isZero(gap.figure)) return null
  const [by, opposite] = gap.sign > 0 ? [subtract, '−'] as const : [add, '+'] as const
  const ratio = divide(part.figure.value, by(part.figure.value, gap.figure.value))
  if (!ratio || ratio.n <= 0n) return null
  const reckoned = reckonPercent(completion.figure, ratio, null)
  return relationOf('completion', completion.figure, [part.figure, gap.figure], reckoned, `${words(part.figure)} ÷（${words(part.figure)} ${opposite} ${words(gap.figure)}）`, reckoned.verdict === 'contradicted' ? { severity: 'suspicion', cause: '完成率与决算和预算的差额不符' } : {})
}

const MOST_BEFORE = 4
const DONE = /办结|结案|答复|回复|完成|处理|办理|整改|合格|通过|达标/

/** 收到654件，回复654件，办结率100%: two amounts of one kind, the later of the earlier. */
function pairs(line: Line, completion: Mention, relations: Relation[], undecided: Undecided[]): void {
  const all = line.mentions.filter((one) => one.role === 'amount' && one.depth <= completion.depth && one.sentence === completion.sentence && one.figure.start < completion.figure.start).slice(-MOST_BEFORE)
  // 立案12件，结案11件，罚款8万元，结案率91.67%: other things may stand between.
  const apart = all.flatMap((part, i) => all.slice(0, i).flatMap((whole) => (part.figure.quantity.unit === whole.figure.quantity.unit && compare(part.figure.value, whole.figure.value) <= 0 && isPercentOf(completion.figure, part.figure, whole.figure) ? [[whole, part] as const] : []))).at(-1)
  const [whole, part] = apart ?? all.slice(-2)
  const same = whole && part && whole.figure.quantity.unit === part.figure.quantity.unit
  const ratio = same ? divide(part.figure.value, whole.figure.value) : null
  const reckoned = ratio && whole && part ? reckonPercent(completion.figure, ratio, divideIntervals(part.figure.interval, whole.figure.interval)) : null
  if (reckoned && whole && part && reckoned.verdict !== 'contradicted') relations.push(relationOf('completion', completion.figure, [part.figure, whole.figure], reckoned, `${words(part.figure)} ÷ ${words(whole.figure)}`))
  else if (reckoned && whole && part && /(?:办结|结案|答复|回复|完成|处理|办理|整改|合格|通过|达标)率/.test(completion.clause) && DONE.test(part.clause) && !DONE.test(whole.clause)) relations.push(relationOf('completion', completion.figure, [part.figure, whole.figure], reckoned, `${words(part.figure)} ÷ ${words(whole.figure)}`, { severity: 'suspicion', cause: '两个数与比率中有一个写错了' }))
  else undecided.push({ quantities: [completion.figure.quantity], reason: '文中没有写出计算这个比率的两个数' })
}
