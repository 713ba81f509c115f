import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../src/catalog/frameworks/hunan2017'
import type { OwnFramework } from '../../src/domain/indicators/ownFramework'
import { openDatabase } from '../../src/storage/database'
import { dexieFrameworks, memoryFrameworks, type Frameworks } from '../../src/storage/frameworks'

const own: OwnFramework = { id: 'own-1', revision: 0, updatedAt: 1, framework: { ...hunan2017, id: 'own-1' }, base: hunan2017, versions: [] }

let serial = 0
async function inDatabase(): Promise<Frameworks> {
  const opened = await openDatabase(() => {}, `frameworks-${++serial}`)
  if (!opened.ok) throw new Error(opened.error.message)
  return dexieFrameworks(opened.value)
}

describe.each([['IndexedDB', inDatabase], ['memory', async () => memoryFrameworks()]] as const)('own frameworks in %s', (_name, open) => {
  it('are kept, listed by change, and removed', async () => {
    const frameworks = await open()
    const first = await frameworks.write(own)
    await frameworks.write({ ...own, id: 'own-2', updatedAt: 2 })
    expect(first).toEqual({ ok: true, value: { ...own, revision: 1 } })
    expect((await frameworks.list()).map(({ id }) => id)).toEqual(['own-2', 'own-1'])
    await frameworks.remove('own-2')
    expect(await frameworks.list()).toEqual([{ ...own, revision: 1 }])
  })

  it('are never written over a newer one', async () => {
    const frameworks = await open()
    await frameworks.write(own)
    await frameworks.write({ ...own, revision: 1, updatedAt: 9 })
    expect(await frameworks.write({ ...own, revision: 1, updatedAt: 10 })).toMatchObject({ ok: false, error: { kind: 'newer', standing: { revision: 2, updatedAt: 9 } } })
    expect((await frameworks.list())[0]?.updatedAt).toBe(9)
  })
})
