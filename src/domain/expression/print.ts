import type { Expression } from './expression'
import { PRECEDENCE } from './parse'
import type { Vocabulary } from './vocabulary'

const TIGHTEST = 9

/** How tightly an expression holds together when it stands inside another. */
export function tightness(tree: Expression): number {
  if (tree.kind === 'operation') return PRECEDENCE[tree.operator]
  if (tree.kind === 'negative') return PRECEDENCE['*']
  return TIGHTEST
}

/** The formula as a person writes it, with no bracket too many; reading it back gives the same tree. */
export function printExpression(tree: Expression, vocabulary: Vocabulary): string {
  const inside = (part: Expression, least: number): string => {
    const text = printExpression(part, vocabulary)
    return tightness(part) < least ? `(${text})` : text
  }
  switch (tree.kind) {
    case 'item':
      return vocabulary.nameOf(tree.item)
    case 'column':
      return `${vocabulary.nameOfTable(tree.table)}.${vocabulary.nameOfColumn(tree.table, tree.column)}`
    case 'cell':
      return `${vocabulary.nameOfTable(tree.table)}[${tree.row}].${vocabulary.nameOfColumn(tree.table, tree.column)}`
    case 'number':
      return tree.percent ? `${tree.text}%` : tree.text
    case 'text':
      return tree.text.includes('"') ? `“${tree.text}”` : `"${tree.text}"`
    case 'negative':
      return `-${inside(tree.of, TIGHTEST)}`
    case 'operation': {
      const binding = PRECEDENCE[tree.operator]
      return `${inside(tree.left, binding)} ${tree.operator} ${inside(tree.right, binding + 1)}`
    }
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => printExpression(arg, vocabulary)).join(', ')})`
  }
}
