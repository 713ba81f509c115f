import { randomId } from '../kernel/randomId'
import type { Attachments } from './attachments'
import { openDatabase } from './database'
import { dexieAttachments } from './dexieAttachments'
import { dexieEvaluations, dexieNotes } from './dexieEvaluations'
import type { DeskNotes, Evaluations } from './evaluations'
import { dexieFrameworks, memoryFrameworks, type Frameworks } from './frameworks'
import { browserText, textJournal, whenPageHides, type Journal, type TextStorage } from './journal'
import { memoryAttachments } from './memoryAttachments'
import { memoryEvaluations, memoryNotes } from './memoryEvaluations'
import { browserLocks, windowLock, type Locks } from './locks'
import { browserPersistence, type Persistence } from './persistence'
import type { StorageProblem } from './storageProblem'
import { browserTabs, type Tabs } from './tabs'

/** Everything that is kept between visits. */
export interface Storage {
  readonly evaluations: Evaluations
  readonly frameworks: Frameworks
  readonly attachments: Attachments
  readonly notes: DeskNotes
  readonly journal: Journal
  readonly tabs: Tabs
  readonly locks: Locks
  readonly persistence: Persistence
  /** Small settings of this browser. */
  readonly text: TextStorage
  /** Why nothing can be kept; then the desk lives in memory only and may be read, not written. */
  readonly problem: StorageProblem | null
  /** Calls back when the browser or a newer window takes the database away later. */
  whenLost(listener: (problem: StorageProblem) => void): void
}

/** Opens the browser's storage. Never rejects: a browser that keeps nothing gives an empty desk in memory and says why. */
export async function openStorage(): Promise<Storage> {
  const listeners: ((problem: StorageProblem) => void)[] = []
  const database = await openDatabase((problem) => { for (const listener of listeners) listener(problem) })
  const text = browserText()
  const kept = memoryAttachments()
  const locks = browserLocks()
  const windowId = randomId()
  locks.hold(windowLock(windowId))
  return {
    evaluations: database.ok ? dexieEvaluations(database.value) : memoryEvaluations(kept),
    frameworks: database.ok ? dexieFrameworks(database.value) : memoryFrameworks(),
    attachments: database.ok ? dexieAttachments(database.value) : kept,
    notes: database.ok ? dexieNotes(database.value) : memoryNotes(),
    journal: textJournal(text, windowId, whenPageHides),
    tabs: browserTabs(),
    locks,
    persistence: browserPersistence(text),
    text,
    problem: database.ok ? null : database.error,
    whenLost: (listener) => { listeners.push(listener) },
  }
}
