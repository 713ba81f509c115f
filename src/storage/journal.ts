import type { Edit } from '../domain/evaluation/edit'
import type { Act } from '../domain/evaluation/history'

/** One step not yet confirmed by the database. */
export interface Step {
  readonly id: string
  readonly at: number
  readonly act: Act
  readonly edit: Edit
}

/** 补记: the unconfirmed steps of one evaluation in one window, and the revision they build on. */
export interface JournalEntry {
  readonly format: 1
  readonly evaluation: string
  readonly baseRevision: number
  readonly steps: readonly Step[]
}

/** A journal left behind, still as text: it is foreign until decoded. */
export interface LeftJournal {
  readonly key: string
  /** The window that left it; it may still live, hidden. */
  readonly window: string
  readonly text: string
}

/**
 * What is unconfirmed when the page hides goes here synchronously (writes begun in `pagehide` are lost) and is replayed at the next start.
 * Only a bonus: a browser killed within seconds loses it, so nothing is shown as saved for standing here.
 */
export interface Journal {
  /** Keeps the entry in place of this window's earlier one for the evaluation; false where the browser has no room. */
  keep(entry: JournalEntry): boolean
  /** Forgets this window's entry for an evaluation. */
  clear(evaluation: string): void
  /** Journals left by other windows, gone or hidden. */
  left(): readonly LeftJournal[]
  forget(key: string): void
  /** Calls back when the page hides; gives a way to stop it. */
  whenHiding(listener: () => void): () => void
}

const PREFIX = 'hengji.journal.'

/** The part of `localStorage` a journal needs. */
export type TextStorage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A journal over a text storage. `windowId` tells this window's entries from those of others. */
export function textJournal(storage: TextStorage, windowId: string, whenHiding: Journal['whenHiding']): Journal {
  const own = `${PREFIX}${windowId}.`
  return {
    keep(entry) {
      try {
        storage.setItem(own + entry.evaluation, JSON.stringify(entry))
        return true
      } catch {
        return false
      }
    },
    clear: (evaluation) => storage.removeItem(own + evaluation),
    left() {
      const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i)).filter((key) => key !== null)
      return keys.filter((key) => key.startsWith(PREFIX) && !key.startsWith(own))
        .flatMap((key) => { const text = storage.getItem(key); return text === null ? [] : [{ key, window: key.slice(PREFIX.length).split('.', 1)[0] ?? '', text }] })
    },
    forget: (key) => storage.removeItem(key),
    whenHiding,
  }
}

/** Calls back at `pagehide`, and when the page is hidden, which is the last a phone or a crash may grant. */
export function whenPageHides(listener: () => void): () => void {
  const whenHidden = (): void => { if (document.visibilityState === 'hidden') listener() }
  window.addEventListener('pagehide', listener)
  document.addEventListener('visibilitychange', whenHidden)
  return () => {
    window.removeEventListener('pagehide', listener)
    document.removeEventListener('visibilitychange', whenHidden)
  }
}

/** A text storage in memory: the twin of `localStorage`, and its stand-in where the browser withholds it. */
export function memoryText(): TextStorage {
  const texts = new Map<string, string>()
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => { texts.set(key, text) },
    removeItem: (key) => { texts.delete(key) },
    key: (index) => [...texts.keys()][index] ?? null,
    get length() { return texts.size },
  }
}

/** The browser's `localStorage`, or a stand-in where it is withheld. */
export function browserText(): TextStorage {
  try {
    const storage = globalThis.localStorage
    storage.getItem(PREFIX)
    return storage
  } catch {
    return memoryText()
  }
}
