/**
 * 自定提纲的一节: one section of an evaluation's own outline. What is not said here (draft, guidance) comes from the catalog's section of
 * the same id; a section that the catalog has not is the user's own.
 */
export interface OwnSection {
  readonly id: string
  readonly level: 1 | 2 | 3 | 4
  readonly heading: string
  /** Whether a section without text is told to be unwritten. */
  readonly required: boolean
  /** 「无。」 where the section shall be answered even when empty. */
  readonly whenEmpty?: string
  /** Drafts by their kind in place of the catalog's; kinds that are not known are left out. */
  readonly drafts?: readonly string[]
  /** Tables at its end in place of the catalog's. */
  readonly inserts?: readonly string[]
}
