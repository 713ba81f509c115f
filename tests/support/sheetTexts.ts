import { read } from 'xlsx'

/** Every text of the cells of a workbook's visible sheets. */
export const readSheetTexts = (bytes: Uint8Array): readonly string[] =>
  Object.entries(read(bytes).Sheets).filter(([name]) => name !== '_hengji').map(([, sheet]) => sheet).flatMap((sheet) => Object.entries(sheet).flatMap(([address, cell]) => (address.startsWith('!') ? [] : [String((cell as { v?: unknown }).v ?? '')])))
