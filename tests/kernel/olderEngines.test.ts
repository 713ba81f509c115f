import { afterAll, describe, expect, it } from 'vitest'

const NAMES = ['toSorted', 'toReversed', 'toSpliced', 'with'] as const
const own = NAMES.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)!] as const)
const numbers: readonly number[] = [3, 1, 2]
const LAST: number = -1
const used = () => [
  numbers.toSorted(), numbers.toSorted((a, b) => b - a), numbers.toReversed(), numbers.toSpliced(1, 1), numbers.toSpliced(1, 0, 9, 8), numbers.toSpliced(-1, 1), numbers.with(0, 7), numbers.with(LAST, 7),
]
const byTheEngine = used()
for (const [name] of own) Reflect.deleteProperty(Array.prototype, name)
await import('../../src/kernel/olderEngines')
// oxlint-disable-next-line no-extend-native -- the engine's own are put back
afterAll(() => { for (const [name, descriptor] of own) Object.defineProperty(Array.prototype, name, descriptor) })

describe('what is put into older engines', () => {
  it('stands in for each method that is missing, unseen by loops', () => {
    for (const [name, descriptor] of own) expect([0].at(0) === 0 && Reflect.get(Array.prototype, name)).not.toBe(descriptor.value)
    expect(Object.keys(Array.prototype)).toEqual([])
  })
  it('does what the engine’s own does, and leaves the list as it was', () => {
    expect(used()).toEqual(byTheEngine)
    expect(numbers).toEqual([3, 1, 2])
  })
  it('throws where the engine’s own does', () => expect(() => numbers.with(3, 1)).toThrow(RangeError))
})
