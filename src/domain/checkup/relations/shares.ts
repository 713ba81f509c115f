import { divideIntervals } from '../../../kernel/interval'
import { add, compare, divide, equals, sum, toFixedText, ZERO, type Rational } from '../../../kernel/rational'
import { printedPlaces } from '../../../kernel/decimalText'
import type { Relation, Undecided } from '../checkup'
import type { Figure } from '../figure'
import { isAmount, type Group, type Line } from '../group'
import { rowOf, type Mention } from '../mention'
import { coreName, isGeneric, plainName } from '../nameWords'
import { shareSum } from './shareSums'
import { isPercentOf, isZero, mayBePercentOf, reckonPercent, relationOf, words, type Reckoned } from './relate'

/** 占比 with its part, and the group it belongs to. */
export interface ShareOf {
  readonly share: Mention
  readonly part: Mention
  readonly group: Group
}

/** The amounts that a row of figures goes with, place by place: the row before it, or the last so many amounts of the sentence. */
export function amountsBefore(line: Line, first: Mention, count: number): readonly Mention[] {
  const before = line.mentions.filter(({ role, figure }) => role === 'amount' && figure.start < first.figure.start)
  const here = before.filter(({ sentence }) => sentence === first.sentence)
  const amounts = here.length > 0 ? here : before.filter(({ sentence }) => sentence === first.sentence - 1)
  const last = amounts.at(-1)
  const row = last ? rowOf(last) : []
  return row.length === count ? row : row.length === 1 || row.every((one) => amounts.includes(one)) ? amounts.slice(-count) : []
}

/** Shares of a line with their parts; a row of shares goes with the row of amounts before it, place by place. */
export function sharesIn(line: Line): readonly ShareOf[] {
  const done = new Set<Mention>()
  const found: ShareOf[] = []
  const groupOf = (mention: Mention): Group | undefined => line.groups.find(({ mentions }) => mentions.includes(mention))
  line.mentions.forEach((mention, i) => {
    if (mention.role !== 'share' || done.has(mention)) return
    let last = mention
    for (const next of line.mentions.slice(i + 1)) if (next.continues === last) last = next
    const row = rowOf(last)
    if (row.length > 1) {
      for (const one of row) done.add(one)
      const amounts = amountsBefore(line, mention, row.length)
      if (amounts.length !== row.length) return
      row.forEach((share, k) => {
        const group = groupOf(amounts[k]!)
        if (group) found.push({ share, part: amounts[k]!, group })
      })
      return
    }
    const group = groupOf(mention)
    const own = group?.mentions.filter((one) => one.figure.start < mention.figure.start) ?? []
    const part = own.findLast(({ role, slot }) => role === 'amount' && slot === 'actual') ?? own.findLast(({ role }) => role === 'amount')
    // A row without a row of shares: the share may be of any of them.
    if (group && part && part.continues === null) found.push({ share: mention, part, group })
  })
  return found
}

const reckon = (share: Figure, part: Figure, whole: { readonly value: Rational; readonly figure: Figure | null }): Reckoned | null => {
  const ratio = divide(part.value, whole.value)
  return ratio && reckonPercent(share, ratio, whole.figure ? divideIntervals(part.interval, whole.figure.interval) : null)
}

const shareRelation = ({ share, part }: ShareOf, whole: Figure, reckoned: Reckoned, extra: Pick<Relation, 'cause' | 'repair'> = {}): Relation =>
  relationOf('share', share.figure, [part.figure, whole], reckoned, `${words(part.figure)} ÷ ${words(whole)}`, extra)

const bareName = (name: string): string => name.replace(/决算|预算|本年|总量|总|合计|数|额|的/g, '')

/** Bare names that mean the same whole: one ends with the other. */
function sameName(x: string, y: string): boolean {
  return x !== '' && y !== '' && (x === y || (x.length >= 4 && y.endsWith(x)) || (y.length >= 4 && x.endsWith(y)))
}

const sibling = (one: ShareOf, other: ShareOf): boolean => one.share.of === other.share.of || plainName(one.share.of) === plainName(other.share.of)

/** What a wrong share may come from. */
function causeOf(one: ShareOf, reckoned: Reckoned, near: readonly ShareOf[]): Pick<Relation, 'cause' | 'repair'> {
  const { value, unit } = one.share.figure.quantity
  const places = printedPlaces(value)
  const text = toFixedText(reckoned.computed, places)
  const copied = near.some((other) => other !== one && equals(other.share.figure.value, one.share.figure.value))
  return { cause: copied ? '可能照抄了另一项的占比' : '占比可能没有按现在的金额重算', repair: `把 ${value}${unit} 改为 ${text}${unit}` }
}

const against = ({ share, part }: ShareOf, whole: Figure): Reckoned | null => (isZero(whole) ? null : reckon(share.figure, part.figure, { value: whole.value, figure: whole }))

const weighed = (one: ShareOf, whole: Mention): { readonly whole: Mention; readonly reckoned: Reckoned } | null => {
  if (!mayBePercentOf(one.share.figure, one.part.figure, whole.figure)) return null
  const found = against(one, whole.figure)
  return found && { whole, reckoned: found }
}

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = of(one)
    if (found !== null) return found
  }
  return null
}

/** A line with more figures is no prose. */
const MOST_IN_LINE = 600
const MOST_EARLIER = 160

/** Alike to the end, or one a long name with words in front. */
const surelySame = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 6 && (a.endsWith(b) || b.endsWith(a)))

interface Sought {
  readonly one: ShareOf
  /** Shares said nearby. */
  readonly near: readonly ShareOf[]
  /** What the share surely is of, should nothing come out; undefined where the words leave it open. */
  readonly surely: Figure | undefined
}

/** Bare names, each made once. */
type BareNames = (name: string) => string

function bareNames(): BareNames {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name) ?? bareName(name)
    known.set(name, found)
    return found
  }
}

/** Everything the words allow a share to be of: the likeliest first. */
function wholesOf(lines: readonly Line[], at: number, { share, part, group }: ShareOf, parents: ReadonlyMap<Group, readonly Group[]>, bare: BareNames) {
  const line = lines[at]!
  const inside = line.mentions.find((mention) => mention.role === 'whole' && mention.figure.end <= share.figure.start && mention.figure.start > part.figure.end)
  const name = coreName(share.of)
  const earlier: Mention[] = []
  // Backwards: the nearest first.
  for (let i = at; i >= Math.max(0, at - 60) && earlier.length < MOST_EARLIER; i--) {
    const { mentions } = lines[i]!
    for (let k = mentions.length - 1; k >= 0; k--) {
      const mention = mentions[k]!
      if (isAmount(mention) && mention !== part && mention.figure.quantity.kind === part.figure.quantity.kind && mention.figure.start < share.figure.start) earlier.push(mention)
    }
  }
  const sought = bare(name)
  const named = isGeneric(name) ? [] : earlier.filter((mention) => sameName(bare(mention.name), sought))
  const above = (parents.get(group) ?? []).flatMap(({ mentions }) => mentions.filter((mention) => isAmount(mention)))
  const from = lines[Math.max(0, at - 8)]!.start
  const nearby: Mention[] = []
  for (const mention of earlier) {
    if (mention.figure.start < from || nearby.length === 16) break
    if (mention.figure.start < part.figure.start) nearby.push(mention)
  }
  return { inside, name, named, above, nearby }
}

/** 基本 and 项目 as shares of a whole that is not printed: their sum is the whole. */
function impliedWhole(one: ShareOf, near: readonly ShareOf[]): readonly Relation[] {
  const { share, part } = one
  if (!/基本|项目/.test(part.name)) return []
  const siblings = near.filter((other) => other.part.figure.quantity.kind === part.figure.quantity.kind && sibling(one, other))
  const names = siblings.map((other) => other.part.name).join()
  const other = siblings.find((each) => each !== one)
  if (siblings.length !== 2 || !other || !names.includes('基本') || !names.includes('项目')) return []
  const value = sum(siblings.map((each) => each.part.figure.value))
  const [mine, theirs] = [reckon(share.figure, part.figure, { value, figure: null }), reckon(other.share.figure, other.part.figure, { value, figure: null })]
  if (!mine || (mine.verdict === 'contradicted' && theirs?.verdict !== 'holds')) return []
  const equation = `${words(part.figure)} ÷（${siblings.map((each) => words(each.part.figure)).join(' + ')}）`
  const found = relationOf('share', share.figure, [part.figure, other.part.figure], mine, equation, mine.verdict === 'contradicted' ? causeOf(one, mine, near) : {})
  return other.share.figure.start < share.figure.start ? [found, ...shareSum([other.share, share])] : [found]
}

const MOST_SHARES = 20
const ALL = 100n

/** Shares of one whole that is not printed: where they reach 100 % and each is right of the sum of their amounts, that sum is the whole. */
function fromSum(one: ShareOf, near: readonly ShareOf[]): Reckoned | null {
  const family = near.filter((other) => sibling(one, other) && other.part.figure.quantity.kind === one.part.figure.quantity.kind)
  const at = family.indexOf(one)
  for (let first = Math.max(0, at - MOST_SHARES); first <= at; first++) {
    let [shares, parts] = [ZERO, ZERO]
    for (let last = first; last < Math.min(family.length, first + MOST_SHARES); last++) {
      shares = add(shares, family[last]!.share.figure.value)
      parts = add(parts, family[last]!.part.figure.value)
      const off = shares.n - ALL * shares.d
      if (off * 20n > shares.d) break
      if (last < at || last === first || (off < 0n ? -off : off) * 20n > shares.d) continue
      const value = parts
      const all = family.slice(first, last + 1).map(({ share, part }) => reckon(share.figure, part.figure, { value, figure: null }))
      if (all.every((each) => each !== null && each.verdict !== 'contradicted')) return all[at - first]!
    }
  }
  return null
}

const sisters = (one: ShareOf, near: readonly ShareOf[]): readonly ShareOf[] =>
  near.filter((other) => other.group.line === one.group.line && other.share.sentence === one.share.sentence && sibling(one, other) && other.part.figure.quantity.kind === one.part.figure.quantity.kind)

/** The whole that all other shares of the same words came out with, two at least. */
function agreed(one: ShareOf, near: readonly ShareOf[], wholes: ReadonlyMap<ShareOf, Figure>): Figure | undefined {
  const others = isGeneric(coreName(one.share.of)) ? [] : near.flatMap((other) => (other !== one && sibling(one, other) ? (wholes.get(other) ?? []) : []))
  const [first] = others
  return first && others.length > 1 && others.every((each) => each === first) && first.quantity.kind === one.part.figure.quantity.kind && compare(one.part.figure.value, first.value) <= 0 ? first : undefined
}

/** Shares against their wholes. `parents`: wholes of lists by part; `held`: groups whose list added up. */
export function checkShares(lines: readonly Line[], parents: ReadonlyMap<Group, readonly Group[]>, held: ReadonlySet<Group>): { readonly relations: readonly Relation[]; readonly undecided: readonly Undecided[] } {
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  const wholes = new Map<ShareOf, Figure>()
  const open: Sought[] = []
  const all = lines.map((line) => (line.row || line.mentions.length > MOST_IN_LINE ? [] : sharesIn(line)))
  const bare = bareNames()
  all.forEach((shares, at) => {
    if (shares.length === 0) return
    const near = all.slice(Math.max(0, at - 12), at + 13).flat()
    for (const one of shares) {
      const { share, part, group } = one
      if (part.figure.vague !== 'printed' || share.figure.vague !== 'printed' || isZero(part.figure)) continue
      const { inside, name, named, above, nearby } = wholesOf(lines, at, one, parents, bare)
      const meant = [...(inside ? [inside] : []), ...named, ...above]
      const exact = [...meant, ...nearby].find((whole) => isPercentOf(share.figure, part.figure, whole.figure))
      const good = exact ? weighed(one, exact) : firstOf(meant, (whole) => {
        const able = weighed(one, whole)
        return able && able.reckoned.verdict !== 'contradicted' ? able : null
      })
      const implied = good ? [] : impliedWhole(one, near)
      if (good) {
        relations.push(shareRelation(one, good.whole.figure, good.reckoned))
        // 占采购总额的117%: the arithmetic holds, but no part is above its whole.
        if (compare(part.figure.interval.low, good.whole.figure.interval.high) > 0 && /总额|总数|总量|合计|总计|总支出|总收入/.test(share.of) && !/预算|上年|去年/.test(share.of))
          relations.push(relationOf('partOf', part.figure, [good.whole.figure], { verdict: 'contradicted', computed: good.whole.figure.value }, `不超过 ${words(good.whole.figure)}`, { severity: 'suspicion', cause: '占比超过 100%：部分写得比整体大' }))
        wholes.set(one, good.whole.figure)
      } else if (implied.length > 0) relations.push(...implied)
      else {
        const current = named.filter((whole) => whole.role !== 'previous' && surelySame(bare(whole.name), bare(name)))
        const [likely] = current
        const alike = likely !== undefined && current.every(({ figure }) => equals(figure.value, likely.figure.value))
        const listed = (isGeneric(name) || above.some((whole) => sameName(bare(whole.name), bare(name)))) && (parents.get(group)?.some((whole) => held.has(whole)) ?? false)
        open.push({ one, near, surely: (inside ?? (likely ? (alike ? likely : undefined) : listed ? above[0] : undefined))?.figure })
      }
    }
  })
  for (const { one, near, surely } of open) {
    // What a sister share of the same sentence came out with is the whole of this one too.
    const proven = sisters(one, near).map((other) => wholes.get(other)).find((whole) => whole !== undefined)
    const summed = proven ?? surely ? null : fromSum(one, near)
    if (summed) {
      relations.push(relationOf('share', one.share.figure, [one.part.figure], summed, `${words(one.part.figure)} ÷ 各项之和`))
      continue
    }
    const whole = proven ?? surely ?? agreed(one, near, wholes)
    const reckoned = whole ? against(one, whole) : null
    if (whole && reckoned) relations.push(shareRelation(one, whole, reckoned, reckoned.verdict === 'contradicted' ? causeOf(one, reckoned, near) : {}))
    else undecided.push({ quantities: [one.share.figure.quantity, one.part.figure.quantity], reason: '文中没有写明占的是哪个总数' })
  }
  for (const shares of all) for (const one of shares) {
    const together = sisters(one, shares).filter((other) => wholes.get(other) === wholes.get(one))
    if (wholes.has(one) && together[0] === one && together.length > 1) relations.push(...shareSum(together.map(({ share }) => share)).filter(({ verdict }) => verdict === 'holds'))
  }
  return { relations, undecided }
}
