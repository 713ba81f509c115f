import { transfer } from 'comlink'
import { plainError, type Answered, type CallName, type Calls, type Progress, type WorkerFace } from './protocol'

type Answers = { readonly [N in CallName]: (args: Calls[N]['args'], progress: Progress) => Promise<Calls[N]['answer']> }

/** The buffers of bytes, or of the pieces an answer holds under `entries`. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) return [value.buffer as ArrayBuffer]
  const pieces: unknown = typeof value === 'object' && value !== null && 'entries' in value ? value.entries : []
  return [...new Set((Array.isArray(pieces) ? pieces : []).flatMap((piece: unknown) => (piece instanceof Uint8Array ? [piece.buffer as ArrayBuffer] : [])))]
}

/** The worker's face over a table of answers. A failure comes back as data with its causes; bytes are moved, not copied. */
export const workerFace = (answers: Answers): WorkerFace => ({
  async answer<N extends CallName>(name: N, args: Calls[N]['args'], progress: Progress): Promise<Answered<Calls[N]['answer']>> {
    try {
      const value = await answers[name](args, progress)
      const answered = { ok: true as const, value }
      return transfer(answered, buffersOf(value))
    } catch (error) {
      return { ok: false, error: plainError(error) }
    }
  },
})
