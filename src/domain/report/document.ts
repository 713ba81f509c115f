import type { Expression } from '../expression/expression'
import type { FigureId } from '../measures/item'

/** How a bound figure is printed. */
export interface FigureFormat {
  /** 百分比 prints the ratio × 100 with %; 中文 a small whole number in Chinese numerals (等保二级). */
  readonly style: 'number' | 'percent' | 'chinese'
  /** Money in another unit than the stored 万元. */
  readonly moneyUnit?: '元' | '万元' | '亿元'
  /** Fixed decimals; without it the digits as they were entered, or as many as the value needs (at most 2). */
  readonly places?: number
  /** Whether the unit follows the number (万元, 人, 万余条). */
  readonly unit?: true
  /** Whether thousands are grouped with commas. */
  readonly grouped?: true
}

/** What of an indicator (or of all of them) is bound: 得分, 分值, 得分率, 失分, 完成值, and the words written with its score. */
export type ScorePart = 'points' | 'weight' | 'rate' | 'lost' | 'value' | 'reason' | 'improvement'

/** A piece of a paragraph: words, or something bound to the data, so that a number lives once. */
export type Run =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: Expression; readonly format: FigureFormat }
  /** 增减 of one figure against another, direction word included: 比上年增加12.3万元，增长5.43%. `than` names the base: 上年. */
  | { readonly kind: 'change'; readonly from: Expression; readonly to: Expression; readonly than: string }
  /** A score by the name of a 一级、二级 or 三级指标; the empty name is the total. */
  | { readonly kind: 'score'; readonly part: ScorePart; readonly of: string }

/** A paragraph as it is written: words and bound figures. */
export type Paragraph = readonly Run[]

/** A piece of a composed paragraph: what will be printed. An unfilled figure stays visible. */
export type PrintedRun =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly source: string }
  | { readonly kind: 'unfilled'; readonly text: string; readonly source: string }

/** A cell of a table in the report. */
export interface TableCell {
  readonly runs: readonly PrintedRun[]
  readonly align: 'left' | 'center' | 'right'
  readonly columns?: number
  readonly rows?: number
  readonly indent?: 0 | 1 | 2
  /** The figure it prints, where it prints one that was typed. */
  readonly figure?: FigureId
}

/** A chart as it is drawn: the drawing itself and, for programs that cannot draw it, its picture. Sizes in CSS pixels. */
export interface Picture {
  readonly svg: string
  readonly png: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** Levels of headings that 目录 lists. */
export const CONTENTS_LEVELS = 3

/** A composed report: a tree of meaning that knows nothing of Word or HTML. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly number: string; readonly text: string; readonly section: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly PrintedRun[]; readonly section: string }
  | { readonly kind: 'table'; readonly caption: string; readonly note: string; readonly landscape: boolean
      readonly widths: readonly number[]; readonly head: readonly (readonly TableCell[])[]; readonly body: readonly (readonly TableCell[])[] }
  | { readonly kind: 'cover'; readonly title: string; readonly lines: readonly string[] }
  /** 目录: its lines are the headings that follow, to the third level. */
  | { readonly kind: 'contents' }
  | { readonly kind: 'chart'; readonly caption: string; readonly picture: Picture }
  | { readonly kind: 'attachment'; readonly number: string; readonly title: string }
  | { readonly kind: 'signature'; readonly lines: readonly string[] }

/** The report of one evaluation, ready to be rendered. */
export interface ReportDocument {
  /** Said on screen only: a fictional sample says so. */
  readonly notice: string | null
  readonly blocks: readonly Block[]
  /** Sources of the figures not yet filled, in reading order. */
  readonly unfilled: readonly string[]
}
