import type { Flow } from './flow'
import { headOf, isAmount, type Group, type Line } from './group'
import { coreName, isGeneric } from './nameWords'
import { isZero } from './relations/relate'
import { add, equals, ZERO } from '../../kernel/rational'

/** 清单 (list): a whole and the parts that a text names after 其中 and the like. */
export interface PartsList {
  /** What may be the whole, likeliest first. */
  readonly wholes: readonly Group[]
  /** Ways to read where the list ends, the plainest first. */
  readonly readings: readonly (readonly Group[])[]
  /** The words do not leave parts out: no 等, 主要, 如. */
  readonly closed: boolean
  /** The opener says that what follows is inside the whole: 其中, 含. */
  readonly inside: boolean
  /** More than one way to read it is as plain as the first. */
  readonly unsure: boolean
}

const OPENER = /其中|分为[^，。；：\d]{0,10}：|[分从](?:[^，。；：、\d]{1,8})(?:来?看|情况是|情况为|情况)(?=[，：])|(?<!不)包括|(?<!不)包含|构成|分项情况是|具体情况如下|具体如下|如下：|以下(?:几个)?(?:方面|项目|内容|类别)|主要用于|用于|主要是|涉及|分别(?:为|是)/g
/** A line with more figures is no prose; lists in it would take time with the square of their number. */
const MOST_IN_LINE = 600
const MOST_OPENERS = 80
const OPEN_WORDS = /^(?:主要用于(?!以下)|用于(?!以下)|主要是|涉及|主要包括)/
const MARKER = /^(?:(第?[一二三四五六七八九十]{1,3}[、.])|([（][一二三四五六七八九十]{1,3}[）])|(\d{1,2}(?:[、]|\.(?!\d)))|([（]\d{1,2}[）])|([①-⑳])|([一二三四五六七八九]是))/

/** Which kind of heading number a line begins with, and which number. */
export function markerOf(text: string): { readonly kind: number; readonly number: number } | null {
  const match = MARKER.exec(text)
  if (!match) return null
  const kind = match.slice(1).findIndex((one) => one !== undefined)
  const words = match[0].replace(/[第、.（）是]/g, '')
  if (kind === 4) return { kind, number: words.charCodeAt(0) - 0x245f }
  const digits = '一二三四五六七八九'
  const [tens = '', ones = ''] = words.includes('十') ? words.split('十') : ['0', words]
  const number = /^\d+$/.test(words) ? Number(words) : (words.includes('十') ? (digits.indexOf(tens) + 1 || 1) * 10 : 0) + (digits.indexOf(ones) + 1)
  return { kind, number }
}

const firstAmount = (groups: readonly Group[], kind: Group['kind']): Group | undefined => groups.find((group) => group.kind === kind && group.mentions.some((one) => isAmount(one) || one.role === 'change'))

/** The lines after a list's lead-in that are its items. */
function itemLines(lines: readonly Line[], lead: number): readonly Line[] {
  let first = lead + 1
  while (first < lines.length && first < lead + 3 && lines[first]!.text === '') first += 1
  const head = lines[first]
  if (!head || head.row) return []
  const marker = markerOf(head.text)
  const own = markerOf(lines[lead]!.text)
  const items: Line[] = []
  let number = marker ? marker.number - 1 : 0
  let wordsOnly = 0
  for (let i = first; i < lines.length; i++) {
    const line = lines[i]!
    if (line.text === '') continue
    const mark = markerOf(line.text)
    if (marker) {
      if (line.row) break
      if (!mark || mark.kind !== marker.kind) {
        if (mark && (own && mark.kind === own.kind || mark.kind < marker.kind)) break
        continue
      }
      if (mark.number !== number + 1) break
      number = mark.number
      items.push(line)
    } else {
      if (mark || line.row) break
      // Words alone go on from the item before.
      if (line.groups.length === 0 && ++wordsOnly > 3) break
      if (line.groups.length > 0) {
        wordsOnly = 0
        items.push(line)
      }
    }
  }
  return marker && marker.number !== 1 ? [] : items
}

const clauseOf = (words: string): string => words.slice(Math.max(...Array.from('，。；：', (mark) => words.lastIndexOf(mark))) + 1)

function wholesBefore(lines: readonly Line[], line: Line, at: number, depth: number): readonly Group[] {
  // Inside a bracket: what stands in it before, else the amount that the bracket explains.
  const bracket = depth > 0 ? line.start + line.text.lastIndexOf('（', at - line.start - 1) : line.start
  const here = line.groups.filter((group) => group.start < at && (group.depth < depth || (group.depth === depth && group.start >= bracket)))
  // The figure just before the opener is the likeliest; then what the same sentence said first.
  const found = [...here].reverse()
  if (found.length > 0) return found
  // 项目支出预算包括：…: the whole is named, its amount stands further up.
  const named = coreName(clauseOf(line.text.slice(0, at - line.start)))
  if (!isGeneric(named)) for (let i = line.index; i >= Math.max(0, line.index - 30); i--) {
    const group = lines[i]!.groups.findLast((one) => one.start < at && one.name !== '' && one.name === named && headOf(one))
    if (group) return [group]
  }
  const topic = /^(?:[^，。；]{0,4})(收入|支出)(?:方面|[^，。；]{0,4}看)/.exec(line.text)?.[1]
  for (let i = line.index - 1, seen = 0; i >= 0 && seen < 4; i--) {
    const before = lines[i]!
    if (before.text === '') continue
    seen += 1
    const groups = before.groups.filter((group) => group.depth === 0)
    // 收入方面，…: of what stands above, the income is meant.
    const meant = topic === undefined ? groups : groups.filter(({ mentions }) => mentions[0]!.clause.includes(topic))
    if (meant.length > 0) return meant
    if (before.row) break
  }
  return []
}

const MOST_HEADS = 6

/** What may be the whole of a list by institution or by kind (分部门看): what each of the lines above begins with, the nearest first. */
function headsAbove(lines: readonly Line[], line: Line): readonly Group[] {
  const heads: Group[] = []
  for (let i = line.index - 1; i >= Math.max(0, line.index - 12) && heads.length < MOST_HEADS; i--) {
    const head = lines[i]!.groups.find((group) => group.depth === 0 && headOf(group))
    if (lines[i]!.row) break
    if (head) heads.push(head)
  }
  return heads
}

/** What each earlier sentence of the line begins with, two amounts of each, the nearest sentence first. */
function sentenceHeads(line: Line, at: number): readonly Group[] {
  const heads: Group[] = []
  const seen = new Map<string, number>()
  for (const group of line.groups) {
    const key = `${group.sentence} ${group.kind}`
    const count = seen.get(key) ?? 0
    if (group.start >= at || group.depth > 0 || count > 1 || !headOf(group)) continue
    seen.set(key, count + 1)
    heads.push(group)
  }
  return heads.reverse().slice(0, MOST_HEADS)
}

const SEPARATED = /[。；]/

const ITEM = /(?<=[，；。：]|^)(?:([一二三四五六七八九十]{1,2})、|[（]([一二三四五六七八九十]{1,2})[）]|([一二三四五六七八九])是|(\d{1,2})[、．](?!\d))/g
const NUMERALS = '一二三四五六七八九十'

/** Where the next item of an enumeration inside the line begins, of which a list is part: 一、…其中A、B，二、…. */
function nextItem(line: Line, at: number): number {
  let own: { readonly kind: number; readonly number: number } | null = null
  for (const match of line.text.matchAll(ITEM)) {
    const kind = match.slice(1).findIndex((one) => one !== undefined)
    const words = match[kind + 1] ?? ''
    const item = { kind, number: /^\d+$/.test(words) ? Number(words) : NUMERALS.indexOf(words) + 1 }
    const start = line.start + match.index
    if (start < at) own = item
    else if (own && item.kind === own.kind && item.number === own.number + 1 && item.number > 1) return start
  }
  return line.end
}

/** Where a list inside a list ends by its figures: …27.46万元；其中：购置0万元；运行27.46万元；接待…: as soon as they make up the amount in front. */
function nestedEnd(level: readonly Group[], at: number): number {
  const parent = at > 0 ? headOf(level[at - 1]!) : undefined
  if (!parent || isZero(parent.figure)) return 0
  let reached = ZERO
  for (let i = at; i < Math.min(level.length, at + MOST_NESTED); i++) {
    const group = level[i]!
    const part = group.kind === parent.figure.quantity.kind ? headOf(group) : undefined
    if (!part) return 0
    reached = add(reached, part.figure.value)
    if (equals(reached, parent.figure.value)) return group.start + 1
  }
  return 0
}

const MOST_NESTED = 8

/** 420万元，主要包括…: right behind an amount, what follows is of that amount. */
const DETAILS = /[\d元人个项次分%][，（]?(?:(?:主要)?包括|主要用于)$/

/** Nobody writes longer lists into a sentence; without an end, the time to read them would grow with their square. */
const MOST_PARTS = 80

function inlineReadings(flow: Flow, line: Line, at: number, depth: number): { readonly readings: readonly (readonly Group[])[]; readonly unsure: boolean; readonly closes: number } {
  let [end, open] = [line.end, depth]
  const stops: number[] = []
  /** 其中 of the same level: what it opens belongs to a part, not to the whole. */
  const inner: number[] = []
  for (let i = at; i < line.end; i++) {
    const char = flow.text[i]!
    if (char === '（') open += 1
    else if (char === '）') {
      open -= 1
      if (open < depth) {
        end = i
        break
      }
    } else if (open !== depth) continue
    else if (SEPARATED.test(char)) stops.push(i)
    else if (i > at && ((char === '其' && flow.text[i + 1] === '中') || ((char === '包' || char === '用') && DETAILS.test(flow.text.slice(Math.max(at, i - 6), i + 2))))) inner.push(i)
  }
  end = Math.min(end, nextItem(line, at))
  const sentenceEnd = Math.min(end, stops.find((stop) => flow.text[stop] === '。') ?? end)
  const free: Group[] = []
  let [opened, closed, next] = [0, 0, 0]
  const level = line.groups.filter((group) => group.depth === depth)
  for (const [i, group] of level.entries()) {
    if (group.start < at) continue
    if (group.start >= end || free.length > MOST_PARTS) break
    for (; opened < inner.length && inner[opened]! < group.start; opened++) {
      while (next < stops.length && stops[next]! <= inner[opened]!) next += 1
      closed = Math.max(closed, stops[next] ?? end, nestedEnd(level, i))
    }
    if (group.start >= closed) free.push(group)
  }
  const upTo = (stop: number): readonly Group[] => free.filter((group) => group.start < stop)
  const semicolon = stops.find((stop) => flow.text[stop] === '；' && stop < sentenceEnd && upTo(stop).length > 0)
  const toSentence = upTo(sentenceEnd)
  const toLine = upTo(end)
  const toSemicolon = semicolon === undefined ? [] : upTo(semicolon)
  const bySemicolon = semicolon !== undefined && toSemicolon.length >= 2 && toSentence.length > toSemicolon.length
  const natural = toSentence.length >= 2 ? toSentence : toLine
  // All begin at the same group: the length tells them apart.
  const readings = [natural, toSemicolon, toSentence, toLine].filter((one, i, all) => one.length > 0 && one.length <= MOST_PARTS && all.findIndex(({ length }) => length === one.length) === i)
  return { readings, unsure: bySemicolon || natural === toLine && toLine.length > 2 && toSentence.length < 2, closes: sentenceEnd }
}

/** Whether the first of the wholes surely is the one that a list in the next lines explains: the only amount, or 其中 right behind it. */
function leads(line: Line, wholes: readonly Group[], at: number): boolean {
  const amounts = new Set(wholes.filter(({ kind }) => kind === wholes[0]!.kind).flatMap((group) => group.mentions.filter(({ role }) => role === 'amount').map(({ figure }) => figure.quantity.value)).filter((one) => !/^0[.0]*$/.test(one)))
  return amounts.size <= 1 || wholes[0]!.line !== line.index ? amounts.size <= 1 : /其中：?$/.test(line.text.slice(0, at - line.start))
}

/** 24.50万元（购置0万元，运行21.00万元）: parts in brackets right behind the amount. */
function bracketLists(flow: Flow, line: Line): readonly PartsList[] {
  return line.groups.flatMap((whole): readonly PartsList[] => {
    const head = headOf(whole)
    if (!head || flow.text[head.figure.end] !== '（' || /^（[^）]{0,12}(?:其中|含|包括)/.test(flow.text.slice(head.figure.end, head.figure.end + 14))) return []
    let [end, depth] = [head.figure.end + 1, 1]
    for (; end < line.end && depth > 0; end++) depth += flow.text[end] === '（' ? 1 : flow.text[end] === '）' ? -1 : 0
    const parts = line.groups.filter((group) => group.start > head.figure.end && group.start < end && group.depth === whole.depth + 1 && group.kind === whole.kind && headOf(group))
    return parts.length < 2 || depth > 0 ? [] : [{ wholes: [whole], readings: [parts], closed: !/等）$|主要|如/.test(flow.text.slice(head.figure.end, end)), inside: true, unsure: false }]
  })
}

const MADE_OF = /由([^。；]{4,300}?)(?:[一二三四五六七八九十\d]{1,2}(?:个)?(?:部分|项|方面))?(?:组成|构成)/g

/** 由甲（30万元）、乙（20万元）两部分组成: the parts stand in brackets, the whole further up. Only what adds up is told. */
function madeOf(lines: readonly Line[], line: Line): readonly PartsList[] {
  return [...line.text.matchAll(MADE_OF)].flatMap((match): readonly PartsList[] => {
    const [from, to] = [line.start + match.index, line.start + match.index + match[0].length]
    const parts = line.groups.filter((group) => group.start > from && group.start < to)
    const wholes = [...line.groups.filter((group) => group.start < from).reverse().slice(0, 2), ...headsAbove(lines, line)]
    return parts.length < 2 || wholes.length === 0 ? [] : [{ wholes, readings: [parts], closed: false, inside: false, unsure: true }]
  })
}

/** Lists of parts that a line opens. */
export function listsOf(flow: Flow, lines: readonly Line[], line: Line): readonly PartsList[] {
  if (line.row || line.mentions.length > MOST_IN_LINE) return []
  const found: PartsList[] = [...bracketLists(flow, line), ...madeOf(lines, line)]
  for (const match of [...line.text.matchAll(OPENER)].slice(0, MOST_OPENERS)) {
    const at = line.start + match.index + match[0].length
    const before = line.text.slice(0, match.index)
    const depth = Math.max(0, (before.match(/（/g)?.length ?? 0) - (before.match(/）/g)?.length ?? 0))
    const nearest = wholesBefore(lines, line, at - match[0].length, depth)
    const wholes = !/^[分从](?!别)/.test(match[0]) ? nearest : nearest[0]?.line === line.index ? [...nearest.slice(0, 3), ...sentenceHeads(line, at)] : [...nearest.slice(0, 2), ...headsAbove(lines, line)]
    if (wholes.length === 0) continue
    const rest = line.text.slice(match.index + match[0].length)
    const opener = match[0]
    const open = /^[分从]/.test(opener) || (OPEN_WORDS.test(line.text.slice(match.index)) && !/^.{0,3}以下/.test(rest))
    if (/^[^，。；\d]{0,12}：$/.test(rest) || (/：$|如下|情况|以下/.test(opener) && /^[^，。；\d]{0,12}[：。]?$/.test(rest))) {
      const items = itemLines(lines, line.index)
      const groups = items.flatMap((item) => firstAmount(item.groups, wholes[0]!.kind) ?? [])
      const last = items.at(-1)
      // A page cut off in the middle of a list proves nothing.
      const cut = last !== undefined && last.index === lines.length - 1 && !/[。；]$/.test(last.text)
      if (groups.length >= 1) found.push({ wholes, readings: [groups], closed: !open && !cut && groups.length === items.length, inside: false, unsure: items.length < 2 || !leads(line, wholes, at) })
      continue
    }
    if (!line.groups.some((group) => group.start >= at)) continue
    const { readings, unsure, closes } = inlineReadings(flow, line, at, depth)
    if (readings.length === 0) continue
    const listed = flow.text.slice(at, closes)
    const lastHead = headOf(readings[0]!.at(-1)!)
    const behind = lastHead ? flow.text.slice(lastHead.figure.end, closes) : ''
    const etc = /^[^，。；]{0,12}等(?!级)/.test(behind) || /(?:等方面|等支出|等项目|等)$/.test(listed)
    const cut = closes === line.end && line.index === lines.length - 1 && !/[。；）]$/.test(line.text)
    // 置换出来的资金用于保工资，其中…: the sentence speaks of something whose amount it does not tell; the one said before may be of another thing.
    const sentence = before.slice(before.lastIndexOf('。') + 1)
    const strange = before.includes('。') && sentence.replace(/[，：\s]/g, '').length > 4 && !line.groups.some((group) => group.start >= line.start + before.length - sentence.length && group.start < at)
    found.push({ wholes, readings, closed: !open && !etc && !cut && !strange, inside: /其中/.test(opener), unsure })
  }
  return found
}
