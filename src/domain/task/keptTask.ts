import { dictionary, object, optional, words, type Decoder } from '../../kernel/decode'
import type { TaskUnit } from './taskPackage'

/** 本机的任务包: the package as text, as it came, and the evaluations that were begun by it. */
export interface KeptTask {
  readonly text: string
  /** Units by the id of their evaluation. */
  readonly begun: { readonly [evaluation: string]: TaskUnit }
}

/** Characters of a package's text at most. */
const MOST_TEXT = 20 * 1024 * 1024

/** A kept task from outside. */
export const keptTaskDecoder: Decoder<KeptTask> = object<KeptTask>({ text: words(MOST_TEXT), begun: dictionary(object<TaskUnit>({ name: words(32_767), code: words(32_767), short: optional(words(32_767)) }), 5000) })

/** Those that belong to some evaluations: what was begun otherwise is left out. */
export const tasksOf = (tasks: readonly KeptTask[], belongs: (evaluation: string) => boolean): readonly KeptTask[] =>
  tasks.map(({ text, begun }) => ({ text, begun: Object.fromEntries(Object.entries(begun).filter(([id]) => belongs(id))) }))
