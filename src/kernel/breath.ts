/** Lets the screen draw and answer before long work goes on. */
export const breath = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })

/** Milliseconds of work between two breaths: the next frame is not missed. */
const SLICE = 8

/** Takes all steps of some work with breaths between; null once `isStale` says that nobody waits for it any more. */
export async function inSlices<T>(work: Generator<void, T>, isStale: () => boolean): Promise<T | null> {
  while (!isStale()) {
    const start = performance.now()
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() - start < SLICE)
    await breath()
  }
  return null
}
