import { chineseNumeral } from '../../kernel/chineseNumeral'

/** Counts headings and numbers them 一、（一）1.（1）; a heading of a level starts the levels below anew. */
export function headingNumbers(): (level: 1 | 2 | 3 | 4) => string {
  const counts = [0, 0, 0, 0]
  return (level) => {
    const value = (counts[level - 1] ?? 0) + 1
    counts[level - 1] = value
    counts.fill(0, level)
    if (level === 1) return `${chineseNumeral(value)}、`
    if (level === 2) return `（${chineseNumeral(value)}）`
    return level === 3 ? `${value}. ` : `（${value}）`
  }
}
