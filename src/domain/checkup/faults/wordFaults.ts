import type { Fault } from './fault'
import { spanOf, type FaultSource } from './faultSource'

interface Pattern {
  readonly kind: Fault['kind']
  readonly severity: Fault['severity']
  readonly says: string
  readonly pattern: RegExp
}

const PATTERNS: readonly Pattern[] = [
  { kind: 'placeholder', severity: 'suspicion', says: '还留着“XX”一类的占位，没有填上', pattern: /(?<![A-Za-z])[Xx×✕*]{2,}(?![A-Za-z\d])|(?<![A-Za-z\d])[Xx×](?=年|月|日|万元|项|个|人|％|%)|_{2,}|（待[填补定]\S{0,4}）|待补充|\.{6,}(?=万元|元|%)/g },
  { kind: 'placeholder', severity: 'suspicion', says: '数字的位置是空的', pattern: /(?:增加|减少|增长|下降|降低|支出|收入|预算|决算|经费|费用?|占(?:比|[^，。；\d]{2,10}的)?|完成|约|共计|合计|得分)(?:为|了)?(?:（）)?(?:万元|亿元|%|个百分点)(?=[，。；）]|占|比|较)/g },
  { kind: 'leftover', severity: 'suspicion', says: '模板里二选一的词没有删去', pattern: /(?:增加|增长|上升|提高)[/（]+(?:减少|下降|降低)）?|(?:减少|下降|降低)[/（]+(?:增加|增长|上升|提高)）?|(?:大于|高于)[/（]+(?:小于|低于|等于)）?/g },
  { kind: 'leftover', severity: 'suspicion', says: '还留着模板的提示语', pattern: /（(?:请|可)?(?:根据实际情况|按实际情况|如有|视情况)[^）]{0,20}(?:填写|说明|补充|增减|修改)[^）]{0,10}）|此处(?:填写|插入|说明)|请在此|填写说明：|参考模板|（注：[^）]{0,10}填写[^）]{0,20}）/g },
  { kind: 'missingUnit', severity: 'hint', says: '增减率后面没有百分号', pattern: /(?:增长|下降|降低|增幅|减幅|降幅)(?:了|为)?\d+\.\d+(?=[，。；）])(?!，\d)/g },
  { kind: 'missingUnit', severity: 'hint', says: '金额后面没有单位', pattern: /(?:支出|收入|预算|决算|经费|接待费|维护费|购置费)(?:数|总额|合计)?(?:为|共计|是)?\d+\.\d+(?=[，。；）])(?!，\d)/g },
]

/** Blanks left open, words of the template, units left out. */
export function wordFaults({ flow }: FaultSource): readonly Fault[] {
  return PATTERNS.flatMap(({ kind, severity, says, pattern }) => [...flow.text.matchAll(pattern)].map((match): Fault => ({ kind, severity, says, places: [spanOf(flow, match.index, match.index + match[0].length)] })))
}
