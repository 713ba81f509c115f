import { describe, expect, it } from 'vitest'
import { read, utils, write, type CellObject, type WorkBook } from 'xlsx'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import type { Answer } from '../../src/domain/evaluation/answer'
import type { Evaluation } from '../../src/domain/evaluation/evaluation'
import { planImport } from '../../src/exchange/excel/import/planImport'
import { WORKING } from '../../src/exchange/excel/outputs/exportChoice'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'

/** The exported sample opened, changed and saved by another program. */
async function edited(change: (book: WorkBook) => void) {
  const book = read(await writeEvaluation(fictionalCase, catalog), { cellNF: true, cellFormula: true })
  change(book)
  const reading = await readEvaluation(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer), 'b.xlsx', catalog)
  if (!reading.ok) throw new Error(reading.message)
  return reading
}

const shown = (answer: Answer): string => (answer.kind === 'given' ? answer.text : '不涉及')
const figures = (evaluation: Evaluation) => Object.fromEntries(Object.entries(evaluation.answers).map(([id, answer]) => [id, shown(answer)]))
const tables = (evaluation: Evaluation) => Object.fromEntries(Object.entries(evaluation.tables).map(([table, rows]) =>
  [table, rows.map((row) => ({ kind: row.kind, cells: Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, shown(answer)])) }))]))

/** Puts empty rows into a sheet: the cells from a row on move down. */
function insertRows(book: WorkBook, name: string, count: number, from = 0): void {
  const sheet = book.Sheets[name]!
  const { e: last } = utils.decode_range(sheet['!ref']!)
  book.Sheets[name] = Object.fromEntries(Object.entries(sheet).filter(([address]) => !address.startsWith('!')).map(([address, cell]) => {
    const at = utils.decode_cell(address)
    return [utils.encode_cell({ r: at.r < from ? at.r : at.r + count, c: at.c }), cell]
  }))
  book.Sheets[name]!['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last.r + count, c: last.c } })
}

/** Row of the cell that holds these words, counted from 0. */
function rowOf(book: WorkBook, name: string, words: string): number {
  const found = Object.entries(book.Sheets[name]!).find(([, cell]) => (cell as { v?: unknown }).v === words)
  if (!found) throw new Error(`no ${words} in ${name}`)
  return utils.decode_cell(found[0]).r
}

describe('a workbook changed by hand', () => {
  it('is read by its labels when the hidden sheet is gone: every figure and row is there', async () => {
    const reading = await edited((book) => {
      book.SheetNames = book.SheetNames.filter((name) => name !== '_hengji')
      delete book.Sheets['_hengji']
    })
    expect(reading.rejected).toEqual([])
    expect(figures(reading.evaluation)).toEqual(figures(fictionalCase))
    expect(tables(reading.evaluation)).toEqual(tables(fictionalCase))
    expect(reading.notes[0]).toContain('_hengji')
  })

  it('is read where it went: rows put above, sheets in another order, labels with spaces and line breaks', async () => {
    const reading = await edited((book) => {
      insertRows(book, '基础数据表', 3)
      book.SheetNames.reverse()
      book.Sheets['收支情况']!['A6']!.v = ' 支出\n合计 '
    })
    expect(reading.rejected).toEqual([])
    expect(figures(reading.evaluation)).toEqual(figures(fictionalCase))
    expect(reading.evaluation.id).toBe(fictionalCase.id)
  })

  it('brings a changed figure, and rejects words where a figure should be with sheet and cell', async () => {
    const reading = await edited((book) => {
      const sheet = book.Sheets['基础数据表']!
      const address = (text: string): string => Object.keys(sheet).find((key) => (sheet[key] as { v?: unknown }).v === text)!
      const office = utils.decode_cell(address('其中：办公经费'))
      sheet[utils.encode_cell({ r: office.r, c: 5 })] = { t: 'n', v: 13.25, z: '0.00' }
      sheet[utils.encode_cell({ r: office.r, c: 3 })] = { t: 's', v: '十三万' }
    })
    expect(figures(reading.evaluation)['operating.office@actual/all']).toBe('13.25')
    expect(reading.rejected).toEqual([{ sheet: '基础数据表', cell: expect.stringMatching(/^D\d+$/), found: '十三万', expected: '数字（没有填 0，不涉及填“不涉及”，没填留空）' }])
  })

  it.each([['工作版', WORKING], ['报送版', { output: 'submission', forms: null }]] as const)('(%s) takes a formula that somebody typed into a cell for what it came to, and never for a deleted figure', async (_name, choice) => {
    const book = read(await writeEvaluation(fictionalCase, catalog, choice), { cellNF: true, cellFormula: true })
    const type = (sheet: string, label: string, column: number, cell: CellObject): void => { book.Sheets[sheet]![utils.encode_cell({ r: rowOf(book, sheet, label), c: column })] = cell }
    type('基础数据表', '3、公务接待', 1, { t: 'n', v: 1.33, f: '1+0.33', z: '0.00' })
    type('基础数据表', '政府采购金额', 1, { t: 'n', v: 151, f: "'[1]Sheet1'!A1", z: '0' })
    const first = fictionalCase.tables['projects']![0]!
    const cells = Object.entries(book.Sheets['专项支出']!).filter(([, cell]) => (cell as { v?: unknown }).v === shown(first.cells['name']!))
    const at = utils.decode_cell(cells[0]![0])
    const head = Object.entries(book.Sheets['专项支出']!).find(([, cell]) => (cell as { v?: unknown }).v === '年初预算数')!
    book.Sheets['专项支出']![utils.encode_cell({ r: at.r, c: utils.decode_cell(head[0]).c })] = { t: 'n', v: 77.5, f: '70+7.5', z: '0.0' }
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    const reading = await readEvaluation(bytes, 'b.xlsx', catalog)
    if (!reading.ok) throw new Error(reading.message)
    expect(reading.rejected).toEqual([])
    expect(figures(reading.evaluation)).toMatchObject({ 'threePublic.reception@priorActual/all': '1.33', 'procurement@priorActual/all': '151' })
    expect(shown(reading.evaluation.tables['projects']![0]!.cells['originalBudget']!)).toBe('77.5')
    const planned = await planImport([{ name: 'b.xlsx', bytes }], { kind: 'into', desk: fictionalCase }, catalog, [], { mappings: [], units: {}, today: '2026-03-01' })
    const moved = planned.kind === 'planned' ? planned.plan.entries.filter(({ state }) => state !== 'unchanged') : []
    expect(moved.map(({ found }) => found).sort()).toEqual(['1.33', '151', '77.5'])
    expect(planned.kind === 'planned' && planned.plan.files[0]!.notes.join()).toContain('有 1 格取自别的文件')
  })

  it('says which sheets are missing and which it did not look at', async () => {
    const reading = await edited((book) => {
      book.SheetNames = book.SheetNames.filter((name) => name !== '满意度调查')
      utils.book_append_sheet(book, utils.aoa_to_sheet([['草稿', 1]]), '草稿')
    })
    expect(reading.notes).toContain('没有工作表“满意度调查”，该表留空。')
    expect(reading.ignoredSheets).toEqual(['草稿'])
  })

  it.each([0, 2, 5])('takes rows put into a table for new ones, and leaves those around them whose they are: after row %i', async (after) => {
    const projects = fictionalCase.tables['projects']!
    const nameOf = (i: number): string => shown(projects[i]!.cells['name']!)
    const reading = await edited((book) => {
      const at = rowOf(book, '专项支出', nameOf(after)) + 1
      const name = utils.decode_cell(Object.entries(book.Sheets['专项支出']!).find(([, cell]) => (cell as { v?: unknown }).v === nameOf(after))![0]).c
      insertRows(book, '专项支出', 2, at)
      book.Sheets['专项支出']![utils.encode_cell({ r: at, c: name })] = { t: 's', v: '后来加的项目' }
    })
    expect(reading.rejected).toEqual([])
    const rows = reading.evaluation.tables['projects']!
    const added = rows.filter((row) => !projects.some(({ id }) => id === row.id))
    expect(added.map((row) => Object.fromEntries(Object.entries(row.cells).map(([column, answer]) => [column, shown(answer)])))).toEqual([{ name: '后来加的项目' }])
    expect(rows.indexOf(added[0]!)).toBe(after + 1)
    expect(rows.filter((row) => row !== added[0])).toEqual(projects)
    expect(figures(reading.evaluation)).toEqual(figures(fictionalCase))
  })
})
