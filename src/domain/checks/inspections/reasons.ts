import { compare, fromDecimal } from '../../../kernel/rational'
import { indicatorPlace, type Fault, type Inspection } from '../inspection'

const REASONLESS = /^(无|没有|不涉及|\/|—+)?。?$/

function faultOf(points: string, weight: string, reason: string): Fault | null {
  const [got, full] = [fromDecimal(points), fromDecimal(weight)]
  if (!got || !full) return null
  const common = { kind: 'logic', severity: 'hint', equation: `得 ${points} 分，分值 ${weight} 分` } as const
  if (compare(got, full) < 0 && REASONLESS.test(reason))
    return { ...common, detail: '扣了分，没有写偏差原因。', remedy: '在指标页写明扣分原因和改进措施。' }
  if (compare(got, full) >= 0 && !REASONLESS.test(reason))
    return { ...common, detail: '得了满分，却写着扣分原因。', remedy: '核对得分；原因是上年留下的，删去。' }
  return null
}

/** 扣分必有原因 (checks.md F13), for the unit's own scores. */
export const reasons: Inspection = ({ assessment, evaluation }) => (assessment?.lines ?? []).flatMap((line) => {
  if (line.points === null || line.state === 'excluded') return []
  const judgement = Object.hasOwn(evaluation.judgements, line.indicator.id) ? evaluation.judgements[line.indicator.id]!.self : undefined
  const reason = (judgement?.reason ?? judgement?.adjustment?.reason ?? '').trim()
  return [{ check: `reason.${line.indicator.id}`, says: `扣分有原因：${line.indicator.title}`, at: indicatorPlace(line.indicator.id), figures: line.uses, fault: faultOf(line.points, line.weight, reason) }]
})
