import type { MilestoneDays } from '../scoring/deadline'
import type { ReviewCut } from '../scoring/reviewCut'

/** Who scores: 自评, 复核 or 评价 (practice.md M13). They stand side by side; none overwrites another. */
export type ScoreAuthor = 'self' | 'review' | 'evaluation'

/** What each author's column is called. */
export const SCORE_AUTHORS: { readonly [A in ScoreAuthor]: string } = {
  self: '自评得分',
  review: '复核得分',
  evaluation: '评价得分',
}

/** What a person entered for an indicator that no formula settles; its kind follows from the scoring. */
export type JudgementEntry =
  /** 要点清单: by the item's key; an item absent is not yet decided. */
  | { readonly kind: 'checklist'; readonly ticks: { readonly [key: string]: 'met' | 'unmet' | 'notInvolved' } }
  /** 等级或情形: the label chosen, and points inside its interval where a person picks them. */
  | { readonly kind: 'choice'; readonly label: string; readonly points?: string }
  /** 次数: how many occurrences. */
  | { readonly kind: 'occurrences'; readonly count: string }
  /** 外部考核得分. */
  | { readonly kind: 'externalScore'; readonly score: string }
  /** 直接给分. */
  | { readonly kind: 'points'; readonly points: string }
  /** 日期: when it was done, ISO day. */
  | { readonly kind: 'date'; readonly day: string }
  /** 时间节点: by the milestone's key, when each was done, and when it was due where the rule leaves that to the plan. */
  | { readonly kind: 'dates'; readonly days: { readonly [key: string]: MilestoneDays } }
  /** 一票否决: with the reason. */
  | { readonly kind: 'vetoed'; readonly reason: string }
  /** 完成值: the achieved value, where the formula is not computed from items. */
  | { readonly kind: 'value'; readonly value: string }
  /** 自拟三级指标 sharing the weight: each with its own weight and points. */
  | { readonly kind: 'subindicators'; readonly rows: readonly Subindicator[] }
  /** 不涉及. */
  | { readonly kind: 'notInvolved' }

/** 自拟三级指标: a row a unit invents under a slot of the framework. */
export interface Subindicator {
  readonly id: string
  readonly title: string
  readonly weight: string
  readonly target?: string
  readonly actual?: string
  readonly points?: string
}

/** 调整得分: a person's points instead of the computed ones, always with the reason. */
export interface Adjustment {
  readonly points: string
  readonly reason: string
  /** ISO day. */
  readonly date?: string
  readonly evidence?: string
}

/** One author's word on one indicator. */
export interface Judgement {
  readonly entry?: JudgementEntry
  readonly adjustment?: Adjustment
  /** 复核扣减. */
  readonly cut?: ReviewCut
  /** 扣分原因、偏差原因. */
  readonly reason?: string
  /** 改进措施. */
  readonly improvement?: string
  /** 佐证材料 named in words. */
  readonly evidence?: string
}

/** All judgements, by indicator id, then author. */
export type Judgements = { readonly [indicator: string]: { readonly [A in ScoreAuthor]?: Judgement } }
