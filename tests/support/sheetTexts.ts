import { read } from 'xlsx'

/** Every text of a workbook's cells. */
export const readSheetTexts = (bytes: Uint8Array): readonly string[] =>
  Object.values(read(bytes).Sheets).flatMap((sheet) => Object.entries(sheet).flatMap(([address, cell]) => (address.startsWith('!') ? [] : [String((cell as { v?: unknown }).v ?? '')])))
