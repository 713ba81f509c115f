import type { Answer } from '../../../domain/evaluation/answer'
import type { ItemId } from '../../../domain/measures/item'

interface TakenFrom {
  readonly sheet: string
  readonly cell: string
  /** What the sheet calls it. */
  readonly label: string
  /** What the figure says of its source: 取自 公开06表 30201. */
  readonly source: string
  /** As it stands in the cell. */
  readonly found: string
}

/** 取数: what one cell of a foreign sheet has to say. */
export type Taking =
  | (TakenFrom & { readonly kind: 'figure'; readonly item: ItemId; readonly answer: Answer
      /** Why the user should look before taking it. */
      readonly doubt?: string })
  | (TakenFrom & { readonly kind: 'refused'; readonly reason: string; readonly cells?: number })
