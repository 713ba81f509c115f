import type { Basis } from './basis'

/** A dotted English id, never shown to users: `threePublic.reception`. */
export type MeasureId = string

/** 核对状态: whether a fact of the field was read in a source (已核对) or still is to be (待核对). */
export type Verification = 'verified' | 'unverified'

/** What a measure's answers are. Money is in 万元, a ratio is a plain fraction until printed. */
export type MeasureKind = 'money' | 'count' | 'area' | 'ratio' | 'text' | 'choice' | 'date'

/** 指标项 (measure): one thing a unit reports, before it is said on which basis and of which fund. */
export interface Measure {
  readonly id: MeasureId
  /** As printed on the form: 公务接待费. */
  readonly name: string
  /** Name in formulas where the printed one is ambiguous or holds punctuation. */
  readonly formulaName?: string
  readonly kind: MeasureKind
  /** 万元, 人, ㎡ …; empty for words. */
  readonly unit: string
  /** 口径: what is counted, and by whom it is fixed. */
  readonly definition: string
  readonly verification: Verification
  /** The bases it is reported on; empty for words, choices and dates. */
  readonly bases: readonly Basis[]
  /** 合计 = sum of these. A total may be stated too; then it is checked against its parts. */
  readonly parts?: readonly MeasureId[]
  /** 合计 = a column of a repeating table, by basis: 项目支出 from the list of projects, where nothing else is said. */
  readonly listed?: { readonly table: string; readonly columns: { readonly [B in Basis]?: string } }
  /** 其中: measures included in this one without exhausting it. */
  readonly included?: readonly MeasureId[]
  /** What may be chosen, for a choice. */
  readonly options?: readonly string[]
  /** Other printed names (出国经费 …), for reading foreign tables. */
  readonly aliases?: readonly string[]
}

/** Whether the measure's answers are numbers. */
export const isNumeric = (measure: Measure): boolean =>
  measure.kind !== 'text' && measure.kind !== 'choice' && measure.kind !== 'date'
