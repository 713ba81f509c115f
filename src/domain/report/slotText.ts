import { err, ok, type Result } from '../../kernel/result'
import { parseExpression } from '../expression/parse'
import { printExpression } from '../expression/print'
import type { ExpressionError } from '../expression/tokens'
import type { Vocabulary } from '../expression/vocabulary'
import type { Paragraph, Run, ScorePart } from './document'
import { parseFormat, printFormat } from './figureFormat'
import { SCORE_PARTS } from './printScore'

const SCORE = new RegExp(`^(${Object.values(SCORE_PARTS).join('|')})：(.*)$`)
const PARTS = new Map(Object.entries(SCORE_PARTS).map(([part, name]) => [name, part as ScorePart]))
const ARROW = ' → '

/** Names may hold what ends or divides a slot. */
const escaped = (name: string): string => name.replace(/[%{}|\n→]/g, encodeURIComponent)
const unescaped = (name: string): string => name.replace(/(?:%[0-9A-F]{2})+/g, decodeURIComponent)

const printRun = (run: Run, vocabulary: Vocabulary): string => {
  if (run.kind === 'text') return run.text.replaceAll('{', '{{').replaceAll('}', '}}')
  if (run.kind === 'score') return `{${SCORE_PARTS[run.part]}：${escaped(run.of)}}`
  if (run.kind === 'change') return `{${printExpression(run.from, vocabulary)}${ARROW}${printExpression(run.to, vocabulary)}|${escaped(run.than)}}`
  const format = printFormat(run.format)
  return `{${printExpression(run.figure, vocabulary)}${format === '' ? '' : `|${format}`}}`
}

/**
 * Paragraphs as editable text: a bound figure is `{支出合计_决算数|单位}`, a change `{支出合计_上年决算数 → 支出合计_决算数|上年}`,
 * a score `{得分：预算调整率}`, a brace of the text is doubled.
 */
export const printSlots = (paragraphs: readonly Paragraph[], vocabulary: Vocabulary): string =>
  paragraphs.map((paragraph) => paragraph.map((run) => printRun(run, vocabulary)).join('')).join('\n')

const failure = (message: string, start: number, end: number) => err<ExpressionError>({ message, start, end })

function readChange(inner: string, at: number, vocabulary: Vocabulary): Result<Run, ExpressionError> {
  const arrow = inner.indexOf(ARROW)
  const bar = inner.lastIndexOf('|')
  const second = arrow + ARROW.length
  const from = parseExpression(inner.slice(0, arrow), vocabulary)
  if (!from.ok) return failure(from.error.message, at + from.error.start, at + from.error.end)
  const to = parseExpression(inner.slice(second, bar < arrow ? inner.length : bar), vocabulary)
  if (!to.ok) return failure(to.error.message, at + second + to.error.start, at + second + to.error.end)
  return ok({ kind: 'change', from: from.value, to: to.value, than: bar < arrow ? '上年' : unescaped(inner.slice(bar + 1)) })
}

function readFigure(inner: string, at: number, vocabulary: Vocabulary): Result<Run, ExpressionError> {
  const score = SCORE.exec(inner)
  if (score) return ok({ kind: 'score', part: PARTS.get(score[1]!)!, of: unescaped(score[2]!) })
  if (inner.includes(ARROW)) return readChange(inner, at, vocabulary)
  const bar = inner.lastIndexOf('|')
  const format = parseFormat(bar < 0 ? '' : inner.slice(bar + 1))
  if (!format.ok) return failure(`不认识的格式“${format.error}”，可以写：单位、百分比、元、亿元、2位、千分位。`, at + bar + 1, at + inner.length)
  const text = bar < 0 ? inner : inner.slice(0, bar)
  const figure = parseExpression(text, vocabulary)
  if (!figure.ok) return failure(figure.error.message, at + figure.error.start, at + figure.error.end)
  return ok({ kind: 'figure', figure: figure.value, format: format.value })
}

function readLine(line: string, offset: number, vocabulary: Vocabulary): Result<Paragraph, ExpressionError> {
  const runs: Run[] = []
  let text = ''
  let at = 0
  const flush = () => {
    if (text !== '') runs.push({ kind: 'text', text })
    text = ''
  }
  while (at < line.length) {
    const character = line[at]!
    if ((character === '{' || character === '}') && line[at + 1] === character) {
      text += character
      at += 2
    } else if (character === '}') return failure('多了一个“}”；正文里的花括号要写两个。', offset + at, offset + at + 1)
    else if (character === '{') {
      const end = line.indexOf('}', at)
      if (end < 0) return failure('数据没有写完，缺“}”。', offset + at, offset + line.length)
      const run = readFigure(line.slice(at + 1, end), offset + at + 1, vocabulary)
      if (!run.ok) return run
      flush()
      runs.push(run.value)
      at = end + 1
    } else {
      text += character
      at++
    }
  }
  flush()
  return ok(runs)
}

/** Reads editable text back, a line a paragraph; reading what was printed gives the same paragraphs. Error: where and why. */
export function parseSlots(text: string, vocabulary: Vocabulary): Result<readonly Paragraph[], ExpressionError> {
  const paragraphs: Paragraph[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const paragraph = readLine(line, offset, vocabulary)
    if (!paragraph.ok) return paragraph
    paragraphs.push(paragraph.value)
    offset += line.length + 1
  }
  while (paragraphs.length > 0 && paragraphs.at(-1)!.length === 0) paragraphs.pop()
  return ok(paragraphs)
}
