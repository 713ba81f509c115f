import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Line } from '../../src/domain/indicators/assessment'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { address, quotedSheet, type CellContent, type CellLook, type SheetPlan } from '../../src/exchange/excel/sheetPlan'
import { writeWorkbook } from '../../src/exchange/excel/write/writeWorkbook'
import { arbitraryScored } from '../support/arbitraryScores'
import { convert } from '../support/libreOffice'
import { differences, FIRST_ROW, POINTS, sheetsOf, VALUE } from '../support/scoresInExcel'

const EVALUATIONS = Number(process.env['SCORE_RUNS'] ?? 1000)
const IN_ONE_BOOK = 100

const last = <T>(list: readonly T[]): T => list[list.length - 1]!

/** Looks of cells that formulas read. */
const READ: readonly CellLook[] = ['input', 'inputText', 'inputCenter', 'computed']

const formulasOf = (sheet: SheetPlan): string => sheet.cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : [])).join(' ')

/** The last sheet and every sheet its formulas look at, however far. */
function needed(sheets: readonly SheetPlan[]): readonly SheetPlan[] {
  const kept = new Set([last(sheets)])
  for (const sheet of kept) for (const other of sheets) if (formulasOf(sheet).includes(quotedSheet(other.name))) kept.add(other)
  return sheets.filter((sheet) => kept.has(sheet))
}

/** The evaluation's sheets under names of their own, so that many stand in one workbook; the cells that scores rest on, and nothing else. */
function under(prefix: string, all: readonly SheetPlan[]): readonly SheetPlan[] {
  const sheets = needed(all)
  const renamed = (text: string): string => sheets.reduce((done, { name }) => done.replaceAll(quotedSheet(name), quotedSheet(`${prefix}${name}`)), text)
  const content = (of: CellContent): CellContent => (of.kind === 'formula' ? { ...of, formula: renamed(of.formula), cached: null, places: 12 } : of)
  return sheets.map((sheet, i): SheetPlan => ({
    name: `${prefix}${sheet.name}`, hidden: false, landscape: false, repeated: null, heights: new Map(), widths: Array.from({ length: 12 }, () => 8),
    cells: sheet.cells.filter((cell) => cell.content.kind !== 'blank' && (i < sheets.length - 1 ? READ.includes(cell.look) : (cell.row >= FIRST_ROW && (cell.column === VALUE || cell.column === POINTS))))
      .map((cell) => ({ row: cell.row, column: cell.column, look: 'plain', content: content(cell.content) })),
  }))
}

/** One line over all evaluations of a book, for the message. */
async function compared(book: readonly ReturnType<typeof sheetsOf>[]): Promise<{ readonly wrong: readonly object[]; readonly lines: number }> {
  const bytes = await writeWorkbook(book.flatMap(({ sheets }, i) => under(`${i}-`, sheets)))
  const read = new Map(readSheets(convert(bytes, 'xlsx', 'xlsx'))!.map((sheet) => [sheet.name, sheet]))
  const wrong = book.flatMap(({ sheets, lines }, i) => {
    const scores = read.get(`${i}-${last(sheets).name}`)!
    return differences(lines, (row, column) => scores.rows[row]?.[column]?.text ?? '').map((found) => ({ ...found, at: `${i} ${address(FIRST_ROW, POINTS)}` }))
  })
  return { wrong, lines: book.reduce((sum, { lines }) => sum + lines.length, 0) }
}

const isLive = (lines: readonly Line[]): number => lines.filter((line) => line.points !== null).length

it(`${EVALUATIONS} random evaluations: LibreOffice computes the values and points of the page, to the printed digit`, async () => {
  const evaluations = fc.sample(arbitraryScored, { numRuns: EVALUATIONS, seed: 20_260 })
  let [lines, scored] = [0, 0]
  for (let from = 0; from < evaluations.length; from += IN_ONE_BOOK) {
    const book = evaluations.slice(from, from + IN_ONE_BOOK).map(sheetsOf)
    const found = await compared(book)
    expect(found.wrong).toEqual([])
    lines += found.lines
    scored += book.reduce((sum, one) => sum + isLive(one.lines), 0)
  }
  console.log(`${EVALUATIONS} evaluations, ${lines} lines, ${scored} of them with points: page = LibreOffice`)
  expect(scored).toBeGreaterThan(lines / 3)
}, 1_200_000)
