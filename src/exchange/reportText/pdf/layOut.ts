import type { ReportText } from '../../../domain/checkup/reportText'
import { assembleText } from '../assembleText'
import { gridsOf, inGrid, rowsOf, type Grid } from './grid'
import { linesOf, type Line } from './lines'
import type { Glyphs, PageContent } from './pageContent'
import { continues, marginsOf, type Margins } from './paragraphs'
import { withoutRunningHeads } from './runningHeads'

interface Table {
  readonly top: number
  readonly rows: readonly (readonly string[])[]
}

interface LaidPage extends PageContent {
  readonly lines: readonly Line[]
  readonly tables: readonly Table[]
}

function laid(page: PageContent): LaidPage {
  const grids = gridsOf(page.rulings)
  const inside = new Map<Grid, Glyphs[]>()
  const outside: Glyphs[] = []
  for (const run of page.glyphs) {
    const grid = grids.find((one) => inGrid(one, run))
    if (!grid) outside.push(run)
    else inside.set(grid, [...(inside.get(grid) ?? []), run])
  }
  const tables = [...inside].map(([grid, runs]) => ({ top: grid.top, rows: rowsOf(grid, runs) })).sort((a, b) => a.top - b.top)
  return { ...page, lines: linesOf(outside), tables }
}

const sameRow = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean => a !== undefined && b !== undefined && a.length === b.length && a.every((cell, i) => cell === b[i])

/** Pages as one text: lines rejoined into paragraphs over page ends, tables rebuilt from their rulings, a table's repeated head told once. */
export function layOut(contents: readonly PageContent[]): ReportText {
  const pages = contents.map(laid)
  const kept = withoutRunningHeads(pages)
  const assembly = assembleText()
  let paragraph = ''
  let before: { readonly line: Line; readonly page: number } | null = null
  let table: { readonly rows: (readonly string[])[]; readonly columns: number; readonly page: number } | null = null
  let marginsBefore: Margins | null = null
  const endParagraph = (): void => {
    assembly.add('paragraph', paragraph)
    paragraph = ''
    before = null
  }

  pages.forEach((page, i) => {
    // A page that only ends a paragraph has no long line of its own.
    const margins = marginsOf(kept[i]!, page.width) ?? (pages[i - 1]?.width === page.width ? marginsBefore : null)
    marginsBefore = margins
    let began = false
    // A page may begin inside a paragraph.
    const begin = (offset: number): void => {
      if (!began) assembly.page(offset)
      began = true
    }
    const flow = [...kept[i]!.map((line) => ({ top: line.base - line.size, line, rows: null })), ...page.tables.map(({ top, rows }) => ({ top, line: null, rows }))]
    for (const { line, rows } of flow.sort((a, b) => a.top - b.top)) {
      if (line) {
        const goesOn = before !== null && continues(before.line, line, margins, before.page === i)
        if (!goesOn) endParagraph()
        begin(paragraph.length)
        paragraph += goesOn ? line.text.trimStart() : line.text
        before = { line, page: i }
        table = null
      } else {
        endParagraph()
        begin(0)
        const columns = rows[0]!.length
        const goesOn = table !== null && table.page === i - 1 && table.columns === columns
        if (!goesOn) assembly.table()
        const earlier: readonly (readonly string[])[] = goesOn ? table!.rows : []
        let repeated = 0
        while (sameRow(rows[repeated], earlier[repeated])) repeated++
        for (const row of rows.slice(repeated)) assembly.row(row)
        table = { rows: goesOn ? table!.rows : [...rows], columns, page: i }
      }
    }
    if (!began) {
      endParagraph()
      begin(0)
    }
  })
  endParagraph()
  return assembly.done()
}
