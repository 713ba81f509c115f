import { catalog } from '../../../catalog/catalog'
import { editionOf } from '../../../domain/report/edition'
import { handInPlan } from '../../../domain/report/handIn'
import { outlineOf } from '../../../domain/report/outlineOf'
import type { ReportDocument } from '../../../domain/report/document'
import { useEvaluation } from '../../../stores/evaluation'
import { useEvidence } from '../../../stores/evidence'
import { useReportChoices } from '../../../stores/reportChoices'
import { useTask } from '../../../stores/task'

/** The lines of the cover under the title: unit and year. */
export const coverLines = (unit: string | null | undefined, year: number): readonly string[] => [unit ?? '', `${year}年度`]

/** The open evaluation's report as 报送版, made as the report page makes it: charts, cover, 附件说明; null while nothing is open. */
export async function reportForWord(): Promise<ReportDocument | null> {
  const [open, tasks, choices] = [useEvaluation(), useTask(), useReportChoices()]
  const { evaluation, assessment, review, figures } = open
  if (!evaluation || !assessment) return null
  await tasks.load()
  const [{ finishedReport }, outline] = [await import('./finishedReport'), outlineOf(catalog, evaluation)]
  const document = await finishedReport(outline, evaluation, assessment, choices.charts)
  const { annexes } = handInPlan({ evaluation, outline, assessment, review, forms: tasks.forms, edition: 'submission', evidence: useEvidence().list, rule: choices.naming, task: tasks.current })
  return editionOf(document, { edition: 'submission', annexes, secret: [], contents: choices.contents, cover: choices.cover ? coverLines(figures?.words('unit.name'), evaluation.year) : null })
}
