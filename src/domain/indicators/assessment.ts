import type { ScoreAuthor } from '../evaluation/judgement'
import type { FigureId } from '../measures/item'
import type { Raised } from '../scoring/warning'
import type { Indicator } from './framework'

/** 计算过程: one step in words with figures. */
export interface TraceStep {
  /** 算式, 代入, 评分, 调整 …: what the step is. */
  readonly label: string
  /** 「5 ÷ 8 = 62.50%」. */
  readonly text: string
}

/** What still has to be supplied: a figure, or a person's judgement. */
export type Asked =
  | { readonly kind: 'figure'; readonly figure: FigureId }
  | { readonly kind: 'judgement'; readonly indicator: string }
  /** 年初预算数是否已含上年结转 and the like. */
  | { readonly kind: 'setting'; readonly setting: 'carryInIncluded' }

/** How a line came to its points, or why it has none. */
export type LineState = 'computed' | 'judged' | 'adjusted' | 'notApplicable' | 'open' | 'excluded'

/** One indicator of an assessment by one author. Points and weights are decimal text with two decimals. */
export interface Line {
  readonly indicator: Indicator
  readonly state: LineState
  /** The value as printed: 62.50%; null where none is computed. */
  readonly value: string | null
  /** Points, or null while open. */
  readonly points: string | null
  /** Points by rule where a person adjusted them. */
  readonly computedPoints: string | null
  /** The weight this line counts with (after reweighting). */
  readonly weight: string
  /** Lowest and highest points still possible; equal to `points` once settled. */
  readonly lowest: string
  readonly highest: string
  /** From the rule's words to the points. */
  readonly trace: readonly TraceStep[]
  readonly asked: readonly Asked[]
  /** Figures the value was computed from. */
  readonly uses: readonly FigureId[]
  /** 预警 that are on: colours without points. */
  readonly warnings: readonly Raised[]
}

/** An assessment of an incomplete evaluation is a range. */
export interface Assessment {
  readonly author: ScoreAuthor
  readonly lines: readonly Line[]
  /** Sum of the settled points. */
  readonly certain: string
  /** Sum of the weights still open. */
  readonly open: string
  readonly lowest: string
  readonly highest: string
  readonly total: string
  /** What is asked for, with the points that depend on it, heaviest first. */
  readonly asked: readonly { readonly asked: Asked; readonly points: string; readonly indicators: readonly string[] }[]
  /** Grades still possible, best first; none where the framework has none. */
  readonly grades: readonly string[]
  /** Only where the framework has grades and it can no longer change. */
  readonly grade: string | null
}
