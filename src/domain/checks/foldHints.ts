import type { Finding } from './check'

/** A line of the list of findings: one, or the 尾差 of one table together (practice.md §7). */
export type FindingLine =
  | { readonly kind: 'one'; readonly finding: Finding }
  | { readonly kind: 'folded'; readonly place: string; readonly findings: readonly Finding[] }

const isRounding = (finding: Finding): boolean => finding.verdict === 'rounding' && finding.explanation === null

/** Findings as they are listed: in their order, the rounding hints of one place as one line where the first of them stands. */
export function foldHints(findings: readonly Finding[], placeOf: (finding: Finding) => string): readonly FindingLine[] {
  const told = new Set<string>()
  return findings.flatMap((finding): readonly FindingLine[] => {
    if (!isRounding(finding)) return [{ kind: 'one', finding }]
    const place = placeOf(finding)
    if (told.has(place)) return []
    told.add(place)
    const together = findings.filter((other) => isRounding(other) && placeOf(other) === place)
    return together.length > 1 ? [{ kind: 'folded', place, findings: together }] : [{ kind: 'one', finding }]
  })
}
