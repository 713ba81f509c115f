import type { FunctionName } from './expression'

/** How many arguments a function takes. */
export interface FunctionTerm {
  readonly least: number
  readonly most: number
  /** How it is told in words. */
  readonly words: string
}

const many = 64

/** Every function of the language. What each argument may be is said in `misuse`. */
export const FUNCTIONS: { readonly [F in FunctionName]: FunctionTerm } = {
  SUM: { least: 1, most: many, words: '合计' },
  COUNT: { least: 1, most: 1, words: '个数' },
  COUNTIF: { least: 2, most: 2, words: '符合条件的个数' },
  SUMIF: { least: 2, most: 3, words: '符合条件的合计' },
  MIN: { least: 1, most: many, words: '最小值' },
  MAX: { least: 1, most: many, words: '最大值' },
  ABS: { least: 1, most: 1, words: '绝对值' },
  ROUND: { least: 2, most: 2, words: '四舍五入' },
  IF: { least: 3, most: 3, words: '如果' },
  AND: { least: 1, most: many, words: '同时' },
  OR: { least: 1, most: many, words: '或者' },
  NOT: { least: 1, most: 1, words: '不' },
}

/** The function of a name as typed, or null. */
export const functionNamed = (name: string): FunctionName | null =>
  Object.hasOwn(FUNCTIONS, name.toUpperCase()) ? (name.toUpperCase() as FunctionName) : null
