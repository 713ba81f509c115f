/** A paragraph of a report read back from Word; `anchor` says which of ours it was, where that is still marked. */
export interface ReadParagraph {
  readonly text: string
  readonly anchor:
    | { readonly kind: 'paragraph'; readonly section: string; readonly at: number }
    | { readonly kind: 'heading'; readonly section: string }
    | { readonly kind: 'other' }
    | null
}

/** 读回的报告: an exported report after somebody edited it. */
export interface ReadDocument {
  readonly paragraphs: readonly ReadParagraph[]
  /** Cells by table, row. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}
