import { keyOf, list, literal, name, object, optional, wholeNumber, words, type Decoder } from '../../kernel/decode'
import { evidenceDecoder, type Evidence } from '../../domain/evaluation/evidence'
import type { KeptEvaluation } from '../../domain/evaluation/keptEvaluation'
import type { OwnFramework } from '../../domain/indicators/ownFramework'
import type { KeptTask } from '../../domain/task/keptTask'

/**
 * Version of the backup format this app knows. A released version stays readable for ever.
 * 1: evaluations. 2: own frameworks, evidence, purpose, sealing. 3: 任务包. A file is written as the lowest that holds what it has, so that an older page reads it.
 */
export const BACKUP_VERSION = 3

/** First entry of the file: what it is, and the digest of the index. */
export const HEADER_PATH = 'hengji.json'
/** Second entry: what else is in the file. */
export const INDEX_PATH = 'index.json'
/** The one other entry of a sealed file: the whole unsealed file, encrypted. */
export const SEALED_PATH = 'sealed.bin'

/** 备份, 移交包 (chosen units, for the successor), 归档包 (one evaluation with its finished files, frozen). */
export type BackupPurpose = 'backup' | 'handover' | 'archive'

/** The entry of the own frameworks. */
export const FRAMEWORKS_PATH = 'frameworks.json'
/** The entry of the task packages. */
export const TASKS_PATH = 'tasks.json'

/** What the file says it is. */
export interface BackupHeader {
  readonly format: 'hengji-backup'
  readonly version: number
  /** SHA-256 of the index as it stands in the file. */
  readonly index: string
}

/** How a sealed file was encrypted. Everything here is also bound into the encryption. */
export interface SealHeader {
  readonly format: 'hengji-backup'
  readonly version: number
  readonly seal: {
    readonly cipher: 'AES-256-GCM'
    readonly derivation: 'PBKDF2-SHA-256'
    readonly rounds: number
    /** Base64. */
    readonly salt: string
    readonly iv: string
    /** SHA-256 of the sealed entry: damage is told from a wrong passphrase. */
    readonly sha256: string
  }
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

/** What the desk has many of, in one entry: 自有指标体系, 任务包. */
export interface ListEntry {
  readonly path: string
  readonly count: number
  readonly size: number
  readonly sha256: string
}

/** One file's entry. */
export interface EvidenceEntry {
  readonly path: string
  readonly evidence: Evidence
}

/** 备份目录. */
export interface BackupIndex {
  /** ISO time. */
  readonly createdAt: string
  readonly entries: readonly BackupEntry[]
  /** Absent where the desk had none, and in backups of version 1. */
  readonly frameworks?: ListEntry
  /** Absent where the desk had none, and in backups of versions 1 and 2. */
  readonly tasks?: ListEntry
  readonly purpose?: BackupPurpose
  readonly evidence?: readonly EvidenceEntry[]
}

/** A piece of evidence with its bytes. */
export interface KeptEvidence {
  readonly evidence: Evidence
  readonly content: Uint8Array
}

/** What a backup is made of. */
export interface BackupContent {
  readonly evaluations: readonly KeptEvaluation[]
  readonly frameworks: readonly OwnFramework[]
  readonly evidence: readonly KeptEvidence[]
  readonly tasks?: readonly KeptTask[]
  readonly purpose: BackupPurpose
  /** ISO time. */
  readonly createdAt: string
}

const digest = name(64)
const size = wholeNumber(0, 1_000_000_000)
const listEntry = object<ListEntry>({ path: name(200), count: wholeNumber(0, 100_000), size, sha256: digest })

/** The header from outside; its version is looked at first. */
export const headerDecoder: Decoder<BackupHeader> = object<BackupHeader>({ format: literal('hengji-backup'), version: wholeNumber(1, 1_000_000), index: digest })

/** The header of a sealed file from outside; rounds outside reason would only keep the machine busy. */
export const sealDecoder: Decoder<SealHeader> = object<SealHeader>({
  format: literal('hengji-backup'), version: wholeNumber(1, 1_000_000),
  seal: object<SealHeader['seal']>({
    cipher: literal('AES-256-GCM'), derivation: literal('PBKDF2-SHA-256'), rounds: wholeNumber(100_000, 5_000_000), salt: name(100), iv: name(100), sha256: digest,
  }),
})

/** The index from outside. */
export const indexDecoder: Decoder<BackupIndex> = object<BackupIndex>({
  createdAt: name(40),
  entries: list(object<BackupEntry>({ path: name(200), unitName: words(32_767), year: wholeNumber(0, 100_000), size, sha256: digest }), 5000),
  frameworks: optional(listEntry),
  tasks: optional(listEntry),
  purpose: optional(keyOf<BackupPurpose>({ backup: true, handover: true, archive: true })),
  evidence: optional(list(object<EvidenceEntry>({ path: name(200), evidence: evidenceDecoder }), 20_000)),
})

/**
 * A backup read: the evaluations and files that are whole, a sentence for each that is not; or one sentence why nothing can be
 * read, and whether a passphrase would help. Plain data: it crosses threads.
 */
export type BackupReading =
  | {
      readonly ok: true; readonly fileName: string; readonly createdAt: string; readonly purpose: BackupPurpose
      readonly evaluations: readonly KeptEvaluation[]; readonly frameworks: readonly OwnFramework[]; readonly evidence: readonly KeptEvidence[]; readonly tasks: readonly KeptTask[]; readonly damaged: readonly string[]
    }
  | { readonly ok: false; readonly fileName: string; readonly message: string; readonly sealed?: true }
