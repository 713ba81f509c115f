import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { KeptEvaluation } from '../domain/evaluation/keptEvaluation'
import { withVersion, type OwnFramework } from '../domain/indicators/ownFramework'
import { same } from '../kernel/same'
import { summaryOf } from '../storage/records'
import type { BackupReading } from '../worker/client'
import { useDesk } from './desk'
import { useEvaluation } from './evaluation'
import { fileName } from './fileName'
import { useFrameworks } from './frameworks'
import { jobs } from './job'
import { LOADED_LINES } from './keeper'
import { useServices } from './keys'

/** One evaluation of a backup, against what the desk has of it. */
export interface BackupEntry {
  readonly id: string
  readonly unitName: string
  readonly year: number
  readonly updatedAt: number
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
  readonly entries: readonly BackupEntry[]
  /** 自有指标体系 the desk lacks or has otherwise. */
  readonly frameworks: readonly FrameworkEntry[]
  /** A sentence for each evaluation that cannot be restored. */
  readonly damaged: readonly string[]
}

/** What was backed up last: when, and each evaluation's revision then. */
interface LastBackup {
  readonly at: number
  readonly revisions: { readonly [id: string]: number }
}

const LAST_BACKUP = 'lastBackup'
const MOST_BYTES = 400 * 1024 * 1024
const BEFORE_RESTORE = '恢复备份之前'

const two = (value: number): string => String(value).padStart(2, '0')

/** 20260320-0805 in the user's time. */
function localStamp(at: number): string {
  const time = new Date(at)
  return `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}-${two(time.getHours())}${two(time.getMinutes())}`
}

/** 备份与恢复 of the whole desk. */
export const useBackup = defineStore('backup', () => {
  const { storage, worker, now, saveFile } = useServices()
  const desk = useDesk()
  const open = useEvaluation()
  const ownFrameworks = useFrameworks()
  const { job, problem, run, cancel, dismissProblem } = jobs()
  const last = shallowRef<LastBackup | null>(null)
  const preview = shallowRef<BackupPreview | null>(null)
  const restored = ref(0)
  let read: Extract<BackupReading, { readonly ok: true }> | null = null

  const readNote = async (): Promise<void> => { last.value ??= ((await storage.notes.read(LAST_BACKUP)) as LastBackup | undefined) ?? null }
  readNote().catch(() => {})

  async function entryOf(kept: KeptEvaluation): Promise<BackupEntry> {
    const { id, unitName, year, updatedAt } = summaryOf({ id: kept.evaluation.id, ...kept }, kept.updatedAt)
    const standing = await storage.evaluations.find(id)
    const state = !standing ? (desk.bin.some((summary) => summary.id === id) ? 'removed' : 'absent')
      : same(standing.evaluation, kept.evaluation) ? 'same' : kept.updatedAt > standing.updatedAt ? 'newer' : 'older'
    return { id, unitName, year, updatedAt, state }
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

  return {
    job, problem, cancel, dismissProblem, preview, restored,
    lastBackupAt: computed(() => last.value?.at ?? null),
    /** Evaluations changed since the last backup. */
    unbacked: computed(() => desk.evaluations.filter(({ id, revision }) => last.value?.revisions[id] !== revision).length),

    /** 备份: the whole desk as one file, on the disk before it is called backed up. */
    async write(): Promise<boolean> {
      const at = now()
      const kept = await run('正在备份', async (options) => {
        await open.retry()
        await storage.evaluations.settle()
        const all = await storage.evaluations.everything(LOADED_LINES)
        const bytes = await worker.call('writeBackup', [all, new Date(at).toISOString(), await storage.frameworks.list()], options)
        saveFile({ name: fileName(`衡绩备份-${localStamp(at)}`, 'hengji.zip'), bytes, type: 'application/zip' })
        return all
      })
      if (!kept) return false
      last.value = { at, revisions: Object.fromEntries(kept.map(({ evaluation, revision }) => [evaluation.id, revision])) }
      await storage.notes.write(LAST_BACKUP, last.value)
      return true
    },

    /** Reads a backup into `preview`; nothing is changed. False where it cannot be read: `problem` says why. */
    async read(file: File): Promise<boolean> {
      preview.value = null
      if (file.size > MOST_BYTES) {
        problem.value = `“${file.name}”有 ${Math.ceil(file.size / 1024 / 1024)} MB，太大了，不像是本系统的备份。`
        return false
      }
      const reading = await run('正在读取备份', async (options) => worker.call('readBackup', [new Uint8Array(await file.arrayBuffer()), file.name], options))
      if (!reading) return false
      if (!reading.ok) {
        problem.value = reading.message
        return false
      }
      await desk.refresh()
      read = reading
      preview.value = { fileName: file.name, createdAt: reading.createdAt, entries: await Promise.all(reading.evaluations.map(entryOf)), frameworks: await frameworkEntries(reading.frameworks), damaged: reading.damaged }
      return true
    },

    /** Restores the chosen evaluations, all or none, and own frameworks; what they replace is kept as a 历史版本. */
    async restore(ids: readonly string[], frameworks: readonly string[] = []): Promise<boolean> {
      const chosen = read?.evaluations.filter(({ evaluation }) => ids.includes(evaluation.id)) ?? []
      const done = await run('正在恢复', async () => {
        await storage.evaluations.adopt(chosen, BEFORE_RESTORE, now())
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
      read = null
    },
  }
})
