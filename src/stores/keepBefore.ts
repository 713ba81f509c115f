import type { Storage } from '../storage/openStorage'

/** Keeps a 历史版本 before something large is done. Its transaction is queued before the one that follows; without room only the version is missing. */
export function keepBefore(storage: Storage, id: string, reason: string, at: number): void {
  storage.evaluations.snapshot(id, reason, at).catch(() => {})
}

const VERSION_KEY = 'hengji.version'

/** Keeps every evaluation as an older page left it, once, before this one touches anything. */
export async function keepBeforeUpgrade(storage: Storage, at: number, version: string = import.meta.env['VITE_VERSION'] as string): Promise<void> {
  if (storage.problem) return
  const last = storage.text.getItem(VERSION_KEY)
  if (last === version) return
  if (last !== null) for (const { id } of await storage.evaluations.list()) await storage.evaluations.snapshot(id, `升级到 ${version} 之前（原为 ${last}）`, at)
  try {
    storage.text.setItem(VERSION_KEY, version)
  } catch {
    // Without room the same versions are looked at again next time; equal ones are not kept twice.
  }
}
