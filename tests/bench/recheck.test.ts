import { HyperFormula } from 'hyperformula'
import { expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { given } from '../../src/domain/evaluation/answer'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { builtModule } from '../support/builtModule'
import { lastYear } from '../support/faults'
import { medianOf, report } from '../support/ratio'

const KEYSTROKES = 200

it('recheck of the whole evaluation after one keystroke, against HyperFormula recomputing our own workbook', async () => {
  const { assessor, inspections, reviewer } = await builtModule<typeof import('../support/recheck')>('tests/support/recheck.ts')
  // Each keystroke changes another figure of the year's sample, one after the other through all its forms.
  const figures = Object.entries(fictionalCase.answers).filter(([, answer]) => answer.kind === 'given' && /^\d+\.\d+$/.test(answer.text)).map(([id]) => id)
  const typed = Array.from({ length: KEYSTROKES }, (_, i) => ({
    ...fictionalCase, answers: { ...fictionalCase.answers, [figures[i % figures.length]!]: given(`${i}.5`) },
  }))
  let found = 0
  const ours = await medianOf(5, () => {
    found = 0
    const [assess, review] = [assessor('self'), reviewer(catalog.checks, catalog.measures)]
    for (const evaluation of typed) {
      const assessment = assess(evaluation.framework, evaluation)
      found += review(evaluation, { last: lastYear, assessment, inspections }).findings.length
    }
  })

  const book = read(await writeEvaluation(fictionalCase, catalog), { dense: true, cellFormula: true })
  const sheets = Object.fromEntries(book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]!
    const rows = utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null, blankrows: true })
    const data = sheet['!data'] ?? []
    return [name, rows.map((row, r) => row.map((value, c) => (data[r]?.[c]?.f === undefined ? value : `=${data[r][c].f}`)))]
  }))
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', useArrayArithmetic: true })
  const checks = engine.getSheetId('校验')!
  const input = Object.entries(sheets).flatMap(([name, rows]) => rows.flatMap((row, r) => row.flatMap((value, c) =>
    (value === 0.6 && name === '基础数据表' ? [{ sheet: engine.getSheetId(name)!, row: r, col: c }] : []))))[0]!
  let broken = 0
  const peer = await medianOf(5, () => {
    broken = 0
    for (let i = 0; i < KEYSTROKES; i++) {
      engine.setCellContents(input, [[(i + 1) / 1000]])
      broken += engine.getSheetValues(checks).flat().filter((value) => value === '不符' || value === '请核对').length
    }
  })
  engine.destroy()
  report(`recheck after one keystroke: ${catalog.checks.length} checks, scores, last year, inspections (×${KEYSTROKES})`, ours, 'HyperFormula 3.5.0, checks of the 校验 sheet only, dependents only', peer)
  console.log(`recheck of the whole evaluation: ${(ours / KEYSTROKES).toFixed(2)} ms a keystroke`)
  expect(found).toBeGreaterThan(0)
  expect(broken).toBeGreaterThan(0)
})
