/** Median of several runs, in milliseconds. */
export async function medianOf(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** Prints one line of the bench: ours, the peer's, and the ratio. */
export function report(what: string, ours: number, peer: string, theirs: number): void {
  console.log(`${what}: ours ${ours.toFixed(1)} ms, ${peer} ${theirs.toFixed(1)} ms, ratio ${(theirs / ours).toFixed(2)}× (peer ÷ ours)`)
}

/** Milliseconds of processor time of some work: what else the machine does is neither side's. */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
