import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { medianOf, report } from '../support/ratio'

it('export and import of one workbook, against bare hucre and bare SheetJS on the same cells and bytes', async () => {
  const bytes = await writeEvaluation(fictionalCase, catalog)
  const plain = readSheets(bytes)!.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((row) => row.map((cell) => cell?.text ?? null)) }))
  const runs = 15
  const bareRead = await medianOf(runs, () => {
    const book = read(bytes, { dense: true, cellNF: true, cellFormula: true })
    return book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name]!, { header: 1 }))
  })
  const ourRead = await medianOf(runs, () => readEvaluation(bytes, 'a.xlsx', catalog))
  const bareWrite = await medianOf(runs, () => writeXlsx({ sheets: plain }))
  const ourWrite = await medianOf(runs, () => writeEvaluation(fictionalCase, catalog))
  report('import of one workbook', ourRead, 'bare SheetJS', bareRead)
  report('export of one workbook with styles and formulas', ourWrite, 'bare hucre without styles', bareWrite)
  expect(plain.length).toBe(11)
})
