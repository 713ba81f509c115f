import * as fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hunan2017 } from '../../../src/catalog/frameworks/hunan2017'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../../src/catalog/samples/foundingCase'
import { given } from '../../../src/domain/evaluation/answer'
import type { Change } from '../../../src/domain/evaluation/history'
import type { KeptEvaluation } from '../../../src/domain/evaluation/keptEvaluation'
import type { BackupPurpose, KeptEvidence } from '../../../src/exchange/backup/backupFile'
import { readBackup } from '../../../src/exchange/backup/readBackup'
import { seal } from '../../../src/exchange/backup/seal'
import { writeBackup } from '../../../src/exchange/backup/writeBackup'
import { same } from '../../../src/kernel/same'
import { sha256 } from '../../../src/kernel/sha256'
import { arbitraryEvaluation } from '../../support/arbitraryEvaluation'

const changes: readonly Change[] = [
  { id: 'a', revision: 2, at: 10, act: 'edit', edit: { kind: 'answer', item: 'staff.quota@approved', before: given('4'), after: given('8') } },
  { id: 'b', revision: 3, at: 20, act: 'replaced', reason: '导入前' },
]
const kept = (evaluation = foundingCase, revision = 3): KeptEvaluation => ({ evaluation, revision, updatedAt: 1_700_000_000_000, changes })
const CREATED = '2026-03-20T08:00:00.000Z'
/** FLIPS=all tries every byte; a few suffice at each run. */
const STEP = process.env['FLIPS'] === 'all' ? 1 : 11
const SEALED_FLIPS = process.env['FLIPS'] === 'all' ? Infinity : 40
const proof: KeptEvidence = {
  evidence: { id: 'e1', evaluation: foundingCase.id, name: '验收单.pdf', type: 'application/pdf', size: 4, sha256: sha256(strToU8('%PDF')), addedAt: 5, about: [{ kind: 'row', table: 'projects', row: 'video' }] },
  content: strToU8('%PDF'),
}
const backupOf = (evaluations: readonly KeptEvaluation[], evidence: readonly KeptEvidence[] = [], purpose: BackupPurpose = 'backup'): Uint8Array => writeBackup({ evaluations, frameworks: [], evidence, purpose, createdAt: CREATED })
const backup = backupOf([kept(), kept(fictionalCase)])
const told = async (bytes: Uint8Array): Promise<string> => { const reading = await readBackup(bytes, '备份.hengji.zip'); return reading.ok ? '' : reading.message }
const repacked = (change: (files: { [path: string]: Uint8Array }) => void): Uint8Array => { const files = unzipSync(backup); change(files); return zipSync(files) }

describe('a backup of the desk', () => {
  it('gives both samples back with their change logs', async () =>
    expect(await readBackup(backup, '备份.hengji.zip')).toEqual({ ok: true, fileName: '备份.hengji.zip', createdAt: CREATED, purpose: 'backup', evaluations: [kept(), kept(fictionalCase)], frameworks: [], tasks: [], evidence: [], damaged: [] }))

  it('gives back any evaluation as it was', () =>
    fc.assert(fc.asyncProperty(fc.array(fc.record({ evaluation: arbitraryEvaluation, revision: fc.nat(), updatedAt: fc.nat(), changes: fc.constant(changes) }), { maxLength: 2 }), async (all) => {
      expect(await readBackup(backupOf(all), 'x')).toMatchObject({ ok: true, evaluations: all, damaged: [] })
    }), { numRuns: 25 }))

  it('carries own frameworks, and says so where theirs is the damage', async () => {
    const own = { id: 'own', revision: 2, updatedAt: 5, framework: { ...hunan2017, id: 'own' }, base: hunan2017, versions: [] }
    const bytes = writeBackup({ evaluations: [kept()], frameworks: [own], evidence: [], purpose: 'backup', createdAt: CREATED })
    expect(await readBackup(bytes, 'x')).toMatchObject({ ok: true, evaluations: [kept()], frameworks: [own], damaged: [] })
    const files = unzipSync(bytes)
    files['frameworks.json'] = strToU8('[]')
    const reading = await readBackup(zipSync(files), 'x')
    expect(reading).toMatchObject({ ok: true, evaluations: [kept()], frameworks: [] })
    expect(reading.ok && reading.damaged).toEqual(['自有指标体系（1 套）的数据已损坏，不能恢复。'])
  })

  it('carries the task packages, and says so where theirs is the damage', async () => {
    const tasks = [{ text: '{}', begun: { [foundingCase.id]: { code: '101001', name: '某区教育局', short: '教育局' } } }]
    const bytes = writeBackup({ evaluations: [kept()], frameworks: [], evidence: [], tasks, purpose: 'backup', createdAt: CREATED })
    expect(await readBackup(bytes, 'x')).toMatchObject({ ok: true, evaluations: [kept()], tasks, damaged: [] })
    expect(JSON.parse(strFromU8(unzipSync(bytes)['hengji.json']!))).toMatchObject({ version: 3 })
    expect(JSON.parse(strFromU8(unzipSync(backup)['hengji.json']!))).toMatchObject({ version: 1 })
    const files = unzipSync(bytes)
    files['tasks.json'] = strToU8('[]')
    const reading = await readBackup(zipSync(files), 'x')
    expect(reading).toMatchObject({ ok: true, evaluations: [kept()], tasks: [] })
    expect(reading.ok && reading.damaged).toEqual(['填报任务包（1 个）的数据已损坏，不能恢复。'])
  })

  it('of an empty desk is empty, not an error', async () =>
    expect(await readBackup(backupOf([]), 'x')).toMatchObject({ ok: true, evaluations: [] }))

  it('of the same desk is the same, byte for byte', () => expect(backupOf([kept(), kept(fictionalCase)])).toEqual(backup))
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
  ])('%s', async (_, bytes, words) => expect(await told(bytes)).toContain(words))

  it('a zip whose directory promises more than any backup holds is not unpacked', async () => {
    const bomb = zipSync({ 'hengji.json': new Uint8Array(64) })
    const view = new DataView(bomb.buffer)
    for (let at = 0; at < bomb.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fff_ffff, true)
    expect(await told(bomb)).toContain('解开后太大')
  })

  it('one entry swapped for another leaves the rest to be restored', async () => {
    const swapped = repacked((files) => { files['evaluations/0001.json'] = files['evaluations/0002.json']! })
    expect(await readBackup(swapped, 'x')).toMatchObject({ ok: true, evaluations: [kept(fictionalCase)], damaged: ['“岳麓区信息中心” 2020 年度的数据已损坏，不能恢复。'] })
  })

  it('cut off anywhere, it gives nothing wrong', async () => {
    for (let length = 0; length < backup.length; length += 97) expect(await told(backup.slice(0, length))).not.toBe('')
  })

  it('with any bit flipped, an evaluation or a file comes back as it was or not at all', async () => {
    const evaluation = { ...foundingCase, tables: {}, narrative: {} }
    const small = backupOf([kept(evaluation)], [proof])
    const whole = JSON.stringify(kept(evaluation))
    for (let at = 0; at < small.length; at += STEP) {
      const flipped = small.slice()
      flipped[at] = flipped[at]! ^ (1 << (at % 8))
      const reading = await readBackup(flipped, 'x')
      const right = reading.ok
        ? reading.evaluations.every((one) => JSON.stringify(one) === whole) && reading.evidence.every((one) => same(one, proof))
        : reading.message.endsWith('。')
      expect(right, `byte ${at}`).toBe(true)
    }
  })
})

describe('evidence in a backup', () => {
  it('comes back byte for byte with its links, and marks the file as of a later format', async () => {
    const bytes = backupOf([kept()], [proof], 'handover')
    expect(await readBackup(bytes, 'x')).toMatchObject({ ok: true, purpose: 'handover', evidence: [proof], damaged: [] })
    expect(strFromU8(unzipSync(bytes)['hengji.json']!)).toContain('"version":2')
  })

  it('leaves a file without any of it as the first version wrote it, so that an older page reads it', () =>
    expect(strFromU8(unzipSync(backup)['hengji.json']!)).toContain('"version":1'))

  it.each([['of another length', 'forged'], ['of the same length', '%PDX']])('that is damaged, %s, is told by name, and the rest is restored', async (_, forged) => {
    const files = unzipSync(backupOf([kept()], [proof]))
    files['evidence/0001'] = strToU8(forged)
    expect(await readBackup(zipSync(files), 'x')).toMatchObject({ ok: true, evaluations: [kept()], evidence: [], damaged: ['佐证材料“验收单.pdf”已损坏，不能恢复。'] })
  })
})

describe('a sealed backup', () => {
  const inner = backupOf([kept()], [proof])

  it('opens with its passphrase only, in whatever width it was typed, and shows nothing before', async () => {
    const sealed = await seal(inner, 'ＡＢ 口令 12')
    expect(strFromU8(sealed, true)).not.toContain('evaluations/')
    expect(await readBackup(sealed, 'x')).toMatchObject({ ok: false, sealed: true })
    expect(await readBackup(sealed, 'x', 'ab 口令 12')).toMatchObject({ ok: false, sealed: true, message: expect.stringContaining('口令不对') as unknown })
    expect(await readBackup(sealed, 'x', 'AB 口令 12')).toMatchObject({ ok: true, evaluations: [kept()], evidence: [proof] })
  })

  it('is never the same twice, and says how it was made', async () => {
    const [one, two] = await Promise.all([seal(inner, 'x'), seal(inner, 'x')])
    expect(one).not.toEqual(two)
    expect(JSON.parse(strFromU8(unzipSync(one)['hengji.json']!))).toMatchObject({ version: 2, seal: { cipher: 'AES-256-GCM', derivation: 'PBKDF2-SHA-256', rounds: 600_000 } })
  })

  it('cut off or with a bit flipped is told and gives nothing wrong, with the right passphrase too', async () => {
    const sealed = await seal(inner, 'x')
    const { length } = unzipSync(sealed)['sealed.bin']!
    const content = Buffer.from(sealed).indexOf(Buffer.from(unzipSync(sealed)['sealed.bin']!))
    for (let at = 0; at < sealed.length; at += Math.max(STEP, Math.ceil(sealed.length / SEALED_FLIPS))) {
      const flipped = sealed.slice()
      flipped[at] = flipped[at]! ^ (1 << (at % 8))
      for (const bytes of [flipped, sealed.slice(0, at)]) {
        const reading = await readBackup(bytes, 'x', 'x')
        expect(reading.ok ? reading.evaluations : reading.message, `byte ${at}`).toEqual(reading.ok ? [kept()] : expect.stringMatching(/。$/))
        // A damaged content is not taken for a wrong passphrase, which would have the user search for another.
        if (at >= content && at < content + length) expect(reading.ok ? '' : reading.message, `byte ${at}`).toMatch(/损坏|不完整/)
      }
    }
  })

  it('whose header was weakened by hand does not open', async () => {
    const files = unzipSync(await seal(inner, 'x'))
    const header = JSON.parse(strFromU8(files['hengji.json']!)) as { seal: { rounds: number } }
    header.seal.rounds = 100_000
    files['hengji.json'] = strToU8(JSON.stringify(header))
    expect(await readBackup(zipSync(files), 'x', 'x')).toMatchObject({ ok: false, sealed: true })
    header.seal.rounds = 1_000_000_000
    files['hengji.json'] = strToU8(JSON.stringify(header))
    expect(await readBackup(zipSync(files), 'x', 'x')).toMatchObject({ ok: false, message: expect.stringContaining('文件头已损坏') as unknown })
  })
})
