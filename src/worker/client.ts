import { proxy, transfer, wrap, type Endpoint, type Remote } from 'comlink'
import type { CallName, Calls, PlainError, Progress, WorkerFace } from './protocol'

export type { BackupOrder, CallName, Calls, CheckedReport, Progress } from './protocol'
export type { BackupPurpose, BackupReading } from '../exchange/backup/backupFile'
export type { SealingKey } from '../exchange/backup/seal'
export type { ExportChoice, WorkbookOutput } from '../exchange/excel/outputs/exportChoice'
export type { FrameworkBook } from '../exchange/excel/framework/readFrameworkBook'
export type { ParcelledTarget } from './protocol'
export type { ImportEntry, EntryState, FileSummary, MappedSheetView } from '../exchange/excel/import/importPlan'
export type { MappedLabel, Meaning, SheetMapping } from '../exchange/excel/mapping/mapping'
export type { MoneyPower } from '../exchange/excel/mapping/moneyUnit'
export type { FillChoices, FillEntry, FillPlan, FillState } from '../exchange/excel/fill/fillPlan'
export type { HandInOrder } from '../exchange/handIn/writeHandIn'
export type { OfficeRequest } from '../exchange/excel/office/officeSheet'
export type { FindingsSheet } from '../exchange/excel/writeFindings'
export type { EvaluationReading } from '../exchange/excel/read/evaluationReading'

/** A started worker: what a call needs of it. */
export interface WorkerHandle extends Endpoint {
  terminate(): void
}

/** Why a call gave no answer. */
export type FailureKind = 'cancelled' | 'timeLimit' | 'notStarted' | 'failed'

/** A call without an answer; `message` is for the user, `cause` keeps what went wrong inside. */
export class WorkerFailure extends Error {
  readonly kind: FailureKind

  constructor(kind: FailureKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'WorkerFailure'
    this.kind = kind
  }
}

/** What may go with a call. */
export interface CallOptions {
  readonly onProgress?: Progress
  /** Cancels: the worker is ended at once, whatever it is doing. */
  readonly signal?: AbortSignal
  /** Milliseconds, 2 minutes unless told. */
  readonly timeLimit?: number
  /** Bytes of the arguments that are handed over and not copied: the caller has them no more. */
  readonly handOver?: readonly Uint8Array[]
}

/** Long work off the screen's thread. */
export interface WorkerClient {
  call<N extends CallName>(name: N, args: Calls[N]['args'], options?: CallOptions): Promise<Calls[N]['answer']>
}

const TIME_LIMIT = 120_000

const failureOf = (error: PlainError): Error => Object.assign(
  new Error(error.message, error.cause ? { cause: failureOf(error.cause) } : undefined),
  { name: error.name, ...(error.stack === undefined ? {} : { stack: error.stack }) },
)

/**
 * Asks workers, started on first use by `start`. An idle one is kept for the next call; a cancelled or overdue call ends its own
 * worker only, so that other calls go on. Rejects with `WorkerFailure` and nothing else.
 */
export function workerClient(start: () => WorkerHandle): WorkerClient {
  let idle: { readonly handle: WorkerHandle; readonly face: Remote<WorkerFace> } | null = null

  const taken = () => {
    const found = idle
    idle = null
    if (found) return found
    const handle = start()
    return { handle, face: wrap<WorkerFace>(handle) }
  }

  return {
    call<N extends CallName>(name: N, args: Calls[N]['args'], { onProgress, signal, timeLimit = TIME_LIMIT, handOver = [] }: CallOptions = {}) {
      return new Promise<Calls[N]['answer']>((resolve, reject) => {
        if (signal?.aborted) return reject(new WorkerFailure('cancelled', '已取消。'))
        let worker: ReturnType<typeof taken>
        try {
          worker = taken()
        } catch (error) {
          return reject(new WorkerFailure('notStarted', '后台处理没有启动，请刷新本页再试。', error))
        }
        const { handle, face } = worker
        let settled = false
        const settle = (finish: () => void): void => {
          if (settled) return
          settled = true
          clearTimeout(timer)
          signal?.removeEventListener('abort', cancel)
          handle.removeEventListener('error', broken)
          finish()
        }
        const end = (failure: WorkerFailure): void => settle(() => {
          handle.terminate()
          reject(failure)
        })
        const cancel = (): void => end(new WorkerFailure('cancelled', '已取消。'))
        const broken = (event: Event): void =>
          end(new WorkerFailure('notStarted', '后台处理没有启动或中途停止，请刷新本页再试。', (event as ErrorEvent).message))
        const timer = setTimeout(() => end(new WorkerFailure('timeLimit', `处理超过 ${Math.round(timeLimit / 1000)} 秒，已停止。文件可能过大或有异常。`)), timeLimit)
        signal?.addEventListener('abort', cancel)
        handle.addEventListener('error', broken as unknown as EventListener)

        const progress: Progress = (done) => { if (!settled) onProgress?.(done) }
        // Comlink's types know nothing of generic calls; the table of calls is checked on both sides instead.
        const answer = face.answer as unknown as WorkerFace['answer']
        answer(name, transfer(args, handOver.map(({ buffer }) => buffer as ArrayBuffer)), proxy(progress)).then(
          (answered) => settle(() => {
            if (idle) handle.terminate()
            else idle = worker
            if (answered.ok) resolve(answered.value)
            else reject(new WorkerFailure('failed', '处理没有成功，数据没有改动。', failureOf(answered.error)))
          }),
          (error: unknown) => end(new WorkerFailure('failed', '处理没有成功，数据没有改动。', error)),
        )
      })
    },
  }
}
