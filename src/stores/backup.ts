import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type { KeptEvaluation } from '../domain/evaluation/keptEvaluation'
import { tasksOf } from '../domain/task/keptTask'
import { withVersion, type OwnFramework } from '../domain/indicators/ownFramework'
import { same } from '../kernel/same'
import { summaryOf } from '../storage/records'
import type { BackupPurpose, BackupReading, SealingKey } from '../worker/client'
import { autoBackup } from './autoBackup'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { useEvidence } from './evidence'
import { fileName } from './fileName'
import { useFrameworks } from './frameworks'
import { jobs } from './job'
import { LOADED_LINES } from './keeper'
import { useServices } from './keys'
import { useTask } from './task'

/** One evaluation of a backup, against what the desk has of it. */
export interface BackupEntry {
  readonly id: string
  readonly unitName: string
  readonly year: number
  readonly updatedAt: number
  /** Files of evidence that come with it. */
  readonly evidence: number
  /** The backup's against the desk's: not there, in the bin, equal, changed later or earlier than the desk's. */
  readonly state: 'absent' | 'removed' | 'same' | 'newer' | 'older'
}

/** One own framework of a backup, against what the desk has of it. */
export interface FrameworkEntry {
  readonly id: string
  readonly title: string
  readonly state: 'absent' | 'newer' | 'older'
}

/** 恢复预览. */
export interface BackupPreview {
  readonly fileName: string
  /** ISO time. */
  readonly createdAt: string
  readonly purpose: BackupPurpose
  readonly entries: readonly BackupEntry[]
  /** 自有指标体系 the desk lacks or has otherwise. */
  readonly frameworks: readonly FrameworkEntry[]
  /** A sentence for each evaluation and file that cannot be restored. */
  readonly damaged: readonly string[]
}

/** What to back up. */
export interface BackupChoice {
  readonly purpose: BackupPurpose
  /** Ids; null for the whole desk. */
  readonly evaluations: readonly string[] | null
  /** Null: not encrypted. */
  readonly passphrase: string | null
}

/** 备份全部. */
export const EVERYTHING: BackupChoice = { purpose: 'backup', evaluations: null, passphrase: null }

/** What was backed up last: when, where to, and each evaluation's revision then. */
interface LastBackup {
  readonly at: number
  readonly revisions: { readonly [id: string]: number }
  readonly name?: string
}

const LAST_BACKUP = 'lastBackup'
const AUTO_KEY = 'autoBackupKey'
/** The same in a few words where it outlives a lost database. */
const LAST_BACKUP_WORDS = 'hengji.lastBackup'
const MOST_BYTES = 600 * 1024 * 1024
const BEFORE_RESTORE = '恢复备份之前'
const NAMES: { readonly [P in BackupPurpose]: string } = { backup: '衡绩备份', handover: '衡绩移交包', archive: '衡绩归档包' }
/** Minutes: sealing and a hundred files take their time. */
const TIME_LIMIT = 600_000

const two = (value: number): string => String(value).padStart(2, '0')

/** 20260320-0805 in the user's time. */
function localStamp(at: number): string {
  const time = new Date(at)
  return `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}-${two(time.getHours())}${two(time.getMinutes())}`
}

/** 备份与恢复 of the whole desk. */
export const useBackup = defineStore('backup', () => {
  const { storage, worker, now, saveFile, folder } = useServices()
  const desk = useDesk()
  const open = useEvaluation()
  const ownFrameworks = useFrameworks()
  const evidence = useEvidence()
  const tasks = useTask()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const last = shallowRef<LastBackup | null>(null)
  const preview = shallowRef<BackupPreview | null>(null)
  const restored = ref(0)
  /** A sealed file that waits for its passphrase. */
  const sealed = shallowRef<{ readonly file: File; readonly message: string } | null>(null)
  let read: Extract<BackupReading, { readonly ok: true }> | null = null

  /** Locks automatic backups; null: they lie open. Anyone who can use this browser's profile reads the desk itself, so the key gives nothing away here. */
  const autoKey = shallowRef<SealingKey | null>(null)

  const readNote = async (): Promise<void> => {
    last.value = ((await storage.notes.read(LAST_BACKUP)) as LastBackup | undefined) ?? last.value
    autoKey.value = ((await storage.notes.read(AUTO_KEY)) as SealingKey | null | undefined) ?? null
  }

  async function keepAutoKey(key: SealingKey | null): Promise<void> {
    await storage.notes.write(AUTO_KEY, key)
    autoKey.value = key
    storage.tabs.tell({ kind: 'backedUp' })
    await auto.write()
  }

  async function note(kept: readonly KeptEvaluation[], at: number, name: string): Promise<void> {
    last.value = { at, name, revisions: { ...last.value?.revisions, ...Object.fromEntries(kept.map(({ evaluation, revision }) => [evaluation.id, revision])) } }
    await storage.notes.write(LAST_BACKUP, last.value)
    storage.tabs.tell({ kind: 'backedUp' })
    try {
      storage.text.setItem(LAST_BACKUP_WORDS, JSON.stringify({ at, name }))
    } catch {
      // Without room only the reminder after a loss lacks the file's name.
    }
  }

  async function made(choice: Pick<BackupChoice, 'purpose' | 'evaluations'>, seal: string | SealingKey | null, at: number, options: Parameters<typeof worker.call>[2]) {
    await open.retry()
    await storage.evaluations.settle()
    const all = await storage.evaluations.everything(LOADED_LINES)
    const kept = choice.evaluations === null ? all : all.filter(({ evaluation }) => choice.evaluations!.includes(evaluation.id))
    const attachments = await storage.attachments.whole(kept.map(({ evaluation }) => evaluation.id))
    const files = attachments.map(({ content, ...one }) => ({ evidence: one, content }))
    await tasks.load()
    const packages = tasksOf(tasks.kept.map(({ text, begun }) => ({ text, begun })), (id) => kept.some(({ evaluation }) => evaluation.id === id))
      .filter(({ begun }) => choice.evaluations === null || Object.keys(begun).length > 0)
    const bytes = await worker.call('writeBackup', [{ evaluations: kept, frameworks: await storage.frameworks.list(), evidence: files, tasks: packages, purpose: choice.purpose, createdAt: new Date(at).toISOString(), seal }], { timeLimit: TIME_LIMIT, ...options })
    return { kept, bytes }
  }

  const isDue = (): boolean => unbacked.value + unbackedFiles.value > 0
  const auto = autoBackup(folder, storage.locks, now, isDue, async () => {
    const at = now()
    if (desk.evaluations.length === 0) return null
    const { kept, bytes } = await made(EVERYTHING, autoKey.value, at, {})
    return { bytes, written: () => note(kept, at, `文件夹“${auto.state.value.folder}”`) }
  })

  async function entryOf(kept: KeptEvaluation): Promise<BackupEntry> {
    const { id, unitName, year, updatedAt } = summaryOf({ id: kept.evaluation.id, ...kept }, kept.updatedAt)
    const standing = await storage.evaluations.find(id)
    const state = !standing ? (desk.bin.some((summary) => summary.id === id) ? 'removed' : 'absent')
      : same(standing.evaluation, kept.evaluation) ? 'same' : kept.updatedAt > standing.updatedAt ? 'newer' : 'older'
    return { id, unitName, year, updatedAt, state, evidence: read?.evidence.filter((one) => one.evidence.evaluation === id).length ?? 0 }
  }

  async function frameworkEntries(found: readonly OwnFramework[]): Promise<readonly FrameworkEntry[]> {
    const standing = new Map((await storage.frameworks.list()).map((own) => [own.id, own]))
    return found.flatMap(({ id, framework, updatedAt }): readonly FrameworkEntry[] => {
      const there = standing.get(id)
      if (there && same(there.framework, framework)) return []
      return [{ id, title: framework.title, state: !there ? 'absent' : updatedAt > there.updatedAt ? 'newer' : 'older' }]
    })
  }

  /** Takes an own framework in; what it replaces stays among its versions. */
  async function adoptFramework(own: OwnFramework): Promise<void> {
    const standing = (await storage.frameworks.list()).find(({ id }) => id === own.id)
    const replaced = standing ? withVersion(standing, BEFORE_RESTORE, now()).versions.filter(({ framework }) => !own.versions.some((one) => same(one.framework, framework))) : []
    await storage.frameworks.write({ ...own, revision: standing?.revision ?? 0, versions: [...own.versions, ...replaced] })
  }

  const unbacked = computed(() => desk.evaluations.filter(({ id, revision }) => last.value?.revisions[id] !== revision).length)
  const unbackedFiles = ref(0)
  const countFiles = async (): Promise<void> => { unbackedFiles.value = await storage.attachments.addedSince(last.value?.at ?? 0) }
  watch([() => evidence.list, last], () => void countFiles().catch(() => {}))
  watch([() => desk.evaluations, unbackedFiles], () => { if (isDue()) auto.changed() })
  storage.tabs.listen((news) => { if (news.kind === 'backedUp') void readNote().catch(() => {}) })
  readNote().then(() => auto.look()).then(countFiles).catch(() => {})

  async function readFile(file: File, passphrase: string | null): Promise<boolean> {
    preview.value = null
    if (file.size > MOST_BYTES) {
      problem.value = `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，太大了，不像是本系统的备份。`
      return false
    }
    const reading = await run('正在读取备份', async (options) => worker.call('readBackup', [new Uint8Array(await file.arrayBuffer()), file.name, passphrase], { timeLimit: TIME_LIMIT, ...options }))
    if (!reading) return false
    sealed.value = !reading.ok && reading.sealed ? { file, message: reading.message } : null
    if (!reading.ok) {
      problem.value = reading.sealed ? null : reading.message
      return false
    }
    await desk.refresh()
    read = reading
    preview.value = { fileName: file.name, createdAt: reading.createdAt, purpose: reading.purpose, entries: await Promise.all(reading.evaluations.map(entryOf)), frameworks: await frameworkEntries(reading.frameworks), damaged: reading.damaged }
    return true
  }

  return {
    job, problem, cancel, dismissProblem, preview, restored, sealed,
    lastBackupAt: computed(() => last.value?.at ?? null),
    /** Where the last one went: a file's name or a folder. */
    lastBackupName: computed(() => last.value?.name ?? null),
    /** Evaluations changed since the last backup. */
    unbacked,
    /** Files of evidence added since the last backup. */
    unbackedFiles,
    /** Whether this page may encrypt: browsers withhold it from plain http. */
    canSeal: (globalThis.crypto as Crypto | undefined)?.subtle !== undefined,
    folderSupported: folder.supported,
    auto: auto.state,
    /** Whether automatic backups are locked by a passphrase. */
    autoSealed: computed(() => autoKey.value !== null),
    /** 给自动备份加口令: from now on; null takes it off. The passphrase itself is not kept. */
    async sealAuto(passphrase: string | null): Promise<boolean> {
      const done = await run('正在设置口令', async (options) => {
        await keepAutoKey(passphrase === null ? null : await worker.call('sealingKey', [passphrase], options))
        return true
      })
      return done ?? false
    },
    chooseFolder: auto.choose, resumeFolder: auto.resume, stopFolder: auto.stop, backUpNow: auto.write,
    /** What is remembered of the last backup after the database was lost. */
    remembered(): { readonly at: number; readonly name: string } | null {
      try {
        const value: unknown = JSON.parse(storage.text.getItem(LAST_BACKUP_WORDS) ?? 'null')
        return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'name' in value && typeof value.name === 'string' ? { at: value.at, name: value.name } : null
      } catch {
        return null
      }
    },

    /** 备份, 移交包 or 归档包: one file, on the disk before it is called backed up. */
    async write(choice: BackupChoice = EVERYTHING): Promise<boolean> {
      const at = now()
      const name = fileName(`${NAMES[choice.purpose]}-${localStamp(at)}`, 'hengji.zip')
      const kept = await run(`正在做${NAMES[choice.purpose].slice(2)}`, async (options) => {
        const { kept: all, bytes } = await made(choice, choice.passphrase, at, options)
        saveFile({ name, bytes, type: 'application/zip' })
        return all
      })
      if (!kept) return false
      // A part of the desk, or what is given away, is no backup of it.
      if (choice.purpose === 'backup' && desk.evaluations.every(({ id }) => kept.some(({ evaluation }) => evaluation.id === id))) await note(kept, at, `文件“${name}”`)
      return true
    },

    /** Reads a backup into `preview`; nothing is changed. False where it cannot be read (`problem` says why) or waits for its passphrase (`sealed`). */
    read: (file: File): Promise<boolean> => readFile(file, null),
    /** Opens the sealed file that waits. */
    unseal: async (passphrase: string): Promise<boolean> => sealed.value !== null && readFile(sealed.value.file, passphrase),

    /** Restores the chosen evaluations with their evidence, all or none, own frameworks, and the task packages; what they replace is kept as a 历史版本. */
    async restore(ids: readonly string[], frameworks: readonly string[] = []): Promise<boolean> {
      const chosen = read?.evaluations.filter(({ evaluation }) => ids.includes(evaluation.id)) ?? []
      const files = read?.evidence.filter((one) => ids.includes(one.evidence.evaluation)) ?? []
      const done = await run('正在恢复', async () => {
        const attachments = files.map((one) => ({ ...one.evidence, content: new Blob([one.content as Uint8Array<ArrayBuffer>], { type: one.evidence.type }) }))
        await storage.evaluations.adopt(chosen, BEFORE_RESTORE, now(), attachments)
        await tasks.adopt(tasksOf(read?.tasks ?? [], (id) => ids.includes(id)))
        for (const own of read?.frameworks ?? []) if (frameworks.includes(own.id)) await adoptFramework(own)
        return chosen.length
      })
      if (done === null) return false
      restored.value = done
      preview.value = null
      read = null
      await Promise.all([desk.refresh(), ownFrameworks.load()])
      storage.tabs.tell({ kind: 'listed' })
      await open.reload()
      return true
    },

    discard(): void {
      preview.value = null
      sealed.value = null
      read = null
    },
  }
})
