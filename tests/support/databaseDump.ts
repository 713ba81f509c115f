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

/** Everything in a database. */
export async function dumpDatabase(name: string): Promise<DatabaseDump> {
  const database = await openRaw(name)
  const transaction = database.transaction([...database.objectStoreNames])
  const stores = await Promise.all([...database.objectStoreNames].map(async (storeName): Promise<StoreDump> => {
    const store = transaction.objectStore(storeName)
    const indexes = [...store.indexNames].map((index) => store.index(index)).map(({ name: indexName, keyPath, unique, multiEntry }) => ({ name: indexName, keyPath, unique, multiEntry }))
    return { name: storeName, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes, records: await done(store.getAll()) }
  }))
  database.close()
  return { version: database.version, stores }
}

/** Makes a database as it was dumped. */
export async function loadDump(name: string, dump: DatabaseDump): Promise<void> {
  const database = await openRaw(name, dump.version, (made) => {
    for (const { name: storeName, keyPath, autoIncrement, indexes, records } of dump.stores) {
      const store = made.createObjectStore(storeName, { keyPath, autoIncrement })
      for (const { name: indexName, keyPath: path, ...rest } of indexes) store.createIndex(indexName, path, rest)
      for (const record of records) store.put(record)
    }
  })
  database.close()
}
