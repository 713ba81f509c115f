import type { Flow } from './flow'
import type { Figure } from './figure'
import type { Mention, Slot } from './mention'
import { mentionOf } from './mentions'
import { isGeneric } from './nameWords'

/** 条目 (group): one thing of which a text speaks, with all figures it gives of it. */
export interface Group {
  readonly name: string
  /** Line of the flow, from 0. */
  readonly line: number
  /** Offset in the flow of its first figure. */
  readonly start: number
  readonly sentence: number
  readonly depth: number
  readonly kind: Figure['quantity']['kind']
  /** All its mentions in reading order. */
  readonly mentions: Mention[]
}

/** Whether a mention is an amount of the group's own: not a change, not a rate. */
export const isAmount = ({ role }: Mention): boolean => role === 'amount' || role === 'whole' || role === 'previous'

/** The column an amount stands in: its slot, 上年 apart. */
export const columnOf = (mention: Mention): Slot | 'previous' => (mention.role === 'previous' ? 'previous' : mention.role === 'whole' && mention.slot === 'plain' ? 'budget' : mention.slot)

/** The first amount of the group that is not another year's. */
export const headOf = (group: Group): Mention | undefined => group.mentions.find(({ role }) => role === 'amount')

/** A line of the flow: prose with its sentences, or a table's row. */
export interface Line {
  readonly index: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly row: boolean
  readonly groups: Group[]
  readonly mentions: Mention[]
}

function takes(group: Group, mention: Mention, flow: Flow): boolean {
  if (group.kind !== mention.figure.quantity.kind) return false
  const last = group.mentions.at(-1)!
  const sameName = isGeneric(mention.name) || mention.name === group.name
  if (!sameName || group.depth !== mention.depth) return false
  const column = columnOf(mention)
  const taken = group.mentions.some((one) => isAmount(one) && columnOf(one) === column && one.year === mention.year)
  if (taken) return false
  // 决算 of a later sentence still belongs, a bare amount does not.
  return last.sentence === mention.sentence || (column !== 'plain' && mention.sentence - last.sentence === 1 && !/[；]/.test(flow.text.slice(last.figure.end, mention.figure.start)))
}

/** The clause says that something changed, not what. */
const ONLY_CHANGES = /^(?:净|共|各|又|也|均|再)?(?:增加|增长|新增|增收|增支|增|上升|提高|减少|下降|降低|减收|减支|减|节约|压减)$/

function addTo(line: Line, mention: Mention, flow: Flow): void {
  const { groups } = line
  const { kind } = mention.figure.quantity
  if (mention.role === 'amount' || mention.role === 'previous' || mention.role === 'whole') {
    const recent = groups.findLast((group) => group.kind === kind && group.depth === mention.depth)
    const last = groups.at(-1)
    // 支出30万元（上年25万元），增长20%: the bracket says what it was.
    const explained = mention.role === 'previous' && isGeneric(mention.name) && last?.kind === kind && last.depth === mention.depth - 1 && last.sentence === mention.sentence && last.mentions.every(({ role }) => role === 'amount')
    if (explained) last.mentions.push(mention)
    else if (recent && (recent === last || recent.sentence === mention.sentence) && takes(recent, mention, flow)) recent.mentions.push(mention)
    else if (mention.role === 'whole' && last) last.mentions.push(mention)
    else groups.push({ name: mention.name, line: line.index, start: mention.figure.start, sentence: mention.sentence, depth: mention.depth, kind, mentions: [mention] })
    return
  }
  if (mention.role === 'change' || mention.role === 'rate' || mention.role === 'share' || mention.role === 'completion') {
    const before = line.mentions.at(-2)
    // 人均2.5万元，比上年减少0.1万元: what changed is a price, not the amount named earlier.
    const strange = before !== undefined && before.sentence === mention.sentence && before.figure.end > (groups.at(-1)?.mentions.at(-1)?.figure.end ?? 0) && (before.role === 'price' || before.role === 'bound' || before.role === 'other')
    const fitting = strange ? undefined : kind === 'percent' ? groups.at(-1) : groups.findLast((group) => group.kind === kind)
    const own = mention.role === 'change' && !isGeneric(mention.name) && fitting && fitting.name !== '' && !sameThing(fitting.name, mention.name, mention.clause) && (mention.sentence !== fitting.sentence || (!ONLY_CHANGES.test(mention.name) && fitting.mentions.some(({ role }) => role === 'change'))) ? undefined : fitting
    if (own && own.depth <= mention.depth) own.mentions.push(mention)
    else groups.push({ name: mention.name, line: line.index, start: mention.figure.start, sentence: mention.sentence, depth: mention.depth, kind, mentions: [mention] })
  }
}

/** Whether a change in a later sentence speaks of the group: its clause only compares, or repeats the name. */
function sameThing(name: string, other: string, clause: string): boolean {
  const words = other.replace(/(?:比|较|与|同).*$/, '').replace(/^(?:主要)?/, '')
  return words === '' || name.includes(words) || words.includes(name) || /^(?:同比|比|较|与)/.test(clause)
}

/** Lines of the flow with their figures grouped. */
export function readLines(flow: Flow, figures: readonly Figure[]): readonly Line[] {
  const lines: Line[] = []
  let next = 0
  let start = 0
  for (let index = 0; start <= flow.text.length; index++) {
    const found = flow.text.indexOf('\n', start)
    const end = found < 0 ? flow.text.length : found
    const text = flow.text.slice(start, end)
    const line: Line = { index, start, end, text, row: text.includes('\t'), groups: [], mentions: [] }
    let [sentence, from, depth, at] = [0, start, 0, start]
    let previous: Mention | undefined
    for (; next < figures.length && figures[next]!.start < end; next++) {
      const figure = figures[next]!
      for (; at < figure.start; at++) {
        const code = flow.text.charCodeAt(at)
        if (code === 0xff08) depth += 1
        else if (code === 0xff09) depth = Math.max(0, depth - 1)
        else if (code === 0x3002 || code === 0xff01 || code === 0xff1f) {
          depth = 0
          sentence += 1
          from = at + 1
        }
      }
      if (line.row) continue
      const mention = mentionOf(flow, figure, previous, { from, sentence, depth })
      previous = mention
      line.mentions.push(mention)
      addTo(line, mention, flow)
    }
    lines.push(line)
    start = end + 1
  }
  return lines
}
