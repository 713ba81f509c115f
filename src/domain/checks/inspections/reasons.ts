import { compare, fromDecimal, multiply } from '../../../kernel/rational'
import type { Line } from '../../indicators/assessment'
import { isOver } from '../../scoring/overAchievement'
import { indicatorPlace, type Fault, type Inspection } from '../inspection'

/** 1% as a ratio. */
const PERCENT = { n: 1n, d: 100n }
const REASONLESS = /^(无|没有|不涉及|\/|—+)?。?$/

/** Whether the result beats the target by as much as the rule asks a reason for (130%). */
function isBeyond({ indicator, value }: Line): boolean {
  const { scoring } = indicator
  const share = scoring.kind === 'ratioOfWeight' && value?.endsWith('%') ? fromDecimal(value.slice(0, -1)) : null
  return scoring.kind === 'ratioOfWeight' && share !== null && isOver(scoring.over, multiply(share, PERCENT))
}

function faultOf(line: Line, reason: string): Fault | null {
  const { points, weight } = line
  const [got, full] = [points === null ? null : fromDecimal(points), fromDecimal(weight)]
  if (!got || !full) return null
  const common = { kind: 'logic', severity: 'hint', equation: `得 ${points} 分，分值 ${weight} 分` } as const
  if (compare(got, full) < 0 && REASONLESS.test(reason))
    return { ...common, detail: '扣了分，没有写偏差原因。', remedy: '在指标页写明扣分原因和改进措施。' }
  if (isBeyond(line)) return REASONLESS.test(reason) ? { ...common, detail: `完成 ${line.value}，超过目标三成及以上，没有说明原因。`, remedy: '在指标页写明超额的原因，目标当初定得偏低的也要写。' } : null
  if (compare(got, full) >= 0 && !REASONLESS.test(reason))
    return { ...common, detail: '得了满分，却写着扣分原因。', remedy: '核对得分；原因是上年留下的，删去。' }
  return null
}

/** 扣分必有原因, 超额必有说明 (checks.md F13, F14), for the unit's own scores. */
export const reasons: Inspection = ({ assessment, evaluation }) => (assessment?.lines ?? []).flatMap((line) => {
  if (line.points === null || line.state === 'excluded') return []
  const judgement = Object.hasOwn(evaluation.judgements, line.indicator.id) ? evaluation.judgements[line.indicator.id]!.self : undefined
  const reason = (judgement?.reason ?? judgement?.adjustment?.reason ?? '').trim()
  return [{ check: `reason.${line.indicator.id}`, says: `扣分有原因：${line.indicator.title}`, at: indicatorPlace(line.indicator.id), figures: line.uses, fault: faultOf(line, reason) }]
})
