import { unzipSync, strFromU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { SheetPlan } from '../../../src/exchange/excel/sheetPlan'
import { LINE, pageBreaks } from '../../../src/exchange/excel/write/pageBreaks'
import { writeWorkbook } from '../../../src/exchange/excel/write/writeWorkbook'

const plan = (parts: readonly number[], more: Partial<SheetPlan> = {}): SheetPlan =>
  ({ name: '表（甲）', cells: [{ row: 0, column: 0, look: 'title', content: { kind: 'text', text: '表' } }], widths: [40, 40], heights: new Map(), landscape: true, repeated: [1, 2], hidden: false, parts, ...more })
/** Rows of the usual height that a landscape page holds. */
const PAGE = Math.floor(((595.3 - 108) * 0.97) / LINE)

describe('the breaks between pages', () => {
  it('stand before a part that does not fit what is left of a page, and nowhere else', () => {
    expect(pageBreaks(plan([2, 12, 20]), 30)).toEqual([20])
    expect(pageBreaks(plan([2, 12, 20]), PAGE)).toEqual([])
    expect(pageBreaks(plan([2, 12]), 12 + PAGE - 2)).toEqual([12])
    expect(pageBreaks(plan([2, 12, 30, 48]), 60)).toEqual([12, 30, 48])
  })

  it('are not made for a part that no page holds, nor before the first', () => {
    expect(pageBreaks(plan([2]), 100)).toEqual([])
    expect(pageBreaks(plan([2, 10]), 10 + PAGE)).toEqual([])
    expect(pageBreaks(plan([]), 100)).toEqual([])
  })

  it('mind high rows, and a sheet that is printed smaller to fit the width', () => {
    expect(pageBreaks(plan([2, 12, 20], { heights: new Map([[3, 200]]) }), 24)).toEqual([12])
    expect(pageBreaks(plan([2, 12, 20], { widths: [200, 100] }), 40)).toEqual([])
  })

  it('are told to Excel by the last row before them, and heads are repeated under a name it can read', async () => {
    const files = unzipSync(await writeWorkbook([plan([1, 12], { repeated: [1, 1], cells: Array.from({ length: 33 }, (_, row) => ({ row, column: 0, look: 'plain', content: { kind: 'text', text: String(row) } })) })]))
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).toContain('<brk id="12"')
    expect(strFromU8(files['xl/workbook.xml']!)).toContain("'表（甲）'!$1:$1</definedName>")
  })
})
