import type { Framework } from '../indicators/framework'
import type { RoundingPoint } from '../indicators/roundingPoint'
import type { ItemId } from '../measures/item'
import type { Paragraph } from '../report/document'
import type { Answer } from './answer'
import type { Judgements } from './judgement'
import type { OwnSection } from './ownSection'

/** 行类别: 单项 is one thing, 合并 stands for several (其余14项合计), 小计 repeats rows above it. */
export type RowKind = 'single' | 'merged' | 'subtotal'

/** One row of a repeating table. A blank cell has no entry. */
export interface Row {
  /** Stable over moves, export and import. */
  readonly id: string
  readonly kind: RowKind
  readonly cells: { readonly [column: string]: Answer }
}

/** 评价方式 (practice.md §4). */
export type EvaluationMode = 'self' | 'department' | 'finance'

/** What is decided once per evaluation. */
export interface Settings extends RoundingPoint {
  /** 年初预算数是否已含上年结转? Unasked until the user says. */
  readonly carryInIncluded: 'yes' | 'no' | 'unasked'
  /** 本部门 (with subordinate units) or 本单位. */
  readonly scope: 'unit' | 'department'
  readonly mode: EvaluationMode
}

/** 年度评价 (evaluation): one unit, one year, everything typed. Plain immutable data; whatever follows from it is computed. */
export interface Evaluation {
  readonly format: 1
  readonly id: string
  /** 评价年度. */
  readonly year: number
  /** Set on samples: a published real case, or figures made up. Shown wherever the evaluation is. */
  readonly sample?: 'published' | 'fictional'
  readonly settings: Settings
  /** A copy: a later change of the catalog never alters a finished score. */
  readonly framework: Framework
  /** Id of the 提纲 its report follows. */
  readonly outline: string
  /** 自定提纲: its sections in place of the outline's; absent while the outline is followed as it is. */
  readonly sections?: readonly OwnSection[]
  readonly answers: { readonly [item: ItemId]: Answer }
  readonly tables: { readonly [table: string]: readonly Row[] }
  readonly judgements: Judgements
  /** The report's own text by section id; a section without an entry shows the outline's default. */
  readonly narrative: { readonly [section: string]: readonly Paragraph[] }
  /** 审核情况说明 by check id: why a finding is right as it stands. */
  readonly explanations: { readonly [check: string]: string }
}

/** Settings of a new evaluation (the defaults of practice.md M8). */
export const defaultSettings: Settings = {
  carryInIncluded: 'unasked',
  ratesFrom: 'printed',
  rateRounding: 'rounded',
  scope: 'unit',
  mode: 'self',
}
