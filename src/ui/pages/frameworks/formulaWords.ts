import { catalog } from '../../../catalog/catalog'
import { columnHeads } from '../../../catalog/outlines/columnHeads'
import { explain } from '../../../domain/expression/explain'
import { printExpression } from '../../../domain/expression/print'
import { vocabularyOf, type Vocabulary } from '../../../domain/expression/vocabulary'
import type { Framework, Indicator } from '../../../domain/indicators/framework'
import { figureNames } from '../../../domain/measures/names'
import type { Measure } from '../../../domain/measures/measure'

/** The measures a framework's formulas may use: its own, and what the catalog has beside them. */
export function measuresFor(framework: Framework): readonly Measure[] {
  const own = new Set(framework.measures.map(({ id }) => id))
  return [...framework.measures, ...catalog.measures.filter(({ id }) => !own.has(id))]
}

const vocabularies = new WeakMap<readonly Measure[], Vocabulary>()

/** The names a framework's formulas may use; those of the catalog where its own measures share names (a foreign file). */
export function vocabularyFor(framework: Framework): Vocabulary {
  const known = vocabularies.get(framework.measures)
  if (known) return known
  let vocabulary: Vocabulary
  try {
    vocabulary = vocabularyOf(measuresFor(framework), catalog.forms)
  } catch {
    vocabulary = vocabularyOf(catalog.measures, catalog.forms)
  }
  vocabularies.set(framework.measures, vocabulary)
  return vocabulary
}

/** A formula in words, empty where there is none. */
export const formulaSaid = (framework: Framework, { formula }: Indicator): string => (formula ? explain(formula, figureNames(measuresFor(framework), columnHeads)) : '')

/** A formula as it is typed, empty where there is none. */
export const formulaTyped = (framework: Framework, { formula }: Indicator): string => (formula ? printExpression(formula, vocabularyFor(framework)) : '')
