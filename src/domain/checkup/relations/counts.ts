import { whole, compare } from '../../../kernel/rational'
import type { Flow } from '../flow'
import type { Relation } from '../checkup'
import type { Line } from '../group'
import type { Mention } from '../mention'
import { relationOf, words } from './relate'

const LONGEST_LIST = 1500
const LISTS = /^[^，。；：]{0,24}?[，：]?(?:[^，。；：]{0,12})?(?:分别为|分别是|即|它们是|依次为|具体为|名单如下)[：]?|^[^，。；：\d]{0,16}：/
const OPEN = /等(?:[。，；）]|$|\S{0,6}[。；]|\d)|如[：:]|包括但不限于|……/

/** Names parted by 、 at the top level; 和 and 及 may part the last two. */
function namesIn(names: string): { readonly least: number; readonly most: number } {
  let [depth, quoted] = [0, 0]
  const parts = { comma: 1, mark: 1, semicolon: 1 }
  let conjunctions = 0
  for (let i = 0; i < names.length; i++) {
    const char = names[i]!
    if (char === '（') depth += 1
    else if (char === '）') depth -= 1
    else if (char === '“' || char === '《') quoted += 1
    else if (char === '”' || char === '》') quoted -= 1
    else if (depth > 0 || quoted > 0) continue
    else if (char === '、') parts.mark += 1
    else if (char === '，') parts.comma += 1
    else if (char === '；') parts.semicolon += 1
    else if (/[和及与]/.test(char)) conjunctions += 1
  }
  const counts = [parts.mark, parts.comma, parts.semicolon].filter((count) => count > 1)
  const least = counts.length === 0 ? 1 : Math.min(...counts)
  return { least, most: parts.mark + parts.comma + parts.semicolon - 2 + conjunctions }
}

/** 下设3个股室，分别为甲、乙、丙: the count against the names. */
function listCount(flow: Flow, line: Line, mention: Mention): readonly Relation[] {
  const { figure } = mention
  if (mention.role !== 'amount' && mention.role !== 'other' || figure.quantity.kind !== 'count' || figure.vague !== 'printed' || figure.quantity.value.includes('.')) return []
  const count = Number(figure.quantity.value)
  if (count < 2 || count > 40) return []
  const behind = flow.text.slice(figure.end, Math.min(line.end, figure.end + LONGEST_LIST))
  const opener = LISTS.exec(behind)
  if (!opener) return []
  const told = behind.slice(opener[0].length)
  // The next count begins a list of its own: …：甲、乙，7个…
  const stop = /[。\t]|[，；](?=\d{1,2}[个家项名]|[两三四五六七八九十]{1,2}[个家项名])/.exec(told)?.index ?? told.length
  const list = told.slice(0, stop)
  const ends = /[。，；]/.test(told[stop] ?? '') || line.end < flow.text.length
  if (list === '' || OPEN.test(told.slice(0, stop + 1)) || !ends || /：/.test(list)) return []
  const parted = list.split(/[；，]/).map((part) => namesIn(part))
  const all = namesIn(list)
  const possible = new Set([all.least, all.most, ...[...list.matchAll(/[、]/g)].length > 0 ? [(list.match(/、/g)?.length ?? 0) + 1, (list.match(/、/g)?.length ?? 0) + 1 + (/[和及与][^、和及与]*$/.test(list) ? 1 : 0)] : [], ...(parted.length > 1 ? [parted.length] : [])])
  // A list whose names hold 、 or 和 themselves can be read in several ways; whichever fits is right.
  for (let n = all.least; n <= all.most; n++) if (n === count && n !== all.least) possible.add(n)
  const extra = { computed: whole(count) }
  if (possible.has(count)) return [relationOf('count', figure, [], { verdict: 'holds', ...extra }, `列举了 ${count} 项`)]
  const plain = (list.match(/、/g)?.length ?? 0) + 1
  const simple = !/[；，（\d]/.test(list) && !/[和及与]/.test(list) && list.length < 30 * plain
  if (!simple || plain < 2 || plain > 20 || !/分别|即|依次/.test(opener[0])) return []
  return [relationOf('count', figure, [], { verdict: 'contradicted', computed: whole(plain) }, `列举了 ${plain} 项`, { severity: 'suspicion', cause: plain > count ? '列举的比所说的多，可能漏改了个数' : '列举的比所说的少，可能漏写了一项', repair: `把 ${words(figure)} 改为 ${plain}${figure.quantity.unit}，或补全名单` })]
}

/** 50万元以上的项目5个，分别是甲（53.5万）…: each stated amount keeps the bound. */
function bounds(line: Line): readonly Relation[] {
  return line.mentions.flatMap((bound, at) => {
    if (bound.role !== 'bound' || bound.figure.quantity.kind !== 'money' || bound.figure.vague !== 'atLeast') return []
    const next = line.mentions[at + 1]
    if (!next || next.figure.quantity.kind !== 'count' || !/^(?:项目|的|合同|设备)*$/.test(next.clause.replace(/（[^）]*）/g, '').trim())) return []
    const count = Number(next.figure.quantity.value)
    const listed = line.mentions.slice(at + 2).filter(({ figure, depth, sentence }) => figure.quantity.kind === 'money' && sentence === bound.sentence && depth === bound.depth + 1)
    if (listed.length < 2 || listed.length !== count) return []
    const counted = relationOf('count', next.figure, listed.map(({ figure }) => figure), { verdict: 'holds', computed: whole(count) }, `列举了 ${count} 项`)
    return [counted, ...listed.map(({ figure }) => {
      const below = compare(figure.interval.high, bound.figure.interval.low) < 0
      return relationOf('bound', figure, [bound.figure], { verdict: below ? 'contradicted' : 'holds', computed: bound.figure.value }, `不低于 ${words(bound.figure)}`, below ? { cause: '这一项不够所说的界限' } : {})
    })]
  })
}

/** Counts of lists and bounds on what is listed. */
export const checkCounts = (flow: Flow, lines: readonly Line[]): readonly Relation[] => lines.flatMap((line) => {
  if (line.row) return []
  const bounded = bounds(line)
  return [...line.mentions.flatMap((mention) => listCount(flow, line, mention)).filter(({ stated }) => !bounded.some((one) => one.stated === stated)), ...bounded]
})
