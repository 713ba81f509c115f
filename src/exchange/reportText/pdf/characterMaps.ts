/** The character maps of Chinese PDF fonts, each a chunk of its own: nothing may be fetched, so they come as modules. */
const maps = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/{GB*,UniGB*,Adobe-GB*}.bcmap', { query: '?url&inline', import: 'default' })

/** Hands pdf.js its maps; what we do not carry (fonts, maps of other scripts) it goes without. */
export class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const load = maps[`/node_modules/pdfjs-dist/cmaps/${filename}`]
    if (!load) throw new Error(`no such map: ${filename}`)
    const address = await load()
    return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (char) => char.charCodeAt(0))
  }
}
