import { compare, decimal, fromDecimal, toDecimalText, type Rational } from '../../kernel/rational'
import type { GradeBand } from './framework'

const highestFirst = (bands: readonly GradeBand[]): readonly GradeBand[] => [...bands].sort((a, b) => compare(decimal(b.from), decimal(a.from)))

/** The grade of so many points; null where the bands say none. */
export const gradeAt = (bands: readonly GradeBand[], points: Rational): string | null => highestFirst(bands).find(({ from }) => compare(points, decimal(from)) >= 0)?.label ?? null

/** Every grade that is still possible between two totals, best first. */
export function gradesBetween(bands: readonly GradeBand[], lowest: Rational, highest: Rational): readonly string[] {
  const least = gradeAt(bands, lowest)
  const labels = highestFirst(bands).filter(({ from, label }) => compare(decimal(from), highest) <= 0 && (compare(decimal(from), lowest) > 0 || label === least)).map(({ label }) => label)
  return least === null && labels.length > 0 ? [...labels, '不定级'] : labels
}

/** 等级 as they are typed and told: 优 90，良 80，中 60，差 0 (each from these points on). */
export const gradesText = (bands: readonly GradeBand[]): string => highestFirst(bands).map(({ label, from }) => `${label} ${from}`).join('，')

/** 等级 as typed; none where nothing is typed, null where it cannot be read: each a name and the points it begins with, none twice. */
export function parseGrades(text: string): readonly GradeBand[] | null {
  const parts = text.normalize('NFKC').split(/[,、;\n]+/).map((part) => part.trim()).filter((part) => part !== '')
  const bands = parts.map((part): GradeBand | null => {
    const match = /^(\D+?)\s*(?:≥|>=)?\s*(\d+(?:\.\d+)?)\s*分?$/.exec(part)
    const from = match && fromDecimal(match[2]!)
    return from ? { label: match[1]!.trim(), from: toDecimalText(from) } : null
  })
  if (bands.includes(null)) return null
  const read = bands.filter((band) => band !== null)
  const isTwice = (of: (band: GradeBand) => string): boolean => new Set(read.map(of)).size < read.length
  return isTwice(({ label }) => label) || isTwice(({ from }) => from) ? null : highestFirst(read)
}
