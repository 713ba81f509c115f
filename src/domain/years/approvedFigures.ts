import { isDecimalText } from '../../kernel/decimalText'
import { given, type FigureState } from '../evaluation/answer'
import type { Edit } from '../evaluation/edit'
import type { Evaluation } from '../evaluation/evaluation'
import { formItems, type MeasureIndex } from '../forms/cellSpec'
import type { Form } from '../forms/form'
import type { Basis } from '../measures/basis'
import { itemOf, type ItemId } from '../measures/item'

/** Bases that the approval of the final accounts settles. */
const SETTLED: ReadonlySet<Basis> = new Set<Basis>(['actual', 'carryIn', 'carryOut'])

/** One figure that waits for the 决算批复. */
export interface AwaitingApproval {
  readonly item: ItemId
  readonly text: string
  readonly state: FigureState | null
}

/** Typed money figures that the 决算批复 settles, in the order of the forms; those already approved are marked so by their state. */
export function awaitingApproval(evaluation: Evaluation, forms: readonly Form[], measures: MeasureIndex): readonly AwaitingApproval[] {
  const items = [...new Set(forms.flatMap((form) => formItems(form, measures)))]
  return items.flatMap((item) => {
    const { measure, basis } = itemOf(item)
    const answer = Object.hasOwn(evaluation.answers, item) ? evaluation.answers[item] : undefined
    if (answer?.kind !== 'given' || basis === undefined || !SETTLED.has(basis) || measures.get(measure)?.kind !== 'money') return []
    return [{ item, text: answer.text, state: answer.provenance?.state ?? null }]
  })
}

/**
 * 按决算批复数更新: the edit that sets figures to what was approved, each with its new state, source and day. An empty text leaves the
 * figure; the same text only marks it as approved. What is no decimal text is left out: the page says so before.
 */
export function approve(evaluation: Evaluation, approved: { readonly [item: ItemId]: string }, source: string, takenOn: string): Extract<Edit, { kind: 'together' }> {
  const edits = Object.entries(approved).flatMap(([item, text]): readonly Edit[] => {
    const before = Object.hasOwn(evaluation.answers, item) ? evaluation.answers[item]! : null
    if (!isDecimalText(text)) return []
    const after = given(text, { ...before?.provenance, state: 'finalApproved', ...(source === '' ? {} : { source }), ...(takenOn === '' ? {} : { takenOn }) })
    return [{ kind: 'answer', item, before, after }]
  })
  return { kind: 'together', edits }
}
