import { describe, expect, it } from 'vitest'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { answers } from '../../src/worker/answers'
import { workerClient, type BackupOrder, WorkerFailure, type WorkerHandle } from '../../src/worker/client'
import { workerFace } from '../../src/worker/face'
import { workerPair } from '../support/workerPair'

type Table = typeof answers
const pairOf = (changed: Partial<Table>) => workerPair(workerFace({ ...answers, ...changed }))
const failure = async (call: Promise<unknown>): Promise<WorkerFailure> => {
  try {
    await call
  } catch (error) {
    if (error instanceof WorkerFailure) return error
    throw error
  }
  throw new Error('the call was answered')
}
const order = (evaluations: BackupOrder['evaluations']): BackupOrder => ({ evaluations, frameworks: [], evidence: [], purpose: 'backup', createdAt: '2026-03-20T00:00:00.000Z', seal: null })
const never = (): Promise<never> => new Promise(() => {})

describe('work off the screen’s thread', () => {
  it('writes a backup and reads it back', async () => {
    const client = workerClient(workerPair(workerFace(answers)).start)
    const kept = { evaluation: foundingCase, revision: 1, updatedAt: 5, changes: [] }
    const bytes = await client.call('writeBackup', [order([kept])])
    expect(await client.call('readBackup', [bytes, 'a.hengji.zip', null])).toMatchObject({ ok: true, evaluations: [kept] })
  })

  it('starts on first use and keeps one worker for the calls after it', async () => {
    const { start, counts } = pairOf({})
    const client = workerClient(start)
    expect(counts.started).toBe(0)
    for (let i = 0; i < 3; i++) await client.call('readBackup', [new Uint8Array(), 'leer', null])
    expect(counts).toEqual({ started: 1, ended: 0 })
  })

  it('keeps the cause of a refused call, and goes on', async () => {
    const client = workerClient(pairOf({ writeDocument: async () => { throw new TypeError('outer', { cause: new RangeError('inner') }) } }).start)
    const refused = await failure(client.call('writeDocument', [{ notice: null, blocks: [], unfilled: [] }, { profile: 'gbt9704' }]))
    const cause = refused.cause as Error
    expect([refused.kind, cause.name, cause.message, (cause.cause as Error).name, (cause.cause as Error).message]).toEqual(['failed', 'TypeError', 'outer', 'RangeError', 'inner'])
    expect(await client.call('readBackup', [new Uint8Array(), 'x', null])).toMatchObject({ ok: false })
  })

  it('tells progress', async () => {
    const seen: (number | null)[] = []
    const client = workerClient(pairOf({ writeBackup: async (_, progress) => {
      for (const done of [null, 0.25, 1]) await progress(done)
      return new Uint8Array([1])
    } }).start)
    await client.call('writeBackup', [order([])], { onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([null, 0.25, 1])
  })

  it('is ended by a cancel, and started anew for the next call', async () => {
    const { start, counts } = pairOf({ readEvaluation: never })
    const client = workerClient(start)
    const cancel = new AbortController()
    const call = failure(client.call('readEvaluation', [new Uint8Array(), 'x'], { signal: cancel.signal }))
    cancel.abort()
    expect((await call).kind).toBe('cancelled')
    expect(counts).toEqual({ started: 1, ended: 1 })
    expect(await client.call('readBackup', [new Uint8Array(), 'x', null])).toMatchObject({ ok: false })
    expect(counts).toEqual({ started: 2, ended: 1 })
  })

  it('cancels one call without harming another', async () => {
    const { start } = pairOf({ readEvaluation: never })
    const client = workerClient(start)
    const cancel = new AbortController()
    const cancelled = failure(client.call('readEvaluation', [new Uint8Array(), 'x'], { signal: cancel.signal }))
    const other = client.call('readBackup', [new Uint8Array(), 'x', null])
    cancel.abort()
    expect((await cancelled).kind).toBe('cancelled')
    expect(await other).toMatchObject({ ok: false })
  })

  it('is not even started when cancelled before', async () => {
    const { start, counts } = pairOf({})
    expect((await failure(workerClient(start).call('readBackup', [new Uint8Array(), 'x', null], { signal: AbortSignal.abort() }))).kind).toBe('cancelled')
    expect(counts.started).toBe(0)
  })

  it('is ended when it takes too long', async () => {
    const { start, counts } = pairOf({ readEvaluation: never })
    const overdue = await failure(workerClient(start).call('readEvaluation', [new Uint8Array(), 'x'], { timeLimit: 20 }))
    expect([overdue.kind, counts.ended]).toEqual(['timeLimit', 1])
  })

  it('that does not start is told', async () => {
    const client = workerClient(() => { throw new Error('no workers here') })
    const refused = await failure(client.call('readBackup', [new Uint8Array(), 'x', null]))
    expect([refused.kind, (refused.cause as Error).message]).toEqual(['notStarted', 'no workers here'])
  })

  it('whose script fails to load is told', async () => {
    const target = new EventTarget()
    const handle = Object.assign(target, { postMessage() { queueMicrotask(() => target.dispatchEvent(Object.assign(new Event('error'), { message: '404' }))) }, terminate() {} }) as unknown as WorkerHandle
    expect((await failure(workerClient(() => handle).call('readBackup', [new Uint8Array(), 'x', null]))).kind).toBe('notStarted')
  })
})
