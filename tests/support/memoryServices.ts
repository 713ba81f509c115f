import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createApp } from 'vue'
import type { DeskNotes, Evaluations } from '../../src/storage/evaluations'
import { memoryFrameworks, type Frameworks } from '../../src/storage/frameworks'
import { memoryText, textJournal, type TextStorage } from '../../src/storage/journal'
import { memoryEvaluations, memoryNotes } from '../../src/storage/memoryEvaluations'
import type { Storage } from '../../src/storage/openStorage'
import { browserPersistence } from '../../src/storage/persistence'
import type { StorageProblem } from '../../src/storage/storageProblem'
import { memoryTabs, type Tabs } from '../../src/storage/tabs'
import { useBackup } from '../../src/stores/backup'
import { useCheckup } from '../../src/stores/checkup'
import { useDepartment } from '../../src/stores/department'
import { useDesk } from '../../src/stores/desk'
import { useEvaluation } from '../../src/stores/evaluation'
import { provideServices, type OutgoingFile } from '../../src/stores/keys'
import type { PageUpdates, UpdateNews } from '../../src/stores/pageUpdates'
import { useFrameworks } from '../../src/stores/frameworks'
import { usePreferences } from '../../src/stores/preferences'
import { useImporter } from '../../src/stores/importer'
import { useTransfer } from '../../src/stores/transfer'
import { useUpdate } from '../../src/stores/update'
import { answers } from '../../src/worker/answers'
import { workerClient } from '../../src/worker/client'
import { workerFace } from '../../src/worker/face'
import { workerPair } from './workerPair'

/** One browser in memory: what its windows share. */
export interface MemoryBrowser {
  readonly evaluations: Evaluations
  readonly frameworks: Frameworks
  readonly notes: DeskNotes
  readonly text: TextStorage
  readonly newTabs: () => Tabs
}

/** A browser that keeps nothing yet. */
export const memoryBrowser = (): MemoryBrowser => ({
  evaluations: memoryEvaluations(), frameworks: memoryFrameworks(), notes: memoryNotes(), text: memoryText(), newTabs: memoryTabs(),
})

/** What a test may have otherwise in one window. */
export interface WindowOptions {
  readonly evaluations?: Evaluations
  readonly problem?: StorageProblem
  /** A window that hears nothing of the others: frozen, or an old browser. */
  readonly deaf?: boolean
  /** Calls of the worker answered otherwise. */
  readonly answers?: Partial<typeof answers>
}

let serial = 0

/** Opens a window of the browser: all stores, with a clock the test moves, and the files handed to the user. */
export function openWindow(browser: MemoryBrowser, { evaluations = browser.evaluations, problem, deaf = false, answers: changed = {} }: WindowOptions = {}) {
  const clock = { now: 1_800_000_000_000 }
  const files: OutgoingFile[] = []
  const hiding = new Set<() => void>()
  const losing = new Set<(problem: StorageProblem) => void>()
  const storage: Storage = {
    evaluations, frameworks: browser.frameworks, notes: browser.notes, text: browser.text,
    journal: textJournal(browser.text, `window${++serial}`, (listener) => { hiding.add(listener); return () => hiding.delete(listener) }),
    tabs: deaf ? { tell: () => {}, listen: () => () => {} } : browser.newTabs(),
    persistence: browserPersistence(browser.text),
    problem: problem ?? null,
    whenLost: (listener) => { losing.add(listener) },
  }
  const page = { letIn: 0, reloads: 0, visible: true, news: null as UpdateNews | null }
  const updates: PageUpdates = {
    start: (news) => { page.news = news }, letIn: () => { page.letIn += 1 }, reload: () => { page.reloads += 1 }, visible: () => page.visible,
  }
  const pinia: Pinia = createPinia()
  const app = createApp({})
  app.use(pinia)
  provideServices(app, { storage, worker: workerClient(workerPair(workerFace({ ...answers, ...changed })).start), now: () => clock.now, saveFile: (file) => { files.push(file) }, updates })
  setActivePinia(pinia)
  return {
    desk: useDesk(pinia), evaluation: useEvaluation(pinia), transfer: useTransfer(pinia), importer: useImporter(pinia), backup: useBackup(pinia), preferences: usePreferences(pinia), department: useDepartment(pinia), checkup: useCheckup(pinia), frameworks: useFrameworks(pinia),
    update: useUpdate(pinia), page,
    clock, files,
    /** The page hides or closes. */
    hide: (): void => { for (const listener of hiding) listener() },
    /** The browser takes the database away. */
    lose: (lost: StorageProblem): void => { for (const listener of losing) listener(lost) },
  }
}

/** Lets everything that is under way finish. */
export const quiet = async (): Promise<void> => { for (let i = 0; i < 30; i++) await new Promise((resolve) => { setTimeout(resolve, 0) }) }
