import type { Edition } from '../domain/report/edition'
import type { FormOverlay } from '../domain/forms/formOverlay'
import type { HandInFile } from '../domain/report/handIn'
import type { PrintedSheet } from '../domain/report/printedSheet'
import type { HandInOrder } from '../exchange/handIn/writeHandIn'
import type { LayoutChoice } from '../domain/report/layoutChoice'
import type { ReadBack } from '../exchange/word/readReportBack'
import type { ProxyMarked } from 'comlink'
import type { Checkup } from '../domain/checkup/checkup'
import type { Evaluation } from '../domain/evaluation/evaluation'
import type { KeptEvaluation } from '../domain/evaluation/keptEvaluation'
import type { Framework } from '../domain/indicators/framework'
import type { GoalReading } from '../domain/goalReading/goalReading'
import type { OwnFramework } from '../domain/indicators/ownFramework'
import type { KeptTask } from '../domain/task/keptTask'
import type { ReportDocument } from '../domain/report/document'
import type { Evidence } from '../domain/evaluation/evidence'
import type { BackupPurpose, BackupReading } from '../exchange/backup/backupFile'
import type { SealingKey } from '../exchange/backup/seal'
import type { ParcelledEvaluation } from '../domain/evaluation/parcelledEvaluation'
import type { FileSummary, ImportChoices, MappedSheetView } from '../exchange/excel/import/importPlan'
import type { GivenFile, Planned } from '../exchange/excel/import/planImport'
import type { SheetMapping } from '../exchange/excel/mapping/mapping'
import type { FillChoices, FillPlan } from '../exchange/excel/fill/fillPlan'
import type { OfficeRequest } from '../exchange/excel/office/officeSheet'
import type { Result } from '../kernel/result'
import type { ExportChoice } from '../exchange/excel/outputs/exportChoice'
import type { DrawnPage } from '../exchange/evidence/drawPdf'
import type { FrameworkBook } from '../exchange/excel/framework/readFrameworkBook'
import type { FindingsSheet } from '../exchange/excel/writeFindings'
import type { ReportReading } from '../exchange/reportText/reportReading'
import type { EvaluationReading } from '../exchange/excel/read/evaluationReading'

/** The table of calls: name → arguments → answer. Everything in it is plain data, for it crosses threads. */
export interface Calls {
  writeDocument: { args: readonly [document: ReportDocument, layout: LayoutChoice]; answer: Uint8Array }
  writeHandIn: { args: readonly [order: HandInOrder, evidence: BackupOrder['evidence']]; answer: Uint8Array }
  /** The forms of a set for the print job. */
  printSheets: { args: readonly [evaluation: Evaluation, files: readonly HandInFile[], edition: Edition, overlays: readonly FormOverlay[]]; answer: readonly PrintedSheet[] }
  readReportBack: { args: readonly [bytes: Uint8Array, fileName: string, sections: readonly string[]]; answer: ReadBack }
  writeEvaluation: { args: readonly [evaluation: Evaluation, choice: ExportChoice]; answer: Uint8Array }
  writeOffice: { args: readonly [evaluation: Evaluation, request: OfficeRequest]; answer: Uint8Array }
  planFill: { args: readonly [bytes: Uint8Array, fileName: string, evaluation: Evaluation, choices: FillChoices & { readonly kept: unknown }]; answer: Result<FillPlan, string> }
  fillForm: { args: readonly [bytes: Uint8Array, fileName: string, evaluation: Evaluation, choices: FillChoices & { readonly kept: unknown }]; answer: Result<Uint8Array, string> }
  readEvaluation: { args: readonly [bytes: Uint8Array, fileName: string]; answer: EvaluationReading }
  planImport: { args: readonly [files: readonly GivenFile[], target: ParcelledTarget, choices: ImportChoices & { readonly kept: unknown }]; answer: ParcelledPlan }
  readMappings: { args: readonly [text: string]; answer: Result<readonly SheetMapping[], string> }
  mappingsText: { args: readonly [mappings: readonly SheetMapping[]]; answer: string }
  writeBackup: { args: readonly [order: BackupOrder]; answer: Uint8Array }
  /** The key of a passphrase for automatic backups. */
  sealingKey: { args: readonly [passphrase: string]; answer: SealingKey }
  readBackup: { args: readonly [bytes: Uint8Array, fileName: string, passphrase: string | null]; answer: BackupReading }
  /** A page of a PDF (from 1) as a picture, as wide as told. */
  drawPdf: { args: readonly [file: Blob, page: number, width: number]; answer: DrawnPage }
  /** SHA-256 of a file's bytes. */
  digest: { args: readonly [file: Blob]; answer: string }
  checkReport: { args: readonly [bytes: Uint8Array, fileName: string]; answer: CheckedReport }
  checkWords: { args: readonly [text: string]; answer: Checkup }
  pastedWords: { args: readonly [html: string]; answer: string }
  writeFramework: { args: readonly [framework: Framework]; answer: Uint8Array }
  readFrameworkBook: { args: readonly [bytes: Uint8Array, fileName: string]; answer: FrameworkBook }
  readGoals: { args: readonly [bytes: Uint8Array, fileName: string]; answer: GoalReading }
  writeFindings: { args: readonly [sheets: readonly FindingsSheet[]]; answer: Uint8Array }
}

/** What to back up, how, and what for. Contents come as blobs: handles cross threads, bytes would be copied. */
export interface BackupOrder {
  readonly evaluations: readonly KeptEvaluation[]
  readonly frameworks: readonly OwnFramework[]
  readonly evidence: readonly { readonly evidence: Evidence; readonly content: Blob }[]
  /** 填报任务包 of the desk. */
  readonly tasks?: readonly KeptTask[]
  readonly purpose: BackupPurpose
  /** ISO time. */
  readonly createdAt: string
  /** A passphrase or the key made of one; null: not encrypted. */
  readonly seal: string | SealingKey | null
}

/** A foreign report read and checked, or why it cannot be read. */
export type CheckedReport = Extract<ReportReading, { readonly ok: false }> | (Extract<ReportReading, { readonly ok: true }> & { readonly checkup: Checkup })

/** Where files are to be imported, with the evaluation in pieces. */
export type ParcelledTarget =
  | { readonly kind: 'asked'; readonly desk: ParcelledEvaluation | null }
  | { readonly kind: 'into'; readonly desk: ParcelledEvaluation }
  | { readonly kind: 'new'; readonly id: string }

/** What importing files would do, with its entries in pieces. */
export type ParcelledPlan =
  | { readonly kind: 'planned'; readonly files: readonly FileSummary[]; readonly mapped: readonly MappedSheetView[]; readonly base: Evaluation | null
      readonly entries: readonly Uint8Array[] }
  | Exclude<Planned, { readonly kind: 'planned' }>

/** The name of a call. */
export type CallName = keyof Calls

/** How far a call is, from 0 to 1; null while it cannot be said. */
export type Progress = (done: number | null) => void

/** An error as plain data, with its causes: Comlink would drop them. */
export interface PlainError {
  readonly name: string
  readonly message: string
  readonly stack?: string
  readonly cause?: PlainError
}

/** What comes back over the thread's border. */
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: PlainError }

/** The face a worker shows. */
export interface WorkerFace {
  answer<N extends CallName>(name: N, args: Calls[N]['args'], progress: Progress & ProxyMarked): Promise<Answered<Calls[N]['answer']>>
}

/** An error with its causes as plain data. */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  return {
    name: error.name, message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || depth > 5 ? {} : { cause: plainError(error.cause, depth + 1) }),
  }
}
