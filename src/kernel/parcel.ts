/**
 * Items as pieces of bytes, `each` to a piece. A large list crosses threads so: bytes are moved at once, and opened piece by piece,
 * where the same list as objects would hold up the thread that takes it.
 */
export function parcelled(items: readonly unknown[], each: number): readonly Uint8Array[] {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  for (let at = 0; at < items.length; at += each) pieces.push(encoder.encode(JSON.stringify(items.slice(at, at + each))))
  return pieces
}

/** The items of a piece that we made. */
export const opened = <T>(piece: Uint8Array): readonly T[] => JSON.parse(new TextDecoder().decode(piece)) as readonly T[]
