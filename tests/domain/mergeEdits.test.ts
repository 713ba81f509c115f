import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { applyEdit, inverse, type Edit } from '../../src/domain/evaluation/edit'
import type { Evaluation, Row } from '../../src/domain/evaluation/evaluation'
import { joined, stacksOf, type Change } from '../../src/domain/evaluation/history'
import { mergeEdits } from '../../src/domain/evaluation/mergeEdits'
import { same } from '../../src/kernel/same'
import { arbitraryDecimal, arbitraryWords } from '../support/arbitraryEvaluation'

const QUOTA = 'staff.quota@approved'
const quota = (before: string | null, after: string | null): Edit => ({ kind: 'answer', item: QUOTA, before: before === null ? null : given(before), after: after === null ? null : given(after) })
const of = (text: string): Evaluation => ({ ...foundingCase, answers: { ...foundingCase.answers, [QUOTA]: given(text) } })
const row = (id: string, name: string): Row => ({ id, kind: 'single', cells: { name: given(name) } })

/** An edit of some kind, as a person at this evaluation would bring it about. */
const arbitraryEdit = (evaluation: Evaluation): fc.Arbitrary<Edit> => {
  const projects = evaluation.tables['projects'] ?? []
  const kinds: fc.Arbitrary<Edit>[] = [
    fc.tuple(fc.constantFrom(QUOTA, 'staff.onPost@yearEnd', 'unit.offices@yearEnd'), fc.option(arbitraryDecimal)).map(([item, text]) =>
      ({ kind: 'answer', item, before: evaluation.answers[item] ?? null, after: text === null ? null : given(text) })),
    fc.tuple(fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 6, maxLength: 6 }), arbitraryWords, fc.nat(projects.length)).map(([id, name, index]) =>
      ({ kind: 'rowAdded', table: 'projects', index, row: row(`new-${id}`, name) })),
    fc.tuple(fc.constantFrom('performance', 'profile.work'), arbitraryWords).map(([section, text]) =>
      ({ kind: 'narrative', section, before: evaluation.narrative[section] ?? null, after: [[{ kind: 'text', text }]] })),
    fc.integer({ min: 2015, max: 2030 }).map((after) => ({ kind: 'year', before: evaluation.year, after })),
    fc.constantFrom('yes' as const, 'no' as const).map((carryInIncluded) => ({ kind: 'settings', before: evaluation.settings, after: { ...evaluation.settings, carryInIncluded } })),
    arbitraryWords.map((text) => ({ kind: 'explanation', check: 'c1', before: evaluation.explanations['c1'] ?? null, after: text })),
    arbitraryWords.map((heading) => ({ kind: 'sections', before: evaluation.sections ?? null, after: heading.length < 3 ? null : [{ id: 'profile', level: 1, heading, required: true }] })),
    arbitraryWords.map((reason) => ({ kind: 'judgement', indicator: 'efficiency', author: 'self', before: evaluation.judgements['efficiency']?.self ?? null, after: { reason } })),
  ]
  if (projects.length > 0) {
    const at = fc.nat(projects.length - 1)
    kinds.push(
      fc.tuple(at, fc.option(arbitraryDecimal)).map(([i, text]) =>
        ({ kind: 'cell', table: 'projects', row: projects[i]!.id, column: 'actual', before: projects[i]!.cells['actual'] ?? null, after: text === null ? null : given(text) })),
      at.map((index) => ({ kind: 'rowRemoved', table: 'projects', index, row: projects[index]! })),
      fc.shuffledSubarray(projects.map(({ id }) => id), { minLength: projects.length }).map((after) => ({ kind: 'rowsOrdered', table: 'projects', before: projects.map(({ id }) => id), after })),
      fc.tuple(at, at).map(([from, to]) => ({ kind: 'rowMoved', table: 'projects', row: projects[from]!.id, from, to })),
      at.map((i) => ({ kind: 'rowKind', table: 'projects', row: projects[i]!.id, before: projects[i]!.kind, after: 'merged' })),
    )
  }
  return fc.oneof(...kinds)
}

/** Edits one after the other, each fitting what the ones before it left. */
const arbitraryEdits = (evaluation: Evaluation, length: number): fc.Arbitrary<readonly Edit[]> =>
  length === 0 ? fc.constant([]) : arbitraryEdit(evaluation).chain((edit) => arbitraryEdits(applyEdit(evaluation, edit), length - 1).map((rest) => [edit, ...rest]))

const someEdits = fc.tuple(fc.constantFrom(foundingCase, fictionalCase), fc.nat(8)).chain(([evaluation, length]) => arbitraryEdits(evaluation, length).map((edits) => ({ evaluation, edits })))

describe('an edit', () => {
  it('undone leaves everything as it was, alone or with others', () =>
    fc.assert(fc.property(someEdits, ({ evaluation, edits }) => {
      const together: Edit = { kind: 'together', edits }
      expect(same(applyEdit(applyEdit(evaluation, together), inverse(together)), evaluation)).toBe(true)
    })))

  it('merged upon what it was made for does what applying it does', () =>
    fc.assert(fc.property(someEdits, ({ evaluation, edits }) => {
      const merged = mergeEdits(evaluation, edits)
      expect([merged.clashes.length, same(merged.evaluation, edits.reduce(applyEdit, evaluation))]).toEqual([0, true])
    })))

  it('merged upon any other evaluation either finds its place or is told as a clash; the edits told as done lead to the result', () =>
    fc.assert(fc.property(someEdits, someEdits, fc.boolean(), ({ evaluation, edits }, { edits: others }, force) => {
      const theirs = mergeEdits(evaluation, others, true).evaluation
      const merged = mergeEdits(theirs, edits, force)
      const redone = merged.edits.reduce(applyEdit, theirs)
      const undone = applyEdit(redone, inverse({ kind: 'together', edits: merged.edits }))
      expect([same(redone, merged.evaluation), same(undone, theirs)]).toEqual([true, true])
    })))
})

const cell = (id: string): Edit => ({ kind: 'cell', table: 'projects', row: id, column: 'note', before: null, after: given('x') })

describe('edits upon what another window wrote', () => {
  it('go in where their place is untouched', () =>
    expect(mergeEdits({ ...foundingCase, year: 2021 }, [quota('8', '4')].map((edit) => ({ ...edit, before: foundingCase.answers[QUOTA]! }) as Edit)))
      .toMatchObject({ evaluation: { year: 2021, answers: { [QUOTA]: given('4') } }, clashes: [] }))

  it('are no news where the other wrote the same', () =>
    expect(mergeEdits(of('4'), [quota('8', '4')])).toEqual({ evaluation: of('4'), edits: [], clashes: [] }))

  it('clash where the other wrote something else, and leave it alone', () =>
    expect(mergeEdits(of('6'), [quota('8', '4')])).toMatchObject({ evaluation: of('6'), edits: [], clashes: [{ edit: quota('8', '4'), forced: quota('6', '4') }] }))

  it('go over it when forced, so that undo gives theirs back', () => {
    const { evaluation, edits } = mergeEdits(of('6'), [quota('8', '4')], true)
    expect(evaluation).toEqual(of('4'))
    expect(edits.map(inverse).reduce(applyEdit, evaluation)).toEqual(of('6'))
  })

  it('change settings one by one: two windows may each settle another one', () => {
    const theirs: Evaluation = { ...foundingCase, settings: { ...foundingCase.settings, ratesFrom: 'full' } }
    const mine: Edit = { kind: 'settings', before: foundingCase.settings, after: { ...foundingCase.settings, carryInIncluded: 'yes' } }
    expect(mergeEdits(theirs, [mine])).toMatchObject({ evaluation: { settings: { ratesFrom: 'full', carryInIncluded: 'yes' } }, clashes: [] })
  })

  it('of a row the other removed are told, those of other rows go in', () => {
    const removed = applyEdit(foundingCase, { kind: 'rowRemoved', table: 'projects', index: 0, row: foundingCase.tables['projects']![0]! })
    const merged = mergeEdits(removed, [{ kind: 'together', edits: [cell('video'), cell('metro')] }])
    expect(merged.clashes).toEqual([{ edit: cell('video'), forced: null }])
    expect(merged.edits).toEqual([{ kind: 'together', edits: [cell('metro')] }])
  })
})

const line = (revision: number, act: 'edit' | 'undo' | 'redo' | 'setAside', edit: Edit, at = revision * 10_000): Change => ({ id: `c${revision}`, revision, at, act, edit })

describe('the change log', () => {
  const [one, two] = [quota('8', '4'), quota('4', '5')]

  it('comes to what can be undone and redone', () => {
    expect(stacksOf([line(1, 'edit', one), line(2, 'edit', two), line(3, 'undo', inverse(two))])).toEqual({ undo: [one], redo: [two] })
    expect(stacksOf([line(1, 'edit', one), line(2, 'undo', inverse(one)), line(3, 'redo', one)])).toEqual({ undo: [one], redo: [] })
    expect(stacksOf([line(1, 'edit', one), line(2, 'undo', inverse(one)), line(3, 'edit', two)])).toEqual({ undo: [two], redo: [] })
  })

  it('passes over what was set aside, and begins anew after a replacement', () => {
    expect(stacksOf([line(1, 'edit', one), line(2, 'setAside', two)])).toEqual({ undo: [one], redo: [] })
    expect(stacksOf([line(1, 'edit', one), { id: 'r', revision: 2, at: 1, act: 'replaced', reason: '导入' }])).toEqual({ undo: [], redo: [] })
  })

  it('joins quick changes of one place into one', () => {
    expect(joined(line(1, 'edit', one, 0), line(2, 'edit', two, 1500))).toEqual({ id: 'c2', revision: 2, at: 1500, act: 'edit', edit: quota('8', '5') })
    expect(joined(line(1, 'edit', one, 0), line(2, 'edit', two, 1501))).toBeNull()
    expect(joined(line(1, 'edit', one, 0), line(2, 'edit', { kind: 'year', before: 1, after: 2 }, 1))).toBeNull()
    expect(joined(line(1, 'undo', one, 0), line(2, 'edit', two, 1))).toBeNull()
    expect(joined(undefined, line(2, 'edit', two, 1))).toBeNull()
  })
})
