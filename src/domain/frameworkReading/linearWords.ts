import { decimal, divide, HUNDRED, multiply, toDecimalText } from '../../kernel/rational'
import type { LinearDeduction } from '../scoring/linearDeduction'
import type { StepMode } from '../scoring/settings'
import type { PhraseContext, PhraseReader } from './phrase'
import { NUMBER, type RuleText } from './ruleText'
import { settingsOf } from './settingsWords'

type Side = LinearDeduction['side']

const MORE = '超过|超出|超|高于|高出|高|增加|增长|上升|大于|多'
const LESS = '低于|降低|低|减少|下降|小于|未达到|少|降'
const STEP = new RegExp(
  `(?<before>(?:${MORE}|${LESS})[^,;。\\n]{0,12}?,)?每(?<verb>偏离|相差|增减|浮动|变动|(?:${MORE})(?:\\(|或|、|/)(?:者)?(?:${LESS})\\)?|(?:${LESS})(?:\\(|或|、|/)(?:者)?(?:${MORE})\\)?|${MORE}|${LESS})?`
  + `(?:或)?(?:标准|目标值?|规定|100%|预算数?|核定数?|上年)?(?:的)?(?<per>${NUMBER})(?:个百分点|%|个点)(?:的)?(?:,|则|,则|,相应)?扣(?:减|除)?(?:本项|该指标|该项)?(?<deduct>${NUMBER})分(?:\\((?<part>[^)]*)\\))?`,
)
const FULL = `(?:的|时)?(?:,|:)?(?:则)?(?:计|得|记|给|为|评)(?:予)?(?:(?<full>${NUMBER})分|满分|该项满分)`
const STANDARDS: readonly (readonly [Side | 'exact', RegExp])[] = [
  ['above', new RegExp(`(?:≤|不高于|不超过|不大于|小于或?等于|低于或?等于|控制在|<)(?<standard>-?${NUMBER})(?<unit>%?)(?:\\(含\\))?(?:以内|以下)?(?:\\(含\\))?(?:[^,;。\\n\\d]{0,8})${FULL}`)],
  ['above', new RegExp(`(?<standard>${NUMBER})(?<unit>%)(?:\\(含\\))?(?:以内|以下|及以下)(?:\\(含[^)]*\\))?${FULL}`)],
  ['below', new RegExp(`(?:≥|不低于|不小于|大于或?等于|高于或?等于|达到|>)(?<standard>-?${NUMBER})(?<unit>%)(?:\\(含\\))?(?:及?以上)?(?:\\(含\\))?${FULL}`)],
  ['below', new RegExp(`(?<standard>${NUMBER})(?<unit>%)(?:\\(含\\))?(?:及)?以上(?:\\(含[^)]*\\))?${FULL}`)],
  ['exact', new RegExp(`(?:=|等于|为|完成)?(?<standard>-?${NUMBER})(?<unit>%)${FULL}`)],
  ['above', /(?:不高于|不超过|≤)(?:上年|零|0)(?:数|水平)?(?:的)?,?(?:计|得|记|给)(?:予)?(?:满分|(?<full>\d+(?:\.\d+)?)分)/],
  ['above', /(?:零增长|不增长|没有增长|未增长|负增长)[^,;。\n]{0,8}?(?:的)?,?(?:计|得|记|给)(?:予)?(?:满分|(?<full>\d+(?:\.\d+)?)分)/],
]

function sideOf(verb: string, before: string): Side | null {
  const more = new RegExp(MORE).test(verb)
  const less = new RegExp(LESS).test(verb)
  if (/偏离|相差|增减|浮动|变动/.test(verb) || (more && less)) return 'both'
  if (more) return 'above'
  if (less) return 'below'
  return before === '' ? null : new RegExp(MORE).test(before) ? 'above' : 'below'
}

interface Standard {
  readonly side: Side | 'exact'
  readonly value: string
  readonly full: string | undefined
}

function standardOf(rule: RuleText): Standard | null {
  for (const [side, pattern] of STANDARDS) {
    const found = pattern.exec(rule.text)
    if (!found) continue
    rule.use(found)
    const { standard = '0', unit = '', full } = found.groups ?? {}
    const value = decimal(standard)
    return { side, full, value: toDecimalText(unit === '%' ? divide(value, HUNDRED)! : value) }
  }
  return null
}

/** The standard that a rate's own name carries where the words give none. */
function usual(title: string): string | null {
  if (/变动率|增长率|增减率/.test(title)) return '0'
  return /控制率|完成率|执行率|到位率|及时率|达标率|支付率|使用率|比率/.test(title) ? '1' : null
}

function stepOf(rule: RuleText, part: string | undefined): { readonly mode: StepMode; readonly said: boolean } {
  const words = /不足(?:1个百分点|\d+(?:\.\d+)?%|1档|部分)?[^,;。\n]{0,6}?(?<how>不扣|不计|按\d*(?:个百分点|%|档)?[^,;。\n]{0,6}?(?:计|扣)(?:算)?)/.exec(rule.text)
  if (words) rule.use(words)
  const proportion = /按比例扣(?:减|除)?(?:分)?/.exec(rule.text)
  if (proportion) rule.use(proportion)
  if (proportion) return { mode: 'proportional', said: true }
  const how = words?.groups?.['how'] ?? part ?? ''
  if (how.startsWith('按')) return { mode: 'ceiling', said: true }
  return { mode: 'floor', said: how.startsWith('不') }
}

function sidesAgree(standard: Standard, side: Side): boolean {
  return standard.side === 'exact' || standard.side === side || side === 'both'
}

/** 「≤100% 计满分，每超过 1 个百分点扣 0.5 分，扣完为止」: 逐档扣分. */
export const linearWords: PhraseReader = (rule, { title }: PhraseContext) => {
  const step = STEP.exec(rule.text)
  if (!step) return null
  const { verb = '', before = '', per = '', deduct = '', part } = step.groups ?? {}
  const second = rule.text.slice(step.index + step[0].length)
  // A second step with figures of its own (above costs more than below) is another rule.
  if (/每[^,;。\n]{0,10}\d+(?:\.\d+)?(?:个百分点|%)[^,;。\n]{0,6}扣/.test(second)) return null
  const standard = standardOf(rule)
  const guessed = standard ? null : usual(title)
  const value = standard?.value ?? guessed
  const stated = standard && standard.side !== 'exact' ? standard.side : null
  const told = sideOf(verb, before)
  // 「10% 以内满分，每偏离 1 个百分点」: only one side can lose points.
  const side = told === 'both' && stated ? stated : told ?? stated
  if (value === null || !side || (standard && !sidesAgree(standard, side))) return null
  if (decimal(per).n === 0n) return null
  rule.use(step)
  const { mode, said } = stepOf(rule, part)
  const assumed = [
    ...(guessed === null ? [] : [`没有写标准值，按${guessed === '0' ? '“不增长”（0）' : ' 100% '}理解`]),
    ...(said ? [] : ['不足一档怎么扣没有写，按“不足一档不扣”理解']),
  ]
  return {
    scoring: { kind: 'linearDeduction', side, standard: value, per: toDecimalText(divide(decimal(per), HUNDRED)!), deduct, stepMode: mode, ...settingsOf(rule) },
    assumed, ...(standard?.full === undefined ? {} : { ruleMost: standard.full }),
  }
}

/** The deduction scaled from the points the words give to the weight. */
export const scaledDeduction = (deduct: string, ruleMost: string, weight: string): string =>
  toDecimalText(divide(multiply(decimal(deduct), decimal(weight)), decimal(ruleMost))!, 6)
