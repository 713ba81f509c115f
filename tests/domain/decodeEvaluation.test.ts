import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { decodeEvaluation } from '../../src/domain/evaluation/decodeEvaluation'
import { editDecoder } from '../../src/domain/evaluation/decodeEdit'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { decode, problemText } from '../../src/kernel/decode'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'

const read = (value: unknown) => decodeEvaluation(value, catalog.measures)
const told = (value: unknown) => { const result = read(value); return result.ok ? [] : result.error.map(problemText) }
const copy = (evaluation: Evaluation): Record<string, unknown> => JSON.parse(JSON.stringify(evaluation)) as Record<string, unknown>
const changed = (change: (evaluation: Record<string, unknown>) => void) => { const value = copy(foundingCase); change(value); return value }

describe('an evaluation from outside', () => {
  it.each([['岳麓区信息中心 2020', foundingCase], ['示例单位（虚构）', fictionalCase]])('%s is read back as it was', (_, sample) =>
    expect(read(copy(sample))).toEqual({ ok: true, value: sample }))

  it('is read back as it was, whatever was typed', () =>
    fc.assert(fc.property(arbitraryEvaluation, (evaluation) => { expect(read(copy(evaluation))).toEqual({ ok: true, value: evaluation }) }), { numRuns: 60 }))

  it('refuses a later format', () =>
    expect(told(changed((e) => { e['format'] = 2 }))).toEqual(['format：应为1，实际是2']))

  it('refuses words where a figure is asked', () =>
    expect(told(changed((e) => { e['answers'] = { 'staff.quota@approved': { kind: 'given', text: '八人' } } })))
      .toEqual(['answers.staff.quota@approved：应为编制数的数字（如 187.50），实际是“八人”']))

  it('keeps such words where only the shape is asked: a backup gives back what was typed', () =>
    expect(decodeEvaluation(changed((e) => { e['answers'] = { 'staff.quota@approved': { kind: 'given', text: '八人' } } })).ok).toBe(true))

  it('refuses a blank given, which would be neither blank nor filled', () =>
    expect(told(changed((e) => { e['answers'] = { 'unit.name': { kind: 'given', text: '' } } }))).toEqual(['answers.unit.name.text：应为不为空的文字，实际是“”']))

  it('refuses two rows of one id', () =>
    expect(told(changed((e) => { e['tables'] = { projects: [{ id: 'a', kind: 'single', cells: {} }, { id: 'a', kind: 'single', cells: {} }] } })))
      .toEqual(['tables.projects：应为行标识不重复的各行，实际是2 项的列表']))

  it('refuses an unknown way of scoring, with its place', () =>
    expect(told(changed((e) => { (e['framework'] as { indicators: { scoring: { kind: string } }[] }).indicators[0]!.scoring.kind = 'guess' }))[0])
      .toContain('framework.indicators[0].scoring.kind：应为'))

  it.each([null, 3, 'x', [], {}, { format: 1 }])('refuses %j with words, without throwing', (value) => expect(told(value)).not.toEqual([]))
})

describe('an edit from outside', () => {
  it('is read with every edit inside it', () => {
    const edit = { kind: 'together', edits: [{ kind: 'answer', item: 'unit.name', before: null, after: { kind: 'given', text: '甲' } }, { kind: 'year', before: 2020, after: 2021 }] }
    expect(decode(editDecoder, edit)).toEqual({ ok: true, value: edit })
    expect(decode(editDecoder, { kind: 'together', edits: [{ kind: 'format' }] }).ok).toBe(false)
  })
})
