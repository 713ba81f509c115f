import { deflateSync, inflateSync } from 'fflate'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEAD = 30
const DIRECTORY_HEAD = 46
const END_HEAD = 22
const LONGEST_COMMENT = 65_535
const DEFLATED = 8
/** Sizes follow the data; set where a writer did not know them beforehand. */
const SIZES_BEHIND = 8

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** One part as it lies in the file. */
interface Part {
  readonly name: string
  /** Where its line of the directory begins and ends. */
  readonly entry: readonly [from: number, to: number]
  /** Where its local header begins, and where the next part or the directory does. */
  readonly from: number
  readonly to: number
}

/** A zip file whose parts can be read, and replaced one by one while every other byte of the file stays. */
export class ZipSplice {
  private readonly bytes: Uint8Array
  private readonly parts: readonly Part[]
  private readonly end: number

  private constructor(bytes: Uint8Array, parts: readonly Part[], end: number) {
    this.bytes = bytes
    this.parts = parts
    this.end = end
  }

  /** Null where there is no readable directory. */
  static open(bytes: Uint8Array): ZipSplice | null {
    const view = viewOf(bytes)
    let end = bytes.length - END_HEAD
    while (end >= 0 && end >= bytes.length - END_HEAD - LONGEST_COMMENT && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
    if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return null
    const directory = view.getUint32(end + 16, true)
    const found: { name: string; entry: readonly [number, number]; from: number }[] = []
    for (let i = 0, at = directory; i < view.getUint16(end + 10, true); i++) {
      if (at + DIRECTORY_HEAD > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
      const nameLength = view.getUint16(at + 28, true)
      const next = at + DIRECTORY_HEAD + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
      found.push({ name: new TextDecoder().decode(bytes.subarray(at + DIRECTORY_HEAD, at + DIRECTORY_HEAD + nameLength)), entry: [at, next], from: view.getUint32(at + 42, true) })
      at = next
    }
    const starts = [...found.map(({ from }) => from), directory].sort((a, b) => a - b)
    return new ZipSplice(bytes, found.map((part) => ({ ...part, to: starts[starts.indexOf(part.from) + 1]! })), end)
  }

  get names(): readonly string[] {
    return this.parts.map(({ name }) => name)
  }

  /** A part's content; null where it is not there or its packing is not known. */
  read(name: string): Uint8Array | null {
    const part = this.parts.find((one) => one.name === name)
    if (!part) return null
    const view = viewOf(this.bytes)
    const start = part.from + LOCAL_HEAD + view.getUint16(part.from + 26, true) + view.getUint16(part.from + 28, true)
    const data = this.bytes.subarray(start, start + view.getUint32(part.entry[0] + 20, true))
    const method = view.getUint16(part.entry[0] + 10, true)
    if (method !== 0 && method !== DEFLATED) return null
    try {
      return method === 0 ? data : inflateSync(data)
    } catch {
      return null
    }
  }

  /** The file with these parts replaced; everything else is copied as it lies, packed data, dates and order included. */
  replaced(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
    const pieces: Uint8Array[] = []
    const places = new Map<Part, number>()
    const packed = new Map<Part, { readonly crc: number; readonly data: Uint8Array; readonly size: number }>()
    let length = 0
    const push = (piece: Uint8Array): void => {
      pieces.push(piece)
      length += piece.length
    }
    for (const part of [...this.parts].sort((a, b) => a.from - b.from)) {
      places.set(part, length)
      const content = contents.get(part.name)
      if (!content) {
        push(this.bytes.subarray(part.from, part.to))
        continue
      }
      const made = { crc: crc32(content), data: deflateSync(content), size: content.length }
      packed.set(part, made)
      const nameLength = viewOf(this.bytes).getUint16(part.from + 26, true)
      const head = this.bytes.slice(part.from, part.from + LOCAL_HEAD + nameLength)
      this.stamp(head, 6, made)
      viewOf(head).setUint16(28, 0, true)
      push(head)
      push(made.data)
    }
    const directory = length
    for (const part of this.parts) {
      const entry = this.bytes.slice(part.entry[0], part.entry[1])
      const made = packed.get(part)
      if (made) this.stamp(entry, 8, made)
      viewOf(entry).setUint32(42, places.get(part)!, true)
      push(entry)
    }
    const end = this.bytes.slice(this.end)
    viewOf(end).setUint32(12, length - directory, true)
    viewOf(end).setUint32(16, directory, true)
    push(end)
    const whole = new Uint8Array(length)
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  /** Writes flags, method, check and sizes into a header whose flags stand at `at`. */
  private stamp(head: Uint8Array, at: number, made: { readonly crc: number; readonly data: Uint8Array; readonly size: number }): void {
    const view = viewOf(head)
    view.setUint16(at, view.getUint16(at, true) & ~SIZES_BEHIND, true)
    view.setUint16(at + 2, DEFLATED, true)
    view.setUint32(at + 8, made.crc, true)
    view.setUint32(at + 12, made.data.length, true)
    view.setUint32(at + 16, made.size, true)
  }
}
