import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../../src/catalog/formula'
import { formulaTerms } from '../../../src/catalog/frameworks/formulaTerms'
import { measures } from '../../../src/catalog/measures/measures'
import type { IndicatorTable } from '../../../src/domain/frameworkReading/indicatorTable'
import { readFramework } from '../../../src/domain/frameworkReading/readFramework'
import { readFrameworkBook } from '../../../src/exchange/excel/framework/readFrameworkBook'
import { unknownProvince } from '../../support/unknownProvince'
import { cell, paragraph, table, wordFile } from '../../support/wordFile'

const read = (found: IndicatorTable) => {
  const reading = readFramework(found, '某省（虚构）', { vocabulary, terms: formulaTerms, measures, id: 'own-read' })
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

/** The table as Word writes it: a merged block's first cell restarts the merge, the others continue it. */
const asWord = ({ rows, merges }: IndicatorTable): Uint8Array => wordFile(paragraph('附件2') + table(...rows.map((texts, r) => texts.flatMap((text, c) => {
  const block = merges.find(({ row, column, rows: down, columns: across }) => r >= row && r < row + down && c >= column && c < column + across)
  if (block && c > block.column) return []
  const span = block && block.columns > 1 ? `<w:gridSpan w:val="${block.columns}"/>` : ''
  const merge = block && block.rows > 1 ? (r === block.row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
  return [cell(text.replaceAll('<', '&lt;'), span + merge)]
}))))

describe('an indicator table in Word', () => {
  it('becomes the framework its Excel becomes, every row accounted for', () => {
    const book = readFrameworkBook(asWord(unknownProvince), '指标.docx')
    if (!book.ok) throw new Error(book.message)
    expect(book.tables).toHaveLength(1)
    const [fromWord, fromExcel] = [read(book.tables[0]!), read(unknownProvince)]
    const plain = ({ framework }: typeof fromWord) => framework.indicators.map(({ dimension, group, title, weight, formula, scoring }) => ({ dimension, group, title, weight, formula, scoring }))
    expect(plain(fromWord)).toEqual(plain(fromExcel))
    expect(fromWord.coverage.rows.map(({ row, state }) => [row, state])).toEqual(fromExcel.coverage.rows.map(({ row, state }) => [row, state]))
  })

  it('is told about when there is none, or when the format is the old one', () => {
    expect(readFrameworkBook(wordFile(paragraph('没有表')), '通知.docx')).toMatchObject({ ok: false, message: '“通知.docx”里没有表格。请选有指标表的文件，或把表复制后粘贴。' })
    expect(readFrameworkBook(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '指标.doc')).toMatchObject({ ok: false, message: expect.stringContaining('另存为') as string })
  })
})
