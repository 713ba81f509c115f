import type { Catalog } from '../../domain/catalog'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { Evidence } from '../../domain/evaluation/evidence'
import type { FormOverlay } from '../../domain/forms/formOverlay'
import type { ReportDocument } from '../../domain/report/document'
import type { Edition } from '../../domain/report/edition'
import { evidenceDocument } from '../../domain/report/evidenceDocument'
import type { HandInFile } from '../../domain/report/handIn'
import type { LayoutChoice } from '../../domain/report/layoutChoice'
import { zipFiles } from '../backup/zipFiles'
import { writeEvaluation } from '../excel/writeEvaluation'
import { profileOf } from '../word/typographyProfile'
import { writeReport } from '../word/writeReport'
import { bookOf } from './handInBooks'

/** A set to hand in, planned: its files and what they are made of. */
export interface HandInOrder {
  readonly evaluation: Evaluation
  /** The report of the edition as the screen made it. */
  readonly document: ReportDocument
  readonly files: readonly HandInFile[]
  readonly edition: Edition
  readonly layout: LayoutChoice
  readonly overlays: readonly FormOverlay[]
}

/** 佐证材料目录 of a set, with the numbers its files bear. */
export const evidenceListOf = ({ evaluation, files }: Pick<HandInOrder, 'evaluation' | 'files'>, evidence: readonly Evidence[], catalog: Catalog): ReportDocument =>
  evidenceDocument(evaluation, evidence, catalog.forms, (id) => files.find(({ part }) => part.kind === 'evidence' && part.evidence === id)?.annex ?? null)

/**
 * The set to hand in as one zip: flat, no folders, names in UTF-8 and said to be so, so that Windows opens them right.
 * Throws where the content of a piece of evidence is not given.
 */
export async function writeHandIn(order: HandInOrder, evidence: readonly { readonly evidence: Evidence; readonly content: Uint8Array }[], catalog: Catalog): Promise<Uint8Array> {
  const { evaluation, document, files, edition, layout, overlays } = order
  const profile = profileOf(layout)
  const bytesOf = async ({ part }: HandInFile): Promise<Uint8Array> => {
    if (part.kind === 'report') return writeReport(document, profile)
    if (part.kind === 'evidenceList') return writeReport(evidenceListOf(order, evidence.map((one) => one.evidence), catalog), profile)
    if (part.kind === 'evidence') {
      const found = evidence.find((one) => one.evidence.id === part.evidence)
      if (!found) throw new Error(`no content for evidence ${part.evidence}`)
      return found.content
    }
    return writeEvaluation(evaluation, catalog, bookOf(part, edition, overlays)!)
  }
  const entries: { [name: string]: Uint8Array } = {}
  for (const file of files) entries[file.fileName] = await bytesOf(file)
  return zipFiles(entries)
}
