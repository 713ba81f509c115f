import { problemText, type DecodeProblem } from '../../src/kernel/decode'
import type { Result } from '../../src/kernel/result'
import { hostileStrings } from './hostileStrings'
import { withTexts, type TextField, type TextFields } from './textFields'

/** The strings that a person could type or paste into one field. */
export const typedStrings: readonly string[] = hostileStrings.filter((text) => text.length <= 1000)

type Decode<T> = (value: unknown) => Result<T, readonly DecodeProblem[]>

const pathText = (where: TextField['where']): string => where.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : key), '')

/** A value with texts in place of its own, as far as its decoder takes them: what is refused keeps the text it had. */
function taken<T>(value: T, texts: readonly (readonly [field: TextField, text: string])[], decode: Decode<T>): readonly (readonly [field: TextField, text: string])[] {
  let left = texts
  for (;;) {
    const read = decode(withTexts(value, left.map(([field, text]) => [field.where, text])))
    if (read.ok) return left
    const refused = read.error.map(({ path }) => path)
    const isRefused = (path: string): boolean => refused.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`))
    const next = left.filter(([{ where }]) => !isRefused(pathText(where)))
    if (next.length === left.length) throw new Error(read.error.map(problemText).join('\n').slice(0, 2000))
    left = next
  }
}

/** The fields of a value whose decoder takes free text; figures, dates and choices are none. */
export const freeFields = <T>(value: T, fields: TextFields, decode: Decode<T>): readonly TextField[] =>
  taken(value, fields.of(value).map((field, i) => [field, `文字甲${i}乙`] as const), decode).map(([field]) => field)

/** The value once with a mark in every field, and with hostile texts in their place: what the two show may differ in these texts only. */
export interface HostilePair<T> {
  readonly marked: T
  readonly hostile: T
  /** The text that stands for a mark. */
  readonly texts: readonly (readonly [field: TextField, text: string])[]
  /** What was shown with marks, as it must be shown with the texts. */
  readonly expected: (shown: string) => string
}

export const MARK = /⟦(\d+)⟧/

/** Round `round` of as many as there are strings: over all of them, every field has held every string its decoder takes. */
export function hostilePair<T>(value: T, free: readonly TextField[], decode: Decode<T>, round: number): HostilePair<T> {
  const counts = new Map<string, number>()
  for (const { path } of free) counts.set(path, (counts.get(path) ?? 0) + 1)
  const seen = new Map<string, number>()
  // Each field begins elsewhere in the list: two that stand side by side are not the same.
  const begins = new Map([...counts.keys()].map((path, i) => [path, i * 37]))
  const wanted = free.map((field) => {
    const i = seen.get(field.path) ?? 0
    seen.set(field.path, i + 1)
    return [field, typedStrings[(begins.get(field.path)! + i + round * counts.get(field.path)!) % typedStrings.length]!] as const
  })
  const texts = taken(value, wanted, decode)
  return {
    texts,
    marked: withTexts(value, texts.map(([{ where }], i) => [where, `⟦${i}⟧`])),
    hostile: withTexts(value, texts.map(([{ where }, text]) => [where, text])),
    expected: (shown) => shown.replaceAll(new RegExp(MARK, 'g'), (_, i: string) => texts[Number(i)]![1]),
  }
}
