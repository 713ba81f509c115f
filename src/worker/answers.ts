import { catalog } from '../catalog/catalog'
import type { CallName, Calls, Progress } from './protocol'

/** How each call is answered. Each loads its own module on demand, so that reading a backup does not fetch the Word writer. */
export const answers: { readonly [N in CallName]: (args: Calls[N]['args'], progress: Progress) => Promise<Calls[N]['answer']> } = {
  async writeDocument([document, layout]) {
    const [{ writeReport }, { profileOf }] = await Promise.all([import('../exchange/word/writeReport'), import('../exchange/word/typographyProfile')])
    return writeReport(document, profileOf(layout))
  },
  async writeHandIn([evaluation, document, files, edition, layout]) {
    const { writeHandIn } = await import('../exchange/handIn/writeHandIn')
    return writeHandIn(evaluation, document, files, edition, layout, catalog)
  },
  async readReportBack([bytes, fileName, sections]) {
    const { readReportBack } = await import('../exchange/word/readReportBack')
    return readReportBack(bytes, fileName, sections)
  },
  async writeEvaluation([evaluation, choice]) {
    const { writeEvaluation } = await import('../exchange/excel/writeEvaluation')
    return writeEvaluation(evaluation, catalog, choice)
  },
  async readEvaluation([bytes, fileName]) {
    const { readEvaluation } = await import('../exchange/excel/readEvaluation')
    return readEvaluation(bytes, fileName, catalog)
  },
  async writeReport([document]) {
    const [{ writeReport }, { officialProfile }] = await Promise.all([import('../exchange/word/writeReport'), import('../exchange/word/typographyProfile')])
    return writeReport(document, officialProfile)
  },
  async writeBackup([{ evidence, passphrase, ...order }]) {
    const [{ writeBackup }, { archiveFiles }] = await Promise.all([import('../exchange/backup/writeBackup'), import('./archiveFiles')])
    const content = { ...order, evidence: await Promise.all(evidence.map(async (one) => ({ ...one, content: new Uint8Array(await one.content.arrayBuffer()) }))) }
    const bytes = writeBackup(content, order.purpose === 'archive' ? await archiveFiles(content) : {})
    if (passphrase === null) return bytes
    const { seal } = await import('../exchange/backup/seal')
    return seal(bytes, passphrase)
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
  async writeFindings([sheets]) {
    const { writeFindings } = await import('../exchange/excel/writeFindings')
    return writeFindings(sheets)
  },
}
