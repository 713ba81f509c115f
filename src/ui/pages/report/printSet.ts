import { catalog } from '../../../catalog/catalog'
import type { Evaluation } from '../../../domain/evaluation/evaluation'
import type { Evidence } from '../../../domain/evaluation/evidence'
import type { ReportDocument } from '../../../domain/report/document'
import { evidenceDocument } from '../../../domain/report/evidenceDocument'
import type { HandInFile } from '../../../domain/report/handIn'
import type { PrintedSheet } from '../../../domain/report/printedSheet'
import type { PrintedEvidence } from '../../../stores/evidence'

/** What is printed behind the report: a form, the list of evidence, or a piece of evidence. */
export type PrintedAnnex =
  | { readonly kind: 'sheet'; readonly sheet: PrintedSheet }
  | { readonly kind: 'document'; readonly annex: string | null; readonly document: ReportDocument }
  | { readonly kind: 'evidence'; readonly annex: string | null; readonly evidence: PrintedEvidence }

/** The annexes of a set in their order. */
export function printedAnnexes(evaluation: Evaluation, files: readonly HandInFile[], sheets: readonly PrintedSheet[], evidence: readonly Evidence[], drawn: readonly PrintedEvidence[]): readonly PrintedAnnex[] {
  const numberOf = (id: string): string | null => files.find(({ part }) => part.kind === 'evidence' && part.evidence === id)?.annex ?? null
  let next = 0
  return files.flatMap(({ part, annex }): readonly PrintedAnnex[] => {
    if (part.kind === 'evidenceList') return [{ kind: 'document', annex, document: evidenceDocument(evaluation, evidence, catalog.forms, numberOf) }]
    if (part.kind === 'report') return []
    if (part.kind === 'evidence') return drawn.filter((one) => one.evidence.id === part.evidence).map((one) => ({ kind: 'evidence', annex, evidence: one }))
    const own: PrintedAnnex[] = []
    while (sheets[next]?.annex === annex && sheets[next]) own.push({ kind: 'sheet', sheet: sheets[next++]! })
    return own
  })
}
