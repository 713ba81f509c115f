import type { Scoring } from '../scoring/scoring'
import { scoringFaults } from '../scoring/scoringFaults'

const known = new WeakMap<Scoring, readonly string[]>()

/** What keeps a rule from being scored by at all; looked for once. Such a line stays open and says so. */
export function unsound(scoring: Scoring): readonly string[] {
  const found = known.get(scoring)
  if (found) return found
  const faults = scoringFaults(scoring)
  known.set(scoring, faults)
  return faults
}
