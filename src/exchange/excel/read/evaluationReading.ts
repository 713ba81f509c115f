import type { Evaluation } from '../../../domain/evaluation/evaluation'

/** A cell that could not be taken over, with what to do about it. */
export interface RejectedCell {
  readonly sheet: string
  readonly cell: string
  readonly found: string
  readonly expected: string
}

/** What a sheet brought. */
export interface SheetSummary {
  readonly sheet: string
  /** Figures and words read. */
  readonly read: number
  readonly rejected: number
}

/** A workbook read: an evaluation with what was found, or one sentence why not. Plain data: it crosses threads. */
export type EvaluationReading =
  | { readonly ok: true; readonly fileName: string; readonly evaluation: Evaluation; readonly sheets: readonly SheetSummary[]
      readonly rejected: readonly RejectedCell[]; readonly ignoredSheets: readonly string[]; readonly notes: readonly string[] }
  | { readonly ok: false; readonly fileName: string; readonly message: string }
