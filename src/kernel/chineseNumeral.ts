const DIGITS = '零一二三四五六七八九'

/** 1 → 一, 10 → 十, 21 → 二十一; for headings, so 1 to 99. Throws outside. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) throw new Error(`heading number out of range: ${value}`)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`}${ones === 0 ? '' : DIGITS[ones]}`
}
