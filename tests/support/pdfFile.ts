/** What a page of a made PDF shows; origin bottom left, points. */
export interface DrawnPage {
  readonly words?: readonly (readonly [x: number, y: number, text: string, size?: number])[]
  /** Lines from point to point. */
  readonly lines?: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]
  /** A picture over the whole page. */
  readonly picture?: true
  readonly size?: readonly [width: number, height: number]
}

const hex = (text: string): string => Array.from(text, (char) => char.charCodeAt(0).toString(16).padStart(4, '0')).join('')

/** A PDF made by hand: Chinese text through a predefined character map, straight lines, pictures. `trailer` adds entries to the trailer. */
export function pdfFile(pages: readonly DrawnPage[], trailer = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (content: string, entries = ''): string => `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`
  const catalog = add('')
  const tree = add('')
  const descendant = add('<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>')
  const font = add(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`)
  const picture = add(stream('\u0000', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 '))
  const kids = pages.map(({ words = [], lines = [], picture: shown, size = [595, 842] }) => {
    const drawn = [
      ...(shown ? [`q ${size[0]} 0 0 ${size[1]} 0 0 cm /P Do Q`] : []),
      ...lines.map(([x1, y1, x2, y2]) => `0.5 w ${x1} ${y1} m ${x2} ${y2} l S`),
      ...words.map(([x, y, text, height = 12]) => `BT /F ${height} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`),
    ].join('\n')
    const content = add(stream(drawn))
    return add(`<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${size[0]} ${size[1]}] /Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> /XObject << /P ${picture} 0 R >> >> >>`)
  })
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R >>`
  objects[tree - 1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`
  let file = '%PDF-1.4\n'
  const places = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}
