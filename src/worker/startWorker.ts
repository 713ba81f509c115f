import workerUrl from './worker?worker&url'

/**
 * Starts the worker from a blob that only imports it: a worker loaded by URL would not inherit the page's policy and could
 * reach the network (spikes §1). The blob's address lives until the first message, else old Chromium never starts it.
 */
export function startWorker(): Worker {
  const script = `import ${JSON.stringify(new URL(workerUrl, import.meta.url).href)}`
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true })
  return worker
}
