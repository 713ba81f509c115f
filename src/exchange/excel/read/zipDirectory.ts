import { inflateSync } from 'fflate'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

/** One part of a zip file, as its directory tells. */
export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly method: number
  readonly crc: number
  readonly locked: boolean
  /** Where its local header begins. */
  readonly at: number
}

/** The directory of a zip file; null where there is none or it leads outside the file. Nothing is unpacked. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const furthest = Math.max(0, bytes.length - 65_557)
  let end = bytes.length - 22
  while (end >= furthest && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < furthest || end < 0) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) return null
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true), crc: view.getUint32(at + 16, true), locked: (view.getUint16(at + 8, true) & 1) === 1, at: local,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const CRC = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function crcOf(bytes: Uint8Array): number {
  let crc = -1
  for (let i = 0; i < bytes.length; i++) crc = CRC[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}

/**
 * Whether an entry unpacks to what the directory says of it, size and check sum: a directory may lie, and a stored digit may have changed.
 * Never unpacks further than the size it states.
 */
export function isWhole(bytes: Uint8Array, entry: ZipEntry): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packed))
  if (entry.method === 0) return packed.length === entry.unpacked && crcOf(packed) === entry.crc
  if (entry.method !== 8) return false
  try {
    return crcOf(inflateSync(packed, { out: new Uint8Array(entry.unpacked) })) === entry.crc
  } catch {
    return false
  }
}
