import type { Block, Form } from '../../../domain/forms/form'
import type { SheetPlan } from '../sheetPlan'

const publicBlock = (block: Block): Block => {
  if (block.kind === 'fields') return { ...block, fields: block.fields.filter(({ internal }) => !internal) }
  return block.kind === 'table' ? { ...block, columns: block.columns.filter(({ internal }) => !internal) } : block
}

/** 保密审查 and its signatures, on top of the first form. */
const CLEARANCE = '保密审查情况：□ 已审查，可以公开　　审查人（签名）：　　　　　　审签人（签名）：'

/** The forms as they are published: without phones, internal notes and evidence; 保密审查 on top. */
export const publicForms = (forms: readonly Form[]): readonly Form[] => forms.map((form, i) => ({
  ...form,
  ...(i === 0 ? { annex: CLEARANCE } : {}),
  blocks: form.blocks.map(publicBlock),
  signatures: form.signatures.filter(({ internal }) => !internal),
}))

/** A form that is not published. */
export function secretSheet(plan: SheetPlan): SheetPlan {
  const head = plan.cells.filter(({ look }) => look === 'title' || look === 'annex')
  const row = head.reduce((last, cell) => Math.max(last, cell.row), 0) + 1
  return {
    ...plan,
    cells: [...head, { row, column: 0, look: 'captionWrap', columns: plan.widths.length, content: { kind: 'text', text: '涉密，按规定不予公开。' } }],
    heights: new Map([...plan.heights].filter(([at]) => at < row)),
    repeated: null,
    parts: [],
  }
}
