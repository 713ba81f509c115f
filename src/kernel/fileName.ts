/** A name the file systems of Windows, macOS and Linux bear: no reserved characters, no reserved names, at most 100 characters. */
export function plainFileName(name: string): string {
  // eslint-disable-next-line no-control-regex
  const safe = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_').replace(/^[. ]+|[. ]+$/g, '')
  const dot = safe.lastIndexOf('.')
  const extension = dot > 0 && safe.length - dot <= 12 ? safe.slice(dot) : ''
  const plain = safe.length <= 100 ? safe : `${safe.slice(0, 100 - extension.length)}${extension}`
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) || plain === '' || plain === '__proto__' ? `_${plain}` : plain
}
