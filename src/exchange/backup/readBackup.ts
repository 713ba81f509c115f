import { strFromU8, unzipSync } from 'fflate'
import { keptEvaluationDecoder } from '../../domain/evaluation/decodeChange'
import type { KeptEvaluation } from '../../domain/evaluation/keptEvaluation'
import { ownFrameworkDecoder } from '../../domain/indicators/decodeOwnFramework'
import { keptTaskDecoder } from '../../domain/task/keptTask'
import { decode, list, problemText, type Decoder } from '../../kernel/decode'
import { err, ok, type Result } from '../../kernel/result'
import { sha256 } from '../../kernel/sha256'
import {
  BACKUP_VERSION, HEADER_PATH, headerDecoder, INDEX_PATH, indexDecoder, SEALED_PATH, type BackupEntry, type ListEntry, type BackupReading, type EvidenceEntry, type KeptEvidence,
} from './backupFile'
import { canSeal, sealOf, unseal } from './seal'

const MOST_MEGABYTES = 600
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
const MOST_ENTRIES = 30_000
const MOST_UNPACKED = 1500 * 1024 * 1024

type Files = { readonly [path: string]: Uint8Array }

class TooLarge extends Error {}

/** The entries of a zip; sizes are summed from its directory before anything is unpacked. */
function unpacked(bytes: Uint8Array): Result<Files, 'large' | 'damaged'> {
  let entries = 0
  let size = 0
  try {
    return ok(unzipSync(bytes, {
      filter(file) {
        entries += 1
        size += file.originalSize
        if (entries > MOST_ENTRIES || size > MOST_UNPACKED) throw new TooLarge()
        return true
      },
    }))
  } catch (error) {
    return err(error instanceof TooLarge ? 'large' : 'damaged')
  }
}

function parsed<T>(decoder: Decoder<T>, content: Uint8Array): Result<T, string> {
  let value: unknown
  try {
    value = JSON.parse(strFromU8(content))
  } catch {
    return err('内容不是 JSON')
  }
  const read = decode(decoder, value)
  return read.ok ? read : err(problemText(read.error[0]!))
}

const file = (files: Files, path: string): Uint8Array | undefined => (Object.hasOwn(files, path) ? files[path] : undefined)

/** The version a header claims, or null where it is no header of ours: a later version may look otherwise in all else. */
function claimedVersion(content: Uint8Array): number | null {
  try {
    const value: unknown = JSON.parse(strFromU8(content))
    const claims = typeof value === 'object' && value !== null && 'format' in value && value.format === 'hengji-backup'
    return claims && 'version' in value && typeof value.version === 'number' ? value.version : null
  } catch {
    return null
  }
}

function evaluationIn(files: Files, entry: BackupEntry): Result<KeptEvaluation, string> {
  const called = `“${entry.unitName || '（未填单位名称）'}” ${entry.year} 年度`
  const content = file(files, entry.path)
  if (!content || content.length !== entry.size || sha256(content) !== entry.sha256) return err(`${called}的数据已损坏，不能恢复。`)
  const read = parsed(keptEvaluationDecoder, content)
  return read.ok ? read : err(`${called}的数据读不懂（${read.error}），不能恢复。`)
}

const frameworksDecoder = list(ownFrameworkDecoder, 1000)
const tasksDecoder = list(keptTaskDecoder, 1000)

/** What stands in one entry; nothing where the backup has none. `called` names it in the sentence. */
function listIn<T>(files: Files, entry: ListEntry | undefined, decoder: Decoder<readonly T[]>, called: string): Result<readonly T[], string> {
  if (!entry) return ok([])
  const content = file(files, entry.path)
  if (!content || content.length !== entry.size || sha256(content) !== entry.sha256) return err(`${called}的数据已损坏，不能恢复。`)
  const read = parsed(decoder, content)
  return read.ok ? read : err(`${called}的数据读不懂（${read.error}），不能恢复。`)
}

function evidenceIn(files: Files, { path, evidence }: EvidenceEntry): Result<KeptEvidence, string> {
  const content = file(files, path)
  return content && content.length === evidence.size && sha256(content) === evidence.sha256 ? ok({ evidence, content }) : err(`佐证材料“${evidence.name}”已损坏，不能恢复。`)
}

/** Reads a backup file. Whatever the bytes are, it neither throws nor gives back a changed evaluation or file: an entry is whole or told as damaged. */
export async function readBackup(bytes: Uint8Array, fileName: string, passphrase: string | null = null): Promise<BackupReading> {
  const fail = (message: string, sealed = false): BackupReading => ({ ok: false, fileName, message, ...(sealed ? { sealed } : {}) })
  if (bytes.length === 0) return fail(`“${fileName}”是空文件（0 字节），可能没有保存或没有传完。请换一份备份。`)
  if (bytes.length > MOST_BYTES) return fail(`“${fileName}”有 ${Math.ceil(bytes.length / 1024 / 1024)} MB，超过 ${MOST_MEGABYTES} MB 的上限，不像是本系统的备份。`)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return fail(`“${fileName}”不是备份文件。请选择由“备份”得到的 .hengji.zip 文件。`)
  const files = unpacked(bytes)
  if (!files.ok)
    return fail(files.error === 'large' ? `“${fileName}”解开后太大，不像是本系统的备份，已停止读取。` : `“${fileName}”不完整或已损坏，不能恢复。请换一份备份；现有数据没有改动。`)
  const header = file(files.value, HEADER_PATH)
  if (!header) return fail(`“${fileName}”不是本系统的备份（缺少 ${HEADER_PATH}）。请选择由“备份”得到的 .hengji.zip 文件。`)
  const version = claimedVersion(header)
  if (version !== null && version > BACKUP_VERSION) return fail(`“${fileName}”由更新版本的衡绩备份（格式 ${version}），本版本只认到格式 ${BACKUP_VERSION}。请先更新本页。`)
  const sealing = sealOf(header)
  if (!sealing.ok) return fail(`“${fileName}”的文件头已损坏，不能恢复。请换一份备份；现有数据没有改动。`)
  if (sealing.value) {
    if (!canSeal()) return fail(`“${fileName}”加了口令，但浏览器不允许 http 网址的网页解密。请用 https 网址或单文件版打开本系统再恢复。`)
    if (passphrase === null) return fail(`“${fileName}”加了口令，请输入口令。`, true)
    const inner = await unseal(sealing.value, file(files.value, SEALED_PATH) ?? new Uint8Array(), passphrase)
    if (inner.ok) return readBackup(inner.value, fileName)
    return inner.error === 'wrong' ? fail('口令不对，没有恢复。请检查大小写和输入法后再试。', true) : fail(`“${fileName}”已损坏，不能恢复。请换一份备份；现有数据没有改动。`)
  }
  const read = parsed(headerDecoder, header)
  const index = file(files.value, INDEX_PATH)
  if (!read.ok || !index || sha256(index) !== read.value.index) return fail(`“${fileName}”的目录已损坏，不能恢复。请换一份备份；现有数据没有改动。`)
  const listed = parsed(indexDecoder, index)
  if (!listed.ok) return fail(`“${fileName}”的目录读不懂（${listed.error}），不能恢复。请换一份备份。`)
  const { frameworks: ownEntry, tasks: tasksEntry } = listed.value
  const frameworks = listIn(files.value, ownEntry, frameworksDecoder, `自有指标体系（${ownEntry?.count ?? 0} 套）`)
  const tasks = listIn(files.value, tasksEntry, tasksDecoder, `填报任务包（${tasksEntry?.count ?? 0} 个）`)
  const results = listed.value.entries.map((entry) => evaluationIn(files.value, entry))
  const attached = (listed.value.evidence ?? []).map((entry) => evidenceIn(files.value, entry))
  return {
    ok: true, fileName, createdAt: listed.value.createdAt, purpose: listed.value.purpose ?? 'backup',
    evaluations: results.flatMap((result) => (result.ok ? [result.value] : [])),
    frameworks: frameworks.ok ? frameworks.value : [],
    tasks: tasks.ok ? tasks.value : [],
    evidence: attached.flatMap((result) => (result.ok ? [result.value] : [])),
    damaged: [...results, frameworks, tasks, ...attached].flatMap((result) => (result.ok ? [] : [result.error])),
  }
}
