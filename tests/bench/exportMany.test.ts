import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given } from '../../src/domain/evaluation/answer'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { processorTime, report } from '../support/ratio'

const UNITS = 200
/** Measured 1.6 to 2.2: figures, scores and formulas are computed beside the writing. */
const MOST = 3

it('the export of 200 evaluations as 报送版, figures, scores and formulas included, against hucre writing the finished cells alone', async () => {
  const evaluations = Array.from({ length: UNITS }, (_, i) => ({ ...fictionalCase, id: `u${i}`, answers: { ...fictionalCase.answers, 'unit.name': given(`第${i + 1}单位`) } }))
  const finished = await readXlsx(await writeEvaluation(fictionalCase, catalog, { output: 'submission', forms: null }), { readStyles: true })
  const sheets = finished.sheets.map(({ name, rows, cells, merges, columns }) => ({ name, rows, ...(cells ? { cells } : {}), ...(merges ? { merges } : {}), ...(columns ? { columns } : {}) }))
  let bytes = 0
  const ours = async (): Promise<void> => {
    for (const evaluation of evaluations) bytes += (await writeEvaluation(evaluation, catalog, { output: 'submission', forms: null })).length
  }
  const bare = async (): Promise<void> => {
    for (let i = 0; i < UNITS; i++) bytes += (await writeXlsx({ sheets })).length
  }
  await writeXlsx({ sheets })
  const runs: (readonly [number, number])[] = []
  for (let i = 0; i < 2; i++) runs.push([await processorTime(ours), await processorTime(bare)])
  const [own, theirs] = [...runs].sort((a, b) => a[0] / a[1] - b[0] / b[1])[0]!
  report(`export of ${UNITS} evaluations, processor time`, own, 'hucre alone on the finished cells', theirs)
  expect(bytes).toBeGreaterThan(UNITS * 10_000)
  expect(own / theirs).toBeLessThanOrEqual(MOST)
})
