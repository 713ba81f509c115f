import { add, compare, equals } from '../../../kernel/rational'
import type { Relation } from '../checkup'
import type { Flow } from '../flow'
import type { Line } from '../group'
import type { Mention } from '../mention'
import { isZero, plus } from './relate'
import { sumRelation } from './sums'

/** A line with more figures is no prose. */
const MOST_IN_LINE = 600
/** Sections of one document stand no further apart, in lines with figures. */
const MOST_SECTIONS = 80
const BEHIND = 16

const WHOLE = /财政拨款(?:本年)?(收入|支出)?(?:、支出)?(?:决算|预算)?(?:总计|合计|总额|总预算)/
const GENERAL = /一般公共预算/
const FUND = /政府性基金/

interface Said {
  readonly mention: Mention
  readonly what: 'whole' | 'general' | 'fund'
  /** 收入, 支出, or '' where the words do not tell. */
  readonly flow: string
}

const flowIn = (words: string): string => (/收入/.test(words) ? '收入' : /支出/.test(words) ? '支出' : '')

function said(flow: Flow, mention: Mention): Said | null {
  const { clause, figure, role } = mention
  if (figure.quantity.kind !== 'money' || figure.vague !== 'printed' || isZero(figure)) return null
  const whole = role === 'amount' && !GENERAL.test(clause) ? WHOLE.exec(clause) : null
  if (whole && !FUND.test(clause)) return { mention, what: 'whole', flow: whole[1] ?? '' }
  if (role === 'amount' && GENERAL.test(clause) && !FUND.test(clause) && !/其中|占/.test(clause)) return { mention, what: 'general', flow: flowIn(clause) }
  // 新增了605.99万元政府性基金预算财政拨款: the name may stand behind.
  const behind = FUND.test(flow.text.slice(figure.end, figure.end + BEHIND).split(/[，。；、]/)[0] ?? '')
  return (role === 'amount' && FUND.test(clause)) || behind ? { mention, what: 'fund', flow: flowIn(clause) } : null
}

const alike = (a: Said, b: Said): boolean => a.flow === '' || b.flow === '' || a.flow === b.flow

/** 财政拨款总计 = 一般公共预算 + 政府性基金, said in sections of their own. Only what comes out to the digit is told: money carried over may lie between. */
export function checkFunds(flow: Flow, lines: readonly Line[]): readonly Relation[] {
  const all = lines.filter(({ row, mentions }) => !row && mentions.length <= MOST_IN_LINE).flatMap(({ mentions }) => mentions.flatMap((mention) => said(flow, mention) ?? []))
  return all.flatMap((one, at) => {
    if (one.what !== 'whole') return []
    const near = all.slice(Math.max(0, at - MOST_SECTIONS), at + MOST_SECTIONS)
    const funds = near.filter(({ what }) => what === 'fund')
    for (const general of near) {
      if (general.what !== 'general' || !alike(general, one) || compare(general.mention.figure.value, one.mention.figure.value) >= 0) continue
      const fund = funds.find(({ mention }) => equals(add(mention.figure.value, general.mention.figure.value), one.mention.figure.value))
      if (fund) return [sumRelation({ figure: one.mention.figure, sign: 1 }, plus([general.mention.figure, fund.mention.figure]))]
    }
    return []
  })
}
