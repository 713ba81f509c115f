import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { catalog } from '../../src/catalog/catalog'
import { publishedTables } from '../../src/catalog/publishedTables'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { planImport } from '../../src/exchange/excel/import/planImport'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { publishedSet, UNIT } from '../support/madePublished'
import { bytesOf, madeBook } from '../support/madeSheet'
import { processorTime, report } from '../support/ratio'

const FILES = 200
/** The aim. Measured 0.8 to 1.2 on a busy machine: sheets that are drawn from the forms are not parsed. */
const MOST = 1.2

it('the import of 200 workbooks, read and held against the desk, against bare SheetJS on the same bytes', async () => {
  const own = await writeEvaluation(fictionalCase, catalog)
  const published = bytesOf(madeBook(publishedSet(UNIT, { unit: '元', year: fictionalCase.year, threePublic: 'fiscal09', budget: '全年预算数' })))
  const files = Array.from({ length: FILES }, (_, i) => ({ name: `${i}.xlsx`, bytes: i % 4 === 0 ? published : own }))
  const bare = (): void => {
    for (const { bytes } of files) {
      const book = read(bytes, { dense: true, cellNF: true, cellFormula: true })
      for (const name of book.SheetNames) utils.sheet_to_json(book.Sheets[name]!, { header: 1 })
    }
  }
  const ours = async (): Promise<number> => {
    const planned = await planImport(files, { kind: 'into', desk: fictionalCase }, catalog, publishedTables, { mappings: [], units: {}, today: '2026-03-01' })
    return planned.kind === 'planned' ? planned.plan.entries.length : 0
  }
  bare()
  expect(await ours()).toBeGreaterThan(FILES)
  const ratios: number[] = []
  let last: readonly [number, number] = [0, 0]
  for (let i = 0; i < 2; i++) {
    last = [await processorTime(ours), await processorTime(bare)]
    ratios.push(last[0] / last[1])
  }
  report(`import of ${FILES} workbooks`, last[0], 'bare SheetJS', last[1])
  console.log(`ours ÷ bare SheetJS: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`)
  expect(Math.min(...ratios)).toBeLessThanOrEqual(MOST)
})
