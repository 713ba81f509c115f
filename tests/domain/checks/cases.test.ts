import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import type { Check, Severity } from '../../../src/domain/checks/check'
import { review } from '../../../src/domain/checks/review'
import { BASES, type Basis } from '../../../src/domain/measures/basis'
import { namedEvaluation, type NamedAnswers, type NamedTables } from '../../support/namedEvaluation'

/** One check with figures that hold and a change that breaks it. {口径} and {栏} stand for each basis in turn. */
interface Case {
  readonly check: string
  readonly bases?: readonly Basis[]
  readonly columns?: { readonly [B in Basis]?: string }
  readonly holds: NamedAnswers
  readonly tables?: NamedTables
  readonly says?: string
  readonly equation?: string
  readonly breaks: NamedAnswers
  readonly breaksTables?: NamedTables
  readonly found: 'rounding' | 'contradicted'
  readonly severity?: Severity
  readonly foundEquation?: string
  readonly detail?: string
}

const folder = join(import.meta.dirname, '../../cases/checks')
const written = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly Case[])

const onBasis = (one: Case, basis: Basis): Case =>
  JSON.parse(JSON.stringify(one).replaceAll('{basis}', basis).replaceAll('{口径}', BASES[basis].name).replaceAll('{栏}', one.columns?.[basis] ?? '')) as Case

const cases = written.flatMap((one) => (one.bases ? one.bases.map((basis) => onBasis(one, basis)) : [one]))

const checkOf = (id: string): Check => {
  const found = catalog.checks.find((check) => check.id === id.replace(/\[.*$/, ''))
  if (!found) throw new Error(`no check is called ${id}`)
  return found
}

const run = (one: Case, answers: NamedAnswers, tables: NamedTables = {}) => review([checkOf(one.check)], namedEvaluation(answers, tables), catalog.measures)

describe.each(cases)('$check', (one) => {
  it('holds', () => {
    const { findings, held, undecided } = run(one, one.holds, one.tables)
    expect({ findings, undecided }).toEqual({ findings: [], undecided: [] })
    expect(held.map(({ check }) => check)).toEqual([one.check])
    expect(held[0]).toMatchObject({ ...(one.equation === undefined ? {} : { equation: one.equation }), ...(one.says === undefined ? {} : { says: one.says }) })
  })

  it('is broken', () => {
    const { findings } = run(one, { ...one.holds, ...one.breaks }, one.breaksTables ?? one.tables)
    expect(findings.map(({ check, verdict, severity }) => ({ check, verdict, severity }))).toEqual([{ check: one.check, verdict: one.found, severity: one.severity ?? 'contradiction' }])
    if (one.foundEquation !== undefined) expect(findings[0]!.equation).toBe(one.foundEquation)
    if (one.detail !== undefined) expect(findings[0]!.detail).toContain(one.detail)
  })
})

describe('the checks of the catalog', () => {
  it('each have a case that holds and one that breaks', () =>
    expect(catalog.checks.map(({ id }) => id).filter((id) => !cases.some((one) => one.check.replace(/\[.*$/, '') === id))).toEqual([]))

  it('have ids of their own, and say what to do and where it was read', () => {
    expect(new Set(catalog.checks.map(({ id }) => id)).size).toBe(catalog.checks.length)
    expect(catalog.checks.filter(({ remedy, source, says }) => !remedy.endsWith('。') || source === '' || says === '').map(({ id }) => id)).toEqual([])
  })
})
