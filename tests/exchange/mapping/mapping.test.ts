import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { mappedCells, mappedLists } from '../../../src/exchange/excel/mapping/mappedCells'
import { mappingsText, readMappings } from '../../../src/exchange/excel/mapping/mappingFile'
import { corrected, mapSheet } from '../../../src/exchange/excel/mapping/suggest'
import { readSheets, type ReadSheet } from '../../../src/exchange/excel/read/readSheets'
import { address } from '../../../src/exchange/excel/sheetPlan'
import { writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'
import { sheetOf, type Made } from '../../support/madeSheet'

const context = (year = 2020) => ({ measures: catalog.measures, forms: catalog.forms, year })
const cellsOf = (sheet: ReadSheet, year?: number) => Object.fromEntries(mappedCells(mapSheet(sheet, context(year))).map((cell) => [address(cell.row, cell.column), `${cell.item} ${cell.confidence}`]))

/** The base table of a bureau: other numbering, merged heads, labels with spaces. */
const bureau = (amount: Made = null): readonly (readonly Made[])[] => [
  ['附件 1', null, null, null],
  ['2020年度部门整体支出绩效评价基础数据表', null, null, null],
  ['填报单位：某单位', null, null, '单位：万元'],
  ['财政供养人员情况', '编制数', '2020年实际在职人数', '控制率'],
  [null, amount, amount, null],
  ['经费控制情况', '2019年决算数', '2020年预算数', '2020年决算数'],
  ['“三公”  经费', amount, amount, amount],
  ['  1. 公务用车购置和维护经费', amount, amount, amount],
  ['    其中:公车购置', null, null, null],
  ['          公车运行维护', null, null, amount],
  ['  2、出国（境）\n经费', null, null, null],
  ['  3、公务接待费', null, null, amount],
  ['我局自己加的一行', null, null, null],
  ['部门整体支出预算调整', null, amount, amount],
]

describe('the labels of a foreign sheet', () => {
  it('lead to items by row and column, whatever their spaces, numbers and brackets', () => {
    const cells = cellsOf(sheetOf(bureau(), ['A2:D2', 'A3:C3', 'A4:A5']))
    expect(cells).toMatchObject({
      B5: 'staff.quota@approved sure', C5: 'staff.onPost@yearEnd sure',
      B7: 'threePublic@priorActual/all sure', C7: 'threePublic@originalBudget/all likely', D7: 'threePublic@actual/all sure',
      D8: 'threePublic.vehicles@actual/all sure', D9: 'threePublic.vehicles.purchase@actual/all sure', D10: 'threePublic.vehicles.running@actual/all sure',
      D11: 'threePublic.abroad@actual/all sure', D12: 'threePublic.reception@actual/all sure',
      C14: 'expenditure@originalBudget/all likely', D14: 'expenditure@adjustedBudget/all sure',
    })
    expect(Object.keys(cells).filter((at) => at.endsWith('13'))).toEqual([])
  })

  it('name their years against the evaluation\'s', () => {
    const cells = cellsOf(sheetOf(bureau(), ['A2:D2', 'A3:C3', 'A4:A5']), 2021)
    expect(cells['D7']).toBe('threePublic@priorActual/all sure')
    expect(cells['B7']).toBeUndefined()
  })

  it('lead by codes to the classification, by heads of two rows to the fund', () => {
    const cells = cellsOf(sheetOf([
      ['科目编码', '科目名称', '2020年决算数', null],
      [null, null, '合计', '其中：一般公共预算财政拨款'],
      ['30201', '办公费', 1, 1],
      [null, '基本支出', 2, 2],
    ], ['A1:A2', 'B1:B2', 'C1:D1']))
    expect(cells).toMatchObject({ C3: 'economic.30201@actual/all sure', D3: 'economic.30201@actual/general sure', D4: 'expenditure.basic@actual/general sure' })
  })

  it('give a repeating table its columns and its rows up to the total', () => {
    const lists = mappedLists(mapSheet(sheetOf([
      ['项目支出情况表'], ['序号', '项目名称', '项目类别', '年初预算数', '2020年决算数'],
      [1, '信息化运维', '运行维护专项', 10, 9.5], [2, '会展', '业务工作专项', 3, 3], ['合计', null, null, 13, 12.5], ['注：略']]), context()))
    expect(lists).toEqual([{ table: 'projects', first: 2, end: 4, columns: [
      { column: 1, id: 'name', confidence: 'sure', label: '项目名称' }, { column: 2, id: 'category', confidence: 'sure', label: '项目类别' },
      { column: 3, id: 'originalBudget', confidence: 'sure', label: '年初预算数' }, { column: 4, id: 'actual', confidence: 'sure', label: '2020年决算数' }] }])
  })

  it('find the value beside a label and behind a colon', () => {
    const cells = cellsOf(sheetOf([['单位名称', '某中心', '预算单位编码', '001'], ['主管部门：某局']]))
    expect(cells).toMatchObject({ B1: 'unit.name sure', D1: 'unit.code sure', A2: 'unit.department sure' })
  })

  it('of our own exported forms lead to exactly the items of the forms', async () => {
    const sheets = readSheets(await writeEvaluation(fictionalCase, catalog, { output: 'submission', forms: null }))!
    const base = mappedCells(mapSheet(sheets.find(({ name }) => name === '基础数据表')!, context(fictionalCase.year)))
    expect(base.filter(({ confidence }) => confidence === 'unsure')).toEqual([])
    const items = base.map(({ item }) => item)
    for (const id of Object.keys(fictionalCase.answers).filter((item) => /^threePublic.*(actual|originalBudget|priorActual)/.test(item))) expect(items).toContain(id)
    const economic = mappedCells(mapSheet(sheets.find(({ name }) => name === '经济分类')!, context(fictionalCase.year)))
    expect(economic.find(({ item, confidence }) => item === 'economic.30201@actual/general' && confidence === 'sure')).toBeDefined()
  })
})

describe('the fingerprint of a sheet', () => {
  const print = (rows: readonly (readonly Made[])[], year = 2020) => mapSheet(sheetOf(rows, ['A2:D2', 'A3:C3', 'A4:A5']), context(year)).mapping.fingerprint

  it('is the same for the blank form and the filled one, and next year', () => {
    expect(print(bureau(12.5))).toBe(print(bureau()))
    const next = bureau(1).map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replace(/2020/g, 'Y').replace(/2019/g, '2020').replace(/Y/g, '2021') : cell)))
    expect(print(next, 2021)).toBe(print(bureau()))
  })

  it('is another where a label is', () => expect(print(bureau().map((row) => row.map((cell) => (cell === '我局自己加的一行' ? '我局加的另一行' : cell))))).not.toBe(print(bureau())))
})

describe('a mapping corrected once', () => {
  const first = mapSheet(sheetOf(bureau(), ['A2:D2', 'A3:C3', 'A4:A5']), context())
  const labels = first.mapping.labels.map((label) => (label.label === '我局自己加的一行' ? { ...label, meaning: { kind: 'measure' as const, measure: 'procurement' }, confidence: 'sure' as const } : label))
  const fixed = corrected(first, { labels, unit: 0, fund: 'fiscal' })

  it('is used at once, and for every file with the same labels', () => {
    expect(mappedCells(fixed).find(({ row, column }) => row === 12 && column === 3)?.item).toBe('procurement@actual/fiscal')
    const again = mapSheet(sheetOf(bureau(7), ['A2:D2', 'A3:C3', 'A4:A5']), context(), [fixed.mapping])
    expect(mappedCells(again).find(({ row, column }) => row === 12 && column === 3)?.item).toBe('procurement@actual/fiscal')
    // What the sheet itself says of its unit stands above what was remembered.
    expect(again.mapping.unit).toBe(4)
  })

  it('travels as a small file, and a broken one is told', () => {
    const text = mappingsText([fixed.mapping])
    expect(readMappings(text)).toEqual({ ok: true, value: [fixed.mapping] })
    expect(readMappings('{').ok).toBe(false)
    expect(readMappings(text.replace('"procurement"', '3')).ok).toBe(false)
    expect(readMappings(JSON.stringify({ kind: 'other' })).ok).toBe(false)
  })
})
