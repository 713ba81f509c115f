import type { Answer } from '../../domain/evaluation/answer'
import type { Paragraph } from '../../domain/report/document'
import { sha256 } from '../../kernel/sha256'

const print = (text: string): string => sha256(new TextEncoder().encode(text)).slice(0, 10)

const words = (answer: Answer): string => (answer.kind === 'given' ? `=${answer.text}` : '/')

/** Fingerprint of what an answer says, whatever its source. */
export const answerPrint = (answer: Answer): string => print(words(answer))

/** Fingerprint of a row's cells in any order. */
export const rowPrint = (cells: { readonly [column: string]: Answer }): string =>
  print(JSON.stringify(Object.keys(cells).sort().map((column) => [column, words(cells[column]!)])))

/** Fingerprint of a section's text. */
export const textPrint = (paragraphs: readonly Paragraph[]): string => print(JSON.stringify(paragraphs))
