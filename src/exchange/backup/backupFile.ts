import { list, literal, name, object, optional, wholeNumber, words, type Decoder } from '../../kernel/decode'
import type { KeptEvaluation } from '../../domain/evaluation/keptEvaluation'
import type { OwnFramework } from '../../domain/indicators/ownFramework'

/** Version of the backup format this app reads and writes: 2 where own frameworks go along, else still 1. A released version stays readable for ever. */
export const BACKUP_VERSION = 2

/** First entry of the file: what it is, and the digest of the index. */
export const HEADER_PATH = 'hengji.json'
/** Second entry: what else is in the file. */
export const INDEX_PATH = 'index.json'

/** The entry of the own frameworks. */
export const FRAMEWORKS_PATH = 'frameworks.json'

/** What the file says it is. */
export interface BackupHeader {
  readonly format: 'hengji-backup'
  readonly version: number
  /** SHA-256 of the index as it stands in the file. */
  readonly index: string
}

/** One evaluation's entry. */
export interface BackupEntry {
  readonly path: string
  readonly unitName: string
  readonly year: number
  /** Bytes of the entry, unpacked. */
  readonly size: number
  readonly sha256: string
}

/** 自有指标体系 of the desk, in one entry. */
export interface FrameworksEntry {
  readonly path: string
  readonly count: number
  readonly size: number
  readonly sha256: string
}

/** 备份目录. */
export interface BackupIndex {
  /** ISO time. */
  readonly createdAt: string
  readonly entries: readonly BackupEntry[]
  /** Absent where the desk had none, and in backups of version 1. */
  readonly frameworks?: FrameworksEntry
}

const digest = name(64)
const size = wholeNumber(0, 1_000_000_000)

/** The header from outside; its version is looked at first. */
export const headerDecoder: Decoder<BackupHeader> = object<BackupHeader>({ format: literal('hengji-backup'), version: wholeNumber(1, 1_000_000), index: digest })

/** The index from outside. */
export const indexDecoder: Decoder<BackupIndex> = object<BackupIndex>({
  createdAt: name(40),
  entries: list(object<BackupEntry>({ path: name(200), unitName: words(32_767), year: wholeNumber(0, 100_000), size, sha256: digest }), 5000),
  frameworks: optional(object<FrameworksEntry>({ path: name(200), count: wholeNumber(0, 100_000), size, sha256: digest })),
})

/** A backup read: the evaluations that are whole, a sentence for each that is not; or one sentence why nothing can be read. Plain data: it crosses threads. */
export type BackupReading =
  | { readonly ok: true; readonly fileName: string; readonly createdAt: string; readonly evaluations: readonly KeptEvaluation[]; readonly frameworks: readonly OwnFramework[]; readonly damaged: readonly string[] }
  | { readonly ok: false; readonly fileName: string; readonly message: string }
