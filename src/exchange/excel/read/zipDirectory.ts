import { Inflate } from 'fflate'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STEP = 65_536

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

function crcOn(crc: number, bytes: Uint8Array): number {
  let value = crc
  for (let i = 0; i < bytes.length; i++) value = CRC[(value ^ bytes[i]!) & 0xff]! ^ (value >>> 8)
  return value
}

/** What an entry really unpacks to, counted no further than `most`: a directory may lie, and a stored digit may have changed. */
export function unpackedEntry(bytes: Uint8Array, entry: ZipEntry, most: number): { readonly size: number; readonly isWhole: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const end = Math.min(bytes.length, start + entry.packed)
  if (entry.method === 0) return { size: end - start, isWhole: (crcOn(-1, bytes.subarray(start, end)) ^ -1) >>> 0 === entry.crc }
  if (entry.method !== 8) return { size: entry.unpacked, isWhole: false }
  const counted = { size: 0, crc: -1 }
  const inflate = new Inflate((chunk) => {
    counted.size += chunk.length
    counted.crc = crcOn(counted.crc, chunk)
  })
  try {
    for (let from = start; from < end; from += STEP) {
      inflate.push(bytes.subarray(from, Math.min(from + STEP, end)), from + STEP >= end)
      if (counted.size > most) break
    }
  } catch {
    return { size: counted.size, isWhole: false }
  }
  return { size: counted.size, isWhole: (counted.crc ^ -1) >>> 0 === entry.crc }
}
