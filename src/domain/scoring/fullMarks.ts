import { compare, decimal } from '../../kernel/rational'
import { valueText, type ValueStyle } from './award'
import { bandText, type Band } from './bandTable'
import type { ComputedScoring } from './computed'
import { isComputed, type Scoring } from './scoring'

const best = <T extends { readonly points: string }>(of: readonly T[]): T => of.reduce((most, one) => (compare(decimal(one.points), decimal(most.points)) > 0 ? one : most))

function ofValue(scoring: ComputedScoring, style: ValueStyle): string {
  const words = (text: string): string => valueText(decimal(text), style)
  const inBand = (bands: readonly Band[]): string => `在“${bandText(best(bands), style)}”档`
  switch (scoring.kind) {
    case 'linearDeduction':
      return `结果${scoring.side === 'above' ? '不高于' : scoring.side === 'below' ? '不低于' : '等于'} ${words(scoring.standard)}`
    case 'bandTable':
      return `结果${inBand(scoring.bands)}`
    case 'symmetricBand':
      return `与 ${words(scoring.standard)} 的差${inBand(scoring.bands)}`
    case 'ratioOfWeight':
      return scoring.direction === 'positive' ? '结果达到 100%' : '结果不高于 100%'
    case 'equalTarget':
      return decimal(scoring.target).n === 0n ? '没有发生' : `结果达到 ${words(scoring.target)}`
    case 'rangeTarget':
      return `结果在 ${words(scoring.from)}～${words(scoring.to)} 之内`
    case 'unitPrice':
      return `结果不高于 ${words(scoring.standard)}`
  }
}

/** 得满分要达到什么, in words: for next year's targets. `scoring` has no faults. */
export function fullMarksAt(scoring: Scoring, style: ValueStyle = 'percent'): string {
  if (isComputed(scoring)) return ofValue(scoring, style)
  switch (scoring.kind) {
    case 'caseTable':
      return `属于“${best([...scoring.cases, scoring.otherwise]).label}”`
    case 'bestOf':
      return scoring.options.map(({ title, valueStyle = 'percent', scoring: rule }) => `${title}${ofValue(rule, valueStyle)}`).join('，或')
    case 'checkpoints':
      return scoring.points.map(({ title, valueStyle = 'percent', scoring: rule }) => `${title}${ofValue(rule, valueStyle)}`).join('，')
    case 'aggregate':
      return `汇总的${ofValue(scoring.rule, 'percent')}`
    case 'checklist':
      return `${scoring.items.length} 个要点全部符合`
    case 'occurrences':
      return '没有出现扣分的情形'
    case 'externalScore':
      return `${scoring.by}考核得 ${scoring.most} 分`
    case 'tiers': {
      const { label, least, points } = best(scoring.tiers)
      return `判为“${label}”${least === undefined ? '' : `，得 ${points} 分`}`
    }
    case 'subindicators':
      return scoring.goals ? '各条绩效目标都达到指标值' : '自列的各项都得满分'
    case 'selectableGroup':
      return '选中的各项都得满分'
    case 'deadline':
      return scoring.milestones.length === 1 ? '按期完成' : `${scoring.milestones.length} 个节点都按期完成`
  }
}
