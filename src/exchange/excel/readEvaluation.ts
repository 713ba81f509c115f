import type { Catalog } from '../../domain/catalog'
import type { EvaluationReading } from './read/evaluationReading'
import { readBook } from './read/readBook'
import { readOwn, wantedSheets } from './readOwn'

/** Reads one of our workbooks back as a whole evaluation. Nothing throws on a bad file: it gets one sentence. */
export function readEvaluation(bytes: Uint8Array, fileName: string, catalog: Catalog): Promise<EvaluationReading> {
  const fail = (message: string): Promise<EvaluationReading> => Promise.resolve({ ok: false, fileName, message })
  const sheets = readBook(bytes, fileName, wantedSheets)
  if (!sheets.ok) return fail(sheets.error)
  const read = readOwn(sheets.value, fileName, catalog)
  if (!read.ok) return fail(`“${fileName}”${read.error}`)
  const { evaluation, sheets: summaries, rejected, notes, ignoredSheets } = read.value
  return Promise.resolve({ ok: true, fileName, evaluation, sheets: summaries, rejected, notes, ignoredSheets })
}
