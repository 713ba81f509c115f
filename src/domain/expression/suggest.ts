function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** The names most like a mistyped one, best first, at most three. */
export const similarNames = (typed: string, names: readonly string[]): readonly string[] =>
  names
    .map((name) => ({ name, far: distance(typed, name) - (name.includes(typed) ? typed.length : 0) }))
    .filter(({ name, far }) => far < Math.min(typed.length, name.length) * 0.6)
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name)
