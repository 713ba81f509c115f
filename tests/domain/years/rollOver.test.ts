import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { review } from '../../../src/domain/checks/review'
import { given, notInvolved } from '../../../src/domain/evaluation/answer'
import { evaluationDecoder } from '../../../src/domain/evaluation/decodeEvaluation'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { figuresOf } from '../../../src/domain/figures/figuresOf'
import { formItems, measureIndex } from '../../../src/domain/forms/cellSpec'
import { FROM_LAST_YEAR } from '../../../src/domain/measures/basis'
import { itemId, itemOf } from '../../../src/domain/measures/item'
import { rollOver } from '../../../src/domain/years/rollOver'
import { decode } from '../../../src/kernel/decode'

const next = (last: Evaluation): Evaluation => rollOver(last, 'next', catalog.forms, catalog.measures)
const items = [...new Set(catalog.forms.flatMap((form) => formItems(form, measureIndex(catalog.measures))))]
const prior = items.filter((id) => { const { basis } = itemOf(id); return basis !== undefined && FROM_LAST_YEAR[basis] !== undefined })

describe.each([['「示例单位」', fictionalCase], ['岳麓区信息中心', foundingCase]] as const)('%s taken over into the next year', (_, last) => {
  const rolled = next(last)
  const [before, now] = [figuresOf(last, catalog.measures), figuresOf(rolled, catalog.measures)]

  it('has every column of last year filled by basis, as last year had it', () => {
    expect(prior.length).toBeGreaterThan(40)
    for (const id of prior) {
      const { measure, basis, fund } = itemOf(id)
      const [then, figure] = [before.item(itemId(measure, FROM_LAST_YEAR[basis!]!, fund)), now.item(id)]
      expect([id, figure.kind, figure.kind === 'value' ? figure.text : '']).toEqual([id, then.kind === 'zeroDivisor' ? 'missing' : then.kind, then.kind === 'value' ? then.text : ''])
    }
  })

  it('has nothing else filled: no other figure, judgement, text or explanation', () => {
    const filled = Object.keys(rolled.answers).filter((id) => !prior.includes(id))
    expect(filled.filter((id) => id.includes('@'))).toEqual([])
    expect(filled.filter((id) => !id.startsWith('unit.'))).toEqual([])
    expect([rolled.judgements, rolled.narrative, rolled.explanations, rolled.settings.carryInIncluded]).toEqual([{}, {}, {}, 'unasked'])
    expect(rolled.year).toBe(last.year + 1)
    const columns = new Set(Object.values(rolled.tables).flatMap((rows) => rows.flatMap(({ cells }) => Object.keys(cells))))
    expect([...columns].filter((column) => !['name', 'code', 'category', 'fundSource', 'rowCount', 'priorActual'].includes(column))).toEqual([])
  })

  it('can be stored, and contradicts neither itself nor last year', () => {
    expect(decode(evaluationDecoder, structuredClone(rolled)).ok).toBe(true)
    expect(review(catalog.checks, rolled, catalog.measures, { last }).findings.filter(({ verdict }) => verdict === 'contradicted')).toEqual([])
  })
})

describe('taking over', () => {
  const rolled = next(fictionalCase)

  it('says where each figure comes from, and keeps projects by their ids', () => {
    expect(rolled.answers['expenditure.personnel@priorActual/all']).toEqual(given('575.80', { source: '2025 年度评价', state: 'finalReported' }))
    expect(rolled.answers['expenditure.remitted@priorActual/all']).toEqual({ ...notInvolved, provenance: { source: '2025 年度评价' } })
    expect(rolled.tables['projects']!.map(({ id }) => id)).toEqual(fictionalCase.tables['projects']!.map(({ id }) => id))
    expect(rolled.tables['projects']![0]!.cells['priorActual']).toMatchObject({ text: '98.40' })
  })

  it('takes last year’s close as this year’s opening, and says where they differ', () => {
    expect(rolled.answers['expenditure.project@carryIn/all']).toMatchObject({ text: '11.60' })
    const changed = { ...rolled, answers: { ...rolled.answers, 'expenditure.project@carryIn/all': given('10.60') } }
    const found = review(catalog.checks, changed, catalog.measures, { last: fictionalCase }).findings
    expect(found.map(({ check, severity, equation }) => ({ check, severity, equation }))).toContainEqual(
      { check: 'lastYear.expenditure.project@carryIn/all', severity: 'suspicion', equation: '10.60 ≠ 11.60' })
  })

  it('shows a figure of last year written otherwise, single or in the list of projects, as a contradiction at its cell', () => {
    const rows = rolled.tables['projects']!.map((row) => (row.id === 'room' ? { ...row, id: 'new', cells: { ...row.cells, priorActual: given('3.00') } } : row))
    const changed = { ...rolled, answers: { ...rolled.answers, 'procurement@priorActual/all': given('184.50') }, tables: { ...rolled.tables, projects: rows } }
    const found = review(catalog.checks, changed, catalog.measures, { last: fictionalCase }).findings
    expect(found.filter(({ check }) => check.startsWith('lastYear.')).map(({ at, equation, severity }) => ({ at, equation, severity }))).toEqual([
      { at: 'procurement@priorActual/all', equation: '184.50 ≠ 158.40', severity: 'contradiction' },
      { at: 'projects[new].priorActual', equation: '3.00 ≠ 30.00', severity: 'contradiction' },
    ])
  })

  it('finds people and codes that leap from year to year', () => {
    const leapt = { ...rolled, answers: { ...rolled.answers, 'staff.onPost@yearEnd': given('420'), 'economic.30201@actual/general': given('1260.00') } }
    const ids = review(catalog.checks, leapt, catalog.measures, { last: fictionalCase }).findings.map(({ check }) => check)
    expect(ids).toContain('swing.staff.onPost@yearEnd')
    expect(ids).toContain('swing.economic.30201@actual/general')
    const quiet = { ...rolled, answers: { ...rolled.answers, 'staff.onPost@yearEnd': given('44'), 'economic.30201@actual/general': given('15.00') } }
    expect(review(catalog.checks, quiet, catalog.measures, { last: fictionalCase }).findings.filter(({ check }) => check.startsWith('swing.'))).toEqual([])
  })
})
