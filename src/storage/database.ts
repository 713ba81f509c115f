import { Dexie, type Table } from 'dexie'
import type { OwnFramework } from '../domain/indicators/ownFramework'
import { err, ok, type Result } from '../kernel/result'
import type { KeptLine, KeptRecord } from './packedLists'
import type { Attachment, Snapshot, Summary } from './records'
import { problemOf, storageProblem, type StorageProblem } from './storageProblem'

/** The database's name in the browser. */
export const DATABASE_NAME = 'hengji'

/** The schema version of this app. Released versions are never edited: a change is a new version with its upgrade. */
const VERSION = 3

/** IndexedDB knows Dexie's versions multiplied by ten. */
const nativeVersion = (version: number): number => version * 10

/** A line of the change log as it lies in the database. */
export type KeptChange = KeptLine & { readonly evaluation: string }

/** A snapshot as it lies in the database. */
export interface KeptSnapshot extends Omit<Snapshot, 'record'> {
  readonly record: KeptRecord
}

/** The tables. One evaluation is one document; its summary, change log, snapshots and attachments stand beside it; so do own frameworks. */
export class Database extends Dexie {
  readonly evaluations!: Table<KeptRecord, string>
  readonly summaries!: Table<Summary, string>
  readonly changes!: Table<KeptChange, [string, number]>
  readonly snapshots!: Table<KeptSnapshot, number, Omit<KeptSnapshot, 'seq'>>
  readonly attachments!: Table<Attachment, string>
  readonly frameworks!: Table<OwnFramework, string>
  readonly meta!: Table<{ readonly key: string; readonly value: unknown }, string>

  constructor(name: string) {
    super(name)
    this.version(1).stores({
      evaluations: 'id',
      summaries: 'id',
      changes: '[evaluation+revision]',
      snapshots: '++seq, evaluation',
      attachments: 'id, evaluation',
      meta: 'key',
    })
    this.version(2).stores({ frameworks: 'id' })
    // Long lists lie there as bytes since: an older page could not read them.
    this.version(VERSION).stores({})
  }
}

/** The native version of an existing database, 0 where there is none. Looks without writing: an empty probe is aborted. */
function existingVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    let isNew = false
    request.addEventListener('upgradeneeded', () => {
      isNew = true
      request.transaction?.abort()
    })
    request.addEventListener('success', () => {
      const { version } = request.result
      request.result.close()
      resolve(version)
    })
    request.addEventListener('error', (event) => {
      event.preventDefault()
      if (isNew) resolve(0)
      else reject(request.error ?? new Error('the database does not open'))
    })
  })
}

const opened = async (database: Database): Promise<Result<Database, StorageProblem>> => {
  await database.open()
  return ok(database)
}

/** Resolves only where an older window holds the database: its upgrade would wait for as long as that window stays open. */
const blocked = (database: Database): Promise<Result<Database, StorageProblem>> =>
  new Promise((resolve) => {
    database.on('blocked', () => {
      resolve(err(problemOf('blocked')))
      // No upgrade behind the back of a page that has told the user it cannot save.
      database.close()
    })
  })

/**
 * Opens the desk's database. A database newer than the app is refused without a write.
 * `onProblem` is told later when a newer window takes the database away.
 */
export async function openDatabase(
  onProblem: (problem: StorageProblem) => void,
  name: string = DATABASE_NAME,
): Promise<Result<Database, StorageProblem>> {
  if (typeof indexedDB === 'undefined') return err(problemOf('unavailable'))
  try {
    if ((await existingVersion(name)) > nativeVersion(VERSION)) return err(problemOf('newer'))
    const database = new Database(name)
    database.on('versionchange', (event) => {
      // After a deletion Dexie opens anew at the next request; in a newer app's database that must not happen.
      if (event.newVersion === null) return true
      database.close()
      onProblem(problemOf('superseded'))
      return false
    })
    return await Promise.race([opened(database), blocked(database)])
  } catch (error) {
    return err(storageProblem(error))
  }
}
