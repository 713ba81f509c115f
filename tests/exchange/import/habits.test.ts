import { describe, expect, it } from 'vitest'
import type { CellObject } from 'xlsx'
import { catalog } from '../../../src/catalog/catalog'
import { defaultSettings, type Evaluation } from '../../../src/domain/evaluation/evaluation'
import { planImport } from '../../../src/exchange/excel/import/planImport'
import { isoDay } from '../../../src/exchange/excel/read/readSheets'
import { bytesOf, madeBook, type Made } from '../../support/madeSheet'
import file from '../../cases/import/cells.json'

interface Case {
  readonly name: string
  readonly unit?: string
  readonly kind?: string
  readonly cell?: string | number
  readonly format?: string
  readonly formula?: string
  readonly error?: boolean
  readonly text?: string | null
  readonly refused?: string
}

const desk: Evaluation = {
  format: 1, id: 'e1', year: 2025, settings: defaultSettings, framework: catalog.frameworks[0]!, outline: catalog.outlines[0]!.id, answers: {}, tables: {}, judgements: {}, narrative: {}, explanations: {},
}

async function planned(rows: readonly (readonly Made[])[], change: (cells: { [at: string]: CellObject }) => void = () => {}, more: { readonly name?: string; readonly bytes?: Uint8Array; readonly merges?: readonly string[]; readonly into?: Evaluation } = {}) {
  const bytes = more.bytes ?? bytesOf(madeBook({ Sheet1: { rows, merges: more.merges ?? [], change: (sheet) => change(sheet as { [at: string]: CellObject }) } }))
  const answer = await planImport([{ name: more.name ?? '表.xlsx', bytes }], { kind: 'into', desk: more.into ?? desk }, catalog, [], { mappings: [], units: {}, today: '2026-03-01' })
  if (answer.kind !== 'planned') throw new Error(answer.kind)
  return answer.plan
}
const answerOf = (plan: Awaited<ReturnType<typeof planned>>, at: string) => {
  const entry = plan.entries.find(({ cell }) => cell === at)
  const after = entry?.edit?.kind === 'answer' ? entry.edit.after : null
  return { entry, text: after === null ? null : after.kind === 'given' ? after.text : '不涉及' }
}

const cases = file.cases as readonly Case[]

describe('what people do in cells', () => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const label = one.kind === 'count' ? '编制数' : one.kind === 'code' ? '预算单位编码' : one.kind === 'date' ? '填报日期' : '公务接待费'
    const head: readonly (readonly Made[])[] = one.kind === undefined ? [['三公情况', null, `单位：${one.unit!}`], ['项目', '2025年决算数'], [label, one.cell ?? null]] : [['基本情况'], ['（虚构）'], [label, one.cell ?? null]]
    const plan = await planned(head, (cells) => {
      if (one.error) cells['B3'] = { t: 'e', v: 0x17, f: 'B9/0' }
      if (one.formula !== undefined) cells['B3']!.f = one.formula
      if (one.format !== undefined) cells['B3']!.z = one.format
    })
    const { entry, text } = answerOf(plan, 'B3')
    if (one.refused !== undefined) expect(entry).toMatchObject({ state: 'rejected', reason: expect.stringContaining(one.refused) })
    else if (one.text === null) expect(entry).toBeUndefined()
    else expect(text).toBe(one.text)
  })
})

describe('what people do in sheets', () => {
  it('totals and subtotals of a list are not taken for rows; 其余14项 is one merged row', async () => {
    const plan = await planned([['单位：万元'], ['项目名称', '年初预算数', '2025年决算数'], ['信息化运维', 10, 9], ['小计', 10, 9], ['其余14项合计', 30, 29], ['合计', 40, 38]])
    expect(plan.entries.flatMap(({ edit }) => (edit?.kind === 'rowAdded' ? [`${edit.row.kind} ${edit.row.cells['name']?.kind === 'given' ? edit.row.cells['name'].text : ''}`] : []))).toEqual(['single 信息化运维', 'merged 其余14项合计'])
    expect(plan.entries.find(({ found }) => found === '小计')).toMatchObject({ state: 'rejected' })
  })

  it('a copy of the table below as a draft is told, not taken', async () => {
    const plan = await planned([['单位：万元'], ['项目', '2025年决算数'], ['公务接待费', 1.5], ['草稿'], ['项目', '2025年决算数'], ['公务接待费', 9.9]])
    expect(answerOf(plan, 'B3').text).toBe('1.5')
    expect(plan.entries.find(({ cell }) => cell === 'B6')).toMatchObject({ state: 'conflict', ticked: false })
  })

  it('labels merged over several rows, vertical heads, spaces and line breaks are read', async () => {
    const plan = await planned([['单位：万元'], ['类别', '项目', '2025 年\n决 算 数'], ['三公经费', ' 1、公务接待费 ', 1.5], [null, '2、公务用车\n运行维护费', 2.5]], undefined, { merges: ['A3:A4'] })
    expect([answerOf(plan, 'C3').text, answerOf(plan, 'C4').text]).toEqual(['1.5', '2.5'])
  })

  it('hidden rows and hidden sheets wait for the user', async () => {
    const rows: readonly (readonly Made[])[] = [['单位：万元'], ['项目', '2025年决算数'], ['公务接待费', 1.5], ['公务用车购置费', 2]]
    const row = await planned(rows, (cells) => { Object.assign(cells, { '!rows': [{}, {}, { hidden: true }, {}] }) })
    expect([row.entries.find(({ cell }) => cell === 'B3')?.ticked, row.entries.find(({ cell }) => cell === 'B4')?.ticked]).toEqual([false, true])
    const book = madeBook({ Sheet1: { rows: [['封面']] }, 上年: { rows } })
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const sheet = await planned([], undefined, { bytes: bytesOf(book) })
    expect(sheet.entries.filter(({ state }) => state === 'new').map(({ ticked, reason }) => [ticked, reason?.includes('隐藏')])).toEqual([[false, true], [false, true]])
  })

  it('without a unit they are read by their size, and wait for the user', async () => {
    const plan = await planned([['三公情况'], ['项目', '2025年决算数'], ['公务接待费', 115000]])
    expect(plan.files[0]!.sheets[0]).toMatchObject({ unit: 0, unitStated: false })
    expect(plan.entries[0]).toMatchObject({ ticked: false, reason: expect.stringContaining('没有写金额单位') })
  })

  it('comments are kept as notes of the figure', async () => {
    const plan = await planned([['单位：万元'], ['项目', '2025年决算数'], ['公务接待费', 1.5]], (cells) => { cells['B3']!.c = [{ a: '张三', t: '含上年补付' }] })
    const entry = plan.entries.find(({ cell }) => cell === 'B3')
    expect(entry?.edit).toMatchObject({ after: { provenance: { note: expect.stringContaining('含上年补付') } } })
  })

  it('a 合计 typed in the middle ends no list', async () => {
    const plan = await planned([['单位：万元'], ['项目名称', '年初预算数', '2025年决算数'], ['甲', 1, 2], ['合计', 1, 2], ['乙', 3, 4], ['小计', 4, 6], ['丙', 5, 6], ['合计', 9, 12], ['注：虚构', null, null]])
    expect(plan.entries.flatMap(({ edit }) => (edit?.kind === 'rowAdded' && edit.row.cells['name']?.kind === 'given' ? [edit.row.cells['name'].text] : []))).toEqual(['甲', '乙', '丙'])
    expect(plan.entries.filter(({ state }) => state === 'rejected').map(({ cell }) => cell)).toEqual(['A4', 'A6', 'B8、C8'])
  })

  it('the unit nearest to a figure counts: of its head, of its label, of the line above its own table', async () => {
    const plan = await planned([['表一', '单位：万元'], ['项目', '2024年决算数（元）', '2025年决算数'], ['公务接待费', 15_000, 1.7], ['项目支出（元）', 4_000_000, 4_200_000], [], ['表二', '单位：元'], ['项目名称', '年初预算数', '2025年决算数（万元）'], ['甲项目', 100_000, 9]])
    expect(['B3', 'C3', 'B4', 'C4'].map((at) => Number(answerOf(plan, at).text))).toEqual([1.5, 1.7, 400, 420])
    const row = plan.entries.find(({ edit }) => edit?.kind === 'rowAdded')?.edit
    expect(row?.kind === 'rowAdded' && Object.values(row.row.cells).map((answer) => (answer.kind === 'given' ? Number(answer.text) || answer.text : null))).toEqual(['甲项目', 10, 9])
  })

  it('two tables side by side are read each by its own head; a row put inside 其中 is told', async () => {
    const beside = await planned([['单位：万元'], ['项目', '2024年决算数', null, '项目', '2025年决算数'], ['公务接待费', 1.5, null, '公务接待费', 1.7]])
    expect([answerOf(beside, 'B3').text, answerOf(beside, 'E3').text]).toEqual(['1.5', '1.7'])
    const inside = await planned([['单位：万元'], ['项目', '2025年决算数'], ['三公经费', 10], ['其中：公务接待费', 1.5], ['　　另加一行', 0.5], ['　　公务用车运行维护费', 8]])
    expect([answerOf(inside, 'B4').text, answerOf(inside, 'B6').text, inside.entries.find(({ cell }) => cell === 'B5')?.state]).toEqual(['1.5', '8', 'rejected'])
  })

  it('a total that the desk works out by itself is not typed in anew: the same is unchanged, another is asked about', async () => {
    const into: Evaluation = { ...desk, answers: { 'threePublic.reception@actual/all': { kind: 'given', text: '1.50' }, 'threePublic.abroad@actual/all': { kind: 'given', text: '0' }, 'threePublic.vehicles@actual/all': { kind: 'given', text: '8.00' } } }
    const same = await planned([['单位：万元'], ['项目', '2025年决算数'], ['三公经费', 9.5], ['公务接待费', 1.5]], undefined, { into })
    expect(same.entries.map(({ state, ticked }) => [state, ticked])).toEqual([['unchanged', false], ['unchanged', false]])
    const other = await planned([['单位：万元'], ['项目', '2025年决算数'], ['三公经费', 9.6], ['公务接待费', 1.5]], undefined, { into })
    expect(other.entries[0]).toMatchObject({ state: 'conflict', ticked: false, standing: '9.50', reason: expect.stringContaining('算出 9.50') })
  })

  it('a figure that shares the cell with its label is told', async () => {
    const plan = await planned([['单位：万元'], ['项目', '2025年决算数'], ['1、公务接待费1.5万元', null], ['项目支出', 400]])
    expect(plan.entries.find(({ cell }) => cell === 'A3')).toMatchObject({ state: 'rejected', reason: expect.stringContaining('同一格') })
  })

  it('of cells that look at other files the last value is taken, and said', async () => {
    const plan = await planned([['单位：万元'], ['项目', '2025年决算数'], ['公务接待费', 1.5]], (cells) => { cells['B3']!.f = "'[决算.xlsx]表'!B3" })
    expect(answerOf(plan, 'B3').text).toBe('1.5')
    expect(plan.files[0]!.notes.join()).toContain('有 1 格取自别的文件')
  })

  it('figures nobody can place are told with their cells', async () => {
    const plan = await planned([['单位：万元'], ['项目', '2025年决算数'], ['我局自己的一行', 7], ['公务接待费', 1.5]])
    expect(plan.entries.find(({ cell }) => cell === 'B3')).toMatchObject({ state: 'rejected', reason: expect.stringContaining('我局自己的一行'), cells: 1 })
  })
})

describe('text files', () => {
  const rows = '单位：万元,\r\n项目,2025年决算数\r\n"公务接待费","1,234.50"\r\n'
  it.each([
    ['UTF-8', new TextEncoder().encode(rows)], ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${rows}`)],
    ['GB18030', Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0xa3, 0xba, 0xcd, 0xf2, 0xd4, 0xaa, 0x0a, 0xcf, 0xee, 0xc4, 0xbf, 0x2c, ...new TextEncoder().encode('2025'), 0xc4, 0xea, 0xbe, 0xf6, 0xcb, 0xe3, 0xca, 0xfd, 0x0a, 0xb9, 0xab, 0xce, 0xf1, 0xbd, 0xd3, 0xb4, 0xfd, 0xb7, 0xd1, 0x2c, ...new TextEncoder().encode('"1,234.50"\n')])],
  ] as const)('in %s are read', async (_name, bytes) => {
    const plan = await planned([], undefined, { name: '三公.csv', bytes })
    expect(answerOf(plan, 'B3').text).toBe('1234.50')
  })
})

describe('days by calendar arithmetic', () => {
  it('agree with the calendar over two centuries', () => {
    for (let serial = 61; serial < 73_000; serial += 97) expect(isoDay(serial)).toBe(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10))
  })
})
