/** One page of help: plain words in headed parts; no markup, so that nothing has to be parsed. */
export interface HelpTopic {
  readonly id: string
  readonly title: string
  readonly parts: readonly HelpPart[]
}

/** A head with paragraphs, a list of terms, or both. */
export interface HelpPart {
  readonly head?: string
  readonly text?: readonly string[]
  /** Term and what it means; keys and what they do. */
  readonly terms?: readonly (readonly [term: string, meaning: string])[]
}
