import type { Figures } from '../figures/figures'
import { cellId, type FigureId } from '../measures/item'
import type { Expression, Operator } from './expression'
import { PRECEDENCE } from './parse'
import { tightness } from './print'

/** How operators are printed for readers. */
const SIGNS: { readonly [O in Operator]: string } = {
  '+': '+', '-': '−', '*': '×', '/': '÷', '=': '=', '<>': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥',
}

/** What stands for the leaves of a formula when it is told in words. */
export interface Leaves {
  figure(id: FigureId): string
  column(table: string, column: string): string
}

/** A formula in words: names or figures joined by the signs a reader knows, brackets where they are needed. */
export function explain(tree: Expression, leaves: Leaves): string {
  const inside = (part: Expression, least: number): string => {
    const text = explain(part, leaves)
    return tightness(part) < least ? `（${text}）` : text
  }
  switch (tree.kind) {
    case 'item':
      return leaves.figure(tree.item)
    case 'cell':
      return leaves.figure(cellId(tree.table, tree.row, tree.column))
    case 'column':
      return leaves.column(tree.table, tree.column)
    case 'number':
      return tree.percent ? `${tree.text}%` : tree.text
    case 'text':
      return `“${tree.text}”`
    case 'negative':
      return `−${inside(tree.of, 9)}`
    case 'operation': {
      const binding = PRECEDENCE[tree.operator]
      return `${inside(tree.left, binding)} ${SIGNS[tree.operator]} ${inside(tree.right, binding + 1)}`
    }
    case 'call':
      return explainCall(tree, leaves)
  }
}

function explainCall(tree: Expression & { kind: 'call' }, leaves: Leaves): string {
  const args = tree.args.map((arg) => explain(arg, leaves))
  const [first = '', second = '', third = ''] = args
  switch (tree.name) {
    case 'SUM':
      return tree.args.length === 1 ? first : `（${args.join(' + ')}）`
    case 'COUNT':
      return `${first}的个数`
    case 'COUNTIF':
      return `${first}中${second}的个数`
    case 'SUMIF':
      return `${third || first}中${second}的合计`
    case 'MIN':
      return `${args.join('、')}中最小的`
    case 'MAX':
      return `${args.join('、')}中最大的`
    case 'ABS':
      return `|${first}|`
    case 'ROUND':
      return `${first}（保留 ${second} 位小数）`
    case 'IF':
      return `（${first}时取 ${second}，否则取 ${third}）`
    case 'AND':
      return args.join('且')
    case 'OR':
      return args.join('或')
    case 'NOT':
      return `不满足（${first}）`
  }
}

/** Leaves that print figures: 「5 ÷ 8」. A figure that is not known prints why. */
export function figureLeaves(figures: Figures): Leaves {
  const figure = (id: FigureId): string => {
    const found = id.includes('[') ? figures.cell(id) : figures.item(id)
    if (found.kind === 'value') return found.text.startsWith('-') ? `（${found.text}）` : found.text
    if (found.kind === 'notApplicable') return '不涉及'
    return figures.words(id) ?? '未填'
  }
  return {
    figure,
    column(table, column) {
      const rows = figures.column(table, column).filter((row) => row.kind !== 'subtotal')
      return `（${rows.map((row) => (row.figure.kind === 'value' ? row.figure.text : row.figure.kind === 'notApplicable' ? '不涉及' : '未填')).join(' + ')}）`
    },
  }
}

