/** 数据状态: how final a figure is (practice.md M7). */
export type FigureState = 'ledger' | 'paidInSystem' | 'finalReported' | 'finalApproved' | 'provisional' | 'derived'

/** What each state is called. */
export const FIGURE_STATES: { readonly [S in FigureState]: string } = {
  ledger: '账面数',
  paidInSystem: '一体化支付数',
  finalReported: '决算上报数',
  finalApproved: '决算批复数',
  provisional: '暂估',
  derived: '推算',
}

/** 取数来源: where a figure was taken from, when, by whom and how final it is. */
export interface Provenance {
  readonly source?: string
  /** ISO day: 2026-03-15. */
  readonly takenOn?: string
  readonly state?: FigureState
  /** 责任股室. */
  readonly office?: string
  readonly note?: string
}

/**
 * One answer. Blank is the absence of an answer; 0 is given as "0"; 不涉及 is its own kind.
 * `text` is decimal text exactly as printed for figures ("187.5" is not "187.50"), plain text for words,
 * one of the options for choices, an ISO day for dates.
 */
export type Answer =
  | { readonly kind: 'given'; readonly text: string; readonly provenance?: Provenance }
  | { readonly kind: 'notInvolved'; readonly provenance?: Provenance }

/** A given answer. */
export const given = (text: string, provenance?: Provenance): Answer =>
  provenance ? { kind: 'given', text, provenance } : { kind: 'given', text }

/** 不涉及. */
export const notInvolved: Answer = { kind: 'notInvolved' }
