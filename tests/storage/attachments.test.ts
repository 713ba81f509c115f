import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import type { Attachments } from '../../src/storage/attachments'
import { openDatabase, type Database } from '../../src/storage/database'
import { dexieAttachments } from '../../src/storage/dexieAttachments'
import { dexieEvaluations } from '../../src/storage/dexieEvaluations'
import type { Evaluations } from '../../src/storage/evaluations'
import { memoryAttachments } from '../../src/storage/memoryAttachments'
import { memoryEvaluations } from '../../src/storage/memoryEvaluations'
import type { Attachment, Snapshot } from '../../src/storage/records'
import { pastTheirTime } from '../../src/storage/retention'

interface Both { readonly attachments: Attachments; readonly evaluations: Evaluations }

let serial = 0
const opened: Database[] = []
afterEach(() => { for (const database of opened.splice(0)) database.close() })

async function inDatabase(): Promise<Both> {
  const database = await openDatabase(() => {}, `attachments-${++serial}`)
  if (!database.ok) throw new Error(database.error.message)
  opened.push(database.value)
  return { attachments: dexieAttachments(database.value), evaluations: dexieEvaluations(database.value) }
}
async function inMemory(): Promise<Both> {
  const attachments = memoryAttachments()
  return { attachments, evaluations: memoryEvaluations(attachments) }
}

const file = (id: string, evaluation = foundingCase.id, addedAt = 1000): Attachment => ({
  id, evaluation, name: `${id}.pdf`, type: 'application/pdf', size: 4, sha256: 'x', addedAt, about: [], content: new Blob([`%${id}`], { type: 'application/pdf' }),
})
const DAY = 86_400_000

describe.each([['in memory', inMemory], ['in IndexedDB', inDatabase]])('evidence kept %s', (_, open) => {
  it('is listed as added, without content, apart from other evaluations', async () => {
    const { attachments } = await open()
    await attachments.add([file('b', foundingCase.id, 2000), file('a'), file('c', 'other')])
    const found = await attachments.of(foundingCase.id)
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(Object.keys(found[0]!)).not.toContain('content')
    expect(await (await attachments.content('a'))?.text()).toBe('%a')
    expect(await attachments.totalSize()).toBe(12)
  })

  it('is changed in name, note and links, not in content', async () => {
    const { attachments } = await open()
    await attachments.add([file('a')])
    await attachments.change('a', { name: '合同.pdf', note: '第 3 页', about: [{ kind: 'indicator', indicator: 'x' }] })
    expect(await attachments.of(foundingCase.id)).toMatchObject([{ name: '合同.pdf', note: '第 3 页', about: [{ kind: 'indicator', indicator: 'x' }], size: 4 }])
  })

  it('goes into the bin and comes back, and is purged only after its time', async () => {
    const { attachments, evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await attachments.add([file('a'), file('b')])
    await attachments.remove('a', 5000)
    expect((await attachments.of(foundingCase.id)).map(({ id }) => id)).toEqual(['b'])
    expect((await attachments.whole([foundingCase.id])).map(({ id }) => id)).toEqual(['b'])
    await evaluations.purge(5000)
    await attachments.restore('a')
    expect((await attachments.of(foundingCase.id)).map(({ id }) => id)).toEqual(['a', 'b'])
    await attachments.remove('a', 5000)
    await evaluations.purge(6000)
    expect([await attachments.content('a'), (await attachments.of(foundingCase.id)).length]).toEqual([undefined, 1])
  })

  it('comes in with a restored evaluation, beside what is there already', async () => {
    const { attachments, evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await attachments.add([file('own')])
    await evaluations.adopt([{ evaluation: foundingCase, revision: 1, updatedAt: 1, changes: [] }], '恢复备份之前', 9000, [file('restored')])
    expect((await attachments.whole([foundingCase.id])).map(({ id }) => id).sort()).toEqual(['own', 'restored'])
  })

  it('earlier versions: one is kept when asked, not twice the same, and old ones are forgotten', async () => {
    const { evaluations } = await open()
    await evaluations.add(foundingCase, 1000)
    await evaluations.snapshot(foundingCase.id, '手动保存', 2000)
    await evaluations.snapshot(foundingCase.id, '手动保存', 3000)
    expect((await evaluations.snapshots(foundingCase.id)).map(({ at }) => at)).toEqual([2000])
    for (let i = 0; i < 30; i++) await evaluations.adopt([{ evaluation: { ...foundingCase, year: 2000 + i }, revision: 1, updatedAt: 1, changes: [] }], '导入', 4000 + i)
    const versions = await evaluations.snapshots(foundingCase.id)
    expect([versions.length, versions[0]?.at]).toEqual([20, 4029])
  })
})

describe('the retention of versions', () => {
  const versionsAt = (...times: readonly number[]): readonly Snapshot[] => times.map((at, i) => ({ seq: times.length - i, evaluation: 'a', at, reason: '', record: { id: 'a', revision: i, updatedAt: at, evaluation: foundingCase } }))
  const now = new Date(2026, 2, 31, 12).getTime()

  it('keeps the last 20 however old', () => expect(pastTheirTime(versionsAt(...Array.from({ length: 20 }, (_, i) => now - i * 100 * DAY)), now)).toEqual([]))

  it('keeps beyond them the last of each day for 30 days', () => {
    const times = Array.from({ length: 200 }, (_, i) => now - i * DAY / 4)
    const forgotten = pastTheirTime(versionsAt(...times), now)
    const left = times.filter((at) => !forgotten.some((one) => one.at === at))
    expect(left.slice(0, 20)).toEqual(times.slice(0, 20))
    const days = left.slice(20).map((at) => new Date(at).toDateString())
    expect(new Set(days).size).toBe(days.length)
    expect(Math.min(...left)).toBeGreaterThanOrEqual(now - 30 * DAY)
    expect(left.length).toBeGreaterThan(40)
  })
})
