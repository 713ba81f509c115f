import type { Expression } from '../expression/expression'
import type { Measure, Verification } from '../measures/measure'
import type { ValueStyle } from '../scoring/award'
import type { Scoring } from '../scoring/scoring'
import type { RoundingPoint } from './roundingPoint'

/** 指标说明的六栏: kept as separate texts, each absent where the source has none (practice.md §4.1). */
export interface IndicatorTexts {
  /** 指标解释. */
  readonly definition?: string
  /** 评价要点. */
  readonly points?: string
  /** 评分细则. */
  readonly rule: string
  /** 评价标准. */
  readonly standard?: string
  /** 数据来源. */
  readonly dataSource?: string
  /** 取证方式. */
  readonly evidence?: string
}

/** 三级指标 (indicator): what is scored. */
export interface Indicator {
  readonly id: string
  /** 一级指标. */
  readonly dimension: string
  /** 二级指标. */
  readonly group: string
  /** 三级指标, as printed. */
  readonly title: string
  /** 分值, decimal text. */
  readonly weight: string
  /** The value scored, where one is computed. */
  readonly formula?: Expression
  readonly valueStyle?: ValueStyle
  readonly scoring: Scoring
  readonly texts: IndicatorTexts
  /** 依据: document and row. */
  readonly basis: string
  readonly verification: Verification
  /** A contradiction or gap of the official text, told to the user. */
  readonly quirk?: string
  /** Readings of a contradictory text that may be chosen instead of `scoring`, each in words, with the 评分细则 as it then reads. */
  readonly readings?: readonly { readonly label: string; readonly scoring: Scoring; readonly rule?: string }[]
}

/** 等级: from `from` points (included) up to the next one's: half-open, so that 89.5 has a grade though the printed line says 80–89 (QUIRKS). */
export interface GradeBand {
  readonly label: string
  readonly from: string
}

/** 指标体系 (framework): what an evaluation is scored by. Self-contained: the measures its formulas need travel with it. */
export interface Framework {
  readonly id: string
  readonly version: string
  readonly title: string
  /** 依据: document number or where it was published. */
  readonly basis: string
  readonly region: string
  /** 适用年度 in words. */
  readonly years: string
  readonly verification: Verification
  readonly verificationNote: string
  /** 满分, decimal text. */
  readonly total: string
  readonly grades?: readonly GradeBand[]
  /** 取整点 where the framework's own text fixes it; the evaluation decides where it does not. */
  readonly rounding?: RoundingPoint
  /** 草稿: what is not known yet, in words; a draft is completed before anything is scored by it. */
  readonly draft?: string
  readonly indicators: readonly Indicator[]
  readonly measures: readonly Measure[]
}
