import { err, ok, type Result } from '../../kernel/result'
import type { Expression, Operator } from './expression'
import { functionNamed } from './functions'
import { formulaMisuse, misuse } from './misuse'
import { isComparison, PRECEDENCE } from './precedence'
import { similarNames } from './suggest'
import { tokensOf, type ExpressionError, type Token } from './tokens'
import type { Vocabulary } from './vocabulary'

/** Deeper trees are refused, so that every reading of a stored formula stays within its bounds. */
const DEEPEST = 64
const LONGEST = 4000

/** Words that join conditions in speech; here they are functions around them. */
const JOINING: { readonly [word: string]: string } = { AND: 'AND', 且: 'AND', 并且: 'AND', 同时: 'AND', OR: 'OR', 或: 'OR', 或者: 'OR' }

const TOO_DEEP = `算式套得太深，最多 ${DEEPEST} 层；很多数相加请用 SUM(…)。`

/** Where in the text a part of a formula stands. */
interface Span {
  readonly start: number
  readonly end: number
}

class Unreadable extends Error {
  readonly at: Span
  constructor(message: string, at: Span) {
    super(message)
    this.at = at
  }
}

/** What to do about a token after which nothing can be read. */
function leftOver({ text, kind }: Token): string {
  const joining = JOINING[text.toUpperCase()]
  if (kind === 'name' && joining !== undefined) return `“${text}”不写在两个条件中间，请写成 ${joining}(条件一, 条件二)。`
  if (text === '%') return '百分号只能紧跟在数字后面，如 62.5%；一个比率要化成百分数请写 × 100。'
  if (text === ',') return '逗号只用来隔开函数的参数；数字里的千分位逗号请去掉。'
  return `“${text}”放在这里读不通，前面可能少了运算符。`
}

class Parser {
  private position = 0
  private depth = 0
  private readonly spans = new Map<Expression, Span>()
  private readonly tokens: readonly Token[]
  private readonly vocabulary: Vocabulary
  constructor(tokens: readonly Token[], vocabulary: Vocabulary) {
    this.tokens = tokens
    this.vocabulary = vocabulary
  }

  whole(): Expression {
    // A formula copied from Excel begins with =.
    if (this.isNext('=')) this.take()
    const tree = this.expression(0)
    if (this.token.kind !== 'end') throw new Unreadable(leftOver(this.token), this.token)
    if (isDeeper(tree, DEEPEST)) throw new Unreadable(TOO_DEEP, this.spans.get(tree)!)
    const wrong = formulaMisuse(tree)
    if (wrong) throw new Unreadable(wrong.message, this.spans.get(wrong.part)!)
    return tree
  }

  private get token(): Token {
    return this.tokens[this.position]!
  }

  private take(): Token {
    return this.tokens[this.position++]!
  }

  private isNext(symbol: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === symbol
  }

  private expect(symbol: string, why: string): void {
    if (!this.isNext(symbol)) throw new Unreadable(this.token.kind === 'end' || this.isNext(',') ? why : leftOver(this.token), this.token)
    this.take()
  }

  /** Notes where a part stands, and refuses it at once where it uses its own parts wrongly. */
  private placed(tree: Expression, start: number): Expression {
    this.spans.set(tree, { start, end: this.tokens[this.position - 1]!.end })
    const wrong = misuse(tree)
    if (wrong) throw new Unreadable(wrong.message, this.spans.get(wrong.part)!)
    return tree
  }

  private expression(binding: number): Expression {
    if (++this.depth > DEEPEST) throw new Unreadable(TOO_DEEP, this.token)
    const { start } = this.token
    let left = this.operand()
    let compared = false
    for (;;) {
      const operator = this.token.text as Operator
      if (this.token.kind !== 'symbol' || !Object.hasOwn(PRECEDENCE, operator) || PRECEDENCE[operator] <= binding) break
      if (isComparison(operator) && compared) throw new Unreadable('比较不能连着写，请拆开后用 AND(…) 连接。', this.token)
      compared ||= isComparison(operator)
      this.take()
      const right = this.expression(PRECEDENCE[operator])
      left = this.placed({ kind: 'operation', operator, left, right }, start)
    }
    this.depth--
    return left
  }

  private operand(): Expression {
    const token = this.take()
    switch (token.kind) {
      case 'number':
        return this.placed({ kind: 'number', text: token.text }, token.start)
      case 'percent':
        return this.placed({ kind: 'number', text: token.text, percent: true }, token.start)
      case 'text':
        return this.placed({ kind: 'text', text: token.text }, token.start)
      case 'name':
        return this.named(token)
      case 'end':
        throw new Unreadable('算式没有写完，这里还缺一个数或一个名称。', token)
      case 'symbol':
        return this.prefixed(token)
    }
  }

  private prefixed(token: Token): Expression {
    switch (token.text) {
      case '(': {
        const inner = this.expression(0)
        this.expect(')', '括号没有成对，这里缺“)”。')
        return inner
      }
      case '-':
        return this.placed({ kind: 'negative', of: this.expression(PRECEDENCE['*']) }, token.start)
      case '+':
        return this.expression(PRECEDENCE['*'])
      default:
        throw new Unreadable(`“${token.text}”前面缺一个数或一个名称。`, token)
    }
  }

  private named(token: Token): Expression {
    if (this.isNext('(') && functionNamed(token.text) !== null) return this.call(token)
    if (this.isNext('(')) throw new Unreadable(`没有叫“${token.text}”的函数；可以用 SUM、COUNT、COUNTIF、SUMIF、MIN、MAX、ABS、ROUND、IF、AND、OR、NOT。`, token)
    const cell = /^([^[]+)\[([^\]]+)\]\.(.+)$/.exec(token.text)
    if (cell) {
      const table = this.vocabulary.findTable(cell[1]!)
      const column = table?.column(cell[3]!)
      if (!table || !column) throw this.unknown(token)
      return this.placed({ kind: 'cell', table: table.table, row: cell[2]!, column }, token.start)
    }
    const found = this.vocabulary.find(token.text)
    if (!found) throw this.unknown(token)
    return this.placed({ ...found }, token.start)
  }

  private unknown(token: Token): Unreadable {
    const near = similarNames(token.text, this.vocabulary.names)
    return new Unreadable(`没有叫“${token.text}”的数据项${near.length > 0 ? `，是不是“${near.join('”“')}”？` : '。'}`, token)
  }

  private call(token: Token): Expression {
    const name = functionNamed(token.text)!
    this.take()
    const args: Expression[] = []
    if (!this.isNext(')'))
      for (;;) {
        args.push(this.expression(0))
        if (!this.isNext(',')) break
        this.take()
      }
    this.expect(')', `${name} 的括号没有成对，这里缺“)”。`)
    return this.placed({ kind: 'call', name, args }, token.start)
  }
}

function isDeeper(tree: Expression, than: number): boolean {
  if (than === 0) return true
  if (tree.kind === 'negative') return isDeeper(tree.of, than - 1)
  if (tree.kind === 'operation') return isDeeper(tree.left, than - 1) || isDeeper(tree.right, than - 1)
  return tree.kind === 'call' && tree.args.some((arg) => isDeeper(arg, than - 1))
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
