import { Editor, Extension, type JSONContent } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph as ParagraphNode } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'
import { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { Paragraph } from '../../../../domain/report/document'
import type { Insertable } from '../../../../domain/report/insertable'
import { readClipping, writeClipping } from './clipping'
import { boundNode, type Look } from './boundNode'
import { BOUND, fromEditor, toEditor } from './editorContent'

export type { Editor } from '@tiptap/core'

/** What the list of insertables shows: offered while `@…` is being typed. */
export interface Offer {
  readonly items: readonly Insertable[]
  readonly query: string
  readonly at: DOMRect | null
  choose(one: Insertable): void
}

/** What the editor asks of its screen. */
export interface EditorHost {
  readonly look: Look
  readonly drawn: Set<() => void>
  readonly label: string
  find(query: string): readonly Insertable[]
  /** Shows the list, or takes it away. */
  offer(offer: Offer | null): void
  /** Keys while the list is open; true where the list used it. */
  offeredKey(event: KeyboardEvent): boolean
  changed(paragraphs: readonly Paragraph[]): void
  selected(): void
}

const insertData = (host: EditorHost) => Extension.create({
  name: 'insertData',
  addProseMirrorPlugins() {
    const shown = (props: SuggestionProps<Insertable, Insertable>): void => host.offer({
      items: props.items, query: props.query, at: props.clientRect?.() ?? null, choose: (one) => props.command(one),
    })
    return [Suggestion<Insertable, Insertable>({
      editor: this.editor, char: '@', allowedPrefixes: null,
      items: ({ query }) => [...host.find(query)],
      command: ({ editor, range, props }) => {
        editor.chain().focus().insertContentAt(range, { type: BOUND, attrs: { run: props.run } }).run()
      },
      render: () => ({ onStart: shown, onUpdate: shown, onExit: () => host.offer(null), onKeyDown: ({ event }) => host.offeredKey(event) }),
    })]
  },
})

/** Paragraphs of a selection: what is copied. */
function selectedParagraphs(view: EditorView): readonly Paragraph[] {
  const content: unknown = view.state.selection.content().content.toJSON()
  const nodes = Array.isArray(content) ? (content as readonly { readonly type?: string }[]) : []
  const whole = nodes.every((node) => node.type === 'paragraph') ? nodes : [{ type: 'paragraph', content: nodes }]
  return fromEditor({ type: 'doc', content: whole as { type: string }[] })
}

function copy(view: EditorView, event: ClipboardEvent, host: EditorHost): boolean {
  if (view.state.selection.empty || !event.clipboardData) return false
  event.preventDefault()
  writeClipping(event.clipboardData, selectedParagraphs(view), host.look)
  if (event.type === 'cut') view.dispatch(view.state.tr.deleteSelection().scrollIntoView().setMeta('uiEvent', 'cut'))
  return true
}

/** Foreign clippings come in as words only: no HTML is ever parsed. */
function paste(view: EditorView, event: ClipboardEvent): boolean {
  if (!event.clipboardData) return false
  event.preventDefault()
  const clipped = readClipping(event.clipboardData)
  if (clipped.length === 0) return true
  const doc = view.state.schema.nodeFromJSON(toEditor(clipped))
  view.dispatch(view.state.tr.replaceSelection(new Slice(doc.content, 1, 1)).scrollIntoView().setMeta('paste', true))
  return true
}

/** The editor of one section. Its styles are the page's own; it takes no HTML. */
export const makeEditor = (element: HTMLElement, paragraphs: readonly Paragraph[], editable: boolean, host: EditorHost): Editor => new Editor({
  element,
  content: toEditor(paragraphs),
  editable,
  injectCSS: false,
  enableInputRules: false,
  enablePasteRules: false,
  extensions: [Document, ParagraphNode, Text, UndoRedo.configure({ newGroupDelay: 600 }), boundNode(host.look, host.drawn), insertData(host)],
  editorProps: {
    attributes: { 'aria-label': host.label, role: 'textbox', 'aria-multiline': 'true', spellcheck: 'false' },
    handleDOMEvents: {
      copy: (view, event) => copy(view, event, host),
      cut: (view, event) => copy(view, event, host),
      paste: (view, event) => paste(view, event),
      // The last word of a composition may come without a change of its own.
      compositionend: (view) => {
        setTimeout(() => { if (!view.isDestroyed && !view.composing) host.changed(fromEditor(view.state.doc.toJSON() as JSONContent)) }, 60)
        return false
      },
      dragstart: (_, event) => { event.preventDefault(); return true },
      drop: (_, event) => { event.preventDefault(); return true },
    },
  },
  onUpdate: ({ editor }) => {
    // A half-typed word of an input method is not kept: it is, once it is done.
    if (!editor.view.composing) host.changed(fromEditor(editor.getJSON()))
  },
  onSelectionUpdate: () => host.selected(),
})
