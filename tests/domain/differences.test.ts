import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { differences } from '../../src/domain/evaluation/differences'
import { applyEdit } from '../../src/domain/evaluation/edit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'

/** What versions of one evaluation can differ in; a table without a row says no more than no table. */
const plain = ({ tables, id: _id, sample: _sample, ...rest }: Evaluation) => ({ ...rest, tables: Object.fromEntries(Object.entries(tables).filter(([, rows]) => rows.length > 0)) })

describe('what lies between two versions', () => {
  it('is nothing between a version and itself', () => expect(differences(fictionalCase, structuredClone(fictionalCase))).toEqual({ edits: [], others: [] }))

  it('names each changed place with both values', () => {
    const after = applyEdit(foundingCase, { kind: 'answer', item: 'staff.quota@approved', before: null, after: given('9') })
    expect(differences(foundingCase, after).edits).toEqual([{ kind: 'answer', item: 'staff.quota@approved', before: foundingCase.answers['staff.quota@approved'], after: given('9') }])
  })

  it('of one sample and another leads from the one to the other', () => {
    const { edits } = differences(foundingCase, fictionalCase)
    const led = edits.reduce(applyEdit, foundingCase as Evaluation)
    expect(plain(led)).toEqual(plain(fictionalCase))
  })

  it('leads from any version to any other, rows moved, added, removed and all', () =>
    fc.assert(fc.property(arbitraryEvaluation, arbitraryEvaluation, fc.boolean(), (before, other, mixed) => {
      const after = mixed ? { ...other, tables: Object.fromEntries(Object.entries(before.tables).map(([table, rows]) => [table, [...rows].reverse().slice(1)])) } : other
      const { edits, others } = differences(before, after)
      const led = edits.reduce(applyEdit, before)
      const known = Object.fromEntries(others.map((key) => [key, after[key as keyof Evaluation]]))
      expect(plain({ ...led, ...known })).toEqual(plain(after))
    }), { numRuns: 40 }))
})
