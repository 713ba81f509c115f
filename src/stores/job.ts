import { ref, shallowRef } from 'vue'
import { WorkerFailure, type CallOptions } from '../worker/client'

/** Long work under way: what it is, and how far from 0 to 1 (null while it cannot be said). */
export interface Job {
  readonly label: string
  readonly progress: number | null
}

const innermost = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  return error.cause === undefined ? error.message : innermost(error.cause)
}

function wordsOf(error: unknown): string {
  if (!(error instanceof WorkerFailure)) return `没有完成，数据没有改动。（${innermost(error)}）`
  return error.kind === 'failed' ? `${error.message}（${innermost(error)}）` : error.message
}

/** One long work at a time, with progress, cancel, and words for what went wrong. A cancel is no problem. */
export function jobs() {
  const job = shallowRef<Job | null>(null)
  const problem = ref<string | null>(null)
  let current: AbortController | null = null

  return {
    job, problem,
    /** Runs the work; null where it was cancelled or failed, or another is under way. */
    async run<T>(label: string, work: (options: CallOptions) => Promise<T>): Promise<T | null> {
      if (current) return null
      const controller = new AbortController()
      current = controller
      problem.value = null
      job.value = { label, progress: null }
      try {
        return await work({ signal: controller.signal, onProgress: (progress) => { job.value = { label, progress } } })
      } catch (error) {
        if (!(error instanceof WorkerFailure && error.kind === 'cancelled')) problem.value = wordsOf(error)
        return null
      } finally {
        current = null
        job.value = null
      }
    },
    cancel(): void { current?.abort() },
    dismissProblem(): void { problem.value = null },
  }
}
