/** What only one window of the desk may do at a time, and which windows live. */
export interface Locks {
  /** Holds a name for as long as this window lives. */
  hold(name: string): void
  /** Does the work when nobody else holds the name, waiting so many milliseconds; null where somebody held it longer. */
  whenFree<T>(name: string, patience: number, work: () => Promise<T>): Promise<{ readonly done: T } | null>
}

/** The lock a window holds while it lives. */
export const windowLock = (windowId: string): string => `hengji.window.${windowId}`

/** The part of `LockManager` that is used. */
type Manager = Pick<LockManager, 'request'>

/**
 * Web Locks of the browser. It withholds them from plain http: there work is simply done, as in a lone window; revisions and
 * atomic file writes still keep two windows from harming each other, only some work may be done twice.
 */
export function browserLocks(manager: Manager | undefined = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined): Locks {
  return {
    hold(name) { manager?.request(name, () => new Promise<never>(() => {})).catch(() => {}) },
    async whenFree(name, patience, work) {
      if (!manager) return { done: await work() }
      const waiting = new AbortController()
      const timer = setTimeout(() => waiting.abort(), patience)
      let begun = false
      try {
        return await manager.request(name, { signal: waiting.signal }, async () => {
          begun = true
          clearTimeout(timer)
          return { done: await work() }
        })
      } catch (error) {
        if (begun) throw error
        // Withheld after all, in a context the browser does not trust.
        return waiting.signal.aborted ? null : { done: await work() }
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

/** The memory twin: each call gives the locks of one more window. */
export function memoryLocks(): () => Locks & { /** The window is gone: what it held is free. */ end(): void } {
  const held = new Map<string, Promise<void>>()
  const take = (name: string): (() => void) => {
    let release = (): void => {}
    held.set(name, new Promise((resolve) => { release = resolve }))
    return () => {
      held.delete(name)
      release()
    }
  }
  return () => {
    const ends: (() => void)[] = []
    return {
      hold(name) { ends.push(take(name)) },
      async whenFree(name, patience, work) {
        const late = new Promise<'late'>((resolve) => { setTimeout(() => resolve('late'), patience) })
        for (let other = held.get(name); other; other = held.get(name)) if ((await Promise.race([other, late])) === 'late') return null
        const release = take(name)
        try {
          return { done: await work() }
        } finally {
          release()
        }
      },
      end() { for (const end of ends.splice(0)) end() },
    }
  }
}
