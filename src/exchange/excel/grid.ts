import type { Block, Form } from '../../domain/forms/form'

/** A run of sheet columns. */
export interface Span {
  readonly start: number
  readonly size: number
}

/** Whether the form is one list: then its first sheet column counts the rows. */
export const isList = (form: Form): boolean => form.blocks.every((block) => block.kind === 'table')

const columnsOf = (block: Block, list: boolean): number => {
  if (block.kind === 'matrix') return block.columns.length
  if (block.kind === 'fields') return 3
  return block.columns.length + (block.counted ? 1 : 0) - (list ? 0 : 1)
}

/** Sheet columns right of the first. */
export const widthOf = (form: Form): number => Math.max(...form.blocks.map((block) => columnsOf(block, isList(form))))

/** `count` cells spread over `total` sheet columns from column 1, the wider ones first. */
export function spans(count: number, total: number): readonly Span[] {
  let start = 1
  return Array.from({ length: count }, (_, i) => {
    const size = Math.floor(total / count) + (i < total % count ? 1 : 0)
    const span = { start, size }
    start += size
    return span
  })
}

/** Where the parts of a label–value pair stand: label 1 is always the first column. */
export function fieldSpans(total: number): { readonly value1: Span; readonly label2: Span; readonly value2: Span } {
  const label = Math.max(1, Math.floor(total / 5))
  const first = Math.floor((total - label) / 2)
  return {
    value1: { start: 1, size: first },
    label2: { start: 1 + first, size: label },
    value2: { start: 1 + first + label, size: total - first - label },
  }
}

/** Widths in characters of all sheet columns. */
export function widthsOf(form: Form): readonly number[] {
  const total = widthOf(form)
  if (isList(form)) {
    const block = form.blocks[0]!
    if (block.kind !== 'table') throw new Error('a list has a table')
    return [6, ...(block.counted ? [7] : []), ...block.columns.map((column) => column.width)]
  }
  const each = form.landscape ? 10.5 : Math.max(9, 62 / total)
  return [form.landscape ? 28 : total >= 6 ? 27 : total === 1 ? 44 : 20, ...Array.from({ length: total }, () => (total === 1 ? 24 : each))]
}
