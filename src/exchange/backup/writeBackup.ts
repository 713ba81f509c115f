import { strToU8, zipSync, type Zippable } from 'fflate'
import type { KeptEvaluation } from '../../domain/evaluation/keptEvaluation'
import type { OwnFramework } from '../../domain/indicators/ownFramework'
import { sha256 } from '../../kernel/sha256'
import { BACKUP_VERSION, FRAMEWORKS_PATH, HEADER_PATH, INDEX_PATH, type BackupEntry, type BackupHeader, type BackupIndex } from './backupFile'

const json = (value: unknown): Uint8Array => strToU8(JSON.stringify(value))

const unitName = ({ evaluation }: KeptEvaluation): string => {
  const answer = evaluation.answers['unit.name']
  return answer?.kind === 'given' ? answer.text : ''
}

/** All evaluations with their change logs, and the own frameworks, as one file: a zip of JSON, each entry with its digest. Same content, same bytes. */
export function writeBackup(evaluations: readonly KeptEvaluation[], createdAt: string, frameworks: readonly OwnFramework[] = []): Uint8Array {
  const files: Zippable = {}
  const contents: [string, Uint8Array][] = []
  const entries = evaluations.map((kept, i): BackupEntry => {
    const content = json(kept)
    const path = `evaluations/${String(i + 1).padStart(4, '0')}.json`
    contents.push([path, content])
    return { path, unitName: unitName(kept), year: kept.evaluation.year, size: content.length, sha256: sha256(content) }
  })
  const own = json(frameworks)
  if (frameworks.length > 0) contents.push([FRAMEWORKS_PATH, own])
  const listed = frameworks.length > 0 ? { frameworks: { path: FRAMEWORKS_PATH, count: frameworks.length, size: own.length, sha256: sha256(own) } } : {}
  const index = json({ createdAt, entries, ...listed } satisfies BackupIndex)
  files[HEADER_PATH] = json({ format: 'hengji-backup', version: frameworks.length > 0 ? BACKUP_VERSION : 1, index: sha256(index) } satisfies BackupHeader)
  files[INDEX_PATH] = index
  for (const [path, content] of contents) files[path] = content
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
}
