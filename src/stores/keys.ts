import { inject, type App, type InjectionKey } from 'vue'
import type { Storage } from '../storage/openStorage'
import type { WorkerClient } from '../worker/client'
import type { BackupFolder } from './backupFolder'
import type { PageUpdates } from './pageUpdates'

/** A file handed to the user. */
export interface OutgoingFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type: string
}

/** What the stores need of the outside: the browser's in the app, memory twins in tests. */
export interface Services {
  readonly storage: Storage
  readonly worker: WorkerClient
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Lets the user save a file. */
  readonly saveFile: (file: OutgoingFile) => void
  /** The page's own files: offline use and new versions. */
  readonly updates: PageUpdates
  /** The folder of automatic backups. */
  readonly folder: BackupFolder
}

/** Where the stores find their services. */
export const ServicesKey: InjectionKey<Services> = Symbol('services')

/** Gives the stores their services, once, before any store is used. */
export const provideServices = (app: App, services: Services): void => { app.provide(ServicesKey, services) }

/** The services of this app. Throws where none were provided: a fault of ours. */
export function useServices(): Services {
  const services = inject(ServicesKey)
  if (!services) throw new Error('provideServices was not called')
  return services
}
