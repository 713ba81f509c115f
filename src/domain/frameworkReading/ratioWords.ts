import { decimal, divide, HUNDRED, toDecimalText } from '../../kernel/rational'
import type { PhraseReader } from './phrase'
import { settingsOf } from './settingsWords'

const GATED = /\([^()]{0,16}率?-(?<gate>\d+(?:\.\d+)?)%\)\/\((?:1|100%)-\k<gate>%\)[*×](?:分值|权重|该?(?:项|指标)?分值|标准分|\d+(?:\.\d+)?分?)/
const PLAIN: readonly RegExp[] = [
  /(?:得分=)?[^,;。\n=]{0,20}?(?:率|比例|比值)[*×](?:该?(?:项|指标)?(?:标准)?(?:分值|权重分?|分数|标准分|满分)|\d+(?:\.\d+)?分?)(?:计算)?(?:得分|计分)?/,
  /按(?:照)?(?:实际|其|该)?(?:完成|执行|到位|达标)?(?:情况)?(?:率|比例|比率)(?:与分值的?乘积|乘以分值)?(?:折算)?(?:计|得|给|赋|记|核|评)(?:算)?(?:分|得分)?/,
  /按比例(?:折算)?(?:计|得|给|赋|记|核|评)(?:算)?分?/,
]
const TARGET = /(?:达到|完成|≥|不低于|大于或?等于)(?:目标值?|计划|预期(?:目标|指标)?|年度指标值?|100%)?(?:的|及以上)?(?:100%)?(?:的)?,?(?:计|得|记|给)(?:予)?满分/

/** 「得分 = 执行率 × 分值」、「按完成比例得分」: 按比例得分. */
export const ratioWords: PhraseReader = (rule) => {
  const gated = GATED.exec(rule.text)
  const plain = gated ? null : PLAIN.map((pattern) => pattern.exec(rule.text)).find((match) => match !== null)
  const match = gated ?? plain
  if (!match) return null
  rule.use(match)
  const target = TARGET.exec(rule.text)
  if (target) rule.use(target)
  const otherwise = /(?:未达到|未完成|低于|达不到)(?:目标值?|计划|预期(?:目标|指标)?|年度指标值?|100%)?(?:的)?,?$/.exec(rule.text.slice(0, match.index))
  if (otherwise) rule.use(otherwise)
  const gate = gated?.groups?.['gate']
  const below = gate === undefined ? null : new RegExp(`(?:低于|小于|<|不足)${gate}%(?:的)?,?不(?:得|计)分`).exec(rule.text)
  if (below) rule.use(below)
  const less = /反向|越(?:低|少|小)越好|控制类/.test(rule.text)
  return {
    scoring: { kind: 'ratioOfWeight', direction: less ? 'reverse' : 'positive', ...(gate === undefined ? {} : { gate: toDecimalText(divide(decimal(gate), HUNDRED)!) }), ...settingsOf(rule) },
    assumed: [],
  }
}
