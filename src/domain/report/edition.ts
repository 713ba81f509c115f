import type { Block, ReportDocument } from './document'

/** 报送版 is handed in to the bureau, 公开版 published (practice.md M11). */
export type Edition = 'submission' | 'public'

/** How one text becomes the document that is handed in or published. */
export interface EditionChoice {
  readonly edition: Edition
  /** 附件 in their order, as the file names call them: 附件说明 follows from them. */
  readonly annexes: readonly string[]
  /** 封面, with the lines under the title. */
  readonly cover: readonly string[] | null
  /** Whether 目录 stands before the text. */
  readonly contents: boolean
  /** Sections that 公开版 replaces by the words below. */
  readonly secret: readonly string[]
}

const WITHHELD = '涉密，按规定不予公开。'
const CLEARANCE = '保密审查情况：□ 已审查，可以公开　审查人（签名）：　　　　审签人（签名）：'
/** Figures that only the bureau needs to see. */
const PHONE = '联系电话'

/** 附件说明: 附件：1. …, each on its own line. */
const annexBlocks = (annexes: readonly string[]): readonly Block[] =>
  annexes.map((title, i) => ({ kind: 'attachment', number: `${i === 0 ? '附件：' : '　　　'}${annexes.length > 1 ? `${i + 1}. ` : ''}`, title }))

function published(blocks: readonly Block[], secret: ReadonlySet<string>): readonly Block[] {
  let [section, withheld] = ['', false]
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'title') return [{ kind: 'paragraph', section: '', runs: [{ kind: 'text', text: CLEARANCE }] }, block]
    if (block.kind === 'heading') {
      withheld = secret.has(block.section) || (withheld && isUnder(blocks, block, section))
      if (secret.has(block.section)) section = block.section
      return withheld && block.section === section ? [block, { kind: 'paragraph', section: block.section, runs: [{ kind: 'text', text: WITHHELD }] }] : withheld ? [] : [block]
    }
    if (block.kind === 'signature' || block.kind === 'attachment') return [block]
    if (withheld) return []
    if (block.kind !== 'paragraph') return [block]
    return [{ ...block, runs: block.runs.map((run) => (run.kind === 'figure' && run.source.startsWith(PHONE) ? { kind: 'text', text: '（略）' } : run)) }]
  })
}

/** Whether a heading stands below the withheld section's own. */
function isUnder(blocks: readonly Block[], heading: Extract<Block, { readonly kind: 'heading' }>, section: string): boolean {
  const owner = blocks.find((block) => block.kind === 'heading' && block.section === section)
  return owner?.kind === 'heading' && heading.level > owner.level
}

/** The document of an edition, from the one text. */
export function editionOf(document: ReportDocument, { edition, annexes, cover, contents, secret }: EditionChoice): ReportDocument {
  const blocks = edition === 'public' ? published(document.blocks, new Set(secret)) : document.blocks
  const signature = blocks.findIndex(({ kind }) => kind === 'signature')
  const at = signature < 0 ? blocks.length : signature
  const title = document.blocks.flatMap((block) => (block.kind === 'title' ? [block.text] : []))[0] ?? ''
  return {
    ...document,
    blocks: [...(cover ? [{ kind: 'cover' as const, title, lines: cover }] : []), ...(contents ? [{ kind: 'contents' as const }] : []), ...blocks.slice(0, at), ...annexBlocks(annexes), ...blocks.slice(at)],
  }
}
