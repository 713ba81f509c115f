/** One store of a database: how it is declared, and what lies in it. */
interface StoreDump {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly autoIncrement: boolean
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[]
  readonly records: readonly unknown[]
}

/** A whole IndexedDB database as JSON. */
export interface DatabaseDump {
  /** The native version. */
  readonly version: number
  readonly stores: readonly StoreDump[]
}

const done = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.addEventListener('success', () => resolve(request.result))
  request.addEventListener('error', () => reject(request.error ?? new Error('the request failed')))
})

/** Opens a database without any library, at a version or as it stands. */
export function openRaw(name: string, version?: number, upgrade: (database: IDBDatabase) => void = () => {}): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version)
  request.addEventListener('upgradeneeded', () => upgrade(request.result))
  return done(request)
}

/** A file's content as JSON. */
interface FrozenBlob { readonly blob: string; readonly type: string }

async function frozen(record: unknown): Promise<unknown> {
  if (typeof record !== 'object' || record === null) return record
  const entries = Object.entries(record).map(async ([key, value]: [string, unknown]) => [key, value instanceof Blob ? { blob: Buffer.from(await value.arrayBuffer()).toString('base64'), type: value.type } satisfies FrozenBlob : value] as const)
  return Array.isArray(record) ? record : Object.fromEntries(await Promise.all(entries))
}

const isFrozenBlob = (value: unknown): value is FrozenBlob => typeof value === 'object' && value !== null && 'blob' in value && 'type' in value

function thawed(record: unknown): unknown {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record
  return Object.fromEntries(Object.entries(record).map(([key, value]: [string, unknown]) => [key, isFrozenBlob(value) ? new Blob([Buffer.from(value.blob, 'base64')], { type: value.type }) : value]))
}

/** Everything in a database. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const database = await openRaw(name)
  const transaction = database.transaction([...database.objectStoreNames])
  const stores = await Promise.all([...database.objectStoreNames].map(async (storeName): Promise<StoreDump> => {
    const store = transaction.objectStore(storeName)
    const indexes = [...store.indexNames].map((index) => store.index(index)).map(({ name: indexName, keyPath, unique, multiEntry }) => ({ name: indexName, keyPath, unique, multiEntry }))
    return { name: storeName, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes, records: await done<unknown[]>(store.getAll()) }
  }))
  database.close()
  return { version: database.version, stores: await Promise.all(stores.map(async (store) => ({ ...store, records: await Promise.all(store.records.map(frozen)) }))) }
}

/** Makes a database as it was dumped. */
export async function loadDump(name: string, dump: DatabaseDump): Promise<void> {
  const database = await openRaw(name, dump.version, (made) => {
    for (const { name: storeName, keyPath, autoIncrement, indexes, records } of dump.stores) {
      const store = made.createObjectStore(storeName, { keyPath, autoIncrement })
      for (const { name: indexName, keyPath: path, ...rest } of indexes) store.createIndex(indexName, path, rest)
      for (const record of records) store.put(thawed(record))
    }
  })
  database.close()
}
