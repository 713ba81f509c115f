import { transfer } from 'comlink'
import { plainError, type Answered, type CallName, type Calls, type Progress, type WorkerFace } from './protocol'

type Answers = { readonly [N in CallName]: (args: Calls[N]['args'], progress: Progress) => Promise<Calls[N]['answer']> }

/** The worker's face over a table of answers. A failure comes back as data with its causes; bytes are moved, not copied. */
export const workerFace = (answers: Answers): WorkerFace => ({
  async answer<N extends CallName>(name: N, args: Calls[N]['args'], progress: Progress): Promise<Answered<Calls[N]['answer']>> {
    try {
      const value = await answers[name](args, progress)
      const answered = { ok: true as const, value }
      return value instanceof Uint8Array ? transfer(answered, [value.buffer]) : answered
    } catch (error) {
      return { ok: false, error: plainError(error) }
    }
  },
})
