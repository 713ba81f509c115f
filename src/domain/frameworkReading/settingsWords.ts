import type { ScoringSettings } from '../scoring/settings'
import type { RuleText } from './ruleText'

/** What the words say of 不涉及; where they are silent a person is asked. */
export function settingsOf(rule: RuleText): ScoringSettings {
  const full = /(?:没有|无|未发生|未安排|不涉及)[^,;。\n%]{0,20}?(?:的)?,?(?:计|得|记|给)(?:予)?满分/.exec(rule.text)
  if (full) {
    rule.use(full)
    return { notApplicable: 'full', zeroDivisor: 'notApplicable' }
  }
  const out = /(?:没有|无|不涉及)[^,;。\n%]{0,16}?(?:的)?,?(?:不(?:参与|纳入)?(?:评分|计分|考核|评价)|剔除)/.exec(rule.text)
  if (out) rule.use(out)
  return out ? { notApplicable: 'excluded', zeroDivisor: 'notApplicable' } : { notApplicable: 'ask', zeroDivisor: 'ask' }
}

const CLOSING = /,?(?:(?:直至|直到)?扣完(?:本项|该项|该指标)?(?:分值?)?为止|(?:最多|最高)(?:不超过|扣|得)(?:\d+(?:\.\d+)?分|满分|分值)|最低(?:为|得)?0分|不(?:出现|计|得)负分|超过(?:满分|分值|100%)的?(?:部分)?,?按(?:满分|分值|100%)(?:计算|计分|计)?)/g

/** Marks the closing words that say what holds anyway: 扣完为止, never more than the weight. */
export function useClosing(rule: RuleText): void {
  for (const match of rule.text.matchAll(CLOSING)) rule.use(match)
}
