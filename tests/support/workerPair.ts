import { expose } from 'comlink'
import type { WorkerFace } from '../../src/worker/protocol'
import type { WorkerHandle } from '../../src/worker/client'

/** A worker on this thread: the same messages over a channel, and a count of how many were started and ended. */
export function workerPair(face: WorkerFace): { readonly start: () => WorkerHandle; readonly counts: { started: number; ended: number } } {
  const counts = { started: 0, ended: 0 }
  const start = (): WorkerHandle => {
    counts.started += 1
    const { port1, port2 } = new MessageChannel()
    expose(face, port2)
    port1.start()
    return Object.assign(port1, {
      terminate() {
        counts.ended += 1
        port1.close()
        port2.close()
      },
    }) as unknown as WorkerHandle
  }
  return { start, counts }
}
