import { fromDecimal } from '../../kernel/rational'
import type { Expression } from './expression'
import { FUNCTIONS } from './functions'
import { parts } from './figuresIn'

/** A part of a formula that stands where it cannot, and why. */
export interface Misuse {
  readonly part: Expression
  readonly message: string
}

const NUMBER = /^\d+(\.\d+)?$/
const PLACES = /^(\d|10)$/
const CONDITION = /^\s*(<=|>=|<>|=|<|>|≤|≥|≠)?\s*(.+?)\s*$/

const at = (part: Expression, message: string): Misuse => ({ part, message })

/** A figure is wanted here: no whole column, no words. */
function figure(part: Expression, where: string): Misuse | null {
  if (part.kind === 'column') return at(part, `${where}要一个数，不能是整列；整列请写成 SUM(…) 或 COUNT(…)。`)
  if (part.kind === 'text') return at(part, `${where}要一个数，不能是文字“${part.text}”。`)
  return null
}

const first = (found: readonly (Misuse | null)[]): Misuse | null => found.find((one) => one !== null) ?? null

function comparedWords(tree: Expression & { kind: 'operation' }): Misuse | null {
  const [words, other] = tree.left.kind === 'text' ? [tree.left, tree.right] : [tree.right, tree.left]
  if (tree.operator !== '=' && tree.operator !== '<>') return at(words, '文字只能用 = 或 <> 比较。')
  return other.kind === 'item' || other.kind === 'cell' ? null : at(other, '文字只能与一个数据项比较。')
}

/** 条件 of COUNTIF and SUMIF: ">50" or "已验收合格". */
function condition(part: Expression, name: string): Misuse | null {
  if (part.kind === 'number') return null
  const [, operator = '=', operand = ''] = part.kind === 'text' ? CONDITION.exec(part.text) ?? [] : []
  if (operand === '') return at(part, `${name} 的条件要写在引号里，如 ">50" 或 "已验收合格"。`)
  const orders = !['=', '<>', '≠'].includes(operator)
  return orders && fromDecimal(operand) === null ? at(part, `条件“${operator}${operand}”读不懂：大小只能与数比较。`) : null
}

function called(tree: Expression & { kind: 'call' }): Misuse | null {
  const { name, args } = tree
  const term = FUNCTIONS[name]
  if (args.length < term.least || args.length > term.most)
    return at(tree, `${name} 要${term.least === term.most ? ` ${term.least} 个` : ` ${term.least}～${term.most} 个`}参数，现在有 ${args.length} 个。`)
  const column = (part: Expression): Misuse | null => (part.kind === 'column' ? null : at(part, `${name} 的这个位置要明细表的一栏，如 专项.本年决算。`))
  const [one, two, three] = args as readonly [Expression, Expression?, Expression?]
  switch (name) {
    case 'SUM':
      return first(args.map((arg) => (arg.kind === 'column' ? null : figure(arg, 'SUM 的参数'))))
    case 'COUNT':
      return column(one)
    case 'COUNTIF':
      return first([column(one), condition(two!, name)])
    case 'SUMIF': {
      const found = first([column(one), condition(two!, name), three ? column(three) : null])
      const apart = one.kind === 'column' && three?.kind === 'column' && one.table !== three.table
      return found ?? (apart ? at(three, 'SUMIF 的两栏要在同一张明细表里。') : null)
    }
    case 'ROUND':
      return first([figure(one, 'ROUND 的第一个参数'), two?.kind === 'number' && !two.percent && PLACES.test(two.text) ? null : at(two!, 'ROUND 的位数要写 0～10 的整数。')])
    default:
      return first(args.map((arg) => figure(arg, `${name} 的参数`)))
  }
}

/** What is wrong with how one node uses its parts, or null. The parts themselves are not looked into. */
export function misuse(tree: Expression): Misuse | null {
  switch (tree.kind) {
    case 'number':
      return NUMBER.test(tree.text) ? null : at(tree, `“${tree.text}”不是数。`)
    case 'cell':
      return /[\]\n]/.test(tree.row) ? at(tree, '行的编号里不能有“]”。') : null
    case 'negative':
      return figure(tree.of, '负号后面')
    case 'operation':
      if (tree.left.kind === 'text' || tree.right.kind === 'text') return first([comparedWords(tree)])
      return first([figure(tree.left, '运算符前面'), figure(tree.right, '运算符后面')])
    case 'call':
      return called(tree)
    default:
      return null
  }
}

/** What is wrong with a whole formula, or null: it has to come to one figure. */
export const formulaMisuse = (tree: Expression): Misuse | null =>
  figure(tree, '整个算式') ?? first([...parts(tree)].map(misuse))
