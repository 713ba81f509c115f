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
 * An entry unpacked; null where it is not what the directory says of it, by size and check sum: a directory may lie, and a stored digit
 * may have changed. Never unpacks further than the size it states.
 */
export function unpackedEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, Math.min(bytes.length, start + entry.packed))
  if (entry.method === 0) return packed.length === entry.unpacked && crcOf(packed) === entry.crc ? packed : null
  if (entry.method !== 8) return null
  try {
    const content = inflateSync(packed, { out: new Uint8Array(entry.unpacked) })
    return crcOf(content) === entry.crc ? content : null
  } catch {
    return null
  }
}

/** A part of a zip file, unpacked. */
export interface UnpackedPart {
  readonly entry: ZipEntry
  readonly content: Uint8Array
}

const UTF8_NAME = 0x800
const FIRST_DAY = 0x21

/** A zip file of these parts, not packed: who reads it behind us unpacks nothing a second time, and sees only what was checked. */
export function storedZip(parts: readonly UnpackedPart[]): Uint8Array {
  const named = parts.map(({ entry, content }) => ({ name: new TextEncoder().encode(entry.name), content, crc: entry.crc }))
  const total = named.reduce((sum, { name, content }) => sum + 76 + 2 * name.length + content.length, 22)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  /** What the local header and the directory have alike, from the flags on. */
  const alike = (at: number, { name, content, crc }: (typeof named)[number]): void => {
    view.setUint16(at, UTF8_NAME, true)
    view.setUint16(at + 6, FIRST_DAY, true)
    view.setUint32(at + 8, crc, true)
    view.setUint32(at + 12, content.length, true)
    view.setUint32(at + 16, content.length, true)
    view.setUint16(at + 20, name.length, true)
  }
  let at = 0
  const places = named.map((part) => {
    const place = at
    view.setUint32(at, LOCAL_ENTRY, true)
    view.setUint16(at + 4, 20, true)
    alike(at + 6, part)
    bytes.set(part.name, at + 30)
    bytes.set(part.content, at + 30 + part.name.length)
    at += 30 + part.name.length + part.content.length
    return place
  })
  const directory = at
  named.forEach((part, i) => {
    view.setUint32(at, DIRECTORY_ENTRY, true)
    view.setUint16(at + 4, 20, true)
    view.setUint16(at + 6, 20, true)
    alike(at + 8, part)
    view.setUint32(at + 42, places[i]!, true)
    bytes.set(part.name, at + 46)
    at += 46 + part.name.length
  })
  view.setUint32(at, END_OF_DIRECTORY, true)
  view.setUint16(at + 8, named.length, true)
  view.setUint16(at + 10, named.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return bytes
}
