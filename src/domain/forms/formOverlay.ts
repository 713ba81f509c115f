import type { Block, Form } from './form'

/**
 * 表样叠加: how a region's and year's form differs from ours. What is not named stays. Only what is printed changes: which item stands
 * in a cell never does, so that figures mean the same in every county.
 */
export interface FormOverlay {
  readonly form: string
  /** 不报这张表. */
  readonly omitted?: true
  readonly title?: string
  /** 附件2-1; empty for none. */
  readonly annex?: string
  /** Notes under the form, in place of ours. */
  readonly notes?: readonly string[]
  /** Words of rows and columns by their id. */
  readonly rows?: { readonly [row: string]: string }
  readonly columns?: { readonly [column: string]: string }
  /** Rows and columns that this form does not print, by their id. */
  readonly leftOut?: readonly string[]
  /** Words of the signature line, by item. */
  readonly signatures?: { readonly [item: string]: string }
}

/** Ids of a form's rows and columns, for finding out whether an overlay speaks of what is there. */
export const partIds = (form: Form): { readonly rows: ReadonlySet<string>; readonly columns: ReadonlySet<string> } => ({
  rows: new Set(form.blocks.flatMap((block) => (block.kind === 'matrix' ? block.rows.map(({ id }) => id) : block.kind === 'fields' ? block.fields.map(({ item }) => item) : []))),
  columns: new Set(form.blocks.flatMap((block) => (block.kind === 'fields' ? [] : block.columns.map(({ id }) => id)))),
})

const wordOf = (words: { readonly [id: string]: string } | undefined, id: string): string | undefined => (words && Object.hasOwn(words, id) ? words[id] : undefined)

function overlaid(block: Block, { rows, columns, leftOut = [] }: FormOverlay): Block {
  if (block.kind === 'fields')
    return { ...block, fields: block.fields.filter(({ item }) => !leftOut.includes(item)).map((field) => ({ ...field, label: wordOf(rows, field.item) ?? field.label })) }
  if (block.kind === 'table')
    return { ...block, columns: block.columns.filter(({ id }) => !leftOut.includes(id)).map((column) => ({ ...column, head: wordOf(columns, column.id) ?? column.head })) }
  return {
    ...block,
    columns: block.columns.filter(({ id }) => !leftOut.includes(id)).map((column) => ({ ...column, head: wordOf(columns, column.id) ?? column.head })),
    rows: block.rows.filter(({ id }) => !leftOut.includes(id)).map((row) => ({ ...row, label: wordOf(rows, row.id) ?? row.label })),
  }
}

const isEmpty = (block: Block): boolean => (block.kind === 'fields' ? block.fields.length === 0 : block.columns.length === 0 || (block.kind === 'matrix' && block.rows.length === 0))

/** The form as the overlay has it; null where it is not to be handed in. */
export function withOverlay(form: Form, overlay: FormOverlay): Form | null {
  if (overlay.omitted) return null
  const { annex: own, ...rest } = form
  const annex = overlay.annex ?? own
  return {
    ...rest,
    ...(annex === undefined || annex === '' ? {} : { annex }),
    title: overlay.title ?? form.title,
    notes: overlay.notes ?? form.notes,
    blocks: form.blocks.map((block) => overlaid(block, overlay)).filter((block) => !isEmpty(block)),
    signatures: form.signatures.map((signature) => ({ ...signature, label: wordOf(overlay.signatures, signature.item) ?? signature.label })),
  }
}

/** The forms under overlays, in their order. */
export const overlaidForms = (forms: readonly Form[], overlays: readonly FormOverlay[]): readonly Form[] => forms.flatMap((form) => {
  const own = overlays.find((overlay) => overlay.form === form.id)
  const made = own ? withOverlay(form, own) : form
  return made ? [made] : []
})
