/** A number, or one other character. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly isNumber: boolean
}

const TOKEN = /\d[\d,，]*(?:\.\d+)?|[^]/gu

/** A text as numbers and characters. */
export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map((match) => ({ text: match[0], start: match.index, isNumber: /^\d/.test(match[0]) }))

const SAME = 2
const SAME_NUMBER = 8
const OTHER_NUMBER = 3

const gain = (a: Token, b: Token): number =>
  (a.text === b.text ? (a.isNumber ? SAME_NUMBER : SAME) : a.isNumber && b.isNumber ? OTHER_NUMBER : -1)

/**
 * Which token of the new text each token of the old became: equal ones, and numbers in a like place; -1 where it is gone.
 * The alignment keeps the most of both texts, numbers before words.
 */
export function align(before: readonly Token[], after: readonly Token[]): readonly number[] {
  const width = after.length + 1
  const best = new Int32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const skip = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
      const worth = gain(before[i]!, after[j]!)
      best[i * width + j] = worth < 0 ? skip : Math.max(skip, best[(i + 1) * width + j + 1]! + worth)
    }
  const to = before.map(() => -1)
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    const worth = gain(before[i]!, after[j]!)
    const here = best[i * width + j]!
    if (worth >= 0 && here === best[(i + 1) * width + j + 1]! + worth) to[i++] = j++
    else if (here === best[(i + 1) * width + j]!) i++
    else j++
  }
  return to
}

/** How alike two texts are, from 0 to 1, by their pairs of characters. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const pairs = (text: string): ReadonlyMap<string, number> => {
    const found = new Map<string, number>()
    for (let i = 0; i + 1 < text.length; i++) found.set(text.slice(i, i + 2), (found.get(text.slice(i, i + 2)) ?? 0) + 1)
    return found
  }
  const [left, right] = [pairs(a), pairs(b)]
  let both = 0
  for (const [pair, count] of left) both += Math.min(count, right.get(pair) ?? 0)
  const total = Math.max(1, a.length - 1) + Math.max(1, b.length - 1)
  return (2 * both) / total
}
