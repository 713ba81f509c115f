import { decimalText, keyOf, list, literal, name, object, optional, recursive, variant, where, words, type Decoder } from '../../kernel/decode'
import type { Expression, FunctionName, Operator } from './expression'
import { formulaMisuse } from './misuse'

const operator = keyOf<Operator>({
  '+': true, '-': true, '*': true, '/': true, '=': true, '<>': true, '<': true, '<=': true, '>': true, '>=': true,
})

const functionName = keyOf<FunctionName>({
  SUM: true, COUNT: true, COUNTIF: true, SUMIF: true, MIN: true, MAX: true, ABS: true, ROUND: true, IF: true, AND: true, OR: true, NOT: true,
})

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

const nested: Decoder<Expression> = recursive(() => tree)

const tree: Decoder<Expression> = variant<Expression, 'kind'>('kind', {
  item: object<Of<'item'>>({ kind: literal('item'), item: name() }),
  column: object<Of<'column'>>({ kind: literal('column'), table: name(), column: name() }),
  cell: object<Of<'cell'>>({ kind: literal('cell'), table: name(), row: name(), column: name() }),
  number: object<Of<'number'>>({ kind: literal('number'), text: decimalText, percent: optional(literal(true)) }),
  text: object<Of<'text'>>({ kind: literal('text'), text: words(500) }),
  negative: object<Of<'negative'>>({ kind: literal('negative'), of: nested }),
  operation: object<Of<'operation'>>({ kind: literal('operation'), operator, left: nested, right: nested }),
  call: object<Of<'call'>>({ kind: literal('call'), name: functionName, args: list(nested, 100) }),
})

/** 公式: a formula tree from outside, which the readings can rely on: every part stands where it may. */
export const expressionDecoder: Decoder<Expression> = where(tree, (formula) => formulaMisuse(formula) === null, '能算出一个数的公式')
