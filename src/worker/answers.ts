import { catalog } from '../catalog/catalog'
import type { CallName, Calls, Progress } from './protocol'

/** How each call is answered. Each loads its own module on demand, so that reading a backup does not fetch the Word writer. */
export const answers: { readonly [N in CallName]: (args: Calls[N]['args'], progress: Progress) => Promise<Calls[N]['answer']> } = {
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
  async writeBackup([evaluations, createdAt, frameworks]) {
    const { writeBackup } = await import('../exchange/backup/writeBackup')
    return writeBackup(evaluations, createdAt, frameworks)
  },
  async readBackup([bytes, fileName]) {
    const { readBackup } = await import('../exchange/backup/readBackup')
    return readBackup(bytes, fileName)
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
