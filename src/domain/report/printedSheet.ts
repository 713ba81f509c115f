/** A cell of a form as it is printed. */
export interface PrintedCell {
  readonly text: string
  readonly look: 'title' | 'annex' | 'caption' | 'captionRight' | 'captionCenter' | 'head' | 'label' | 'right' | 'left' | 'center' | 'note'
  readonly columns: number
  readonly rows: number
  /** Steps a label is set in. */
  readonly indent: number
}

/** 一张要打印的表: the form as the workbook has it, for a print together with the report. */
export interface PrintedSheet {
  /** 附件2. */
  readonly annex: string | null
  readonly name: string
  readonly landscape: boolean
  /** Shares of the width, by column. */
  readonly widths: readonly number[]
  /** Rows above the table's own: they are repeated on each page. */
  readonly head: readonly (readonly PrintedCell[])[]
  readonly body: readonly (readonly PrintedCell[])[]
}
