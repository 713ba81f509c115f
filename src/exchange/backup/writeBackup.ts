import { strToU8, zipSync, type Zippable } from 'fflate'
import type { KeptEvaluation } from '../../domain/evaluation/keptEvaluation'
import { sha256 } from '../../kernel/sha256'
import { FRAMEWORKS_PATH, HEADER_PATH, INDEX_PATH, TASKS_PATH, type BackupContent, type BackupEntry, type BackupHeader, type BackupIndex, type ListEntry } from './backupFile'

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))

const unitName = ({ evaluation }: KeptEvaluation): string => {
  const answer = evaluation.answers['unit.name']
  return answer?.kind === 'given' ? answer.text : ''
}

const numbered = (folder: string, i: number, end: string): string => `${folder}/${String(i + 1).padStart(4, '0')}${end}`

/** Kinds of file that are packed already. */
const PACKED = /^(image\/(?!svg|bmp)|video\/|application\/(pdf|zip|vnd\.openxmlformats))/

/**
 * All evaluations with their change logs, the own frameworks, the task packages and the evidence, as one file: a zip, each entry with its digest. Same content, same
 * bytes. `besides` are further files for people to open; they are no part of what is restored.
 */
export function writeBackup({ evaluations, frameworks, evidence, tasks = [], purpose, createdAt }: BackupContent, besides: { readonly [path: string]: Uint8Array } = {}): Uint8Array {
  const files: Zippable = {}
  const contents: Zippable = {}
  const entries = evaluations.map((kept, i): BackupEntry => {
    const content = json(kept)
    const path = numbered('evaluations', i, '.json')
    contents[path] = content
    return { path, unitName: unitName(kept), year: kept.evaluation.year, size: content.length, sha256: sha256(content) }
  })
  const inOne = (path: string, items: readonly unknown[]): ListEntry => {
    const content = json(items)
    contents[path] = content
    return { path, count: items.length, size: content.length, sha256: sha256(content) }
  }
  const listed = {
    ...(frameworks.length > 0 ? { frameworks: inOne(FRAMEWORKS_PATH, frameworks) } : {}),
    ...(tasks.length > 0 ? { tasks: inOne(TASKS_PATH, tasks) } : {}),
  }
  const attached = evidence.map((one, i) => {
    const path = numbered('evidence', i, '')
    contents[path] = [one.content, { level: PACKED.test(one.evidence.type) ? 0 : 6 }]
    return { path, evidence: one.evidence }
  })
  const index = json({ createdAt, entries, ...listed, ...(purpose === 'backup' ? {} : { purpose }), ...(attached.length > 0 ? { evidence: attached } : {}) } satisfies BackupIndex)
  const version = tasks.length > 0 ? 3 : purpose === 'backup' && attached.length === 0 && frameworks.length === 0 ? 1 : 2
  files[HEADER_PATH] = json({ format: 'hengji-backup', version, index: sha256(index) } satisfies BackupHeader)
  files[INDEX_PATH] = index
  return zipSync({ ...files, ...contents, ...besides }, { mtime: new Date(1980, 0, 1), level: 6 })
}
