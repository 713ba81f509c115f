import { ref, shallowRef } from 'vue'
import type { Locks } from '../storage/locks'
import type { BackupFolder } from './backupFolder'

/** 自动备份 as it stands: no folder, a folder that waits for leave to be written, working, or failed with words for the user. */
export interface AutoBackupState {
  readonly folder: string | null
  readonly granted: boolean
  readonly failed: string | null
}

/** Milliseconds after a change until it is in the folder. */
const AFTER_CHANGE = 60_000
/** Milliseconds for which a window waits for another that is writing; then it looks again in a minute. */
const PATIENCE = 1000
/** Days whose last automatic backup stays in the folder. */
const KEPT_DAYS = 14
const NAME = /^衡绩自动备份-\d{8}\.hengji\.zip$/

/** The automatic backup of a day. */
export const autoName = (at: number): string => {
  const day = new Date(at)
  return `衡绩自动备份-${day.getFullYear()}${String(day.getMonth() + 1).padStart(2, '0')}${String(day.getDate()).padStart(2, '0')}.hengji.zip`
}

/** A backup ready to be written; `written` notes that it is. */
export interface Made {
  readonly bytes: Uint8Array
  readonly written: () => Promise<void>
}

/**
 * Rolling backups into a folder: one file a day, the last fourteen days kept; other files in the folder are never touched.
 * Of several windows one writes at a time; `isDue` says whether there is something to write by now.
 */
export function autoBackup(folder: BackupFolder, locks: Locks, now: () => number, isDue: () => boolean, make: () => Promise<Made | null>) {
  const state = shallowRef<AutoBackupState>({ folder: null, granted: false, failed: null })
  const running = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const found = folder.supported ? await folder.state() : null
    state.value = { folder: found?.name ?? null, granted: found?.granted ?? false, failed: state.value.failed }
  }

  async function write(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    if (running.value || state.value.folder === null || !state.value.granted) return false
    running.value = true
    try {
      const written = await locks.whenFree('hengji.autoBackup', PATIENCE, writeAlone)
      if (written === null) changed()
      return written?.done ?? false
    } finally {
      running.value = false
    }
  }

  async function writeAlone(): Promise<boolean> {
    try {
      const made = await make()
      if (!made) return false
      await folder.write(autoName(now()), made.bytes)
      await made.written()
      const old = (await folder.names()).filter((name) => NAME.test(name)).sort().slice(0, -KEPT_DAYS)
      for (const name of old) await folder.remove(name)
      state.value = { ...state.value, failed: null }
      return true
    } catch {
      await look().catch(() => {})
      state.value = { ...state.value, failed: `没有写进文件夹“${state.value.folder}”：文件夹可能已移走、U 盘已拔下或磁盘已满。请重新选择文件夹，或者手动备份。` }
      return false
    }
  }

  function changed(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      if (isDue()) void write()
    }, AFTER_CHANGE)
  }

  return {
    state, running, look, write,
    /** Something changed: it will be in the folder within a minute. */
    changed,
    async choose(): Promise<boolean> {
      if (!(await folder.choose())) return false
      state.value = { ...state.value, failed: null }
      await look()
      return write()
    },
    /** Asks again for leave to write: the browser forgets it when the page is closed. */
    async resume(): Promise<boolean> {
      const granted = await folder.ask()
      await look()
      return granted && write()
    },
    async stop(): Promise<void> {
      await folder.forget()
      clearTimeout(timer)
      state.value = { folder: null, granted: false, failed: null }
    },
  }
}
