import { describe, expect, it } from 'vitest'
import { browserLocks, memoryLocks, windowLock, type Locks } from '../../src/storage/locks'

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** The browser's manager in small: one holder a name, waiting ends by the signal. */
function manager(): Pick<LockManager, 'request'> {
  const held = new Map<string, Promise<unknown>>()
  const request = async (name: string, ...rest: readonly unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as () => Promise<unknown>
    const { signal } = rest.length > 1 ? rest[0] as { signal?: AbortSignal } : {}
    const aborted = new Promise<never>((_, reject) => { signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))) })
    for (let other = held.get(name); other; other = held.get(name)) await Promise.race([other, aborted])
    const done = work()
    held.set(name, done.catch(() => {}).finally(() => held.delete(name)))
    return done
  }
  return { request } as Pick<LockManager, 'request'>
}

const inBrowser = (): (() => Locks) => { const one = manager(); return () => browserLocks(one) }
const inMemory = (): (() => Locks) => memoryLocks()

describe.each([['the browser’s', inBrowser], ['the memory twin’s', inMemory]])('%s locks', (_, open) => {
  it('let one window at a time do a work, and all of them do it', async () => {
    const next = open()
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await pause(5)
      order.push(`${name} ends`)
      return name
    }
    const [one, two] = [next(), next()]
    expect(await Promise.all([one.whenFree('x', 1000, work('one')), two.whenFree('x', 1000, work('two'))])).toEqual([{ done: 'one' }, { done: 'two' }])
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('tell a window that lives: what it holds is not free, however long one waits', async () => {
    const next = open()
    next().hold(windowLock('a'))
    await pause(1)
    let worked = false
    expect(await next().whenFree(windowLock('a'), 20, async () => { worked = true })).toBeNull()
    expect(worked).toBe(false)
    expect(await next().whenFree(windowLock('b'), 20, async () => 'free')).toEqual({ done: 'free' })
  })

  it('let the work’s own failure through, and are free afterwards', async () => {
    const locks = open()()
    await expect(locks.whenFree('x', 100, async () => { throw new Error('own') })).rejects.toThrow('own')
    expect(await locks.whenFree('x', 100, async () => 1)).toEqual({ done: 1 })
  })
})

describe('a browser that withholds locks', () => {
  it.each([['has none', undefined], ['refuses them', { request: () => Promise.reject(new DOMException('denied', 'SecurityError')) } as unknown as Pick<LockManager, 'request'>]])('because it %s does the work all the same', async (_, withheld) => {
    const locks = browserLocks(withheld)
    locks.hold('x')
    expect(await locks.whenFree('x', 100, async () => 1)).toEqual({ done: 1 })
  })
})
