/** A piece of a formula with its place in the text. */
export interface Token {
  readonly kind: 'number' | 'percent' | 'text' | 'name' | 'symbol' | 'end'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Why a formula cannot be read, and where: `start` to `end` in the text. */
export interface ExpressionError {
  readonly message: string
  readonly start: number
  readonly end: number
}

/** Other spellings of a symbol, as they are typed with a Chinese keyboard. */
const SYMBOLS: { readonly [typed: string]: string } = {
  '（': '(', '）': ')', '，': ',', '；': ',', ';': ',', '＋': '+', '－': '-', '−': '-', '×': '*', '＊': '*', '÷': '/', '／': '/',
  '＝': '=', '≠': '<>', '≤': '<=', '≥': '>=', '＜': '<', '＞': '>', '％': '%',
}

const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\[[^\]\n]*\])?(?:\.[\p{L}_][\p{L}\p{N}_]*)?/uy
const NUMBER = /[\d０-９]+(?:[.．][\d０-９]+)?/y
const SPACE = /\s+/y
/** Words in quotes; a straight quote inside is doubled, a curved one needs nothing. */
const QUOTED = /"((?:[^"]|"")*)"|[“”]([^“”]*)[“”]/y

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function symbolAt(text: string, at: number): { readonly symbol: string; readonly length: number } | null {
  const two = text.slice(at, at + 2)
  if (two === '<=' || two === '>=' || two === '<>') return { symbol: two, length: 2 }
  const one = text[at] ?? ''
  const symbol = SYMBOLS[one] ?? one
  return '()+-*/,=<>%'.includes(symbol[0] ?? '?') && symbol !== '' ? { symbol, length: 1 } : null
}

/** Cuts a formula into tokens; the last is always `end`. Error: a character the language does not know. */
export function tokensOf(text: string): readonly Token[] | ExpressionError {
  const tokens: Token[] = []
  let at = 0
  const push = (kind: Token['kind'], length: number, value: string) => {
    tokens.push({ kind, text: value, start: at, end: at + length })
    at += length
  }
  while (at < text.length) {
    const space = match(SPACE, text, at)
    if (space) {
      at += space.length
      continue
    }
    const number = match(NUMBER, text, at)
    if (number) {
      const percent = /^[%％]/.test(text.slice(at + number.length))
      push(percent ? 'percent' : 'number', number.length + (percent ? 1 : 0), number.normalize('NFKC'))
      continue
    }
    const name = match(NAME, text, at)
    if (name) {
      push('name', name.length, name)
      continue
    }
    if ('"“”'.includes(text[at]!)) {
      const quoted = match(QUOTED, text, at)
      if (quoted === null) return { message: '引号没有成对，请在文字后面补上引号。', start: at, end: text.length }
      const inner = quoted.slice(1, -1)
      push('text', quoted.length, quoted.startsWith('"') ? inner.replaceAll('""', '"') : inner)
      continue
    }
    const symbol = symbolAt(text, at)
    if (!symbol) return { message: `不认识的字符“${text[at] ?? ''}”，请删去或改写。`, start: at, end: at + 1 }
    push('symbol', symbol.length, symbol.symbol)
  }
  push('end', 0, '')
  return tokens
}
