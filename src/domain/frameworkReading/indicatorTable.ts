/** A merged block of cells, counted from 0. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A table as it was found: a sheet, a pasted block. Plain texts; blanks are ''. */
export interface IndicatorTable {
  /** Sheet name or 粘贴内容. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
}

/** Every cell of a merged block says what its first cell says. */
export function unmerged({ rows, merges }: IndicatorTable): readonly (readonly string[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const full = rows.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''))
  for (const { row, column, rows: down, columns: across } of merges) {
    const text = full[row]?.[column] ?? ''
    for (let r = row; r < row + down; r++) for (let c = column; c < column + across; c++) if (full[r]?.[c] !== undefined) full[r]![c] = text
  }
  return full
}
