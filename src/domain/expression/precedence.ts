import type { Expression, Operator } from './expression'

/** How tightly each operator binds. */
export const PRECEDENCE: { readonly [O in Operator]: number } = {
  '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '+': 2, '-': 2, '*': 3, '/': 3,
}

/** Tighter than every operator: a name, a number, a call. */
export const TIGHTEST = 9

/** Whether an operator compares. */
export const isComparison = (operator: Operator): boolean => PRECEDENCE[operator] === 1

/** How tightly an expression holds together when it stands inside another. */
export function tightness(tree: Expression): number {
  if (tree.kind === 'operation') return PRECEDENCE[tree.operator]
  if (tree.kind === 'negative') return PRECEDENCE['*']
  return TIGHTEST
}

/** How tight a part must be to stand left or right of an operator without brackets. Comparisons are never chained. */
export function leastTightness(operator: Operator): { readonly left: number; readonly right: number } {
  const binding = PRECEDENCE[operator]
  return { left: isComparison(operator) ? binding + 1 : binding, right: binding + 1 }
}
