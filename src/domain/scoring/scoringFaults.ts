import { compare, decimal, ONE, ZERO, type Rational } from '../../kernel/rational'
import type { Band } from './bandTable'
import { checklistWeighs } from './checklist'
import { checkpointsWeigh } from './checkpoints'
import { deadlineFault } from './deadline'
import type { Scoring } from './scoring'

const isAbove = (text: string | undefined): boolean => text !== undefined && compare(decimal(text), ZERO) > 0

/** Whether a text is a share from 0 to below all. */
const isShare = (text: string): boolean => compare(decimal(text), ZERO) >= 0 && compare(decimal(text), ONE) < 0

/** Bands must cover every value (from `least`, where there is one) once: each begins where another ends, with one of the two ends included. */
function bandFaults(unsorted: readonly Band[], least: string | null): readonly string[] {
  const bands = [...unsorted].sort((a, b) => (a.from === undefined ? -1 : b.from === undefined ? 1 : compare(decimal(a.from), decimal(b.from))))
  if (bands.length === 0) return ['没有分档']
  const [first] = bands
  const starts = first !== undefined && (first.from === undefined || (least !== null && first.fromIncluded === true && compare(decimal(first.from), decimal(least)) <= 0))
  const faults = starts && bands.at(-1)?.to === undefined ? [] : ['分档没有覆盖所有的值']
  bands.slice(1).forEach((band, i) => {
    const before = bands[i]!
    const meet = before.to !== undefined && band.from !== undefined && compare(decimal(before.to), decimal(band.from)) === 0
    if (!meet || (before.toIncluded === true) === (band.fromIncluded === true)) faults.push(`第 ${i + 1} 档与第 ${i + 2} 档之间有空隙或重叠`)
  })
  return faults
}

/** Whether some points lie outside 0 to the rule's most: they would give more than the weight, or less than nothing. */
const isBeyond = (points: readonly { readonly points: string }[], ruleMost: string): boolean =>
  points.some((one) => compare(decimal(one.points), ZERO) < 0 || compare(decimal(one.points), decimal(ruleMost)) > 0)

const BEYOND = '有一档的分在 0 到规则满分之外'

const when = (isFault: boolean, words: string): readonly string[] => (isFault ? [words] : [])

/** What keeps a rule from being scored by, in words: half-edited bands, a step of 0. Its formulas are looked at elsewhere. */
export function scoringFaults(scoring: Scoring): readonly string[] {
  switch (scoring.kind) {
    case 'linearDeduction':
      return when(!isAbove(scoring.per), '“每…”应大于 0')
    case 'bandTable':
      return [...bandFaults(scoring.bands, null), ...when(!isAbove(scoring.ruleMost), '规则满分应大于 0'), ...when(isBeyond(scoring.bands, scoring.ruleMost), BEYOND)]
    case 'symmetricBand':
      return [...bandFaults(scoring.bands, '0'), ...when(!isAbove(scoring.ruleMost), '规则满分应大于 0'), ...when(isBeyond(scoring.bands, scoring.ruleMost), BEYOND)]
    case 'equalTarget':
      return when(compare(decimal(scoring.target), ZERO) < 0, '目标值不能小于 0')
    case 'rangeTarget':
      return [...when(compare(decimal(scoring.from), decimal(scoring.to)) > 0, '区间的下限大于上限'),
        ...when(scoring.outside === 'deduct' && (!isAbove(scoring.per) || scoring.deduct === undefined), '区间外扣分应写明每多少扣几分')]
    case 'unitPrice':
      return when(!isAbove(scoring.standard), '支出标准应大于 0')
    case 'caseTable':
      return [...when(!isAbove(scoring.ruleMost), '规则满分应大于 0'), ...when(scoring.cases.length === 0, '没有写情形'), ...when(isBeyond([...scoring.cases, scoring.otherwise], scoring.ruleMost), BEYOND)]
    case 'bestOf':
      return [...when(scoring.options.length < 2, '可选的算法少于两种'), ...scoring.options.flatMap((option) => scoringFaults(option.scoring).map((fault) => `${option.title}：${fault}`))]
    case 'checkpoints':
      return [...when(scoring.points.length === 0, '没有时点'), ...scoring.points.flatMap((point) => scoringFaults(point.scoring).map((fault) => `${point.title}：${fault}`))]
    case 'aggregate':
      return [...when(scoring.mode === 'byMoney' && scoring.money === undefined, '按资金加权，没有指明资金栏'), ...scoringFaults(scoring.rule)]
    case 'checklist':
      return when(scoring.items.length === 0, '没有要点')
    case 'tiers':
      return when(scoring.tiers.length === 0, '没有档')
    case 'ratioOfWeight':
      return when(scoring.gate !== undefined && !isShare(scoring.gate), '及格线应在 0～100% 之间')
    case 'subindicators':
      return when([scoring.goals?.gate, scoring.goals?.partialFrom].some((share) => share !== undefined && !isShare(share)), '及格线、部分达成的下限应在 0～100% 之间')
    case 'externalScore':
      return when(!isAbove(scoring.most), '外部考核的满分应大于 0')
    case 'selectableGroup':
      return when(scoring.least > scoring.most || scoring.most > scoring.slots.length, '可选项的个数范围不对')
    case 'deadline': {
      const fault = deadlineFault(scoring)
      return fault === null ? [] : [fault]
    }
    default:
      return []
  }
}

/** Whether the parts of a rule add up to its weight; where they do not it is scored all the same. */
export function weightFaults(scoring: Scoring, weight: Rational): readonly string[] {
  if (scoring.kind === 'checklist') return when(!checklistWeighs(scoring, weight), '要点分合计不等于分值')
  return when(scoring.kind === 'checkpoints' && !checkpointsWeigh(scoring, weight), '各时点分值合计不等于分值')
}
