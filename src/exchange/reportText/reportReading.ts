import type { ReportText } from '../../domain/checkup/reportText'

/** A foreign report read, or one sentence why it cannot be and what to do. Plain data: it crosses threads. */
export type ReportReading =
  /** `notes`: what of the file could not be read (pictures, pages without text). */
  | { readonly ok: true; readonly fileName: string; readonly report: ReportText; readonly notes: readonly string[] }
  | { readonly ok: false; readonly fileName: string; readonly message: string }

/** A refusal. */
export const refused = (fileName: string, message: string): ReportReading => ({ ok: false, fileName, message })

/** The way out of formats that are not read. */
export const SAVE_AS_DOCX = '请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后再核对。'
