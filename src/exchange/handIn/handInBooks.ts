import type { Edition } from '../../domain/report/edition'
import type { HandInPart } from '../../domain/report/handInFiles'
import type { FormOverlay } from '../../domain/forms/formOverlay'
import type { ExportChoice } from '../excel/outputs/exportChoice'

/** What of the evaluation a file of the set holds as a workbook; null for what is no workbook. */
export function bookOf(part: HandInPart, edition: Edition, overlays: readonly FormOverlay[]): ExportChoice | null {
  const shared = { output: edition === 'public' ? 'public' : 'submission', overlays } as const
  switch (part.kind) {
    case 'form': return { ...shared, forms: [part.form], selfEvaluations: [] }
    case 'scores': return { ...shared, forms: [], scores: true }
    case 'selfEvaluation': return { ...shared, forms: [], selfEvaluations: [part.of] }
    default: return null
  }
}
