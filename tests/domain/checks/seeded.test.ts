import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { inspections } from '../../../src/domain/checks/inspections/inspections'
import { review } from '../../../src/domain/checks/review'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { assess } from '../../../src/domain/indicators/assess'
import { lastYear, possibleFaults, withFault, type Fault } from '../../support/faults'

const reviewOf = (evaluation: Evaluation) =>
  review(catalog.checks, evaluation, catalog.measures, { last: lastYear, assessment: assess(evaluation.framework, evaluation, 'self'), inspections })

const seenAt = (evaluation: Evaluation, fault: Fault): boolean => reviewOf(evaluation).findings.some(({ at, figures }) => at === fault.at || figures.includes(fault.at))

/** Slips that leave a likely figure, and of which nothing else in the evaluation says otherwise. */
const UNKNOWABLE = [
  'operating.office@originalBudget/all 两位数字颠倒',
  'satisfaction.sent@inYear 两位数字颠倒',
  'staff.quota.institution@approved 两位数字颠倒',
  'staff.retired@yearEnd 两位数字颠倒',
  'threePublic.receptionBatches@inYear 两位数字颠倒',
  'threePublic.receptionPersons@inYear 两位数字颠倒',
]
const named = ({ at, slip }: Fault): string => `${at} ${slip}`
const knowable = possibleFaults.filter((fault) => !UNKNOWABLE.includes(named(fault)))

const RUNS = 40

/** The faults that a review of the sample with all of them does not show. */
const hiddenOf = (faults: readonly Fault[]): readonly Fault[] => {
  const { findings } = reviewOf(faults.reduce(withFault, fictionalCase))
  return faults.filter((fault) => !findings.some(({ at, figures }) => at === fault.at || figures.includes(fault.at)))
}

describe('「示例单位」', () => {
  it('is clean: nothing is found, with last year beside it and every inspection', () => {
    const { findings, undecided } = reviewOf(fictionalCase)
    expect({ findings, undecided }).toEqual({ findings: [], undecided: [] })
  })

  it('with any one slip in any typed figure shows it at its cell, but for six that nothing else contradicts', () => {
    expect(possibleFaults.length).toBeGreaterThan(400)
    expect(possibleFaults.filter((fault) => !seenAt(withFault(fictionalCase, fault), fault)).map(named).sort()).toEqual(UNKNOWABLE)
  })

  it('with thirty slips at random shows them at their cells; the few that others hide come out as those are mended', () => {
    const thirty = fc.shuffledSubarray([...knowable]).map((faults) => faults.filter(({ at }, i) => faults.findIndex((other) => other.at === at) === i).slice(0, 30))
    let seeded = 0
    let hiddenAtFirst = 0
    let cancelled = 0
    fc.assert(fc.property(thirty, (faults) => {
      let left = hiddenOf(faults)
      seeded += faults.length
      hiddenAtFirst += left.length
      for (let before = faults.length; left.length > 0 && left.length < before;) {
        before = left.length
        left = hiddenOf(left)
      }
      if (left.length === 0) return
      // Two figures whose digits are turned may move one up by what the other moves down: then every sum they stand in still adds up.
      cancelled++
      expect(left.map(({ slip }) => slip)).toEqual(['两位数字颠倒', '两位数字颠倒'])
    }), { numRuns: RUNS, endOnFailure: true })
    expect(hiddenAtFirst).toBeLessThanOrEqual(seeded / 20)
    expect(cancelled).toBeLessThanOrEqual(RUNS / 8)
  })
})
