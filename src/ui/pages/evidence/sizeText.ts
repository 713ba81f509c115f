/** Bytes as people read them. */
export const sizeText = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.max(bytes === 0 ? 0 : 1, Math.ceil(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)
