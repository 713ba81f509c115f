import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { fictionalCase } from '../../src/catalog/samples/fictionalCase'
import { foundingCase } from '../../src/catalog/samples/foundingCase'
import { given } from '../../src/domain/evaluation/answer'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { readEvaluation } from '../../src/exchange/excel/readEvaluation'
import { writeEvaluation } from '../../src/exchange/excel/writeEvaluation'
import { writeWorkbook } from '../../src/exchange/excel/write/writeWorkbook'
import type { SheetPlan } from '../../src/exchange/excel/sheetPlan'
import { arbitraryEvaluation } from '../support/arbitraryEvaluation'

const back = async (bytes: Uint8Array, name = '评价.xlsx') => readEvaluation(bytes, name, catalog)
const messageOf = async (bytes: Uint8Array, name?: string) => {
  const reading = await back(bytes, name)
  return reading.ok ? 'read' : reading.message
}
const text = (value: string) => new TextEncoder().encode(value)
const sheet = (name: string, ...lines: readonly string[]): SheetPlan => ({
  name, widths: [20], heights: new Map(), landscape: false, repeated: null, hidden: false,
  cells: lines.map((line, row) => ({ row, column: 0, look: 'plain', content: { kind: 'text', text: line } })),
})

describe('a workbook out and in again', () => {
  it.each([foundingCase, fictionalCase])('gives the identical evaluation: $id', async (evaluation) => {
    const reading = await back(await writeEvaluation(evaluation, catalog))
    expect(reading.ok && reading.rejected).toEqual([])
    expect(reading.ok && reading.evaluation).toEqual(evaluation)
  })

  it('is the same bytes for the same evaluation: nothing depends on the clock', async () => {
    expect(await writeEvaluation(foundingCase, catalog)).toEqual(await writeEvaluation(foundingCase, catalog))
  })

  it('lists of a long table only the rows whose checks want a look', async () => {
    const [first] = fictionalCase.tables['projects']!
    const rows = Array.from({ length: 400 }, (_, i) => ({ ...first!, id: `p${i}`, cells: { ...first!.cells, name: given(`项目${i}`), ...(i === 333 ? { actual: given('99999999') } : {}) } }))
    const sheets = readSheets(await writeEvaluation({ ...fictionalCase, tables: { ...fictionalCase.tables, projects: rows } }, catalog))!
    const lines = sheets.find(({ name }) => name === '校验')!.rows.flatMap((row) => row[2]?.text ?? [])
    expect(lines.some((line) => line.endsWith('：项目333'))).toBe(true)
    expect(lines.some((line) => line.endsWith('：项目7'))).toBe(false)
    expect(sheets.find(({ name }) => name === '校验')!.rows[2]![0]!.text).toContain('不逐行列出')
  })

  it('is the identity for any evaluation', async () => {
    await fc.assert(fc.asyncProperty(arbitraryEvaluation, async (evaluation) => {
      const reading = await back(await writeEvaluation(evaluation, catalog))
      expect(reading.ok && reading.rejected).toEqual([])
      expect(reading.ok && reading.evaluation).toEqual(evaluation)
    }), { numRuns: 25 })
  }, 120_000)
})

describe('a file that is no workbook of ours', () => {
  it('of 0 bytes is said to be empty', async () => expect(await messageOf(new Uint8Array())).toContain('空文件'))
  it('of text renamed .xlsx is said to be something else', async () => expect(await messageOf(text('编制数,8'), 'a.xlsx')).toContain('不是 Excel 工作簿'))
  it('of a cut zip is said to be damaged', async () => expect(await messageOf((await writeEvaluation(foundingCase, catalog)).slice(0, 9000))).toContain('不完整或已损坏'))
  it('without content is said to be empty', async () => expect(await messageOf(await writeWorkbook([sheet('Sheet1')]))).toContain('没有内容'))
  it('of somebody else is said to be foreign, with what was looked for', async () =>
    expect(await messageOf(await writeWorkbook([sheet('Sheet1', '部门收入', '12.3')]))).toContain('没有找到“单位概况”'))
  it('with a password is said to be locked', async () => {
    const locked = new Uint8Array(70_000)
    locked.set([0xd0, 0xcf, 0x11, 0xe0])
    'EncryptedPackage'.split('').forEach((letter, i) => (locked[2048 + 2 * i] = letter.charCodeAt(0)))
    expect(await messageOf(locked)).toContain('设了打开密码')
  })
})
