import type { JSONContent } from '@tiptap/core'
import type { Paragraph, Run } from '../../../../domain/report/document'

/** Name of the node that holds a bound run. */
export const BOUND = 'bound'

const nodeOf = (run: Run): JSONContent => (run.kind === 'text' ? { type: 'text', text: run.text } : { type: BOUND, attrs: { run } })

/** Paragraphs as the editor holds them. */
export const toEditor = (paragraphs: readonly Paragraph[]): JSONContent => ({
  type: 'doc',
  content: (paragraphs.length > 0 ? paragraphs : [[]]).map((paragraph) => ({ type: 'paragraph', content: paragraph.filter((run) => run.kind !== 'text' || run.text !== '').map(nodeOf) })),
})

/** The run a node of the editor stands for. */
function runOf(node: JSONContent): readonly Run[] {
  if (node.type === 'text') return node.text === undefined || node.text === '' ? [] : [{ kind: 'text', text: node.text }]
  return node.type === BOUND ? [(node.attrs as { run: Run }).run] : []
}

/** What the editor holds as paragraphs; empty ones at the end fall off, neighbouring words are one run. */
export function fromEditor(content: JSONContent): readonly Paragraph[] {
  const paragraphs = (content.content ?? []).map((paragraph) => (paragraph.content ?? []).flatMap(runOf).reduce<readonly Run[]>((runs, run) => {
    const last = runs.at(-1)
    return last?.kind === 'text' && run.kind === 'text' ? [...runs.slice(0, -1), { kind: 'text', text: last.text + run.text }] : [...runs, run]
  }, []))
  let end = paragraphs.length
  while (end > 0 && paragraphs[end - 1]!.length === 0) end -= 1
  return paragraphs.slice(0, end)
}
