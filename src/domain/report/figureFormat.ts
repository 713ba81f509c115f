import { err, ok, type Result } from '../../kernel/result'
import type { FigureFormat } from './document'

/** The words of a format, as they stand after `|` in a figure: 单位, 百分比, 中文, 元, 亿元, 2位, 千分位. */
export function printFormat(format: FigureFormat): string {
  const words: string[] = []
  if (format.style === 'percent') words.push('百分比')
  if (format.style === 'chinese') words.push('中文')
  if (format.moneyUnit) words.push(format.moneyUnit)
  if (format.places !== undefined) words.push(`${format.places}位`)
  if (format.grouped) words.push('千分位')
  if (format.unit) words.push('单位')
  return words.join(' ')
}

/** Reads a format. Error: the word that is not known. */
export function parseFormat(text: string): Result<FigureFormat, string> {
  let format: FigureFormat = { style: 'number' }
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const places = /^(\d)位$/.exec(word)
    if (word === '百分比') format = { ...format, style: 'percent' }
    else if (word === '中文') format = { ...format, style: 'chinese' }
    else if (word === '元' || word === '万元' || word === '亿元') format = { ...format, moneyUnit: word }
    else if (places) format = { ...format, places: Number(places[1]) }
    else if (word === '千分位') format = { ...format, grouped: true }
    else if (word === '单位') format = { ...format, unit: true }
    else return err(word)
  }
  return ok(format)
}
