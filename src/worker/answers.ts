import { catalog } from '../catalog/catalog'
import { publishedTables } from '../catalog/publishedTables'
import { outOfParcels } from '../domain/evaluation/parcelledEvaluation'
import { parcelled } from '../kernel/parcel'
import type { ImportTarget } from '../exchange/excel/import/planImport'
import type { BackupOrder, CallName, Calls, Progress } from './protocol'

/** Entries of an import to a piece: a few milliseconds to open. */
const ENTRIES = 300

const withBytes = async (one: BackupOrder['evidence'][number]) => ({ ...one, content: new Uint8Array(await one.content.arrayBuffer()) })

/** How each call is answered. Each loads its own module on demand, so that reading a backup does not fetch the Word writer. */
export const answers: { readonly [N in CallName]: (args: Calls[N]['args'], progress: Progress) => Promise<Calls[N]['answer']> } = {
  async writeDocument([document, layout]) {
    const [{ writeReport }, { profileOf }] = await Promise.all([import('../exchange/word/writeReport'), import('../exchange/word/typographyProfile')])
    return writeReport(document, profileOf(layout))
  },
  async writeHandIn([order, evidence]) {
    const { writeHandIn } = await import('../exchange/handIn/writeHandIn')
    return writeHandIn(order, await Promise.all(evidence.map(withBytes)), catalog)
  },
  async printSheets([evaluation, files, edition, overlays]) {
    const { printSheets } = await import('../exchange/handIn/printSheets')
    return printSheets(evaluation, files, edition, overlays, catalog)
  },
  async readReportBack([bytes, fileName, sections]) {
    const { readReportBack } = await import('../exchange/word/readReportBack')
    return readReportBack(bytes, fileName, sections)
  },
  async writeEvaluation([evaluation, choice]) {
    const { writeEvaluation } = await import('../exchange/excel/writeEvaluation')
    return writeEvaluation(evaluation, catalog, choice)
  },
  async writeOffice([evaluation, request]) {
    const { writeOffice } = await import('../exchange/excel/office/writeOffice')
    return writeOffice(evaluation, request, catalog)
  },
  async planFill([bytes, fileName, evaluation, { kept, ...choices }]) {
    const [{ planFill }, { keptMappings }] = await Promise.all([import('../exchange/excel/fill/fillForm'), import('../exchange/excel/mapping/mappingFile')])
    return planFill(bytes, fileName, evaluation, catalog, { ...choices, mappings: [...choices.mappings, ...keptMappings(kept)] })
  },
  async fillForm([bytes, fileName, evaluation, { kept, ...choices }]) {
    const [{ fillForm }, { keptMappings }] = await Promise.all([import('../exchange/excel/fill/fillForm'), import('../exchange/excel/mapping/mappingFile')])
    return fillForm(bytes, fileName, evaluation, catalog, { ...choices, mappings: [...choices.mappings, ...keptMappings(kept)] })
  },
  async readEvaluation([bytes, fileName]) {
    const { readEvaluation } = await import('../exchange/excel/readEvaluation')
    return readEvaluation(bytes, fileName, catalog)
  },
  async planImport([files, target, { kept, ...choices }], progress) {
    const [{ planImport }, { keptMappings }] = await Promise.all([import('../exchange/excel/import/planImport'), import('../exchange/excel/mapping/mappingFile')])
    const whole = target.kind === 'new' ? target : { kind: target.kind, desk: target.desk && outOfParcels(target.desk) } as ImportTarget
    const planned = await planImport(files, whole, catalog, publishedTables, { ...choices, mappings: [...choices.mappings, ...keptMappings(kept)] }, progress)
    if (planned.kind !== 'planned') return planned
    const { plan: { entries, ...plan }, base } = planned
    return { kind: 'planned', ...plan, base, entries: parcelled(entries, ENTRIES) }
  },
  async readMappings([text]) {
    const { readMappings } = await import('../exchange/excel/mapping/mappingFile')
    return readMappings(text)
  },
  async mappingsText([mappings]) {
    const { mappingsText } = await import('../exchange/excel/mapping/mappingFile')
    return mappingsText(mappings)
  },
  async writeBackup([{ evidence, seal: by, ...order }]) {
    const [{ writeBackup }, { archiveFiles }] = await Promise.all([import('../exchange/backup/writeBackup'), import('./archiveFiles')])
    const content = { ...order, evidence: await Promise.all(evidence.map(withBytes)) }
    const bytes = writeBackup(content, order.purpose === 'archive' ? await archiveFiles(content) : {})
    if (by === null) return bytes
    const { seal } = await import('../exchange/backup/seal')
    return seal(bytes, by)
  },
  async sealingKey([passphrase]) {
    const { sealingKey } = await import('../exchange/backup/seal')
    return sealingKey(passphrase)
  },
  async readBackup([bytes, fileName, passphrase]) {
    const { readBackup } = await import('../exchange/backup/readBackup')
    return readBackup(bytes, fileName, passphrase)
  },
  async drawPdf([file, page, width]) {
    const { drawPdf } = await import('../exchange/evidence/drawPdf')
    return drawPdf(new Uint8Array(await file.arrayBuffer()), page, width)
  },
  async digest([file]) {
    const { sha256 } = await import('../kernel/sha256')
    return sha256(new Uint8Array(await file.arrayBuffer()))
  },
  async checkReport([bytes, fileName], progress) {
    const [{ readReport }, { checkText }] = await Promise.all([import('../exchange/reportText/readReport'), import('../domain/checkup/checkText')])
    const reading = await readReport(bytes, fileName, progress)
    return reading.ok ? { ...reading, checkup: checkText(reading.report.text) } : reading
  },
  async checkWords([text]) {
    const { checkText } = await import('../domain/checkup/checkText')
    return checkText(text)
  },
  async pastedWords([html]) {
    const { readHtml } = await import('../exchange/reportText/readHtml')
    return readHtml(html).text
  },
  async writeFramework([framework]) {
    const [{ writeFramework }, { frameworkVocabulary }] = await Promise.all([import('../exchange/excel/framework/writeFramework'), import('../catalog/frameworkVocabulary')])
    return writeFramework(framework, frameworkVocabulary(framework))
  },
  async readFrameworkBook([bytes, fileName]) {
    const { readFrameworkBook } = await import('../exchange/excel/framework/readFrameworkBook')
    return readFrameworkBook(bytes, fileName)
  },
  async readGoals([bytes, fileName]) {
    const { readGoalFile } = await import('../exchange/goals/readGoalFile')
    return readGoalFile(bytes, fileName)
  },
  async writeFindings([sheets]) {
    const { writeFindings } = await import('../exchange/excel/writeFindings')
    return writeFindings(sheets)
  },
}
