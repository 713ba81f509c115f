import type { TextStorage } from './journal'

/** How much room the desk takes, in bytes, and whether the browser promised to keep it. */
export interface Usage {
  readonly used: number
  readonly quota: number
  readonly persisted: boolean
}

/** What the browser promises about keeping data, and a marker that outlives a lost database. */
export interface Persistence {
  /** Asks the browser to keep the data for good; its answer. Ask at a user's action. */
  persist(): Promise<boolean>
  /** Null where the browser does not say. */
  usage(): Promise<Usage | null>
  /** How many evaluations the desk held when it was last seen; 0 where it was never used. */
  expected(): number
  /** Notes how many it holds now. */
  expect(count: number): void
}

const MARKER = 'hengji.evaluations'

/** Persistence of the browser; `navigator.storage` is absent on plain http. */
export function browserPersistence(text: TextStorage): Persistence {
  const manager = (globalThis.navigator as Navigator | undefined)?.storage as StorageManager | undefined
  return {
    async persist() {
      try {
        return (await manager?.persist?.()) ?? false
      } catch {
        return false
      }
    },
    async usage() {
      try {
        if (!manager?.estimate) return null
        const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([manager.estimate(), manager.persisted?.() ?? false])
        return { used: usage, quota, persisted }
      } catch {
        return null
      }
    },
    expected: () => Number(text.getItem(MARKER) ?? 0) || 0,
    expect(count) {
      try {
        text.setItem(MARKER, String(count))
      } catch {
        // Without room for the marker only the loss warning is lost.
      }
    },
  }
}
