import {
  array, boolean, check, custom, lazy, literal as literalSchema, maxLength, pipe, rawTransform, safeParse, string,
  type BaseIssue, type GenericSchema, type IssuePathItem, type ObjectPathItem,
} from 'valibot'
import { isDecimalText } from './decimalText'
import { err, ok, type Result } from './result'

/** Reads an unknown value as a `T`, or says everything that is wrong with it. */
export type Decoder<T> = GenericSchema<unknown, T>

/** One thing wrong with foreign data: where, what was expected, what was found. */
export interface DecodeProblem {
  /** `tables.projects[3].cells.actual`; empty for the whole. */
  readonly path: string
  readonly expected: string
  readonly found: string
}

/** An entry that may be absent. */
export interface Optional<T> {
  readonly optional: Decoder<T>
}

/** A decoder for each entry of `T`, optional exactly where `T`'s entry is: a forgotten one does not compile. */
export type Shape<T> = { readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Decoder<T[K]> }

/** How large foreign data may be before it is looked at. */
export interface DecodeLimits {
  readonly depth: number
  readonly nodes: number
}

const LIMITS: DecodeLimits = { depth: 120, nodes: 1_000_000 }
const MOST_PROBLEMS = 100

const LACKING = '缺少这一项'
const UNKNOWN = '不应有这一项'

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function foundText(value: unknown): string {
  if (value === undefined) return '缺失'
  if (value === null) return '空值'
  if (Array.isArray(value)) return `${value.length} 项的列表`
  if (typeof value === 'string') return value.length > 40 ? `“${value.slice(0, 40)}…”（${value.length} 字）` : `“${value}”`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return '一组数据'
}

const pathText = (path: readonly IssuePathItem[]): string =>
  path.reduce((text, { key }) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)), '')

const entryPath = (input: Record<string, unknown>, key: string, rest: readonly IssuePathItem[] = []): [IssuePathItem, ...IssuePathItem[]] => {
  const item: ObjectPathItem = { type: 'object', origin: 'value', input, key, value: input[key] }
  return [item, ...rest]
}

/** What is asked of one entry of an object: its decoder, and whether it may be absent. */
type Entry = { readonly decoder: Decoder<unknown>; readonly optional: boolean }

type Report = (issue: { message: string; input?: unknown; path: [IssuePathItem, ...IssuePathItem[]] }) => void

/** Reads own entries only, in the order given, and never assigns by key: `__proto__` and `constructor` can do nothing. */
function readEntries(input: Record<string, unknown>, decoderOf: (key: string) => Decoder<unknown> | undefined, report: Report): Record<string, unknown> {
  const read: [string, unknown][] = []
  for (const key of Object.keys(input)) {
    const decoder = decoderOf(key)
    if (!decoder) continue
    const result = safeParse(decoder, input[key])
    if (result.success) read.push([key, result.output])
    else for (const issue of result.issues as BaseIssue<unknown>[]) report({ message: issue.message, input: issue.input, path: entryPath(input, key, issue.path) })
  }
  return Object.fromEntries(read)
}

/** Any words, at most `most` characters. */
export const words = (most = 20_000): Decoder<string> => pipe(string('文字'), maxLength(most, `不超过 ${most} 字`))

/** Words that are not empty. */
export const name = (most = 500): Decoder<string> => pipe(words(most), check((text) => text !== '', '不为空的文字'))

/** Decimal text, such as -12.30. */
export const decimalText: Decoder<string> = pipe(words(60), check(isDecimalText, '数字（如 187.50）'))

/** A whole number between two bounds. */
export const wholeNumber = (least: number, most: number): Decoder<number> =>
  custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most, `${least}～${most} 的整数`)

/** Exactly this value. */
export const literal = <const T extends string | number | boolean>(value: T): Decoder<T> => literalSchema(value, String(value))

/** true or false. */
export const yesOrNo: Decoder<boolean> = boolean('是或否')

/** One of the keys of a table of terms; a table that lacks one of `T` does not compile. */
export const keyOf = <T extends string>(terms: { readonly [K in T]: unknown }): Decoder<T> =>
  custom<T>((value) => typeof value === 'string' && Object.hasOwn(terms, value), `${Object.keys(terms).join('、')} 之一`)

/** An entry that may be absent. */
export const optional = <T>(decoder: Decoder<T>): Optional<T> => ({ optional: decoder })

/** A list of at most `most` members. */
export const list = <T>(of: Decoder<T>, most = 20_000): Decoder<readonly T[]> => pipe(array(of, '列表'), maxLength(most, `不超过 ${most} 项`))

/** An object with exactly these entries; anything else in it is a problem. */
export function object<T>(shape: Shape<T>): Decoder<T> {
  const entries = new Map<string, Entry>()
  for (const [key, given] of Object.entries<Decoder<unknown> | Optional<unknown>>(shape))
    entries.set(key, 'optional' in given ? { decoder: given.optional, optional: true } : { decoder: given, optional: false })
  return pipe(
    custom<Record<string, unknown>>(isRecord, '一组数据'),
    rawTransform(({ dataset, addIssue }): T => {
      for (const key of Object.keys(dataset.value))
        if (!entries.has(key)) addIssue({ message: UNKNOWN, input: dataset.value[key], path: entryPath(dataset.value, key) })
      for (const [key, { optional: mayLack }] of entries)
        if (!mayLack && !Object.hasOwn(dataset.value, key)) addIssue({ message: LACKING, input: undefined, path: entryPath(dataset.value, key) })
      return readEntries(dataset.value, (key) => entries.get(key)?.decoder, addIssue) as T
    }),
  )
}

const isName = (key: string): boolean => key !== '__proto__' && key !== '' && key.length <= 300

/** Free keys, all with the same kind of value; a key is data. `__proto__` is refused: no id of ours is called so. */
export const dictionary = <T>(of: Decoder<T>, most = 20_000): Decoder<{ readonly [key: string]: T }> =>
  pipe(
    custom<Record<string, unknown>>(isRecord, '一组数据'),
    rawTransform(({ dataset, addIssue, NEVER }): { readonly [key: string]: T } => {
      const keys = Object.keys(dataset.value)
      if (keys.length > most) {
        addIssue({ message: `不超过 ${most} 项` })
        return NEVER
      }
      for (const key of keys) if (!isName(key)) addIssue({ message: '1～300 字的名称', input: key, path: entryPath(dataset.value, key) })
      return readEntries(dataset.value, (key) => (isName(key) ? of : undefined), addIssue) as { [key: string]: T }
    }),
  )

/** One of several objects, told apart by the word under `by`: a kind without a decoder does not compile, an unknown one is refused. */
export function variant<T extends { readonly [B in By]: string }, const By extends string>(
  by: By,
  kinds: { readonly [K in T[By]]: Decoder<Extract<T, { readonly [B in By]: K }>> },
): Decoder<T> {
  const decoders = new Map<unknown, Decoder<T>>(Object.entries(kinds) as [string, Decoder<T>][])
  const expected = `${[...decoders.keys()].join('、')} 之一`
  return pipe(
    custom<Record<string, unknown>>(isRecord, '一组数据'),
    rawTransform(({ dataset, addIssue, NEVER }): T => {
      const decoder = decoders.get(Object.hasOwn(dataset.value, by) ? dataset.value[by] : undefined)
      if (!decoder) {
        addIssue({ message: expected, input: dataset.value[by], path: entryPath(dataset.value, by) })
        return NEVER
      }
      const result = safeParse(decoder, dataset.value)
      if (result.success) return result.output
      for (const issue of result.issues as BaseIssue<unknown>[]) addIssue({ message: issue.message, input: issue.input, path: (issue.path ?? []) as [IssuePathItem, ...IssuePathItem[]] })
      return NEVER
    }),
  )
}

/** The decoder that a look at the value chooses. */
export const chosenBy = <T>(choose: (value: unknown) => Decoder<T>): Decoder<T> => lazy(choose)

const nothing: Decoder<null> = custom<null>((value) => value === null, '空值')

/** A value or null. */
export const nullable = <T>(of: Decoder<T>): Decoder<T | null> => chosenBy<T | null>((value) => (value === null ? nothing : of))

/** A decoder that is named before it is defined: for trees. */
export const recursive = <T>(of: () => Decoder<T>): Decoder<T> => lazy(of)

/** A further condition on a decoded value. */
export const where = <T>(of: Decoder<T>, holds: (value: T) => boolean, expected: string): Decoder<T> => pipe(of, check(holds, expected))

/** Whether a value is small enough to be looked at: an endless or monstrous tree is told before anything recurses into it. */
function fits(value: unknown, limits: DecodeLimits): boolean {
  let level: unknown[] = [value]
  let nodes = 0
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length
    if (depth > limits.depth || nodes > limits.nodes) return false
    const next: unknown[] = []
    for (const node of level) if (typeof node === 'object' && node !== null) for (const child of Object.values(node)) next.push(child)
    level = next
  }
  return true
}

/** The value as a `T`, or every problem found (at most 100), each with its path. Nothing foreign throws. */
export function decode<T>(decoder: Decoder<T>, value: unknown, limits: DecodeLimits = LIMITS): Result<T, readonly DecodeProblem[]> {
  if (!fits(value, limits)) return err([{ path: '', expected: `不超过 ${limits.depth} 层、${limits.nodes} 项的数据`, found: '过大或嵌套过深的数据' }])
  const result = safeParse(decoder, value)
  if (result.success) return ok(result.output)
  return err((result.issues as BaseIssue<unknown>[]).slice(0, MOST_PROBLEMS).map((issue) => ({
    path: pathText((issue.path ?? []) as IssuePathItem[]), expected: issue.message, found: foundText(issue.input),
  })))
}

/** A problem as a sentence: where, what was expected, what was found. */
export const problemText = (problem: DecodeProblem): string =>
  problem.expected === LACKING || problem.expected === UNKNOWN
    ? `${problem.path}：${problem.expected}`
    : `${problem.path || '整个内容'}：应为${problem.expected}，实际是${problem.found}`
