/** A table of a foreign file as words, whatever the file was. */
export interface ReadTable {
  /** Sheet name, or 表 1. */
  readonly name: string
  /** Sheets name cells by letter and number, Word tables by row. */
  readonly isSheet: boolean
  readonly rows: readonly (readonly string[])[]
}

/** One goal as read: cells by the columns of the 绩效目标 table, and where it stood. */
export interface ReadGoal {
  /** 附件2!C7, or 表 1 第 7 行. */
  readonly place: string
  readonly cells: { readonly [column: string]: string }
  /** What is doubtful about it, in a sentence; it is taken all the same. */
  readonly doubt?: string
}

/** A row that was not taken, and why. */
export interface RejectedRow {
  readonly place: string
  readonly found: string
  readonly why: string
}

/** 绩效目标表 read, or one sentence why not. Plain data: it crosses threads. */
export type GoalReading =
  | { readonly ok: true; readonly fileName: string; readonly goals: readonly ReadGoal[]; readonly rejected: readonly RejectedRow[]
      /** Tables without a head that is known. */
      readonly skipped: readonly string[] }
  | { readonly ok: false; readonly fileName: string; readonly message: string }
