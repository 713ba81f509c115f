import type { Expression } from '../../../domain/expression/expression'
import type { Framework, Indicator } from '../../../domain/indicators/framework'
import type { Scoring } from '../../../domain/scoring/scoring'
import type { ScoringSettings } from '../../../domain/scoring/settings'
import { measures } from '../../measures/measures'

/** What a draft's source does not say is asked. */
export const ask: ScoringSettings = { notApplicable: 'ask', zeroDivisor: 'ask' }

interface DraftIndicator {
  readonly id: string
  readonly dimension: string
  readonly group: string
  readonly title: string
  readonly weight?: string
  readonly rule?: string
  readonly definition?: string
  readonly dataSource?: string
  readonly verified?: true
  readonly formula?: Expression
  readonly scoring?: Scoring
}

interface DraftContent {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly region: string
  readonly years: string
  readonly total: string
  readonly verificationNote: string
  /** What is not known, in words. */
  readonly lacking: string
  readonly indicators: readonly DraftIndicator[]
}

/** A rule nobody has seen: a person gives points within the weight until it is written. */
const unwritten = (weight: string): Scoring => ({ kind: 'tiers', ...ask, tiers: [{ label: '评分细则待补，由评分人给分', least: '0', points: weight }] })

function indicatorOf({ id, dimension, group, title, weight = '0', rule, definition, dataSource, verified, formula, scoring }: DraftIndicator, basis: string): Indicator {
  return {
    id, dimension, group, title, weight, basis, verification: verified ? 'verified' : 'unverified',
    ...(formula && scoring ? { formula, valueStyle: 'percent' } : {}), scoring: scoring ?? unwritten(weight),
    texts: { rule: rule ?? '评分细则没有取得，请对照本地文件补写。', ...(definition === undefined ? {} : { definition }), ...(dataSource === undefined ? {} : { dataSource }) },
  }
}

/** A framework of which not everything is known: to be completed before it is used. */
export const draftFramework = ({ indicators, lacking, ...head }: DraftContent): Framework => ({
  ...head, version: '0', verification: 'unverified', draft: lacking, measures, indicators: indicators.map((one) => indicatorOf(one, head.basis)),
})
