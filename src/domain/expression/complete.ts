import { FUNCTIONS } from './functions'
import type { Vocabulary } from './vocabulary'

/** A name offered for what is being typed. */
export interface Completion {
  readonly name: string
  /** Where it goes in the text. */
  readonly start: number
  readonly end: number
  /** A function: a bracket follows it. */
  readonly called: boolean
}

const PART = /[\p{L}\p{N}_.]+$/u

/** The names that what stands before the caret may become, best first: those that begin so, then those that contain it. */
export function complete(text: string, caret: number, vocabulary: Vocabulary, most = 8): readonly Completion[] {
  const typed = PART.exec(text.slice(0, caret))?.[0] ?? ''
  if (typed === '' || /^[\d.]+$/.test(typed)) return []
  const start = caret - typed.length
  const rest = /^[\p{L}\p{N}_.]*/u.exec(text.slice(caret))?.[0] ?? ''
  const upper = typed.toUpperCase()
  const functions = Object.keys(FUNCTIONS).filter((name) => name.startsWith(upper)).map((name) => ({ name, called: true }))
  const rank = (name: string): number => (name === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3)
  const letters = [...typed]
  const names = vocabulary.names
    .filter((name) => name.includes(typed) || (letters.length > 1 && letters.every((letter) => name.includes(letter))))
    .sort((a, b) => rank(a) - rank(b) || a.length - b.length)
    .map((name) => ({ name, called: false }))
  return [...functions, ...names].slice(0, most).map(({ name, called }) => ({ name, called, start, end: caret + rest.length }))
}

/** The text with a completion put in, and where the caret then stands. */
export function completed(text: string, { name, start, end, called }: Completion): { readonly text: string; readonly caret: number } {
  const put = called && text[end] !== '(' ? `${name}(` : name
  return { text: text.slice(0, start) + put + text.slice(end), caret: start + put.length }
}
