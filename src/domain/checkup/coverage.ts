import type { FigureMark, FigureState } from './figureMarks'

/** 核对范围: how many figures the text has, and what became of them. */
export interface Coverage {
  readonly figures: number
  readonly checked: number
  readonly byState: { readonly [S in FigureState]: number }
}

/** Counts the marks. */
export function coverageOf(marks: readonly FigureMark[]): Coverage {
  const byState = { held: 0, rounding: 0, contradicted: 0, unchecked: 0 }
  for (const { state } of marks) byState[state] += 1
  return { figures: marks.length, checked: marks.length - byState.unchecked, byState }
}

/** The coverage in words; "nothing read", "nothing checked" and "all checked" never sound alike. */
export function coverageWords({ figures, checked }: Coverage): string {
  if (figures === 0) return '没有读到数字，什么也没有核对。'
  if (checked === 0) return `读到 ${figures} 个数字，都没有可核对的关系，等于没有核对。`
  return figures === checked ? `${figures} 个数字都核对了。` : `在 ${figures} 个数字中核对了 ${checked} 个，${figures - checked} 个没有可核对的关系。`
}
