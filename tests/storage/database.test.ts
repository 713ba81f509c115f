import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { openDatabase } from '../../src/storage/database'
import { dexieEvaluations } from '../../src/storage/dexieEvaluations'
import { storageProblem, type StorageProblem } from '../../src/storage/storageProblem'

const rawDatabase = (name: string, version: number | undefined, upgrade: (database: IDBDatabase) => void = () => {}): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('upgradeneeded', () => upgrade(request.result))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
  })

describe('the database', () => {
  it('is made where there is none, and found again', async () => {
    const first = await openDatabase(() => {}, 'fresh')
    if (!first.ok) throw new Error(first.error.message)
    await dexieEvaluations(first.value).add(foundingCase, 1)
    first.value.close()
    const second = await openDatabase(() => {}, 'fresh')
    if (!second.ok) throw new Error(second.error.message)
    expect((await dexieEvaluations(second.value).find(foundingCase.id))?.evaluation).toEqual(foundingCase)
    second.value.close()
  })

  it('of a newer app is refused without a write', async () => {
    const newer = await rawDatabase('newer', 990, (database) => { database.createObjectStore('future').put('untouched', 1) })
    newer.close()
    const opened = await openDatabase(() => {}, 'newer')
    expect(opened).toMatchObject({ ok: false, error: { kind: 'newer' } })
    const after = await rawDatabase('newer', undefined)
    expect([after.version, [...after.objectStoreNames]]).toEqual([990, ['future']])
    after.close()
  })

  it('gives way to a newer app in another window, and says so', async () => {
    const problems: StorageProblem[] = []
    const opened = await openDatabase((problem) => problems.push(problem), 'giving-way')
    if (!opened.ok) throw new Error(opened.error.message)
    const upgraded = await rawDatabase('giving-way', 990)
    expect(problems.map(({ kind }) => kind)).toEqual(['superseded'])
    await expect(dexieEvaluations(opened.value).list()).rejects.toThrow('closed')
    upgraded.close()
  })

  it('that was deleted in mid-use is made anew at the next request', async () => {
    const opened = await openDatabase(() => {}, 'deleted')
    if (!opened.ok) throw new Error(opened.error.message)
    const evaluations = dexieEvaluations(opened.value)
    await evaluations.add(foundingCase, 1)
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('deleted')
      request.addEventListener('success', resolve)
      request.addEventListener('error', reject)
    })
    expect(await evaluations.list()).toEqual([])
    expect((await evaluations.add(foundingCase, 2)).ok).toBe(true)
    opened.value.close()
  })

  it('that the browser withholds is told, not thrown', async () => {
    const kept = globalThis.indexedDB
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true, writable: true })
    try {
      expect(await openDatabase(() => {})).toMatchObject({ ok: false, error: { kind: 'unavailable' } })
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', { value: kept, configurable: true, writable: true })
    }
  })
})

describe('a failure of the browser', () => {
  it.each([
    ['QuotaExceededError', 'full'], ['DatabaseClosedError', 'closed'], ['VersionError', 'newer'], ['SecurityError', 'unavailable'], ['AbortError', 'failed'],
  ])('%s is told as %s, with what to do', (name, kind) => {
    expect(storageProblem(Object.assign(new Error('x'), { name }))).toMatchObject({ kind })
  })

  it('wrapped in an aborted transaction is told by its cause', () =>
    expect(storageProblem({ name: 'AbortError', inner: { name: 'QuotaExceededError' } })).toMatchObject({ kind: 'full' }))
})
