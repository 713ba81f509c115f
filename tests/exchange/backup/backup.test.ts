import * as fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { given } from '../../../src/domain/evaluation/answer'
import type { Change } from '../../../src/domain/evaluation/history'
import type { KeptEvaluation } from '../../../src/domain/evaluation/keptEvaluation'
import { readBackup } from '../../../src/exchange/backup/readBackup'
import { writeBackup } from '../../../src/exchange/backup/writeBackup'
import { sha256 } from '../../../src/kernel/sha256'
import { arbitraryEvaluation } from '../../support/arbitraryEvaluation'

const changes: readonly Change[] = [
  { id: 'a', revision: 2, at: 10, act: 'edit', edit: { kind: 'answer', item: 'staff.quota@approved', before: given('4'), after: given('8') } },
  { id: 'b', revision: 3, at: 20, act: 'replaced', reason: '导入前' },
]
const kept = (evaluation = foundingCase, revision = 3): KeptEvaluation => ({ evaluation, revision, updatedAt: 1_700_000_000_000, changes })
const CREATED = '2026-03-20T08:00:00.000Z'
const backup = writeBackup([kept(), kept(fictionalCase)], CREATED)
const told = (bytes: Uint8Array): string => { const reading = readBackup(bytes, '备份.hengji.zip'); return reading.ok ? '' : reading.message }
const repacked = (change: (files: { [path: string]: Uint8Array }) => void): Uint8Array => { const files = unzipSync(backup); change(files); return zipSync(files) }

describe('a backup of the desk', () => {
  it('gives both samples back with their change logs', () =>
    expect(readBackup(backup, '备份.hengji.zip')).toEqual({ ok: true, fileName: '备份.hengji.zip', createdAt: CREATED, evaluations: [kept(), kept(fictionalCase)], frameworks: [], damaged: [] }))

  it('gives back any evaluation as it was', () =>
    fc.assert(fc.property(fc.array(fc.record({ evaluation: arbitraryEvaluation, revision: fc.nat(), updatedAt: fc.nat(), changes: fc.constant(changes) }), { maxLength: 2 }), (all) => {
      expect(readBackup(writeBackup(all, CREATED), 'x')).toMatchObject({ ok: true, evaluations: all, damaged: [] })
    }), { numRuns: 25 }))

  it('carries own frameworks, and says so where theirs is the damage', () => {
    const own = { id: 'own', revision: 2, updatedAt: 5, framework: { ...hunan2017, id: 'own' }, base: hunan2017, versions: [] }
    const bytes = writeBackup([kept()], CREATED, [own])
    expect(readBackup(bytes, 'x')).toMatchObject({ ok: true, evaluations: [kept()], frameworks: [own], damaged: [] })
    const files = unzipSync(bytes)
    files['frameworks.json'] = strToU8('[]')
    const reading = readBackup(zipSync(files), 'x')
    expect(reading).toMatchObject({ ok: true, evaluations: [kept()], frameworks: [] })
    expect(reading.ok && reading.damaged).toEqual(['自有指标体系（1 套）的数据已损坏，不能恢复。'])
  })

  it('of an empty desk is empty, not an error', () =>
    expect(readBackup(writeBackup([], CREATED), 'x')).toMatchObject({ ok: true, evaluations: [] }))

  it('of the same desk is the same, byte for byte', () => expect(writeBackup([kept(), kept(fictionalCase)], CREATED)).toEqual(backup))
})

describe('a file that is no whole backup is told in one sentence:', () => {
  it.each([
    ['0 bytes', new Uint8Array(), '空文件'],
    ['words', strToU8('这不是备份'), '不是备份文件'],
    ['a foreign zip', zipSync({ 'a.txt': strToU8('x') }), '不是本系统的备份'],
    ['a newer format, whatever else it holds', repacked((files) => { files['hengji.json'] = strToU8('{"format":"hengji-backup","version":99,"later":true}') }), '请先更新本页'],
    ['a header that claims nothing', repacked((files) => { files['hengji.json'] = strToU8('{}') }), '目录已损坏'],
    ['an index changed by hand', repacked((files) => { files['index.json'] = strToU8('{"createdAt":"x","entries":[]}') }), '目录已损坏'],
    ['a tree too deep', repacked((files) => {
      files['index.json'] = strToU8('['.repeat(100_000) + ']'.repeat(100_000))
      files['hengji.json'] = strToU8(JSON.stringify({ format: 'hengji-backup', version: 1, index: sha256(files['index.json']) }))
    }), '不能恢复'],
  ])('%s', (_, bytes, words) => expect(told(bytes)).toContain(words))

  it('a zip whose directory promises more than any backup holds is not unpacked', () => {
    const bomb = zipSync({ 'hengji.json': new Uint8Array(64) })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fff_ffff, true)
    expect(told(bomb)).toContain('解开后太大')
  })

  it('one entry swapped for another leaves the rest to be restored', () => {
    const swapped = repacked((files) => { files['evaluations/0001.json'] = files['evaluations/0002.json']! })
    expect(readBackup(swapped, 'x')).toMatchObject({ ok: true, evaluations: [kept(fictionalCase)], damaged: ['“岳麓区信息中心” 2020 年度的数据已损坏，不能恢复。'] })
  })

  it('cut off anywhere, it gives nothing wrong', () => {
    for (let length = 0; length < backup.length; length += 97) expect(told(backup.slice(0, length))).not.toBe('')
  })

  it('with any bit flipped, an evaluation comes back as it was or not at all', () => {
    const small = writeBackup([kept({ ...foundingCase, tables: {}, narrative: {} })], CREATED)
    const whole = JSON.stringify(kept({ ...foundingCase, tables: {}, narrative: {} }))
    for (let at = 0; at < small.length; at += 3) {
      const flipped = small.slice()
      flipped[at] = flipped[at]! ^ (1 << (at % 8))
      const reading = readBackup(flipped, 'x')
      const right = reading.ok ? reading.evaluations.every((one) => JSON.stringify(one) === whole) : reading.message.endsWith('。')
      expect(right, `byte ${at}`).toBe(true)
    }
  })
})
