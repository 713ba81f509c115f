import { strFromU8, strToU8, zipSync } from 'fflate'
import { decode } from '../../kernel/decode'
import { err, ok, type Result } from '../../kernel/result'
import { sha256 } from '../../kernel/sha256'
import { HEADER_PATH, SEALED_PATH, sealDecoder, type SealHeader } from './backupFile'

/** OWASP's count for PBKDF2 with SHA-256 (2023). */
const ROUNDS = 600_000

/** The format that brought sealing: an older page opens the seal, and judges what is inside by its own header. */
const SEALING_VERSION = 2

type Bytes = Uint8Array<ArrayBuffer>

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (char) => char.charCodeAt(0))

/** Whether this page may encrypt: browsers withhold it from plain http. */
export const canSeal = (): boolean => (globalThis.crypto as Crypto | undefined)?.subtle !== undefined

async function keyFrom(passphrase: string, salt: Bytes, rounds: number, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  // One spelling for one word, whatever keyboard wrote it.
  const material = await crypto.subtle.importKey('raw', strToU8(passphrase.normalize('NFKC')) as Bytes, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** What is bound into the encryption beside the content: a header changed by hand does not open. */
const bound = ({ version, seal: { sha256: _digest, ...rest } }: SealHeader): Bytes => strToU8(JSON.stringify({ version, ...rest })) as Bytes

/** A passphrase as a key that locks and never opens, and that no script can read: for backups made without asking each time. */
export interface SealingKey {
  readonly key: CryptoKey
  /** Base64; stands in each file, so that the passphrase leads to the same key. */
  readonly salt: string
  readonly rounds: number
}

/** The key of a passphrase, with a salt of its own. */
export async function sealingKey(passphrase: string): Promise<SealingKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { key: await keyFrom(passphrase, salt, ROUNDS, 'encrypt'), salt: base64(salt), rounds: ROUNDS }
}

/** 加密: a backup file wrapped in one that only the passphrase opens. */
export async function seal(bytes: Uint8Array, by: string | SealingKey): Promise<Uint8Array> {
  const { key, salt, rounds } = typeof by === 'string' ? await sealingKey(by) : by
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const header: SealHeader = {
    format: 'hengji-backup', version: SEALING_VERSION,
    seal: { cipher: 'AES-256-GCM', derivation: 'PBKDF2-SHA-256', rounds, salt, iv: base64(iv), sha256: '' },
  }
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(header) }, key, bytes as Bytes))
  const told: SealHeader = { ...header, seal: { ...header.seal, sha256: sha256(sealed) } }
  return zipSync({ [HEADER_PATH]: strToU8(JSON.stringify(told)), [SEALED_PATH]: sealed }, { mtime: new Date(1980, 0, 1), level: 0 })
}

/** What a header says of a seal; null where the file is not sealed. */
export function sealOf(header: Uint8Array): Result<SealHeader | null, 'damaged'> {
  let value: unknown
  try {
    value = JSON.parse(strFromU8(header))
  } catch {
    return err('damaged')
  }
  if (typeof value !== 'object' || value === null || !('seal' in value)) return ok(null)
  const read = decode(sealDecoder, value)
  return read.ok ? ok(read.value) : err('damaged')
}

/** The file inside. Damage is told from a wrong passphrase. */
export async function unseal(header: SealHeader, sealed: Uint8Array, passphrase: string): Promise<Result<Uint8Array, 'wrong' | 'damaged'>> {
  if (sha256(sealed) !== header.seal.sha256) return err('damaged')
  try {
    const key = await keyFrom(passphrase, fromBase64(header.seal.salt), header.seal.rounds, 'decrypt')
    return ok(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(header.seal.iv), additionalData: bound(header) }, key, sealed as Bytes)))
  } catch {
    return err('wrong')
  }
}
