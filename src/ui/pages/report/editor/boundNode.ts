import { Node } from '@tiptap/core'
import type { PrintedRun, Run } from '../../../../domain/report/document'
import { BOUND } from './editorContent'

/** How a bound run looks at the moment. */
export type Look = (run: Run) => PrintedRun

/** A figure chip: an inline piece that shows what the data says now; `drawn` collects redrawers for when the data changes. */
export const boundNode = (look: Look, drawn: Set<() => void>) => Node.create({
  name: BOUND,
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ run: { default: null, rendered: false } }),
  renderHTML: () => ['span', { class: 'bound' }],
  renderText: ({ node }) => look(node.attrs['run'] as Run).text,
  addNodeView: () => ({ node }) => {
    const dom = document.createElement('span')
    let run = node.attrs['run'] as Run
    const draw = (): void => {
      const printed = look(run)
      dom.className = `bound ${printed.kind}`
      dom.textContent = printed.text
      if (printed.kind !== 'text') dom.title = printed.kind === 'figure' ? `数据：${printed.source}` : `还没有填：${printed.source}`
    }
    draw()
    drawn.add(draw)
    return {
      dom,
      update: (next) => {
        if (next.type.name !== BOUND) return false
        run = next.attrs['run'] as Run
        draw()
        return true
      },
      destroy: () => drawn.delete(draw),
    }
  },
})
