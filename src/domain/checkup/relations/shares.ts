import { divideIntervals } from '../../../kernel/interval'
import { divide, equals, sum, toFixedText, type Rational } from '../../../kernel/rational'
import { printedPlaces } from '../../../kernel/decimalText'
import type { Relation, Undecided } from '../checkup'
import type { Figure } from '../figure'
import { isAmount, type Group, type Line } from '../group'
import { rowOf, type Mention } from '../mention'
import { coreName, isGeneric, plainName } from '../nameWords'
import { shareSum } from './shareSums'
import { isZero, reckonPercent, relationOf, words, type Reckoned } from './relate'

/** 占比 with its part, and the group it belongs to. */
export interface ShareOf {
  readonly share: Mention
  readonly part: Mention
  readonly group: Group
}

/** The amounts that a row of figures goes with, place by place: the row before it, or the last so many amounts of the sentence. */
export function amountsBefore(line: Line, first: Mention, count: number): readonly Mention[] {
  const amounts = line.mentions.filter(({ role, figure, sentence }) => role === 'amount' && figure.start < first.figure.start && sentence === first.sentence)
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

/** Names that mean the same whole: one ends with the other. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.replace(/决算|预算|本年|总|合计|数|额|的/g, '')
  const [x, y] = [plain(a), plain(b)]
  return x !== '' && y !== '' && (x === y || (x.length >= 4 && y.endsWith(x)) || (y.length >= 4 && x.endsWith(y)))
}

const sibling = (one: ShareOf, other: ShareOf): boolean => plainName(one.share.of) === plainName(other.share.of)

/** What a wrong share may come from. */
function causeOf(one: ShareOf, reckoned: Reckoned, near: readonly ShareOf[]): Pick<Relation, 'cause' | 'repair'> {
  const { value, unit } = one.share.figure.quantity
  const places = printedPlaces(value)
  const text = toFixedText(reckoned.computed, places)
  const copied = near.some((other) => other !== one && equals(other.share.figure.value, one.share.figure.value))
  return { cause: copied ? '可能照抄了另一项的占比' : '占比可能没有按现在的金额重算', repair: `把 ${value}${unit} 改为 ${text}${unit}` }
}

/** Shares against their wholes. `parents`: wholes of lists by part; `held`: groups whose list added up. */
export function checkShares(lines: readonly Line[], parents: ReadonlyMap<Group, readonly Group[]>, held: ReadonlySet<Group>): { readonly relations: readonly Relation[]; readonly undecided: readonly Undecided[] } {
  const relations: Relation[] = []
  const undecided: Undecided[] = []
  const all = lines.map((line) => (line.row ? [] : sharesIn(line)))
  lines.forEach((line, at) => {
    const near = all.slice(Math.max(0, at - 12), at + 13).flat()
    for (const one of all[at]!) {
      const { share, part, group } = one
      if (part.figure.vague !== 'printed' || share.figure.vague !== 'printed' || isZero(part.figure)) continue
      const inside = line.mentions.find((mention) => mention.role === 'whole' && mention.figure.end <= share.figure.start && mention.figure.start > part.figure.end)
      const name = coreName(share.of)
      const earlier = (from: number): readonly Mention[] => lines.slice(Math.max(0, from), at + 1).flatMap(({ mentions }) => mentions).filter((mention) => isAmount(mention) && mention !== part && mention.figure.quantity.kind === part.figure.quantity.kind && mention.figure.start < share.figure.start)
      const named = isGeneric(name) ? [] : earlier(at - 60).filter((mention) => sameName(mention.name, name)).reverse()
      const above = (parents.get(group) ?? []).flatMap(({ mentions }) => mentions.filter((mention) => isAmount(mention)))
      const nearby = earlier(at - 8).filter(({ figure }) => figure.start < part.figure.start).reverse().slice(0, 16)
      const candidates = [...(inside ? [inside] : []), ...named, ...above, ...nearby]
      const outcomes = candidates.flatMap((whole) => {
        const reckoned = isZero(whole.figure) ? null : reckon(share.figure, part.figure, { value: whole.figure.value, figure: whole.figure })
        return reckoned ? [{ whole, reckoned }] : []
      })
      const good = outcomes.find(({ reckoned }) => reckoned.verdict === 'holds') ?? outcomes.find(({ whole, reckoned }) => reckoned.verdict === 'rounding' && (whole === inside || named.includes(whole) || above.includes(whole)))
      if (good) {
        relations.push(shareRelation(one, good.whole.figure, good.reckoned))
        continue
      }
      // 基本 and 项目 as shares of a whole that is not printed: their sum is the whole.
      const siblings = near.filter((other) => sibling(one, other) && other.part.figure.quantity.kind === part.figure.quantity.kind)
      const implied = siblings.length > 1 && /基本/.test(siblings.map(({ part: { name: own } }) => own).join()) && /项目/.test(siblings.map(({ part: { name: own } }) => own).join()) ? sum(siblings.map((other) => other.part.figure.value)) : null
      if (implied && siblings.length === 2) {
        const results = siblings.map((other) => reckon(other.share.figure, other.part.figure, { value: implied, figure: null }))
        const mine = results[siblings.indexOf(one)]
        if (mine && (mine.verdict !== 'contradicted' || results.some((other) => other?.verdict === 'holds'))) {
          const others = siblings.filter((other) => other !== one)
          relations.push(relationOf('share', share.figure, [part.figure, ...others.map((other) => other.part.figure)], mine, `${words(part.figure)} ÷（${siblings.map((other) => words(other.part.figure)).join(' + ')}）`, mine.verdict === 'contradicted' ? causeOf(one, mine, near) : {}))
          if (others[0] && others[0].share.figure.start < share.figure.start) relations.push(...shareSum([others[0].share, share]))
          continue
        }
      }
      const distinct = new Set(named.map(({ figure }) => `${figure.value.n * 10n ** 12n / figure.value.d}`))
      const surely = inside ?? (named.length > 0 ? (distinct.size === 1 ? named[0] : undefined) : (isGeneric(name) || above.some((whole) => sameName(whole.name, name))) && parents.get(group)?.some((whole) => held.has(whole)) ? above[0] : undefined)
      const reckoned = surely && !isZero(surely.figure) ? reckon(share.figure, part.figure, { value: surely.figure.value, figure: surely.figure }) : null
      if (surely && reckoned) relations.push(shareRelation(one, surely.figure, reckoned, causeOf(one, reckoned, near)))
      else undecided.push({ quantities: [share.figure.quantity, part.figure.quantity], reason: '文中没有写明占的是哪个总数' })
    }
  })
  return { relations, undecided }
}
