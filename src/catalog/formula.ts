import type { Expression } from '../domain/expression/expression'
import { parseExpression } from '../domain/expression/parse'
import { vocabularyOf } from '../domain/expression/vocabulary'
import { forms } from './forms/forms'
import { measures } from './measures/measures'

/** The names that formulas of the catalog may use. */
export const vocabulary = vocabularyOf(measures, forms)

/** A formula of the catalog, written as the policy text reads. Throws where it does not: a fault of ours. */
export function formula(text: string): Expression {
  const parsed = parseExpression(text, vocabulary)
  if (!parsed.ok) throw new Error(`catalog error: ${text}: ${parsed.error.message}`)
  return parsed.value
}
