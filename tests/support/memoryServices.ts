import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { createApp } from 'vue'
import type { DeskNotes, Evaluations } from '../../src/storage/evaluations'
import { memoryFrameworks, type Frameworks } from '../../src/storage/frameworks'
import { memoryText, textJournal, type TextStorage } from '../../src/storage/journal'
import type { Attachments } from '../../src/storage/attachments'
import { memoryAttachments } from '../../src/storage/memoryAttachments'
import { memoryLocks, windowLock } from '../../src/storage/locks'
import { memoryEvaluations, memoryNotes } from '../../src/storage/memoryEvaluations'
import type { Storage } from '../../src/storage/openStorage'
import { browserPersistence } from '../../src/storage/persistence'
import type { StorageProblem } from '../../src/storage/storageProblem'
import { memoryTabs, type Tabs } from '../../src/storage/tabs'
import { useBackup } from '../../src/stores/backup'
import type { BackupFolder } from '../../src/stores/backupFolder'
import { useBureauForm } from '../../src/stores/bureauForm'
import { useCheckup } from '../../src/stores/checkup'
import { useDepartment } from '../../src/stores/department'
import { useDesk } from '../../src/stores/desk'
import { useEvaluation } from '../../src/stores/evaluation'
import { useEvidence } from '../../src/stores/evidence'
import { provideServices, type OutgoingFile } from '../../src/stores/keys'
import type { PageUpdates, UpdateNews } from '../../src/stores/pageUpdates'
import { useGoalImport } from '../../src/stores/goalImport'
import { useFrameworkFiles } from '../../src/stores/frameworkFiles'
import { useFrameworks } from '../../src/stores/frameworks'
import { usePreferences } from '../../src/stores/preferences'
import { useImporter } from '../../src/stores/importer'
import { useTask } from '../../src/stores/task'
import { useTransfer } from '../../src/stores/transfer'
import { useUpdate } from '../../src/stores/update'
import { useVersions } from '../../src/stores/versions'
import { answers } from '../../src/worker/answers'
import { workerClient } from '../../src/worker/client'
import { workerFace } from '../../src/worker/face'
import { workerPair } from './workerPair'

/** One browser in memory: what its windows share. */
export interface MemoryBrowser {
  readonly evaluations: Evaluations
  readonly frameworks: Frameworks
  readonly attachments: Attachments
  readonly notes: DeskNotes
  readonly text: TextStorage
  readonly newTabs: () => Tabs
  readonly newLocks: ReturnType<typeof memoryLocks>
}

/** A browser that keeps nothing yet. */
export function memoryBrowser(): MemoryBrowser {
  const attachments = memoryAttachments()
  return { evaluations: memoryEvaluations(attachments), frameworks: memoryFrameworks(), attachments, notes: memoryNotes(), text: memoryText(), newTabs: memoryTabs(), newLocks: memoryLocks() }
}

/** What a test may have otherwise in one window. */
export interface WindowOptions {
  readonly evaluations?: Evaluations
  readonly problem?: StorageProblem
  /** A window that hears nothing of the others: frozen, or an old browser. */
  readonly deaf?: boolean
  /** A folder for automatic backups; none unless told. */
  readonly folder?: BackupFolder
  /** Calls of the worker answered otherwise. */
  readonly answers?: Partial<typeof answers>
}

const noFolder: BackupFolder = {
  supported: false, state: async () => null, choose: async () => false, ask: async () => false, write: async () => {}, names: async () => [], remove: async () => {}, forget: async () => {},
}

/** A folder in memory, chosen when asked; `leave` is what the user lets us do. */
export function memoryFolder() {
  const files = new Map<string, Uint8Array>()
  const user = { chosen: false, leave: true, full: false }
  const folder: BackupFolder = {
    supported: true,
    state: async () => (user.chosen ? { name: '备份', granted: user.leave } : null),
    choose: async () => { user.chosen = true; return true },
    ask: async () => user.leave,
    write: async (name, bytes) => { if (user.full) throw new Error('no room'); files.set(name, bytes) },
    names: async () => [...files.keys()],
    remove: async (name) => { files.delete(name) },
    forget: async () => { user.chosen = false },
  }
  return { folder, files, user }
}

let serial = 0

/** Opens a window of the browser: all stores, with a clock the test moves, and the files handed to the user. */
export function openWindow(browser: MemoryBrowser, { evaluations = browser.evaluations, problem, deaf = false, folder = noFolder, answers: changed = {} }: WindowOptions = {}) {
  const clock = { now: 1_800_000_000_000 }
  const files: OutgoingFile[] = []
  const hiding = new Set<() => void>()
  const losing = new Set<(problem: StorageProblem) => void>()
  const locks = browser.newLocks()
  const windowId = `window${++serial}`
  locks.hold(windowLock(windowId))
  const storage: Storage = {
    evaluations, frameworks: browser.frameworks, attachments: browser.attachments, notes: browser.notes, text: browser.text,
    journal: textJournal(browser.text, windowId, (listener) => { hiding.add(listener); return () => hiding.delete(listener) }),
    tabs: deaf ? { tell: () => {}, listen: () => () => {} } : browser.newTabs(),
    locks,
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
  provideServices(app, { storage, worker: workerClient(workerPair(workerFace({ ...answers, ...changed })).start), now: () => clock.now, saveFile: (file) => { files.push(file) }, updates, folder })
  setActivePinia(pinia)
  return {
    desk: useDesk(pinia),
    evaluation: useEvaluation(pinia),
    transfer: useTransfer(pinia),
    importer: useImporter(pinia),
    backup: useBackup(pinia),
    preferences: usePreferences(pinia),
    department: useDepartment(pinia),
    task: useTask(pinia),
    checkup: useCheckup(pinia),
    frameworks: useFrameworks(pinia),
    frameworkFiles: useFrameworkFiles(pinia),
    goalImport: useGoalImport(pinia),
    update: useUpdate(pinia),
    evidence: useEvidence(pinia),
    versions: useVersions(pinia),
    bureau: useBureauForm(pinia),
    page,
    clock, files,
    /** The page hides, and lives on. */
    hide: (): void => { for (const listener of hiding) listener() },
    /** The page hides and is gone. */
    leave: (): void => {
      for (const listener of hiding) listener()
      locks.end()
    },
    /** The browser takes the database away. */
    lose: (lost: StorageProblem): void => { for (const listener of losing) listener(lost) },
  }
}

/** Lets everything that is under way finish. */
export const quiet = async (): Promise<void> => { for (let i = 0; i < 30; i++) await new Promise((resolve) => { setTimeout(resolve, 0) }) }
