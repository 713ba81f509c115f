import { strToU8, zipSync } from 'fflate'

/** A .docx made by hand: its body's XML, and other parts by name below word/. */
export function wordFile(body: string, parts: { readonly [name: string]: string } = {}): Uint8Array {
  const root = (name: string, inner: string): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inner}</w:${name}>`
  return zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'word/document.xml': strToU8(root('document', `<w:body>${body}</w:body>`)),
    ...Object.fromEntries(Object.entries(parts).map(([name, inner]) => [`word/${name}.xml`, strToU8(root(name, inner))])),
  })
}

/** A run of words. */
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs already written, or of plain words. */
export const paragraph = (inner: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`

/** A table's cell. */
export const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

/** A table of rows of cells. */
export const table = (...rows: readonly (readonly string[])[]): string => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`
