import type { FunctionName } from './expression'

/** How many arguments a function takes, and whether it takes whole columns. */
export interface FunctionTerm {
  readonly least: number
  readonly most: number
  /** Arguments that may be a table column. */
  readonly columns: 'all' | 'first' | 'none'
  /** How it is told in words. */
  readonly words: string
}

const many = 64

/** Every function of the language. */
export const FUNCTIONS: { readonly [F in FunctionName]: FunctionTerm } = {
  SUM: { least: 1, most: many, columns: 'all', words: '合计' },
  COUNT: { least: 1, most: 1, columns: 'first', words: '个数' },
  COUNTIF: { least: 2, most: 2, columns: 'first', words: '符合条件的个数' },
  SUMIF: { least: 2, most: 3, columns: 'all', words: '符合条件的合计' },
  MIN: { least: 1, most: many, columns: 'none', words: '最小值' },
  MAX: { least: 1, most: many, columns: 'none', words: '最大值' },
  ABS: { least: 1, most: 1, columns: 'none', words: '绝对值' },
  ROUND: { least: 2, most: 2, columns: 'none', words: '四舍五入' },
  IF: { least: 3, most: 3, columns: 'none', words: '如果' },
  AND: { least: 1, most: many, columns: 'none', words: '同时' },
  OR: { least: 1, most: many, columns: 'none', words: '或者' },
  NOT: { least: 1, most: 1, columns: 'none', words: '不' },
}

/** The function of a name as typed, or null. */
export const functionNamed = (name: string): FunctionName | null =>
  Object.hasOwn(FUNCTIONS, name.toUpperCase()) ? (name.toUpperCase() as FunctionName) : null
