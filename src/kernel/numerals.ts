import { isDecimalText, shiftPoint } from './decimalText'
import { err, ok, type Result } from './result'

/** What a typed or pasted figure turned out to be. */
export type Typed =
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'notInvolved' }
  | { readonly kind: 'blank' }

/** What else the cell allows. */
export interface Written {
  /** Power of ten of 元 that a number without a unit is in, where the cell shows another unit than it keeps: 0 while it shows 元. */
  readonly bare?: number
  /** The cell's own unit, which may stand behind the number: 人. */
  readonly unit?: string
  /** The figure is a percentage, so a percent sign may stand behind it. */
  readonly percent?: boolean
}

/** Scales that may follow a number, as powers of ten. */
const SCALES: { readonly [unit: string]: number } = {
  元: 0, 圆: 0, 千: 3, 千元: 3, 万: 4, 万元: 4, 百万: 6, 百万元: 6, 千万: 7, 千万元: 7, 亿: 8, 亿元: 8,
}

const NOT_INVOLVED = /^(不涉及|不适用|无|没有|\/|\\|—+|--+|N\/A)$/i

/** What Excel shows instead of a figure: an error, or a column too narrow. */
const UNREADABLE = /^#+([A-Z]|$)/

/** Half-width, without spaces of any kind, currency sign, thousands separators in their proper places. */
function plain(text: string): string {
  const narrow = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '').replace(/^['’‘]/, '').replace(/[−–]/g, '-')
  const bare = narrow.replace(/^([-+(]?)(人民币|RMB|CNY)?[¥￥$]?(?=[-+(\d])/i, '$1').replace(/(元)整$/, '$1')
  return bare.replace(/(?<=\d)[,，'’](?=\d{3}(?!\d))/g, '')
}

/** `(12.3)` as 会计专用格式 prints a negative, `12.3-` as older ledgers do. */
function signed(typed: string): string {
  const bracketed = /^\((\d[\d.]*)\)(.*)$/.exec(typed)
  if (bracketed) return `-${bracketed[1]}${bracketed[2]}`
  return typed.replace(/^(\d[\d.]*)-$/, '-$1')
}

/** Moves the point from one unit to another; a zero stays a plain one. */
function moved(digits: string, by: number): string {
  if (by === 0) return digits
  const shifted = shiftPoint(digits, by)
  return /[1-9]/.test(shifted) ? shifted : '0'
}

/**
 * Reads what people type or paste into a figure's cell. `unitPower` is the power of ten of the cell's own unit in 元
 * (4 for 万元), or null where the figure is no money. No digit is lost or invented; blank, 0 and 不涉及 stay three things.
 * Error: a plain sentence.
 */
export function readTyped(text: string, unitPower: number | null, written: Written = {}): Result<Typed, string> {
  const trimmed = text.normalize('NFKC').replace(/[\u200b\ufeff]/g, '').trim()
  if (trimmed === '') return ok({ kind: 'blank' })
  if (NOT_INVOLVED.test(trimmed)) return ok({ kind: 'notInvolved' })
  if (UNREADABLE.test(trimmed)) return err(`“${trimmed}”是表格软件显示不出来的数，请在原表中调宽列或改正后再复制。`)
  if (/^\*+$/.test(trimmed)) return err('“*”表示不公开，没有数。请向经办人要原数再填。')
  const typed = plain(trimmed)
  // 会计专用格式 prints a zero as a lone dash.
  if (typed === '-' || /^[¥￥$]-$/.test(typed)) return ok({ kind: 'figure', text: '0' })
  const [, number = '', after = ''] = /^([-+]?[\d.]*)(.*)$/.exec(signed(typed)) ?? []
  if (!isDecimalText(number)) return err(`“${trimmed}”不是数字。请填数字；没有填 0，不涉及填“不涉及”。`)
  const digits = number.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1')
  const unit = after.replace(/^\((.*)\)$/, '$1')
  if (unit === '') return ok({ kind: 'figure', text: unitPower === null ? digits : moved(digits, (written.bare ?? unitPower) - unitPower) })
  if (unit === '%') return written.percent ? ok({ kind: 'figure', text: digits }) : err(`“${trimmed}”带有百分号，这里要填数。`)
  if (unit === written.unit && unitPower === null) return ok({ kind: 'figure', text: digits })
  const scale = Object.hasOwn(SCALES, unit) ? SCALES[unit] : undefined
  if (unitPower === null || scale === undefined) return err(`“${trimmed}”里的“${unit}”读不懂，请只填数字。`)
  return ok({ kind: 'figure', text: moved(digits, scale - unitPower) })
}
