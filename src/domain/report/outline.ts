import type { Measure, Verification } from '../measures/measure'
import type { ColumnHeads } from '../measures/names'
import type { Paragraph } from './document'
import type { DraftKind } from './drafts/drafts'

/** What stands at the end of a section besides its text. */
export type Insert =
  /** 指标评分表. */
  | { readonly kind: 'scores' }
  /** 专项支出明细表, with its total. */
  | { readonly kind: 'projects' }

/** The tables a section may end with, by name. */
export const INSERTS: { readonly [K in Insert['kind']]: string } = { scores: '指标评分表', projects: '专项支出明细表' }

/** One section of an outline. */
export interface OutlineSection {
  readonly id: string
  readonly level: 1 | 2 | 3 | 4
  /** Without numbering: the number follows from the level. */
  readonly heading: string
  readonly required: boolean
  /** 「无」 where the form wants a section answered even when empty. */
  readonly whenEmpty?: string
  /** Default text with bound figures, in our own words. */
  readonly draft: readonly Paragraph[]
  /** What follows it, written from the evaluation's figures. */
  readonly drafts?: readonly DraftKind[]
  readonly inserts?: readonly Insert[]
  /** What to write here, for the person writing. */
  readonly guidance: string
}

/** 提纲 (outline): the report's tree for a region and year. */
export interface Outline {
  readonly id: string
  readonly title: string
  /** Title printed on the report: 部门整体支出绩效评价报告. */
  readonly reportTitle: string
  readonly region: string
  readonly years: string
  readonly source: string
  readonly verification: Verification
  readonly sections: readonly OutlineSection[]
  readonly measures: readonly Measure[]
  /** Column heads by `table.column`, for naming cells. */
  readonly columnHeads: ColumnHeads
}
