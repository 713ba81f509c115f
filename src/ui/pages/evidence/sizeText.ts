const STEP = 1024

/** Bytes as people read them; anything at all is at least 1 KB. */
export function sizeText(bytes: number): string {
  if (bytes < STEP ** 2) return `${Math.ceil(bytes / STEP)} KB`
  return bytes < STEP ** 3 ? `${(bytes / STEP ** 2).toFixed(1)} MB` : `${(bytes / STEP ** 3).toFixed(1)} GB`
}
