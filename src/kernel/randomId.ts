/** A new id that nobody else has: 20 random letters and digits. Works on plain http too, where `randomUUID` is not given. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}
