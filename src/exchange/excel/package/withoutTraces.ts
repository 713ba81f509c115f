import { partText } from './bookParts'
import { ZipSplice } from './zipSplice'

const APP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
const CORE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
/** Excel recomputes a file of an older engine on opening, and asks on closing whether to keep that; this one is current. */
const CALCULATED = '<calcPr calcId="191029"/>'

/** A workbook of our writing that says nothing of who wrote it with what and when, and asks nothing on closing. */
export function withoutTraces(bytes: Uint8Array): Uint8Array {
  const zip = ZipSplice.open(bytes)
  const book = zip && partText(zip, 'xl/workbook.xml')
  if (!zip || book === null) throw new Error('the writer wrote no workbook')
  const parts = { 'docProps/app.xml': APP, 'docProps/core.xml': CORE, 'xl/workbook.xml': book.replace(/<calcPr[^>]*\/>/, CALCULATED) }
  return zip.replaced(new Map(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}
