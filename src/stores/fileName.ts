/** A name the file systems of Windows, macOS and Linux bear: no reserved characters, no reserved names, at most 100 characters. */
export function fileName(name: string, extension: string): string {
  // eslint-disable-next-line no-control-regex
  const plain = name.replace(/[\\/:*?"<>|\u0000-\u001f\u007f]/g, '_').replace(/^[. ]+|[. ]+$/g, '').slice(0, 100)
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(plain)
  return `${reserved || plain === '' ? `_${plain}` : plain}.${extension}`
}
