import { compare, decimal, divide, HUNDRED, toDecimalText } from '../../kernel/rational'
import type { Band } from '../scoring/bandTable'
import type { PhraseReader } from './phrase'
import { NUMBER, type RuleText } from './ruleText'
import { settingsOf } from './settingsWords'

/** A band as the words have it: an end that does not say whether it belongs is null. */
interface SaidBand {
  readonly low: string | null
  readonly lowIn: boolean | null
  readonly high: string | null
  readonly highIn: boolean | null
  readonly points: string
}

const N = `(?:${NUMBER})`
const ABOVE = '≥|>|大于或?等于|高于或?等于|不低于|不小于|大于|高于|超过|达到'
const BELOW = '≤|<|小于或?等于|低于或?等于|不高于|不超过|不大于|小于|低于|不足|未达到'
const POINTS = `(?:的|时|者)?(?:,|:)?(?:则)?(?:计|得|记|给|赋|为|评)?(?<points>满分|${NUMBER}分|不得分|不计分)`
const NAME = '[^\\d,;。\\n≤≥<>=%]{0,14}'
const SHAPES: readonly RegExp[] = [
  new RegExp(`(?<open>[\\[(])(?<low>${N})%?,(?<high>${N})%(?<close>[\\])])${POINTS}`, 'y'),
  new RegExp(`(?<low>${N})%?(?<lowSaid>\\((?:不)?含\\))?(?:-|~|至|到)(?:<)?(?<high>${N})%(?<highSaid>\\((?:不)?含\\))?(?:之间|以内|的区间)?(?<tail>\\((?:不)?含[^)]*\\))?${POINTS}`, 'y'),
  new RegExp(`(?<low>${N})%(?<lowSign>≤|<)${NAME}(?<highSign>≤|<)(?<high>${N})%${POINTS}`, 'y'),
  new RegExp(`(?<high>${N})%(?<highSign>≥|>)${NAME}(?<lowSign>≥|>)(?<low>${N})%${POINTS}`, 'y'),
  new RegExp(`(?<lowSign>${ABOVE})(?<low>${N})%(?:,|且|、|并|但|,且|,但)?${NAME}?(?<highSign>${BELOW})(?<high>${N})%(?:的)?${POINTS}`, 'y'),
  new RegExp(`(?<highSign>${BELOW})(?<high>${N})%(?:,|且|、|并|但|,且|,但)?${NAME}?(?<lowSign>${ABOVE})(?<low>${N})%(?:的)?${POINTS}`, 'y'),
  new RegExp(`(?<lowSign>${ABOVE})(?<low>${N})%(?<lowSaid>\\((?:不)?含\\))?(?:及?以上)?${POINTS}`, 'y'),
  new RegExp(`(?<highSign>${BELOW})(?<high>${N})%(?<highSaid>\\((?:不)?含\\))?(?:及?以下|以内)?${POINTS}`, 'y'),
  new RegExp(`(?<low>${N})%(?<lowSaid>\\((?:不)?含\\))?(?:及)?以上(?<tail>\\((?:不)?含[^)]*\\))?${POINTS}`, 'y'),
  new RegExp(`(?<high>${N})%(?<highSaid>\\((?:不)?含\\))?(?:及)?(?:以下|以内)(?<tail>\\((?:不)?含[^)]*\\))?${POINTS}`, 'y'),
  new RegExp(`(?:=|等于|为)(?<exact>${N})%?${POINTS}`, 'y'),
  new RegExp(`(?<exact>${N})%${POINTS}`, 'y'),
]

const ratio = (text: string): string => toDecimalText(divide(decimal(text), HUNDRED)!)

function included(sign: string | undefined, said: string | undefined): boolean | null {
  if (said !== undefined) return !said.includes('不含')
  if (sign === undefined) return null
  return /[≤≥]|等于|不低于|不小于|不高于|不超过|不大于|达到/.test(sign) && sign !== '未达到'
}

function pointsOf(text: string, weight: string): string {
  if (text === '满分') return weight
  return text.startsWith('不') ? '0' : text.slice(0, -1)
}

function saidBand(groups: { readonly [name: string]: string | undefined }, weight: string): SaidBand {
  const points = pointsOf(groups['points'] ?? '', weight)
  const exact = groups['exact']
  if (exact !== undefined) return { low: ratio(exact), lowIn: true, high: ratio(exact), highIn: true, points }
  const { low, high, open, close, tail } = groups
  const atEnd = (said: string | undefined, word: string): string | undefined => said ?? (tail && (tail.includes(word) || /^\(不?含\)$/.test(tail)) ? tail : undefined)
  return {
    points, low: low === undefined ? null : ratio(low), high: high === undefined ? null : ratio(high),
    lowIn: low === undefined ? null : open ? open === '[' : included(groups['lowSign'], high === undefined ? atEnd(groups['lowSaid'], '以上') ?? (/及以上/.test(groups['points'] ?? '') ? '(含)' : undefined) : groups['lowSaid']),
    highIn: high === undefined ? null : close ? close === ']' : included(groups['highSign'], atEnd(groups['highSaid'], high)),
  }
}

function saidBands(rule: RuleText, weight: string): readonly SaidBand[] {
  const found: SaidBand[] = []
  for (let at = 0; at < rule.text.length; at++) {
    // A figure is read from its first digit.
    if (at > 0 && /[\d.]/.test(rule.text[at - 1]!) && /[\d.]/.test(rule.text[at]!)) continue
    for (const shape of SHAPES) {
      shape.lastIndex = at
      const match = shape.exec(rule.text)
      if (!match?.groups) continue
      rule.use(match)
      found.push(saidBand(match.groups, weight))
      at += match[0].length - 1
      break
    }
  }
  return found
}

const byLow = (a: SaidBand, b: SaidBand): number => {
  const [left, right] = [a.low ?? null, b.low ?? null]
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1
  return compare(decimal(left), decimal(right)) || compare(decimal(a.high ?? '999'), decimal(b.high ?? '999'))
}

/** 「≥90% 得 5 分；≥80% 得 4 分」: each band ends where the next better one begins; likewise for ≤. */
function cascaded(bands: readonly SaidBand[]): readonly SaidBand[] {
  const lows = bands.filter(({ high }) => high === null).sort(byLow)
  const highs = bands.filter(({ low }) => low === null).sort((a, b) => compare(decimal(a.high ?? '0'), decimal(b.high ?? '0')))
  return bands.map((band) => {
    if (band.high === null && lows.length > 1) {
      const next = lows[lows.indexOf(band) + 1]
      return next ? { ...band, high: next.low, highIn: next.lowIn === null ? null : !next.lowIn } : band
    }
    if (band.low === null && highs.length > 1) {
      const before = highs[highs.indexOf(band) - 1]
      return before ? { ...band, low: before.high, lowIn: before.highIn === null ? null : !before.highIn } : band
    }
    return band
  })
}

/** The bands joined end to end, or null where they leave a gap or overlap. */
function joined(said: readonly SaidBand[], assumed: string[]): readonly Band[] | null {
  const bands = cascaded(said).toSorted(byLow).map((band) => ({ ...band }))
  const percent = (text: string): string => `${toDecimalText(decimal(text).n === 0n ? decimal('0') : { n: decimal(text).n * 100n, d: decimal(text).d })}%`
  for (let i = 0; i + 1 < bands.length; i++) {
    const [here, next] = [bands[i]!, bands[i + 1]!]
    if (here.high === null || next.low === null || compare(decimal(here.high), decimal(next.low)) !== 0) return null
    if (here.highIn === next.lowIn) {
      if (here.high !== here.low) assumed.push(`${percent(here.high)} 属于哪一档没有写清，归入得分 ${next.points} 的一档`)
      here.highIn = here.high === here.low
      next.lowIn = !here.highIn
    } else if (here.highIn === null) here.highIn = next.lowIn === false
    else next.lowIn = !here.highIn
  }
  const [first, last] = [bands[0]!, bands.at(-1)!]
  if (first.low !== null && first.low !== '0') assumed.push(`低于 ${percent(first.low)} 没有写，按最低一档理解`)
  if (last.high !== null) assumed.push(`高于 ${percent(last.high)} 没有写，按最高一档理解`)
  return bands.map((band, i): Band => ({
    ...(i === 0 || band.low === null ? {} : { from: band.low, ...(band.lowIn ? { fromIncluded: true } : {}) }),
    ...(i === bands.length - 1 || band.high === null ? {} : { to: band.high, ...(band.highIn ? { toIncluded: true } : {}) }),
    points: band.points,
  }))
}

/** 「90%（含）以上 6 分；80%（含）～90% 4 分；低于 80% 不得分」: 分档计分. */
export const bandWords: PhraseReader = (rule, { weight }) => {
  if (/每[^,;。\n]{0,10}\d+(?:\.\d+)?(?:个百分点|%)[^,;。\n]{0,8}扣/.test(rule.text)) return null
  const settings = settingsOf(rule)
  const said = saidBands(rule, weight)
  if (said.length < 2) return null
  const assumed: string[] = []
  const bands = joined(said, assumed)
  if (!bands) return null
  const ruleMost = bands.map(({ points }) => decimal(points)).reduce((most, points) => (compare(points, most) > 0 ? points : most))
  if (ruleMost.n === 0n) return null
  return { scoring: { kind: 'bandTable', bands, ruleMost: toDecimalText(ruleMost), ...settings }, assumed }
}
