/** 自动备份文件夹: a folder of the user's choice that the browser lets us write into, after asking once per visit. */
export interface BackupFolder {
  /** Whether this browser can (Chrome, Edge and their kin from 86; not on plain http). */
  readonly supported: boolean
  /** The chosen folder's name, and whether it may be written now; null where none is chosen. */
  state(): Promise<{ readonly name: string; readonly granted: boolean } | null>
  /** Lets the user choose; false where the user did not. Call at a user's action. */
  choose(): Promise<boolean>
  /** Asks for leave to write again; call at a user's action. */
  ask(): Promise<boolean>
  /** Writes a file whole: a broken write leaves the earlier file of that name as it was. */
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Names of the files in it. */
  names(): Promise<readonly string[]>
  remove(name: string): Promise<void>
  forget(): Promise<void>
}

/** The parts of the File System Access API that the DOM types lack. */
interface Handle extends FileSystemDirectoryHandle {
  queryPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>
}
type Picker = (options: { readonly id: string; readonly mode: 'readwrite'; readonly startIn: 'documents' }) => Promise<Handle>

const NOTE = 'backupFolder'
const MODE = { mode: 'readwrite' } as const

/** Where the chosen folder is remembered: the desk's notes (a handle can be kept in IndexedDB). */
interface Notes {
  read(key: string): Promise<unknown>
  write(key: string, value: unknown): Promise<void>
}

/** The browser's folder. */
export function browserFolder(notes: Notes): BackupFolder {
  const pick = (): Picker | undefined => (globalThis as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker
  const handle = async (): Promise<Handle | null> => ((await notes.read(NOTE)) as Handle | null | undefined) ?? null
  const chosen = async (): Promise<Handle> => {
    const found = await handle()
    if (!found) throw new Error('no folder was chosen')
    return found
  }
  const granted = async (folder: Handle): Promise<boolean> => (folder.queryPermission ? (await folder.queryPermission(MODE)) === 'granted' : true)

  return {
    supported: pick() !== undefined,
    async state() {
      const folder = await handle()
      return folder && { name: folder.name, granted: await granted(folder) }
    },
    async choose() {
      try {
        const folder = await pick()?.({ id: 'hengji-backup', startIn: 'documents', ...MODE })
        if (!folder) return false
        await notes.write(NOTE, folder)
        return true
      } catch (error) {
        // The user closed the dialog.
        if (error instanceof DOMException && error.name === 'AbortError') return false
        throw error
      }
    },
    async ask() {
      const folder = await chosen()
      return folder.requestPermission ? (await folder.requestPermission(MODE)) === 'granted' : true
    },
    async write(name, bytes) {
      const file = await (await chosen()).getFileHandle(name, { create: true })
      const stream = await file.createWritable()
      await stream.write(bytes as Uint8Array<ArrayBuffer>)
      await stream.close()
    },
    async names() {
      const names: string[] = []
      for await (const name of (await chosen()).keys()) names.push(name)
      return names
    },
    async remove(name) { await (await chosen()).removeEntry(name) },
    async forget() { await notes.write(NOTE, null) },
  }
}
