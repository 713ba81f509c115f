import { vocabularyOf, type Vocabulary } from '../domain/expression/vocabulary'
import type { Framework } from '../domain/indicators/framework'
import type { Measure } from '../domain/measures/measure'
import { forms } from './forms/forms'
import { vocabulary as ofCatalog } from './formula'
import { measures } from './measures/measures'

/** The measures a framework's formulas may use: its own, and what the catalog has beside them. */
export function measuresFor(framework: Framework): readonly Measure[] {
  if (framework.measures === measures) return measures
  const own = new Set(framework.measures.map(({ id }) => id))
  return [...framework.measures, ...measures.filter(({ id }) => !own.has(id))]
}

const known = new WeakMap<readonly Measure[], Vocabulary>([[measures, ofCatalog]])

/** The names a framework's formulas may use; those of the catalog where its own measures share names (a foreign file). */
export function frameworkVocabulary(framework: Framework): Vocabulary {
  const found = known.get(framework.measures)
  if (found) return found
  let vocabulary = ofCatalog
  try {
    vocabulary = vocabularyOf(measuresFor(framework), forms)
  } catch {
    // The catalog's names stand.
  }
  known.set(framework.measures, vocabulary)
  return vocabulary
}
