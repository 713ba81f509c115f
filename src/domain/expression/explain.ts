import type { FigureId } from '../measures/item'
import { cellId } from '../measures/item'
import type { Expression, Operator } from './expression'
import { leastTightness, PRECEDENCE, tightness, TIGHTEST } from './precedence'

/** How operators are printed for readers. */
const SIGNS: { readonly [O in Operator]: string } = {
  '+': '+', '-': '−', '*': '×', '/': '÷', '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥',
}

/** A call of the language. */
export type Call = Extract<Expression, { readonly kind: 'call' }>

/** What stands for the leaves of a formula when it is told in words. */
export interface Leaves {
  figure(id: FigureId): string
  column(table: string, column: string): string
  /** A call told in its own way: as ready words (the figures a sum adds up), as another formula (the branch taken); null for the usual words. */
  call?(tree: Call): string | Expression | null
}

interface Said {
  readonly text: string
  /** How tightly the words hold together. */
  readonly tight: number
}

function say(tree: Expression, leaves: Leaves): Said {
  const inside = (part: Expression, least: number): string => {
    const { text, tight } = say(part, leaves)
    return tight < least ? `（${text}）` : text
  }
  const leaf = (text: string): Said => ({ text, tight: TIGHTEST })
  switch (tree.kind) {
    case 'item':
      return leaf(leaves.figure(tree.item))
    case 'cell':
      return leaf(leaves.figure(cellId(tree.table, tree.row, tree.column)))
    case 'column':
      return leaf(leaves.column(tree.table, tree.column))
    case 'number':
      return leaf(tree.percent ? `${tree.text}%` : tree.text)
    case 'text':
      return leaf(`“${tree.text}”`)
    case 'negative':
      return { text: `−${inside(tree.of, TIGHTEST)}`, tight: tightness(tree) }
    case 'operation': {
      const least = leastTightness(tree.operator)
      // A minus sign after another sign stands in brackets, as on paper.
      const right = tree.right.kind === 'negative' ? TIGHTEST : least.right
      return { text: `${inside(tree.left, least.left)} ${SIGNS[tree.operator]} ${inside(tree.right, right)}`, tight: tightness(tree) }
    }
    case 'call': {
      const own = leaves.call?.(tree) ?? null
      if (own === null) return sayCall(tree, leaves)
      return typeof own === 'string' ? { text: own, tight: own.includes(' + ') ? PRECEDENCE['+'] : TIGHTEST } : say(own, leaves)
    }
  }
}

const CONDITIONS: readonly (readonly [RegExp, string])[] = [
  [/^\s*(>=|≥)\s*/, '不小于 '], [/^\s*(<=|≤)\s*/, '不大于 '], [/^\s*(<>|≠)\s*/, '不是'], [/^\s*>\s*/, '大于 '], [/^\s*<\s*/, '小于 '], [/^\s*=?\s*/, '是'],
]

/** 条件 in words: ">50" → 大于 50. */
function condition(tree: Expression | undefined): string {
  const text = tree?.kind === 'text' || tree?.kind === 'number' ? tree.text : ''
  const [pattern, words] = CONDITIONS.find(([candidate]) => candidate.test(text))!
  const operand = text.replace(pattern, '').trim()
  return words.endsWith(' ') ? words + operand : `${words}“${operand}”`
}

function sayCall(tree: Call, leaves: Leaves): Said {
  const args = tree.args.map((arg) => explain(arg, leaves))
  const [first = '', second = '', third = ''] = args
  const word = (text: string): Said => ({ text, tight: TIGHTEST })
  switch (tree.name) {
    case 'SUM':
      return tree.args.length > 1 ? { text: args.join(' + '), tight: PRECEDENCE['+'] } : word(tree.args[0]?.kind === 'column' ? `${first}合计` : first)
    case 'COUNT':
      return word(`${first}的个数`)
    case 'COUNTIF':
      return word(`${first}${condition(tree.args[1])}的个数`)
    case 'SUMIF':
      return word(third === '' ? `${first}${condition(tree.args[1])}的合计` : `${first}${condition(tree.args[1])}的${third}合计`)
    case 'MIN':
      return word(`（${args.join('、')}中最小的）`)
    case 'MAX':
      return word(`（${args.join('、')}中最大的）`)
    case 'ABS':
      return word(`|${first}|`)
    case 'ROUND':
      return word(`（${first}，保留 ${second} 位小数）`)
    case 'IF':
      return word(`（${first} 时取 ${second}，否则取 ${third}）`)
    case 'AND':
      return word(`（${args.join('，且 ')}）`)
    case 'OR':
      return word(`（${args.join('，或 ')}）`)
    case 'NOT':
      return word(`不满足（${first}）`)
  }
}

/** A formula in words: names or figures joined by the signs a reader knows, brackets where they are needed. */
export const explain = (tree: Expression, leaves: Leaves): string => say(tree, leaves).text
