/** What a line of a report is: a paragraph, a table's row, a footnote, the text of a box. */
export type BlockKind = 'paragraph' | 'row' | 'note' | 'textBox'

/** One paragraph or table row of a report's text. */
export interface TextBlock {
  readonly kind: BlockKind
  /** Offsets in the text, the end excluded. */
  readonly start: number
  readonly end: number
  /** Number of the paragraph, note or box among its kind; of a row, the number of its table. From 1. */
  readonly number: number
  /** Number of the row in its table, from 1; 0 outside tables. */
  readonly row: number
}

/** 报告原文 (a foreign report's text): paragraphs and rows are lines, a row's cells stand between tabs, an empty line parts tables from the rest. Offsets count UTF-16 units. */
export interface ReportText {
  readonly text: string
  readonly blocks: readonly TextBlock[]
  /** Where each page begins in the text, ascending; empty where the file does not tell pages. */
  readonly pageStarts: readonly number[]
}

/** The last index whose value is not above `at`, or -1; `values` ascends. */
function lastNotAbove(count: number, valueOf: (index: number) => number, at: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueOf(middle) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The block an offset lies in, or the one before it; undefined before the first. */
export const blockAt = ({ blocks }: ReportText, at: number): TextBlock | undefined => blocks[lastNotAbove(blocks.length, (i) => blocks[i]!.start, at)]

/** The page an offset lies on, from 1; null where the file does not tell pages. */
export const pageAt = ({ pageStarts }: ReportText, at: number): number | null =>
  pageStarts.length === 0 ? null : Math.max(1, lastNotAbove(pageStarts.length, (i) => pageStarts[i]!, at) + 1)

const WORDS: { readonly [K in BlockKind]: (block: TextBlock) => string } = {
  paragraph: ({ number }) => `第 ${number} 段`,
  row: ({ number, row }) => `表 ${number} 第 ${row} 行`,
  note: ({ number }) => `脚注 ${number}`,
  textBox: ({ number }) => `文本框 ${number}`,
}

/** Where an offset stands, for people: 第 3 页第 12 段. */
export function placeWords(report: ReportText, at: number): string {
  const page = pageAt(report, at)
  const block = blockAt(report, at)
  return `${page === null ? '' : `第 ${page} 页`}${block ? WORDS[block.kind](block) : ''}`
}
