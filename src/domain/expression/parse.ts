import { err, ok, type Result } from '../../kernel/result'
import type { Expression, Operator } from './expression'
import { FUNCTIONS, functionNamed } from './functions'
import { similarNames } from './suggest'
import { tokensOf, type ExpressionError, type Token } from './tokens'
import type { Vocabulary } from './vocabulary'

/** How tightly each operator binds. */
export const PRECEDENCE: { readonly [O in Operator]: number } = {
  '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1, '+': 2, '-': 2, '*': 3, '/': 3,
}

const DEEPEST = 64
const LONGEST = 4000

class Unreadable extends Error {
  readonly at: Token
  constructor(message: string, at: Token) {
    super(message)
    this.at = at
  }
}

class Parser {
  private position = 0
  private depth = 0
  private readonly tokens: readonly Token[]
  private readonly vocabulary: Vocabulary
  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.tokens = tokens
    this.vocabulary = vocabulary
  }

  whole(): Expression {
    const tree = this.expression(0)
    if (this.token.kind !== 'end') throw new Unreadable(`“${this.token.text}”放在这里读不通，前面可能少了运算符。`, this.token)
    if (tree.kind === 'column') throw new Unreadable('整列不能直接当一个数用，请写成 SUM(…) 或 COUNT(…)。', this.tokens[0]!)
    return tree
  }

  private get token(): Token {
    return this.tokens[this.position]!
  }

  private take(): Token {
    return this.tokens[this.position++]!
  }

  private expect(symbol: string, why: string): void {
    if (this.token.kind !== 'symbol' || this.token.text !== symbol) throw new Unreadable(why, this.token)
    this.take()
  }

  private expression(binding: number): Expression {
    if (++this.depth > DEEPEST) throw new Unreadable(`括号套得太深，最多 ${DEEPEST} 层。`, this.token)
    let left = this.operand()
    for (;;) {
      const operator = this.token.text as Operator
      if (this.token.kind !== 'symbol' || !Object.hasOwn(PRECEDENCE, operator) || PRECEDENCE[operator] <= binding) break
      const at = this.take()
      const right = this.expression(PRECEDENCE[operator])
      if (left.kind === 'column' || right.kind === 'column')
        throw new Unreadable('整列不能直接参加运算，请写成 SUM(…) 或 COUNT(…)。', at)
      left = { kind: 'operation', operator, left, right }
    }
    this.depth--
    return left
  }

  private operand(): Expression {
    const token = this.take()
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: token.text }
      case 'percent':
        return { kind: 'number', text: token.text, percent: true }
      case 'text':
        return { kind: 'text', text: token.text }
      case 'name':
        return this.named(token)
      case 'end':
        throw new Unreadable('算式没有写完，这里还缺一个数或一个名称。', token)
      case 'symbol':
        if (token.text === '(') {
          const inner = this.expression(0)
          this.expect(')', '括号没有成对，这里缺“)”。')
          return inner
        }
        if (token.text === '-') return { kind: 'negative', of: this.expression(PRECEDENCE['*']) }
        if (token.text === '+') return this.expression(PRECEDENCE['*'])
        throw new Unreadable(`“${token.text}”前面缺一个数或一个名称。`, token)
    }
  }

  private named(token: Token): Expression {
    const call = functionNamed(token.text)
    if (call !== null && this.token.text === '(' && this.token.kind === 'symbol') return this.call(token)
    const cell = /^([^[]+)\[([^\]]+)\]\.(.+)$/.exec(token.text)
    if (cell) {
      const table = this.vocabulary.findTable(cell[1]!)
      const column = table?.column(cell[3]!)
      if (!table || !column) throw this.unknown(token)
      return { kind: 'cell', table: table.table, row: cell[2]!, column }
    }
    const found = this.vocabulary.find(token.text)
    if (!found) throw this.unknown(token)
    return found
  }

  private unknown(token: Token): Unreadable {
    const near = similarNames(token.text, this.vocabulary.names)
    return new Unreadable(`没有叫“${token.text}”的数据项${near.length > 0 ? `，是不是“${near.join('”“')}”` : ''}？`, token)
  }

  private call(token: Token): Expression {
    const name = functionNamed(token.text)!
    const term = FUNCTIONS[name]
    this.take()
    const args: Expression[] = []
    if (!(this.token.kind === 'symbol' && this.token.text === ')'))
      for (;;) {
        const start = this.token
        const arg = this.expression(0)
        const allowed = term.columns === 'all' || (term.columns === 'first' && args.length === 0)
        if (arg.kind === 'column' && !allowed) throw new Unreadable(`${name} 的这个位置要一个数，不能是整列。`, start)
        args.push(arg)
        if (this.token.kind === 'symbol' && this.token.text === ',') this.take()
        else break
      }
    this.expect(')', `${name} 的括号没有成对，这里缺“)”。`)
    if (args.length < term.least || args.length > term.most)
      throw new Unreadable(`${name} 要 ${term.least === term.most ? term.least : `至少 ${term.least}`} 个参数，现在有 ${args.length} 个。`, token)
    return { kind: 'call', name, args }
  }
}

/** Reads a formula in Chinese names. Error: a plain sentence with its place in the text. */
export function parseExpression(text: string, vocabulary: Vocabulary): Result<Expression, ExpressionError> {
  if (text.length > LONGEST) return err({ message: `算式太长，最多 ${LONGEST} 个字符。`, start: LONGEST, end: text.length })
  const tokens = tokensOf(text)
  if ('message' in tokens) return err(tokens)
  try {
    return ok(new Parser(tokens, vocabulary).whole())
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem
    return err({ message: problem.message, start: problem.at.start, end: problem.at.end })
  }
}
