import type { Expression } from './expression'
import { leastTightness, tightness, TIGHTEST } from './precedence'
import type { Vocabulary } from './vocabulary'

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
      return `"${tree.text.replaceAll('"', '""')}"`
    case 'negative':
      return `-${inside(tree.of, TIGHTEST)}`
    case 'operation': {
      const least = leastTightness(tree.operator)
      return `${inside(tree.left, least.left)} ${tree.operator} ${inside(tree.right, least.right)}`
    }
    case 'call':
      return `${tree.name}(${tree.args.map((arg) => printExpression(arg, vocabulary)).join(', ')})`
  }
}
