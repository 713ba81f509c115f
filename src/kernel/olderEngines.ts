/**
 * 旧内核: the array methods that Chromium 103 to 109 lack (they came with 110), put in where they are missing. Import it first, in the page
 * and in the worker; a journey in a real Chromium 103 says whether this is still all there is to put in.
 */
export const newerMethods: { readonly [name: string]: (this: readonly unknown[], ...given: never[]) => unknown } = {
  toSorted(compare?: (a: unknown, b: unknown) => number) { return [...this].sort(compare) },
  toReversed() { return [...this].reverse() },
  toSpliced(...given: [number, number, ...unknown[]]) {
    const copy = [...this]
    copy.splice(...given)
    return copy
  },
  with(index: number, value: unknown) {
    const at = index < 0 ? this.length + index : index
    if (at < 0 || at >= this.length) throw new RangeError(`no place ${index} in ${this.length}`)
    return [...this.slice(0, at), value, ...this.slice(at + 1)]
  },
}

for (const [name, value] of Object.entries(newerMethods))
  // oxlint-disable-next-line no-extend-native -- that is the purpose: as the engine itself will have it a few versions on
  if (!(name in Array.prototype)) Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true })
