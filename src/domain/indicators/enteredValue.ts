import { divide, fromDecimal, HUNDRED, type Rational } from '../../kernel/rational'
import type { ValueStyle } from '../scoring/award'

/** 完成值 as typed: a percentage with its sign (whether a bare 1.2 is 1.2% or 120% is not guessed), another value without; null where it is neither. */
export function enteredValue(text: string, style: ValueStyle): Rational | null {
  const percent = /^(.*?)\s*[%％]$/.exec(text.trim())
  if ((percent !== null) !== (style === 'percent')) return null
  const value = fromDecimal(percent?.[1] ?? text.trim())
  return value && percent ? divide(value, HUNDRED) : value
}
