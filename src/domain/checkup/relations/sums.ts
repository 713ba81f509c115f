import { absolute, add, compare, decimal, equals, multiply, negate, subtract, ZERO, type Rational } from '../../../kernel/rational'
import type { Relation, Undecided } from '../checkup'
import type { Figure } from '../figure'
import { columnOf, headOf, isAmount, type Group } from '../group'
import type { PartsList } from '../lists'
import type { Mention } from '../mention'
import { addable } from '../units'
import { isZero, reckonSum, relationOf, words, type Term } from './relate'
import { slipOf, type Slip } from './typo'

/** Marks of people that overlap: a member may be both. */
const OVERLAPS = /女|男|党员|本科|大专|研究生|硕士|博士|学历|岁|职称|高级|中级|初级|少数民族|骨干|领导|兼职/
/** Parts that make up their whole by definition. */
const COMPLETE: readonly (readonly RegExp[])[] = [[/基本支出/, /(?:项目|专项)支出/], [/人员(?:经费|支出)/, /公用(?:经费|支出)/], [/公务接待/, /公务?用?车/, /出国/], [/货物/, /工程/, /服务/], [/工资福利/, /商品和服务/, /对个人和家庭/], [/(?<!非)税收?收入/, /非税/], [/中央/, /地方/], [/集中采购/, /分散采购/]]

/** Wholes tried for a list. */
const MOST_WHOLES = 10

type Column = ReturnType<typeof columnOf> | 'change'

/** A group's figure in a column: its own, or its only amount where it names none. */
function pick(group: Group, column: Column): Mention | undefined {
  if (column === 'change') return group.mentions.find(({ role }) => role === 'change')
  let only: Mention | undefined
  let several = false
  for (const one of group.mentions) {
    if (!isAmount(one)) continue
    if (columnOf(one) === column) return one
    if (one.role === 'previous') continue
    several = only !== undefined
    only = one
  }
  return only && !several && column !== 'previous' && (columnOf(only) === 'plain' || column === 'plain') ? only : undefined
}

const termOf = (mention: Mention): Term => ({ figure: mention.figure, sign: mention.role === 'change' && mention.sign < 0 ? -1 : 1 })
const value = ({ figure, sign }: Term): Rational => (sign > 0 ? figure.value : negate(figure.value))

/** What single slip of the pen would make the parts add up. */
export function sumSlip(stated: Term, terms: readonly Term[], computed: Rational): { readonly slip: Slip; readonly figure: Figure } | null {
  const gap = subtract(value(stated), computed)
  for (const { figure, sign } of [...terms].sort((a, b) => compare(b.figure.value, a.figure.value))) {
    const slip = slipOf(figure, add(figure.value, sign > 0 ? gap : negate(gap)))
    if (slip) return { slip, figure }
  }
  const slip = slipOf(stated.figure, stated.sign > 0 ? computed : negate(computed))
  return slip && { slip, figure: stated.figure }
}

/** The equation and relation of a sum. */
export function sumRelation(stated: Term, terms: readonly Term[]): Relation {
  const reckoned = reckonSum(stated, terms)
  const found = reckoned.verdict === 'contradicted' ? sumSlip(stated, terms, reckoned.computed) : null
  // Of a decrease the decreases are added: 减少12.3 is 10.1 + 2.2.
  const equation = terms.map(({ figure, sign }, i) => (i === 0 ? (sign * stated.sign < 0 ? '−' : '') : sign * stated.sign < 0 ? ' − ' : ' + ') + words(figure)).join('')
  return relationOf('sum', stated.figure, terms.map(({ figure }) => figure), stated.sign > 0 ? reckoned : { verdict: reckoned.verdict, computed: negate(reckoned.computed) }, equation, found ? found.slip : reckoned.verdict === 'contradicted' ? { cause: '可能漏写了一项，或合计没有跟着改' } : {})
}

/** The groups that make up their whole by definition, if they are all there. */
function completeSet(groups: readonly Group[]): readonly Group[] | null {
  for (const set of COMPLETE) {
    const found = groups.filter(({ name }) => set.some((pattern) => pattern.test(name)))
    if (found.length === set.length && set.every((pattern) => found.some(({ name }) => pattern.test(name)))) return found
  }
  return null
}

/** A list that names what is left over, or what is nothing, leaves nothing out. */
const isFull = (groups: readonly Group[], terms: readonly Term[]): boolean => groups.length > 2 && (groups.some(({ name }) => /^其他|^其它/.test(name)) || terms.filter(({ figure }) => isZero(figure)).length > 1)

/** Whether a sum that misses is wrong beyond doubt, and not a list that leaves parts out. */
function isProven(whole: Term, terms: readonly Term[], groups: readonly Group[], computed: Rational, near: boolean, inline: boolean): boolean {
  if (whole.figure.quantity.kind === 'count' && groups.some(({ name }) => OVERLAPS.test(name))) return false
  if (inline && groups.some(({ name }) => name === '') && whole.figure.quantity.kind !== 'count') return false
  if (completeSet(groups)) return true
  // A part larger than its whole.
  if (near && whole.figure.quantity.kind === 'money' && terms.some(({ figure, sign }) => sign > 0 && whole.sign > 0 && compare(figure.interval.low, whole.figure.interval.high) > 0)) return true
  // 指标15个，其中一级3个、二级7个、三级15个: levels of one thing.
  if (whole.figure.quantity.kind === 'count' && terms.some(({ figure }) => equals(figure.value, whole.figure.value))) return false
  const gap = subtract(value(whole), computed)
  if (sumSlip(whole, terms, computed)) return true
  const off = absolute(gap)
  const all = absolute(value(whole))
  // More than the whole cannot be a list with parts left out; a rest can, unless the list says that it is full or the rest is next to nothing.
  const short = gap.n !== 0n && (gap.n < 0n) === (value(whole).n < 0n)
  return short && !isFull(groups, terms) ? compare(multiply(off, decimal('100')), all) <= 0 : compare(multiply(off, decimal('3')), all) <= 0
}

/** 680人次，其中甲5期320人次，乙7期360人次: what is counted in the whole's own unit, where it adds up. */
function heldOfUnit(whole: Group, groups: readonly Group[], column: Column): readonly Trial[] {
  const own = pick(whole, column)
  const fitting = own ? groups.filter((group) => partIn(group, column, own)) : []
  if (!own || fitting.length < 2 || fitting.length === groups.length) return []
  const one = trial(whole, fitting, column)
  return one && reckonSum(termOf(own), one.parts.map(termOf)).verdict === 'holds' && !isZero(own.figure) ? [one] : []
}

interface Trial {
  readonly of: Group
  readonly whole: Mention
  readonly parts: readonly Mention[]
  readonly groups: readonly Group[]
}

/** 购置费56万元，比上年增加56万元: nothing the year before, so nothing to add in that column. */
function isNew({ mentions }: Group): boolean {
  const amount = mentions.find(({ role }) => role === 'amount')
  return amount !== undefined && mentions.some(({ role, sign, figure }) => role === 'change' && sign > 0 && equals(figure.value, amount.figure.value))
}

/** A group's figure in a column, where it may be added up to the whole. */
function partIn(group: Group, column: Column, whole: Mention): Mention | undefined {
  const part = pick(group, column)
  const { kind, unit } = whole.figure.quantity
  return part && part.figure.quantity.kind === kind && (kind !== 'count' || addable(part.figure.quantity.unit, unit)) ? part : undefined
}

function trial(whole: Group, groups: readonly Group[], column: Column): Trial | null {
  const own = pick(whole, column)
  if (!own || groups.length === 0) return null
  const parts: Mention[] = []
  for (const group of groups) {
    const part = partIn(group, column, own)
    if (!part && column === 'previous' && isNew(group)) continue
    if (!part) return null
    parts.push(part)
  }
  return parts.length === 0 ? null : { of: whole, whole: own, parts, groups }
}

/** 出国费0万元, no change told: where the others make up the change, it had none. */
const isNothing = ({ mentions }: Group): boolean => mentions.every((one) => isAmount(one) && isZero(one.figure))

/** The beginnings of a list that add up to the whole to the digit. */
function heldPrefixes(whole: Group, groups: readonly Group[], column: Column, near: boolean): readonly Trial[] {
  const own = pick(whole, column)
  if (own?.figure.vague !== 'printed') return []
  const found: Trial[] = []
  const parts: Mention[] = []
  let [reached, real] = [ZERO, 0]
  for (const group of groups) {
    const part = partIn(group, column, own)
    if (!part && column === 'change' && isNothing(group)) continue
    if (part?.figure.vague !== 'printed') break
    parts.push(part)
    reached = add(reached, value(termOf(part)))
    if (!isZero(part.figure)) real += 1
    if (parts.length > 1 && real > (near ? 0 : 1) && equals(reached, value(termOf(own)))) found.push({ of: whole, whole: own, parts: [...parts], groups: groups.slice(0, parts.length) })
  }
  return found
}

/** Sums of one list: its amounts, budgets, last year's amounts, changes, each column by itself. Also tells which list came out. */
export function sumsOfList(list: PartsList): { readonly relations: readonly Relation[]; readonly undecided: readonly Undecided[]; readonly held: readonly Trial[] } {
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  const held: Trial[] = []
  const kinds = new Set(list.readings[0]!.map(({ kind }) => kind))
  const natural = list.wholes.find(({ kind }) => kinds.has(kind)) ?? list.wholes[0]!
  const longest = [...list.readings].sort((a, b) => b.length - a.length)[0]!
  const explained = new Set<Mention>()
  const missing: (() => void)[] = []
  // Changes come out by chance too often to tell which parts a list has.
  const shapes = (): readonly Trial[] => held.filter(({ whole }) => whole.role !== 'change')
  const columns = [...new Set<Column>(list.wholes.slice(0, MOST_WHOLES).flatMap((group) => group.mentions.flatMap((one): Column[] => (isAmount(one) ? [columnOf(one)] : one.role === 'change' ? ['change'] : []))))]
  for (const column of columns) {
    const trials = list.wholes.slice(0, MOST_WHOLES).flatMap((whole) => list.readings.flatMap((groups) => trial(whole, groups.filter((group) => group.kind === whole.kind), column) ?? []))
    const prefixes = list.wholes.slice(0, 2).flatMap((whole) => heldPrefixes(whole, longest, column, whole === natural && list.inside))
    const real = ({ parts }: Trial): boolean => parts.filter(({ figure }) => !isZero(figure)).length > 1
    const several = [...trials.filter((one) => one.parts.length > 1 && (natural.mentions.includes(one.whole) || real(one))), ...prefixes]
    const outcomes = several.map((one) => ({ one, ...reckonSum(termOf(one.whole), one.parts.map(termOf)) }))
    const counted = list.wholes.slice(0, 4).flatMap((whole) => (whole.kind === 'count' ? heldOfUnit(whole, longest, column) : []))
    const shaped = held.flatMap(({ of, groups }) => trial(of, groups, column) ?? [])
    outcomes.push(...counted.map((one) => ({ one, ...reckonSum(termOf(one.whole), one.parts.map(termOf)) })))
    outcomes.unshift(...shaped.map((one) => ({ one, ...reckonSum(termOf(one.whole), one.parts.map(termOf)) })))
    const good = outcomes.find(({ verdict, one }) => verdict === 'holds' && !isZero(one.whole.figure)) ?? outcomes.find(({ verdict, one }) => verdict === 'holds' || (verdict === 'rounding' && (trials.includes(one) || shaped.includes(one))))
    if (good) {
      relations.push(sumRelation(termOf(good.one.whole), good.one.parts.map(termOf)))
      held.push(good.one)
      for (const part of good.one.parts) explained.add(part)
      const rest = longest.slice(longest.indexOf(good.one.groups.at(-1)!) + 1)
      const last = good.one.groups.at(-1)!
      const detail = rest.length > 1 ? trial(last, rest, column) : null
      // What follows a full list may be the parts of its last item.
      if (detail && reckonSum(termOf(detail.whole), detail.parts.map(termOf)).verdict !== 'contradicted') relations.push(sumRelation(termOf(detail.whole), detail.parts.map(termOf)))
      continue
    }
    // Which parts make up the whole is told by the column that came out.
    missing.push(() => (shapes().length > 0 ? judgeShaped(shapes(), column, relations, explained) : judge(list, natural, trials, column, relations, undecided, explained)))
    if (trials.some(({ whole, parts }) => parts.length > 1 && natural.mentions.includes(whole))) continue
    const single = trials.find(({ whole, parts }) => parts.length === 1 && natural.mentions.includes(whole) && column !== 'change')
    if (single && list.inside && list.readings[0]!.length === 1) relations.push(...partOf(single))
  }
  for (const told of missing) told()
  return { relations, undecided, held }
}

/** Another column of a list that came out in one: the parts are the same. */
function judgeShaped(shapes: readonly Trial[], column: Column, relations: Relation[], explained: ReadonlySet<Mention>): void {
  const [shaped] = shapes.flatMap(({ of, groups }) => trial(of, groups, column) ?? [])
  if (!shaped || shaped.parts.length < 2 || shaped.parts.some((part) => explained.has(part)) || isZero(shaped.whole.figure) || ![shaped.whole, ...shaped.parts].every(({ figure }) => figure.vague === 'printed')) return
  const relation = sumRelation(termOf(shaped.whole), shaped.parts.map(termOf))
  if (relation.verdict === 'contradicted') relations.push(relation)
}

/** A list of whose readings none adds up: wrong, or not to be decided. Parts that make up another column of the whole are explained. */
function judge(list: PartsList, natural: Group, trials: readonly Trial[], column: Column, relations: Relation[], undecided: Undecided[], explained: ReadonlySet<Mention>): void {
  if (trials.some(({ parts }) => parts.some((part) => explained.has(part)))) return
  // Plain parts belong to the amount said last: 预算10万元，支出8.5万元，其中…
  const last = natural.mentions.findLast(({ role }) => role === 'amount')
  if (column !== 'change' && last && trials.some(({ whole, parts }) => whole !== last && natural.mentions.includes(whole) && parts.every((part) => columnOf(part) === 'plain'))) return
  const slipped = list.closed && list.unsure ? oneSlip(trials.filter(({ whole, parts }) => parts.length > 1 && natural.mentions.includes(whole))) : null
  if (slipped) {
    relations.push(sumRelation(termOf(slipped.whole), slipped.parts.map(termOf)))
    return
  }
  const first = trials.find(({ whole, parts }) => parts.length > 1 && natural.mentions.includes(whole))
  if (first) {
    const set = completeSet(first.groups)
    const parts = set && set.length < first.groups.length && column !== 'change' ? first.parts.filter((_, i) => set.includes(first.groups[i]!)) : first.parts
    const terms = parts.map(termOf)
    const { computed } = reckonSum(termOf(first.whole), terms)
    if (list.closed && !list.unsure && !isZero(first.whole.figure) && first.whole.figure.vague === 'printed' && !partial(first) && isProven(termOf(first.whole), terms, first.groups, computed, list.inside && natural.line === first.groups[0]!.line, natural.line === first.groups[0]!.line)) relations.push(graded(sumRelation(termOf(first.whole), terms), first, computed))
    else undecided.push({ quantities: [first.whole.figure.quantity, ...first.parts.map(({ figure }) => figure.quantity)], reason: list.closed ? '分项之和不等于合计，但列出的可能不是全部分项' : '只列出了主要部分，不能核对合计' })
  }
}

/** Parts that stay below their whole, and no slip of the pen between: one may have been left out on purpose. */
function graded(relation: Relation, { whole, groups }: Trial, computed: Rational): Relation {
  const { kind } = whole.figure.quantity
  // Of few people one digit more or less is no proof.
  const short = relation.verdict === 'contradicted' && (relation.repair === undefined || kind === 'count') && whole.role !== 'change' && compare(computed, whole.figure.value) < 0 && completeSet(groups) === null
  return short ? { ...relation, severity: 'suspicion', cause: '可能漏写了一项，或列出的不是全部分项' } : relation
}

/** Of several ways to read a list the one that a single slip of the pen explains. */
function oneSlip(trials: readonly Trial[]): Trial | null {
  return trials.find((one) => {
    const terms = one.parts.map(termOf)
    return one.whole.figure.quantity.kind === 'money' && one.whole.figure.quantity.value.replace(/\D/g, '').length >= 4 && one.groups.every(({ name }) => name !== '') && !isZero(one.whole.figure) && sumSlip(termOf(one.whole), terms, reckonSum(termOf(one.whole), terms).computed) !== null
  }) ?? null
}

/** A list whose shares do not reach 100 % leaves parts out and says so. */
function partial({ groups }: Trial): boolean {
  const shares = groups.map((group) => group.mentions.find(({ role }) => role === 'share'))
  if (!shares.every((one) => one !== undefined)) return false
  const total = shares.reduce((reached, { figure }) => add(reached, figure.value), decimal('0'))
  return compare(total, decimal('98')) < 0
}

/** One part alone: it is at most the whole. */
function partOf({ whole, parts }: Trial): readonly Relation[] {
  const part = parts[0]!
  if (whole.figure.vague !== 'printed' || part.figure.vague !== 'printed' || part.name === '') return []
  const above = compare(part.figure.interval.low, whole.figure.interval.high) > 0
  return [relationOf('partOf', part.figure, [whole.figure], { verdict: above ? 'contradicted' : 'holds', computed: whole.figure.value }, `不超过 ${words(whole.figure)}`, above ? { severity: 'suspicion', cause: '部分写得比整体大' } : {})]
}

/** The name a whole goes by. */
export const wholeName = (group: Group): string => headOf(group)?.name ?? group.name
