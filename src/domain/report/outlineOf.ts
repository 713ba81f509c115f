import type { Evaluation } from '../evaluation/evaluation'
import type { Outline } from './outline'

/** The outline an evaluation's report follows; the first one where its own is not known here. Throws without outlines. */
export function outlineOf({ outlines }: { readonly outlines: readonly Outline[] }, evaluation: Pick<Evaluation, 'outline'>): Outline {
  const found = outlines.find(({ id }) => id === evaluation.outline) ?? outlines[0]
  if (!found) throw new Error('catalog error: no outline')
  return found
}
