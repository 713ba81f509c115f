import type { CellStyle } from 'hucre/xlsx'
import type { CellLook } from '../sheetPlan'

const song = { name: '宋体', size: 10.5 }
const side = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const middle = { vertical: 'center', wrapText: true } as const
const input: CellStyle = { font: song, border, protection: { locked: false } }
const label = (indent: number): CellStyle => ({ font: song, border, alignment: { ...middle, horizontal: 'left', ...(indent > 0 ? { indent } : {}) } })

/** The look of official forms: 宋体, thin borders, black; nothing coloured, so that a printed form is a form. */
export const STYLES: { readonly [L in CellLook]: CellStyle } = {
  title: { font: { name: '黑体', size: 16 }, alignment: { ...middle, horizontal: 'center' } },
  annex: { font: { name: '黑体', size: 12 }, alignment: { vertical: 'center', horizontal: 'left' } },
  caption: { font: song, alignment: { vertical: 'center', horizontal: 'left' } },
  captionRight: { font: song, alignment: { vertical: 'center', horizontal: 'right' } },
  captionCenter: { font: song, alignment: { vertical: 'center', horizontal: 'center' } },
  captionWrap: { font: song, alignment: { ...middle, horizontal: 'left' } },
  head: { font: { ...song, bold: true }, border, alignment: { ...middle, horizontal: 'center' } },
  label: label(0),
  label1: label(1),
  label2: label(2),
  label3: label(3),
  input: { ...input, alignment: { ...middle, horizontal: 'right' } },
  inputText: { ...input, alignment: { ...middle, horizontal: 'left' } },
  inputCenter: { ...input, alignment: { ...middle, horizontal: 'center' } },
  computed: { font: song, border, alignment: { ...middle, horizontal: 'right' } },
  note: { font: { ...song, size: 9 }, alignment: { vertical: 'top', horizontal: 'left', wrapText: true } },
  plain: { font: song, border, alignment: { ...middle, horizontal: 'left' } },
  plainCenter: { font: song, border, alignment: { ...middle, horizontal: 'center' } },
}

/** Colours of alarms: on screen and in colour print; a printed form of the bureau has none. */
export const ALARMS: { readonly bad: CellStyle; readonly warn: CellStyle } = {
  bad: { font: { bold: true, color: { rgb: 'B3261E' } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FBEAE8' }, bgColor: { rgb: 'FBEAE8' } } },
  warn: { font: { bold: true, color: { rgb: '7D5200' } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDF3DC' }, bgColor: { rgb: 'FDF3DC' } } },
}
