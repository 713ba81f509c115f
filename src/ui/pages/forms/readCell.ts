import { given, notInvolved, type Answer } from '../../../domain/evaluation/answer'
import { isDecimalText, shiftPoint } from '../../../kernel/decimalText'
import { readTyped } from '../../../kernel/numerals'
import { err, ok, type Result } from '../../../kernel/result'
import type { CellTarget } from './target'

/** 万元, as a power of ten of 元. */
export const MONEY_POWER = 4

const isFigure = (target: CellTarget): boolean => target.kind === 'money' || target.kind === 'number'

function readFigure(text: string, target: CellTarget, inYuan: boolean): Result<Answer | null, string> {
  const typed = readTyped(text, target.kind === 'money' ? MONEY_POWER : null, {
    bare: inYuan ? 0 : MONEY_POWER, percent: target.percent === true, ...(target.unit === undefined ? {} : { unit: target.unit }),
  })
  if (!typed.ok) return typed
  return ok(typed.value.kind === 'blank' ? null : typed.value.kind === 'notInvolved' ? notInvolved : given(typed.value.text))
}

/** 2025年3月1日, 2025/3/1 and 2025.3.1 as an ISO day. */
function readDate(text: string): Result<Answer | null, string> {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s+/g, ''))
  const iso = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : ''
  if (!match || new Date(`${iso}T00:00:00Z`).toJSON()?.slice(0, 10) !== iso) return err(`“${text}”不是完整的日期，应写成 2026-03-15 这样。`)
  return ok(given(iso))
}

/** What a text comes to in a cell: an answer, blank as null, or a sentence why it cannot be read. `inYuan`: the cell shows 元. */
export function readCell(text: string, target: CellTarget, inYuan: boolean): Result<Answer | null, string> {
  if (isFigure(target)) return readFigure(text, target, inYuan)
  const words = target.kind === 'long' ? text.replace(/\r\n?/g, '\n').trim() : text.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
  if (words === '') return ok(null)
  if (target.kind === 'choice') return ok(words === '不涉及' ? notInvolved : given(words))
  return target.kind === 'date' ? readDate(words) : ok(given(words))
}

/** An answer as its cell shows it. */
export function shownText(answer: Answer | null, target: Pick<CellTarget, 'kind'>, inYuan: boolean): string {
  if (answer === null) return ''
  if (answer.kind === 'notInvolved') return '不涉及'
  return inYuan && target.kind === 'money' ? inYuanText(answer.text) : answer.text
}

/** A 万元 figure in 元, digit for digit; words stay as they are. */
export const inYuanText = (text: string): string => (isDecimalText(text) ? shiftPoint(text, MONEY_POWER) : text)
