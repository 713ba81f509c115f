import { zipSync } from 'fflate'
import type { Catalog } from '../../domain/catalog'
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { ReportDocument } from '../../domain/report/document'
import type { Edition } from '../../domain/report/edition'
import { evidenceDocument, type HandInFile } from '../../domain/report/handIn'
import type { LayoutChoice } from '../../domain/report/layoutChoice'
import { writeEvaluation } from '../excel/writeEvaluation'
import { profileOf } from '../word/typographyProfile'
import { writeReport } from '../word/writeReport'

/**
 * The set to hand in as one zip: flat, no folders, names in UTF-8 and said to be so, so that Windows opens them right.
 * `document` is the report of the edition as the screen made it.
 */
export async function writeHandIn(evaluation: Evaluation, document: ReportDocument, files: readonly HandInFile[], edition: Edition, layout: LayoutChoice, catalog: Catalog): Promise<Uint8Array> {
  const profile = profileOf(layout)
  const output = edition === 'public' ? 'public' : 'submission'
  const bytesOf = async ({ part }: HandInFile): Promise<Uint8Array> => {
    switch (part.kind) {
      case 'report': return writeReport(document, profile)
      case 'form': return writeEvaluation(evaluation, catalog, { output, forms: [part.form] })
      case 'scores': return writeEvaluation(evaluation, catalog, { output, forms: [], scores: true })
      case 'evidence': return writeReport(evidenceDocument(evaluation) ?? { notice: null, blocks: [], unfilled: [] }, profile)
    }
  }
  const entries: { [name: string]: Uint8Array } = {}
  for (const file of files) {
    let name = file.fileName
    // Two forms of one title would overwrite each other.
    for (let n = 2; Object.hasOwn(entries, name); n++) name = file.fileName.replace(/(\.\w+)$/, `（${n}）$1`)
    entries[name] = await bytesOf(file)
  }
  return zipSync(entries, { level: 6 })
}
