import { fromDecimal, HUNDRED, divide, type Rational } from '../../kernel/rational'
import type { ValueStyle } from '../scoring/award'

/** 完成值 as typed: `95%` and, where the indicator is a percentage, `95` are 0.95; null where it is no number. */
export function enteredValue(text: string, style: ValueStyle): Rational | null {
  const match = /^(.*?)\s*([%％]?)$/.exec(text.trim())
  const value = match ? fromDecimal(match[1]!) : null
  if (!value) return null
  return match![2] !== '' || style === 'percent' ? divide(value, HUNDRED) : value
}
