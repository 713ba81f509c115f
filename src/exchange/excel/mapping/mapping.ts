import type { Basis, Fund } from '../../../domain/measures/basis'
import type { ItemId } from '../../../domain/measures/item'
import type { MeasureId } from '../../../domain/measures/measure'
import type { MoneyPower } from './moneyUnit'
import type { ScoreColumn } from './scoreHeads'

/** What a label of a foreign sheet stands for. */
export type Meaning =
  /** A row of one measure. */
  | { readonly kind: 'measure'; readonly measure: MeasureId }
  /** A row of one of our forms, with its own cells. */
  | { readonly kind: 'row'; readonly form: string; readonly row: string }
  /** A column of one basis; of one fund where the head names it. */
  | { readonly kind: 'basis'; readonly basis: Basis; readonly fund: Fund | null }
  /** A column or a field of one item. */
  | { readonly kind: 'item'; readonly item: ItemId }
  /** A column of a repeating table. */
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  /** A line of a 评分表: a 三级指标 of the evaluation's own framework. */
  | { readonly kind: 'indicator'; readonly indicator: string }
  /** A column of a 评分表. */
  | { readonly kind: 'score'; readonly column: ScoreColumn }
  | { readonly kind: 'nothing' }

/** 把握: how sure a meaning is. */
export type Confidence = 'sure' | 'likely' | 'unsure'

/** Where a label stands: the labels of rows, of columns, of fields beside their value; the indicators and the columns of a 评分表. */
export type LabelPlace = 'row' | 'column' | 'field' | 'indicator' | 'score'

/** One label with its meaning. Labels that stand more than once in a region are told apart by `nth`, counted from 1. */
export interface MappedLabel {
  readonly place: LabelPlace
  /** Regions of the sheet in reading order, counted from 0. */
  readonly region: number
  /** As compared: without spaces, years as {0} and {-1}. */
  readonly label: string
  readonly nth: number
  readonly meaning: Meaning
  readonly confidence: Confidence
}

/** 对应关系: what the labels of a sheet stand for. Holds no figure and no address, so it serves every file with the same labels. */
export interface SheetMapping {
  readonly format: 1
  /** Of the labels: `fingerprintOf`. */
  readonly fingerprint: string
  /** What the sheet was called when it was mapped, for people. */
  readonly sheet: string
  /** 金额单位 of its money; null where neither the sheet nor the user has said. */
  readonly unit: MoneyPower | null
  /** 资金口径 of its money. */
  readonly fund: Fund
  readonly labels: readonly MappedLabel[]
}

/** A cell of a sheet that holds a figure of ours, or is to hold it. */
export interface MappedCell {
  readonly row: number
  readonly column: number
  readonly item: ItemId
  readonly confidence: Confidence
  /** What the sheet calls it: 公务接待费 决算数. */
  readonly label: string
  /** 金额单位 that its head, its label or a line above its table states; absent where only the sheet's counts. */
  readonly unit?: MoneyPower
  /** Label and value share the cell (填报单位：某单位); the value begins behind this many characters. */
  readonly inCell?: number
}

/** A cell of a 评分表 that takes what the evaluation says of an indicator. */
export interface MappedScore {
  readonly row: number
  readonly column: number
  readonly indicator: string
  readonly what: ScoreColumn
  readonly confidence: Confidence
  /** 预算完成率 自评得分. */
  readonly label: string
}

/** A repeating table in a sheet: which columns stand for which, and the rows its records may stand in. */
export interface MappedList {
  readonly table: string
  readonly columns: readonly { readonly column: number; readonly id: string; readonly confidence: Confidence; readonly label: string; readonly unit?: MoneyPower }[]
  readonly first: number
  /** The first row that is no record: the total, a note, the end. */
  readonly end: number
}

