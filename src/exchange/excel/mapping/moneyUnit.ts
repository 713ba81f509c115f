import type { ReadSheet } from '../read/readSheets'
import { compact } from './label'

/** 金额单位 of a sheet, as a power of ten of 元. */
export type MoneyPower = 0 | 3 | 4 | 8

/** What each power is called. */
export const MONEY_UNITS: { readonly [P in MoneyPower]: string } = { 0: '元', 3: '千元', 4: '万元', 8: '亿元' }

const WORDS: readonly (readonly [RegExp, MoneyPower])[] = [[/万元/, 4], [/千元/, 3], [/亿元/, 8], [/元/, 0]]

/** The money unit a text states (单位：万元, 金额（元）), or null. */
export function unitIn(text: string): MoneyPower | null {
  const plain = compact(text)
  const said = /(?:单位|金额单位)[::]?(?:人民币)?(万元|千元|亿元|元)|\((?:单位[::])?(万元|千元|亿元|元)\)/.exec(plain)
  const word = said?.[1] ?? said?.[2]
  return word === undefined ? null : WORDS.find(([words]) => words.test(word))![1]
}

/** Rows in which a sheet's head may stand. */
const HEAD_ROWS = 8

/** The money unit a sheet's head states; null where it says none. */
export function moneyUnitOf(sheet: ReadSheet): MoneyPower | null {
  for (const row of sheet.rows.slice(0, HEAD_ROWS))
    for (const cell of row) {
      const unit = cell && !cell.isNumber ? unitIn(cell.text) : null
      if (unit !== null) return unit
    }
  return null
}
