import { compare, decimal } from '../../../kernel/rational'
import type { Fault } from './fault'
import { spanOf, type FaultSource } from './faultSource'

/** Grades with the least score of each (checks.md F18: 90 and more 优, 80 良, 60 中, below 差). */
const GRADES: readonly (readonly [grade: string, least: string])[] = [['优', '90'], ['良', '80'], ['中', '60'], ['差', '0']]
const SAID = /(?:得分|评分|总分|分值合计)(?:为|是|：)?(\d{1,3}(?:\.\d+)?)分[^。；\n]{0,16}?(?:等级|等次|结果|评定|评价|评为|定为)[^。；\n优良中差\d]{0,8}(优|良|中|差)(?=秀|好|等|级|”|"|。|，|；|）|\n|$)/g

/** 得分85.5分，等级为“优”: a grade that its score does not reach, or that is below it. Some places draw the lines elsewhere: a hint. */
export function grades({ flow }: FaultSource): readonly Fault[] {
  return [...flow.text.matchAll(SAID)].flatMap((match): readonly Fault[] => {
    const [words, score = '', grade = ''] = match
    const value = decimal(score)
    if (compare(value, decimal('100')) > 0) return []
    const due = GRADES.find(([, least]) => compare(value, decimal(least)) >= 0)?.[0] ?? ''
    return due === grade ? [] : [{ kind: 'score', severity: 'hint', says: `${score} 分一般评为“${due}”，这里写“${grade}”；各地分档不同，请对照当地办法`, places: [spanOf(flow, match.index, match.index + words.length)] }]
  })
}

const ABOVE = /(?:满分|分值|权重)(?:为|是|：)?(\d{1,3}(?:\.\d+)?)分[）]?[^。；\n\d]{0,10}得(?:分)?(?:为|是|：)?(\d{1,3}(?:\.\d+)?)分/g

/** 分值10分，得12分: a score above its weight, in words. */
export function scoresAbove({ flow }: FaultSource): readonly Fault[] {
  return [...flow.text.matchAll(ABOVE)].flatMap((match): readonly Fault[] => {
    const [words, full = '', given = ''] = match
    return compare(decimal(given), decimal(full)) <= 0 ? [] : [{ kind: 'score', severity: 'contradiction', says: `得分 ${given} 高于分值 ${full}`, places: [spanOf(flow, match.index, match.index + words.length)] }]
  })
}
