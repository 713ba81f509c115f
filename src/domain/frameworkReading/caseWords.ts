import { compare, decimal } from '../../kernel/rational'
import type { Tier } from '../scoring/tiers'
import type { PhraseReader } from './phrase'
import { NUMBER } from './ruleText'
import { settingsOf } from './settingsWords'

const OCCURRENCE = new RegExp(`(?:每)?(?:发现|出现|发生|存在|查出|有|违反)?(?:1)?(?:例|次|起|处|笔|件|人次|项|个)(?<what>[^,;。\\n扣\\d]{0,20}?)(?:的)?,?(?:则)?扣(?:减|除)?(?<deduct>${NUMBER})分`)

/** 「每出现一例扣 1 分」: 按次扣分. */
export const occurrenceWords: PhraseReader = (rule, { title }) => {
  const match = OCCURRENCE.exec(rule.text)
  if (!match || !/每|发现|出现|发生|存在|查出|有1|违反/.test(match[0])) return null
  rule.use(match)
  const none = /(?:未|没有|无)(?:发现|出现|发生|存在)?[^,;。\n]{0,20}?(?:的)?,?(?:计|得|记|给)(?:予)?满分/.exec(rule.text)
  if (none) rule.use(none)
  const met = /(?:符合|满足|达到)(?:以上|上述)?[^,;。\n]{0,10}?(?:的)?,?(?:计|得|记|给)(?:予)?满分/.exec(rule.text)
  if (met) rule.use(met)
  const what = match.groups?.['what'] ?? ''
  return { scoring: { kind: 'occurrences', deduct: match.groups?.['deduct'] ?? '0', of: [what === '' ? `不符合“${title}”要求的情形` : what], ...(none || met ? { notApplicable: 'ask', zeroDivisor: 'ask' } : settingsOf(rule)) }, assumed: [] }
}

const EXTERNAL = new RegExp(`(?:[^,;。\\n]{0,30})(?:考核|考评|评估|督查|测评|考评)[^,;。\\n=*/]{0,8}?(?:得分|分数|结果|成绩)(?:/|÷|除以)(?<most>${NUMBER})(?:分)?(?:[*×]|乘以)(?:该?(?:项|指标)?分值|权重分?|${NUMBER}分?)(?:计算|计分|折算)?`)
const BODIES = /绩效办|考核办|督查室|考评办|绩效评估办|效能办|目标办|文明办|人大|政协/

/** 「绩效考核得分 ÷ 100 × 8」: 外部考核分折算. */
export const externalWords: PhraseReader = (rule) => {
  const match = EXTERNAL.exec(rule.text)
  if (!match || decimal(match.groups?.['most'] ?? '0').n === 0n) return null
  rule.use(match)
  return { scoring: { kind: 'externalScore', most: match.groups?.['most'] ?? '100', by: BODIES.exec(rule.text)?.[0] ?? '主管部门', ...settingsOf(rule) }, assumed: [] }
}

const TIER = new RegExp(`(?<label>[^,;。\\n:\\d%]{1,30}?)(?:的|时|者)?(?:,|:)?(?:则)?(?:(?:计|得|记|给|评)(?:予)?(?:(?<least>${NUMBER})(?:分)?(?:-|~|至|到))?(?<points>${NUMBER})分|(?<zero>不得分|不计分|得0分)|(?:计|得|记|给)(?:予)?(?<full>满分))`, 'g')

/** 「效果显著得 5 分，一般得 3 分，不明显不得分」、「有制度得满分，没有不得分」: 分级判断. */
export const tierWords: PhraseReader = (rule, { weight }) => {
  if (/每[^;。\n]{0,16}扣|%/.test(rule.text)) return null
  const matches = [...rule.text.matchAll(TIER)]
  const tiers = matches.map(({ groups }): Tier => {
    const label = (groups?.['label'] ?? '').replace(/^[、的]+/, '')
    if (groups?.['zero'] !== undefined) return { label, points: '0' }
    const points = groups?.['full'] === undefined ? groups?.['points'] ?? '0' : weight
    return groups?.['least'] === undefined ? { label, points } : { label, points, least: groups['least'] }
  })
  const distinct = new Set(tiers.map(({ label }) => label)).size === tiers.length
  if (tiers.length < 2 || !distinct || tiers.some(({ label }) => label === '') || tiers.some(({ points }) => compare(decimal(points), decimal(weight)) > 0)) return null
  for (const match of matches) rule.use(match)
  return { scoring: { kind: 'tiers', tiers, ...settingsOf(rule) }, assumed: [] }
}

/** 「由单位根据实际自行细化」: 自拟三级指标. */
export const ownRowsWords: PhraseReader = (rule, { title }) => {
  const match = /(?:由?(?:各)?(?:部门|单位)?(?:根据|结合)[^,;。\n]{0,20},?)?(?:自行|自主)?(?:设定|设置|细化|拟定|选择(?:设置|并)?)[^;。\n]{0,20}/.exec(rule.text)
  if (!match || !/自行|自主|根据|结合/.test(match[0])) return null
  rule.use(match)
  const suggested = title.split(/[、,，/\n]/).map((one) => one.trim()).filter((one) => one !== '')
  return { scoring: { kind: 'subindicators', suggested: suggested.length > 0 ? suggested : [title], ...settingsOf(rule) }, assumed: [] }
}
