const FIVE: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function character(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\ufffd'
}

/** Replaces character references once: the five of XML, numbers, and the names given. Unknown ones stay as they stand. */
export function decodeEntities(text: string, names: { readonly [name: string]: string }): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]\w{1,31}));/gi, (whole: string, hex?: string, digits?: string, name = '') => {
    if (hex !== undefined) return character(parseInt(hex, 16))
    if (digits !== undefined) return character(Number(digits))
    if (Object.hasOwn(FIVE, name)) return FIVE[name]!
    return Object.hasOwn(names, name) ? names[name]! : whole
  })
}
