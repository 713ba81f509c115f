import { isDecimalText, shiftPoint } from './decimalText'
import { err, ok, type Result } from './result'

/** What a typed or pasted figure turned out to be. */
export type Typed =
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'notInvolved' }
  | { readonly kind: 'blank' }

/** Scales that may follow a number, as powers of ten. */
const SCALES: { readonly [unit: string]: number } = { 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }

const NOT_INVOLVED = /^(不涉及|无|\/|—{1,2}|－{2})$/

/** Half-width, without spaces of any kind, currency sign, thousands separators in their proper places. */
function plain(text: string): string {
  const narrow = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').replace(/^['’]/, '').replace(/[−–]/g, '-').replace(/^([-+(]?)[¥￥$]/, '$1')
  return narrow.replace(/(?<=\d)[,，'](?=\d{3}(?!\d))/g, '')
}

/**
 * Reads what people type or paste into a figure's cell. `unitPower` is the power of ten of the cell's own unit in 元
 * (4 for 万元), or null where the figure is no money. No digit is lost or invented; blank, 0 and 不涉及 stay three things.
 * Error: a plain sentence.
 */
export function readTyped(text: string, unitPower: number | null): Result<Typed, string> {
  const trimmed = text.trim()
  if (trimmed === '') return ok({ kind: 'blank' })
  if (NOT_INVOLVED.test(trimmed)) return ok({ kind: 'notInvolved' })
  const typed = plain(trimmed)
  // 会计专用格式 prints a zero as a lone dash.
  if (typed === '-') return ok({ kind: 'figure', text: '0' })
  const bracketed = /^\((\d[\d.]*)\)$/.exec(typed)
  const [, number = '', unit = ''] = /^([-+]?[\d.]*)(.*)$/.exec(bracketed ? `-${bracketed[1]}` : typed) ?? []
  if (!isDecimalText(number)) return err(`“${trimmed}”不是数字。请填数字；没有填 0，不涉及填“不涉及”。`)
  const digits = number.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1')
  if (unit === '') return ok({ kind: 'figure', text: digits })
  if (unit === '%') return err(`“${trimmed}”带有百分号，这里要填数。`)
  const scale = SCALES[unit]
  if (unitPower === null || scale === undefined) return err(`“${trimmed}”里的“${unit}”读不懂，请只填数字。`)
  return ok({ kind: 'figure', text: shiftPoint(digits, scale - unitPower) })
}
