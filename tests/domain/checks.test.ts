import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { review } from '../../src/domain/checks/review'

const reviewOf = (evaluation: Evaluation) => review(catalog.checks, evaluation, catalog.measures)
const changed = (evaluation: Evaluation, answers: { readonly [item: string]: string }): Evaluation => ({
  ...evaluation,
  answers: { ...evaluation.answers, ...Object.fromEntries(Object.entries(answers).map(([item, text]) => [item, given(text)])) },
})

describe('checks on the founding case', () => {
  const found = reviewOf(foundingCase)

  it('find nothing but rounding: 300 + 114 + 229 against 642.8', () => {
    expect(found.findings.map((finding) => `${finding.check} ${finding.verdict} ${finding.severity}`)).toEqual(['expenditure.uses rounding hint'])
    expect(found.findings[0]!.equation).toBe('642.8 ≈ 300 + 114 + 229 = 643')
    expect(found.findings[0]!.detail).toContain('0.2')
  })

  it('see that 172 + 4 + 0.03 + 11.47 = 187.5 and 187.5 + 642.8 = 830.3 hold', () => {
    const held = found.held.map((line) => line.equation)
    expect(held).toContain('187.5 = 172 + 4 + 0.03 + 11.47 = 187.5')
    expect(held).toContain('830.3 = 187.5 + 642.8 = 830.3')
    expect(found.held.map((line) => line.check)).toContain('projects.actual')
  })

  it('say what they cannot decide, and what is missing', () => {
    const line = found.undecided.find((undecided) => undecided.check === 'balance')
    expect(line?.missing).toContain('income@actual/all')
  })

  it('report a slipped digit in 基本支出 as a contradiction with both sides', () => {
    const findings = reviewOf(changed(foundingCase, { 'expenditure.basic@actual/all': '178.5' })).findings
    const basic = findings.find((finding) => finding.check === 'expenditure.basicDetail')
    expect(basic?.severity).toBe('contradiction')
    expect(basic?.equation).toContain('178.5 ≠ 172 + 4 + 0.03 + 11.47 = 187.5')
  })
})

describe('checks on the fictional sample', () => {
  it('all hold', () => {
    const found = reviewOf(fictionalCase)
    expect(found.findings).toEqual([])
    expect(found.undecided).toEqual([])
  })
})

/** One change that breaks each check on the sample where everything holds. Checks over all bases are broken on each basis. */
const BREAKS: { readonly [check: string]: { readonly [item: string]: string } } = {
  'threePublic.runningVehicles': { 'threePublic.vehicles.running@actual/all': '9.80' },
  'threePublic.abroadZero': { 'threePublic.abroad@actual/all': '1.00' },
  'threePublic.receptionZero': { 'threePublic.receptionBatches@inYear': '0' },
  'threePublic.purchaseZero': { 'threePublic.vehicles.purchase@actual/all': '12.00' },
  'staff.quota': { 'staff.quota@approved': '44' },
  'staff.institutionQuota': { 'staff.quota.institution@approved': '46', 'staff.quota@approved': '45' },
  'staff.onPost': { 'staff.onPost@yearEnd': '68' },
  'staff.temporary': { 'staff.temporary@yearEnd': '7' },
  'expenditure.basicDetail': { 'expenditure.basic@actual/all': '662.25' },
  'expenditure.basicAndProject': { 'expenditure@actual/all': '1045.65' },
  'expenditure.uses': { 'expenditure.project@actual/all': '383.50' },
  'expenditure.adjusted': { 'expenditure@adjustedBudget/all': '1011.00' },
  'expenditure.policyAddition': { 'expenditure@policyAddition/all': '33.00' },
  'expenditure.completion': { 'expenditure@carryOut/all': '16.54' },
  balance: { 'income.fiscal@actual/all': '1000.10' },
  'economic.basic': { 'economic@actual/general': '662.25' },
  'projects.unitSlip': { 'expenditure@actual/all': '104.55' },
  'satisfaction.answers': { 'satisfaction.satisfied@inYear': '41' },
  'satisfaction.returned': { 'satisfaction.returned@inYear': '121' },
  'satisfaction.valid': { 'satisfaction.valid@inYear': '113' },
  'satisfaction.sample': { 'satisfaction.valid@inYear': '29' },
}

const byBasis: readonly [RegExp, (basis: string) => { readonly [item: string]: string }][] = [
  [/^threePublic\.(priorBudget|priorActual|originalBudget|actual)$/, (b) => ({ [`threePublic@${b}/all`]: '99.00' })],
  [/^threePublic\.vehicles\.(\w+)$/, (b) => ({ [`threePublic.vehicles@${b}/all`]: '99.00' })],
  [/^project\.categories\.(\w+)$/, (b) => ({ [`expenditure.project@${b}/all`]: '9.00' })],
  [/^operating\.included\.(\w+)$/, (b) => ({ [`operating.office@${b}/all`]: '99.00' })],
  [/^expenditure\.total\.(\w+)$/, (b) => ({ [`expenditure@${b}/all`]: '5000.00' })],
  [/^expenditure\.parts\.(\w+)$/, (b) => ({ [`expenditure@${b}/all`]: '0.00', [`expenditure.project@${b}/all`]: '7.00' })],
  [/^expenditure\.basic\.(\w+)$/, (b) => ({ [`expenditure.basic@${b}/all`]: '5000.00' })],
  [/^expenditure\.operating\.(\w+)$/, (b) => ({ [`expenditure.operating@${b}/all`]: '5000.00' })],
  [/^projects\.(\w+)$/, (b) => ({ [`expenditure.project@${b}/all`]: '5000.00' })],
]

const breakOf = (check: string) =>
  BREAKS[check] ?? byBasis.map(([pattern, change]) => pattern.exec(check) && change(pattern.exec(check)![1]!)).find(Boolean)

describe('every check', () => {
  it.each(catalog.checks.map((check) => check.id))('%s is broken by a change', (id) => {
    const change = breakOf(id)
    expect(change).toBeTruthy()
    expect(reviewOf(changed(fictionalCase, change!)).findings.map((finding) => finding.check)).toContain(id)
  })

  it('has an id of its own and names its place and remedy', () => {
    expect(new Set(catalog.checks.map((check) => check.id)).size).toBe(catalog.checks.length)
    for (const check of catalog.checks) expect(check.remedy.length).toBeGreaterThan(5)
  })
})
