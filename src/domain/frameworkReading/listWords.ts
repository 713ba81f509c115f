import { decimal, divide, multiply, toDecimalText, whole } from '../../kernel/rational'
import { itemWeights } from './itemWeights'
import { saidItems } from './itemWords'
import type { PhraseReader } from './phrase'
import { NUMBER, plainRule } from './ruleText'
import { settingsOf } from './settingsWords'

const EACH = new RegExp(`(?:以上)?(?:\\d|[^,;。\\n]{0,4})?(?:个|项)?(?:要点|内容|方面)?,?(?:每(?:符合|满足|具备|达到|有|做到)?(?:1)?(?:个|项|条)?(?:要点|要素|内容|要求|条件)?(?:的)?,?(?:计|得|记|占|为|各)?|各(?:占|计|得|记)?)(?<each>${NUMBER})分`)
const SHARE = /(?:每|各)(?:个|项|条)?(?:要点|项|内容)?(?:各)?(?:占)?(?:本项|该项|指标)?(?:分值|权重)?(?:的)?1\/(?<parts>\d{1,2})(?:的?(?:分值|权重分?|分))?/
const LACKING = new RegExp(`(?:每)?(?:有)?(?:缺少|缺|少|不符合|不满足|未达到|有)?(?:其中)?(?:1|任何1|任1)(?:个|项|条)(?:要点|内容)?(?:不(?:符合|满足|达标|具备|合格|合规|到位)|未(?:做到|达到|落实|完成))?(?:要求)?(?:的)?,?扣(?:减|除)?(?<deduct>${NUMBER})分`)
const ALL = /(?:全部|均|同时|完全|都)?(?:符合|满足|具备|达到)(?:以上|上述)?(?:全部)?(?:要求|条件|要点|标准)?(?:的)?,?(?:计|得|记|给)(?:予)?满分/

/** 「① …（2 分）；② …（2 分）」、「每个要点 1 分」、「缺一项扣 1 分」: 要点清单. */
export const listWords: PhraseReader = (rule, { weight, points }) => {
  const own = saidItems(rule.text)
  const items = own.length >= 2 ? own : saidItems(plainRule(points))
  if (items.length < 2) return null
  const all = ALL.exec(rule.text)
  const lacking = LACKING.exec(rule.text)
  const each = EACH.exec(rule.text)
  const share = SHARE.exec(rule.text)
  const settings = settingsOf(rule)
  const useItems = (): void => {
    if (own.length < 2) return
    const marks = [...rule.text.matchAll(/[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]|\(\d{1,2}\)|(?<![\d.%])\d{1,2}(?:\.(?!\d)|、)|[一二三四五六七八九]是/g)]
    const from = marks[0]?.index ?? 0
    const last = items.at(-1)!.text
    const end = rule.text.lastIndexOf(last) + last.length + (/^\(?(?:,|计|得|记|占)?\d+(?:\.\d+)?分\)?/.exec(rule.text.slice(rule.text.lastIndexOf(last) + last.length))?.[0].length ?? 0)
    rule.use({ index: from, 0: rule.text.slice(from, Math.max(from, end)) })
  }
  for (const match of [all, lacking, each, share]) if (match) rule.use(match)
  const worth = itemWeights(items, weight, each?.groups?.['each'] ?? null, share ? toDecimalText(divide(decimal(weight), whole(Number(share.groups?.['parts'])))!, 4) : null)
  if (worth) {
    useItems()
    return { scoring: { kind: 'checklist', items: items.map(({ text }, i) => ({ key: `p${i + 1}`, text, points: worth[i]! })), ...settings }, assumed: [] }
  }
  const deduct = lacking?.groups?.['deduct']
  if (deduct === undefined) return null
  useItems()
  const most = toDecimalText(multiply(decimal(deduct), whole(items.length)))
  return { scoring: { kind: 'occurrences', deduct, of: items.map(({ text }) => text), ...settings }, assumed: most === weight ? [] : [`${items.length} 个要点全不符合共扣 ${most} 分，与分值 ${weight} 不同，按扣完为止理解`] }
}
