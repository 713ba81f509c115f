import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { inspections } from '../../src/domain/checks/inspections/inspections'
import { review, reviewer } from '../../src/domain/checks/review'
import { given, notInvolved, type Answer } from '../../src/domain/evaluation/answer'
import { applyEdit, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { assess, assessor } from '../../src/domain/indicators/assess'
import { itemId } from '../../src/domain/measures/item'
import { arbitraryDecimal, arbitraryEvaluation } from '../support/arbitraryEvaluation'
import { lastYear } from '../support/faults'

const ITEMS = catalog.measures.flatMap(({ id, bases }) => bases.map((basis) => itemId(id, basis, 'all')))

/** A step of somebody typing: numbers say where and what. */
type Step = (evaluation: Evaluation) => Edit | null

const answer: fc.Arbitrary<Answer | null> = fc.oneof(arbitraryDecimal.map((text) => given(text)), fc.constant(notInvolved), fc.constant(null))

const typed: fc.Arbitrary<Step> = fc.tuple(fc.nat(), fc.boolean(), answer).map(([at, known, after]): Step => (evaluation) => {
  const items = known && Object.keys(evaluation.answers).length > 0 ? Object.keys(evaluation.answers) : ITEMS
  const item = items[at % items.length]!
  return { kind: 'answer', item, before: evaluation.answers[item] ?? null, after }
})

const onTable = (made: (evaluation: Evaluation, table: string, index: number) => Edit) => ([tableAt, rowAt]: readonly [number, number]): Step => (evaluation) => {
  const tables = Object.keys(evaluation.tables).filter((table) => evaluation.tables[table]!.length > 0)
  const table = tables[tableAt % Math.max(1, tables.length)]
  return table === undefined ? null : made(evaluation, table, rowAt % evaluation.tables[table]!.length)
}

const place = fc.tuple(fc.nat(), fc.nat())
const cell = fc.tuple(place, fc.nat(), answer).map(([at, columnAt, after]) => onTable((evaluation, table, index) => {
  const row = evaluation.tables[table]![index]!
  const columns = Object.keys(row.cells)
  const column = columns[columnAt % Math.max(1, columns.length)] ?? 'name'
  return { kind: 'cell', table, row: row.id, column, before: row.cells[column] ?? null, after }
})(at))
const removed = place.map(onTable((evaluation, table, index) => ({ kind: 'rowRemoved', table, index, row: evaluation.tables[table]![index]! })))
const copied = place.map(onTable((evaluation, table, index) => ({ kind: 'rowAdded', table, index, row: { ...evaluation.tables[table]![index]!, id: `copy-${evaluation.tables[table]!.length}-${index}` } })))
const moved = place.map(onTable((evaluation, table, index) => ({ kind: 'rowMoved', table, row: evaluation.tables[table]![index]!.id, from: index, to: 0 })))
const judged: fc.Arbitrary<Step> = fc.tuple(fc.nat(), fc.constantFrom('self', 'review'), fc.boolean()).map(([at, author, none]): Step => (evaluation) => {
  const { indicators } = evaluation.framework
  const indicator = indicators[at % indicators.length]!.id
  return { kind: 'judgement', indicator, author: author as 'self' | 'review', before: evaluation.judgements[indicator]?.[author as 'self' | 'review'] ?? null, after: none ? null : { entry: { kind: 'notInvolved' } } }
})
const settled: fc.Arbitrary<Step> = fc.constantFrom<Partial<Evaluation['settings']>>({ carryInIncluded: 'yes' }, { carryInIncluded: 'unasked' }, { ratesFrom: 'full' }, { rateRounding: 'exact' }, { scope: 'department' })
  .map((change): Step => (evaluation) => ({ kind: 'settings', before: evaluation.settings, after: { ...evaluation.settings, ...change } }))
const explained: fc.Arbitrary<Step> = fc.nat().map((at): Step => () => ({ kind: 'explanation', check: catalog.checks[at % catalog.checks.length]!.id, before: null, after: '按决算批复' }))
const framework: fc.Arbitrary<Step> = fc.constantFrom(...catalog.frameworks).map((after): Step => (evaluation) => ({ kind: 'framework', before: evaluation.framework, after }))
const year: fc.Arbitrary<Step> = fc.integer({ min: 2018, max: 2030 }).map((after): Step => (evaluation) => ({ kind: 'year', before: evaluation.year, after }))

const steps = fc.array(fc.oneof({ weight: 8, arbitrary: typed }, { weight: 4, arbitrary: cell }, removed, copied, moved, { weight: 2, arbitrary: judged }, settled, explained, framework, year), { minLength: 1, maxLength: 12 })

describe('what is checked again after an edit', () => {
  it.each([['with last year', true], ['alone', false]])('is what a check of everything finds, %s', (_, withLast) => {
    fc.assert(fc.property(fc.oneof(fc.constant(fictionalCase), arbitraryEvaluation), steps, (start, edits) => {
      const [recheck, reassess, reviewed] = [reviewer(catalog.checks, catalog.measures), assessor('self'), assessor('review')]
      let evaluation = start
      for (const edit of [() => null, ...edits]) {
        const made = edit(evaluation)
        if (made) evaluation = applyEdit(evaluation, made)
        const assessment = reassess(evaluation.framework, evaluation)
        expect(assessment).toEqual(assess(evaluation.framework, evaluation))
        expect(reviewed(evaluation.framework, evaluation)).toEqual(assess(evaluation.framework, evaluation, 'review'))
        const beside = { last: withLast ? lastYear : null, assessment, inspections }
        expect(recheck(evaluation, beside)).toEqual(review(catalog.checks, evaluation, catalog.measures, beside))
      }
    }), { numRuns: Number(process.env['RUNS'] ?? 15) })
  })

  it('runs only the checks that read what was typed', () => {
    let reads = 0
    const counted = catalog.checks.map((check) => Object.defineProperty({ ...check }, 'left', { enumerable: true, get: () => { reads += 1; return check.left } }))
    const recheck = reviewer(counted, catalog.measures)
    recheck(fictionalCase)
    const all = reads
    reads = 0
    recheck({ ...fictionalCase, answers: { ...fictionalCase.answers, 'threePublic.reception@actual/all': given('0.7') } })
    expect(reads).toBeGreaterThan(0)
    expect(reads).toBeLessThan(all / 4)
  })
})
