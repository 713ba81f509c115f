import { describe, expect, it } from 'vitest'
import { catalog } from '../../../src/catalog/catalog'
import { fictionalCase } from '../../../src/catalog/samples/fictionalCase'
import { given } from '../../../src/domain/evaluation/answer'
import type { Evaluation } from '../../../src/domain/evaluation/evaluation'
import { readSheets, type ReadSheet } from '../../../src/exchange/excel/read/readSheets'
import { writeEvaluation } from '../../../src/exchange/excel/writeEvaluation'
import type { ExportChoice } from '../../../src/exchange/excel/outputs/exportChoice'

const PARTS = { 'threePublic.vehicles.purchase': '0', 'threePublic.vehicles.running': '172.004899', 'threePublic.abroad': '0', 'threePublic.reception': '15.494949' }
const fine: Evaluation = { ...fictionalCase, answers: { ...fictionalCase.answers, ...Object.fromEntries(Object.entries(PARTS).map(([id, text]) => [`${id}@actual/all`, given(text)])) } }
const sheetsOf = async (choice: Partial<ExportChoice>, evaluation = fine) => readSheets(await writeEvaluation(evaluation, catalog, { output: 'submission', forms: ['baseData', 'projects'], ...choice }))!
const row = (sheet: ReadSheet, label: string) => sheet.rows.find((cells) => cells.some((cell) => cell?.text.includes(label)))!.map((cell) => cell?.text ?? '')
const last = (texts: readonly string[]) => texts.filter((text) => text !== '').at(-1)

describe('舍位平衡 in 报送版', () => {
  it('lets the printed parts of 三公 make the printed total, in 万元', async () => {
    const [sheet] = await sheetsOf({ money: { unit: '万元', balanced: true } })
    expect([last(row(sheet!, '三公经费')), last(row(sheet!, '公车运行维护')), last(row(sheet!, '3、公务接待'))]).toEqual(['187.50', '172.00', '15.50'])
    const [plain] = await sheetsOf({ money: { unit: '万元', balanced: false } })
    expect([last(row(plain!, '公车运行维护')), last(row(plain!, '3、公务接待'))]).toEqual(['172.00', '15.49'])
  })

  it('prints 元 with 元 on its head', async () => {
    const [sheet] = await sheetsOf({ money: { unit: '元', balanced: true } })
    expect(sheet!.rows.flat().map((cell) => cell?.text ?? '').join()).not.toContain('万元')
    expect([last(row(sheet!, '三公经费')), last(row(sheet!, '公车运行维护')), last(row(sheet!, '3、公务接待'))]).toEqual(['1874998', '1720049', '154949'])
  })
})

describe('粘贴版', () => {
  it('has no merged cell and no formula, and every value under its head', async () => {
    const sheets = await sheetsOf({ paste: true }, fictionalCase)
    for (const { merges, rows } of sheets) {
      expect(merges).toEqual([])
      expect(rows.flat().filter((cell) => cell?.isFormula)).toEqual([])
    }
    const heads = sheets[0]!.rows.findIndex((cells) => cells[0]?.text === '经费控制情况')
    expect(sheets[0]!.rows[heads]!.map((cell) => cell?.text)).toEqual(['经费控制情况', '2024年决算数', '2025年预算数', '2025年决算数'])
    expect(row(sheets[0]!, '三公经费').length).toBe(4)
    expect(sheets[1]!.rows[1]!.filter((cell) => cell !== null).length).toBeGreaterThan(8)
  })
})

describe('表样叠加 in 报送版', () => {
  it('prints the task\'s titles, numbers and words, and leaves out what it leaves out', async () => {
    const [sheet, ...others] = await sheetsOf({ overlays: [
      { form: 'baseData', title: '某区部门整体支出基础数据表', annex: '附件2-1', rows: { reception: '3、公务接待费' }, leftOut: ['buildings'], notes: ['以决算批复数为准。'] },
      { form: 'projects', omitted: true },
    ] }, fictionalCase)
    const words = sheet!.rows.flat().map((cell) => cell?.text ?? '')
    expect(others).toEqual([])
    expect(words).toEqual(expect.arrayContaining(['附件2-1', '某区部门整体支出基础数据表', '3、公务接待费', '注：以决算批复数为准。']))
    expect(words.join()).not.toContain('规模控制率')
  })
})
