import { compare, decimal, sum, toDecimalText, ZERO } from '../../kernel/rational'
import { figuresIn } from '../expression/figuresIn'
import { itemOf } from '../measures/item'
import { formulasIn } from '../scoring/formulasIn'
import { isComputed } from '../scoring/scoring'
import { weightFaults } from '../scoring/scoringFaults'
import type { Framework, Indicator } from './framework'
import { unsound } from './soundness'

/** What is wrong with a framework, and where: an indicator's id, or null for the whole. */
export interface FrameworkFault {
  readonly indicator: string | null
  readonly message: string
}

const repeated = (values: readonly string[]): readonly string[] => [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]

function indicatorFaults(indicator: Indicator, known: ReadonlySet<string>): readonly string[] {
  const weight = decimal(indicator.weight)
  const faults = [...unsound(indicator.scoring), ...weightFaults(indicator.scoring, weight)]
  if (compare(weight, ZERO) <= 0) faults.push('分值应大于 0')
  if (isComputed(indicator.scoring) && !indicator.formula) faults.push('没有算式，结果要由人填')
  for (const id of [...(indicator.formula ? [indicator.formula] : []), ...formulasIn(indicator.scoring)].flatMap(figuresIn))
    if (!id.includes('[') && !known.has(itemOf(id).measure)) faults.push(`算式用到没有的数据项 ${id}`)
  if (indicator.scoring.kind === 'tiers' && indicator.scoring.tiers.some(({ label }) => label.startsWith('评分细则待补'))) faults.push('缺少评分细则')
  if (indicator.scoring.veto?.says.trim() === '') faults.push('一票否决没有写规则怎么说')
  if (indicator.scoring.warnings?.some(({ says }) => says.trim() === '')) faults.push('预警没有写提示什么')
  if (indicator.basis === '') faults.push('缺少依据')
  return faults
}

/** 指标体系检查: weights add up, names are unique, items exist, bands have no gaps, every indicator has its basis. */
export function lintFramework(framework: Framework): readonly FrameworkFault[] {
  const known = new Set(framework.measures.map((measure) => measure.id))
  const total = sum(framework.indicators.map((indicator) => decimal(indicator.weight)))
  const whole: readonly string[] = [
    ...(compare(total, decimal(framework.total)) === 0 ? [] : [`分值合计 ${toDecimalText(total)}，应为 ${framework.total}`]),
    ...repeated(framework.indicators.map((indicator) => indicator.title)).map((title) => `指标名称重复：${title}`),
    ...repeated(framework.indicators.map((indicator) => indicator.id)).map((id) => `指标编号重复：${id}`),
  ]
  return [
    ...whole.map((message) => ({ indicator: null, message })),
    ...framework.indicators.flatMap((indicator) => indicatorFaults(indicator, known).map((message) => ({ indicator: indicator.id, message }))),
  ]
}
