import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { printedPlaces } from '../../../kernel/decimalText'
import { numberFormat, survivesAsNumber } from '../printedNumber'
import { address, quotedSheet, type CellContent, type CellLook, type PlannedCell, type SheetPlan } from '../sheetPlan'
import { LINE, MARGINS, pageBreaks } from './pageBreaks'
import { ALARMS, STYLES } from './styles'

/** The format itself reads _x0041_ as "A"; a text that happens to look so is kept from it. */
const literally = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** The same bytes whenever a file is written. */
const NO_CLOCK = new Date(Date.UTC(2000, 0, 1))

/** Text as text: the writer takes a text that looks like an error value for one, unless it comes as rich text. */
const textCell = (text: string): Partial<Cell> & { readonly numFmt: string } =>
  text.startsWith('#') ? { value: literally(text), type: 'richText', richText: [{ text: literally(text) }], numFmt: '@' } : { value: literally(text), type: 'string', numFmt: '@' }

function contentOf(content: CellContent, at: string): Partial<Cell> & { readonly numFmt?: string } {
  switch (content.kind) {
    case 'blank':
      return { value: null, type: 'empty' }
    case 'text':
      return textCell(content.text)
    case 'number':
      return survivesAsNumber(content.text)
        ? { value: Number(content.text), type: 'number', numFmt: content.percent ? '0.00%' : numberFormat(printedPlaces(content.text)) }
        : { value: content.text, type: 'string', numFmt: '@' }
    case 'formula': {
      const cached = content.cached !== null && survivesAsNumber(content.cached) ? Number(content.cached) : content.cached ?? ''
      const places = content.places ?? (content.cached === null ? 2 : printedPlaces(content.cached))
      return {
        value: null, type: 'formula', formula: content.formula, formulaResult: cached, numFmt: content.percent ? '0.00%' : numberFormat(places),
        ...(content.array ? { formulaType: 'array', formulaRef: at } : {}),
      }
    }
  }
}

const styles = new Map<string, CellStyle>()

/** One object for each look and format: ten thousand rows have a few dozen. */
function styleOf(look: CellLook, numFmt: string | undefined): CellStyle {
  if (numFmt === undefined) return STYLES[look]
  const key = `${look} ${numFmt}`
  const known = styles.get(key) ?? { ...STYLES[look], numFmt }
  styles.set(key, known)
  return known
}

function cellOf(planned: PlannedCell): Partial<Cell> {
  const { numFmt, ...cell } = contentOf(planned.content, address(planned.row, planned.column))
  return { ...cell, style: styleOf(planned.look, numFmt) }
}

/** Cells with a list of choices, one below the other taken together. */
function choicesIn(cells: readonly PlannedCell[]): readonly { readonly options: readonly string[]; readonly column: number; readonly from: number; readonly to: number }[] {
  const found: { readonly options: readonly string[]; readonly column: number; readonly from: number; to: number }[] = []
  const open = new Map<string, (typeof found)[number]>()
  for (const { row, column, options } of cells) {
    if (!options) continue
    const key = `${column}:${options.join('\n')}`
    const above = open.get(key)
    if (above?.to === row - 1) above.to = row
    else {
      const begun = { options, column, from: row, to: row }
      found.push(begun)
      open.set(key, begun)
    }
  }
  return found
}

function sheetOf(plan: SheetPlan): WriteSheet {
  const last = plan.cells.reduce((most, cell) => Math.max(most, cell.row + (cell.rows ?? 1)), 0)
  const cells = new Map<string, Partial<Cell>>()
  const merges: NonNullable<WriteSheet['merges']> = []
  for (const planned of plan.cells) {
    const [columns, rows] = [planned.columns ?? 1, planned.rows ?? 1]
    // Every covered cell carries the border, or a merged frame is drawn with gaps.
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++)
        cells.set(`${planned.row + r},${planned.column + c}`, r === 0 && c === 0 ? cellOf(planned) : { value: null, type: 'empty', style: STYLES[planned.look] })
    if (columns > 1 || rows > 1)
      merges.push({ startRow: planned.row, startCol: planned.column, endRow: planned.row + rows - 1, endCol: planned.column + columns - 1 })
  }
  return {
    name: plan.name,
    // Every cell comes by its place; rows of nothing would be made and thrown away for each.
    rows: [],
    cells,
    merges,
    columns: plan.widths.map((width) => ({ width })),
    rowDefs: new Map(Array.from({ length: last }, (_, row) => [row, { height: plan.heights.get(row) ?? LINE }])),
    dataValidations: choicesIn(plan.cells).map(({ options, column, from, to }) => ({
      type: 'list' as const, values: [...options], allowBlank: true, errorStyle: 'warning' as const,
      range: from === to ? address(from, column) : `${address(from, column)}:${address(to, column)}`,
    })),
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    pageSetup: {
      paperSize: 'a4', orientation: plan.landscape ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      margins: MARGINS,
    },
    // A break is told by the last row before it.
    ...(plan.parts ? { rowBreaks: pageBreaks(plan, last).map((row) => row - 1) } : {}),
    ...(plan.alarms ? { conditionalRules: plan.alarms.map((alarm, i) => ({ type: 'expression' as const, priority: i + 1, formula: alarm.formula, range: alarm.range, style: ALARMS[alarm.look] })) } : {}),
    ...(plan.hidden ? { veryHidden: true } : {}),
  }
}

/** 打印标题 of the sheets; the writer's own way leaves names with brackets unquoted, which Excel takes for damage. */
const printTitles = (plans: readonly SheetPlan[]): NonNullable<Parameters<typeof writeXlsx>[0]['namedRanges']> => plans.flatMap(({ name, repeated }) =>
  (repeated ? [{ name: '_xlnm.Print_Titles', range: `${quotedSheet(name)}!$${repeated[0]}:$${repeated[1]}`, scope: name }] : []))

/** The workbook of the planned sheets. Holds no author, no name of ours and no clock; the writer names itself as the program. */
export const writeWorkbook = (plans: readonly SheetPlan[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: plans.map(sheetOf), namedRanges: printTitles(plans), properties: { creator: '', lastModifiedBy: '', created: NO_CLOCK, modified: NO_CLOCK }, defaultFont: { name: '宋体', size: 10.5 } })
