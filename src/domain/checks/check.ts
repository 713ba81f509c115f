import type { RowKind } from '../evaluation/evaluation'
import type { Expression } from '../expression/expression'
import type { FigureId } from '../measures/item'
import type { Verification } from '../measures/measure'

/** 公式类别 as clerks know them from the 决算 software. */
export type CheckKind = 'balance' | 'logic' | 'plausibility'

/** What each kind is called. */
export const CHECK_KINDS: { readonly [K in CheckKind]: string } = {
  balance: '基本平衡',
  logic: '逻辑性',
  plausibility: '核实性',
}

/** How much a broken check matters. */
export type Severity = 'contradiction' | 'suspicion' | 'hint'

/** What each severity is called. */
export const SEVERITIES: { readonly [S in Severity]: string } = {
  contradiction: '矛盾',
  suspicion: '疑点',
  hint: '提示',
}

/** Rows a check is run on one by one; in its formulas `专项[*].本年决算` is the row's own cell. */
export interface EachRow {
  readonly table: string
  readonly kinds: readonly RowKind[]
  /** The column that names a row in the finding. */
  readonly title: string
  /** Whether a blank cell is asked for, or leaves the row alone. */
  readonly blank: 'ask' | 'skip'
}

/** 勾稽关系 (check): a statement that two expressions must bear, compared as intervals from printed digits. */
export interface Check {
  readonly id: string
  /** In words: 整体支出 = 基本支出 + 专项支出. */
  readonly says: string
  readonly left: Expression
  readonly relation: '=' | '<=' | '>='
  readonly right: Expression
  /** Checked only where this holds; undecided where it is not known. */
  readonly when?: Expression
  /** Not checked where this is known to hold. */
  readonly unless?: Expression
  /** Run once for each of these rows. */
  readonly eachRow?: EachRow
  readonly kind: CheckKind
  /** When contradicted; a difference inside the rounding is always a hint. */
  readonly severity: Severity
  /** The figure at which it is shown. */
  readonly at: FigureId
  /** What to do about it. */
  readonly remedy: string
  readonly source: string
  readonly verification: Verification
}

/** A finding: a check that does not hold as printed. */
export interface Finding {
  /** Id of the check; of a check on rows, with the row: `projects.share[p1]`. */
  readonly check: string
  readonly kind: CheckKind
  readonly verdict: 'rounding' | 'contradicted'
  readonly severity: Severity
  readonly says: string
  /** The equation with figures: 「172 + 4 + 0.03 + 11.47 = 187.50，表中写 178.5」. */
  readonly equation: string
  /** Difference and allowed range in words. */
  readonly detail: string
  readonly remedy: string
  readonly at: FigureId
  readonly figures: readonly FigureId[]
  /** 审核情况说明, where the user has explained it. */
  readonly explanation: string | null
}

/** All checks of an evaluation: "nothing found" and "nothing checked" never look alike. */
export interface Review {
  readonly findings: readonly Finding[]
  readonly held: readonly { readonly check: string; readonly says: string; readonly equation: string }[]
  readonly undecided: readonly { readonly check: string; readonly says: string; readonly missing: readonly FigureId[] }[]
}
