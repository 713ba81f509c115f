import { openStorage } from '../storage/openStorage'
import { workerClient, type WorkerHandle } from '../worker/client'
import { browserFolder } from './backupFolder'
import type { OutgoingFile, Services } from './keys'
import { browserUpdates } from './pageUpdates'

/** Has the browser save a file. */
function saveFile({ name, bytes, type }: OutgoingFile): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The browser's services: its storage, its workers, its clock, its files. */
export async function openServices(startWorker: () => WorkerHandle): Promise<Services> {
  const storage = await openStorage()
  return { storage, worker: workerClient(startWorker), now: Date.now, saveFile, updates: browserUpdates(), folder: browserFolder(storage.notes) }
}
