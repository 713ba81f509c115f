import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { taskText } from '../../src/domain/task/taskFile'
import { USUAL_NAMING, type TaskPackage } from '../../src/domain/task/taskPackage'
import { read, utils, write } from 'xlsx'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
import { bureauForm } from '../support/bureauForm'
import { memoryBrowser, openWindow } from '../support/memoryServices'

const task: TaskPackage = {
  format: 1, id: 't1', title: '2025年度部门整体支出绩效自评', notice: '某财绩〔2026〕1号', region: '某区', year: 2025, deadline: '2026-03-31', framework: catalog.frameworks[0]!, outline: catalog.outlines[0]!.id,
  forms: [{ form: 'baseData', annex: '附件2', title: '某区基础数据表' }, { form: 'satisfaction', omitted: true }], materials: [], naming: USUAL_NAMING, units: [{ code: '101001', name: '某区教育局', short: '教育局' }],
}
const file = (text: string, name = '任务包.json') => new File([text], name)

describe('填报任务包 on the desk', () => {
  it('begins an evaluation with its year, framework, outline and unit, and is remembered', async () => {
    const browser = memoryBrowser()
    const first = openWindow(browser)
    await first.desk.open()
    expect(await first.task.open(file(taskText(task)))).toEqual(task)
    const id = await first.task.begin(task, task.units[0]!)
    expect(await first.task.begin(task, task.units[0]!)).toBe(id)
    const again = openWindow(browser)
    await again.desk.open()
    await again.task.load()
    await again.evaluation.open(id)
    expect(again.evaluation.evaluation).toMatchObject({ year: 2025, outline: task.outline, framework: { id: task.framework.id }, answers: { 'unit.name': { text: '某区教育局' }, 'unit.code': { text: '101001' } } })
    expect(again.task.current?.task.deadline).toBe('2026-03-31')
    expect(again.task.forms.map(({ id: form }) => form)).not.toContain('satisfaction')
  })

  it('names and prints 报送版 as it says', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.task.open(file(taskText(task)))
    await one.evaluation.open(await one.task.begin(task, task.units[0]!))
    await one.transfer.exportExcel({ output: 'submission', forms: null })
    expect(one.files[0]?.name).toBe('101001-教育局-2025-部门整体支出绩效评价表.xlsx')
    const sheets = readSheets(one.files[0]!.bytes)!
    expect(sheets.map(({ name }) => name)).not.toContain('满意度调查')
    expect(sheets.find(({ name }) => name === '基础数据表')!.rows.flat().map((cell) => cell?.text)).toEqual(expect.arrayContaining(['附件2', '某区基础数据表']))
  })

  it('comes back from a backup, with what was begun by it and restored', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.task.open(file(taskText(task)))
    const id = await one.task.begin(task, task.units[0]!)
    await one.evaluation.open(id)
    expect(await one.backup.write()).toBe(true)
    const { name, bytes } = one.files[0]!
    const other = openWindow(memoryBrowser())
    await other.desk.open()
    expect(await other.backup.read(new File([bytes as Uint8Array<ArrayBuffer>], name))).toBe(true)
    expect(await other.backup.restore([id])).toBe(true)
    await other.evaluation.open(id)
    expect(other.task.current).toEqual({ task, unit: task.units[0] })
  })

  it('that is none changes nothing and says why', async () => {
    const one = openWindow(memoryBrowser())
    expect(await one.task.open(file('{}', '别的.json'))).toBeNull()
    expect(one.task.problem).toContain('“别的.json”：这不是完好的填报任务包')
    expect(one.task.kept).toEqual([])
  })
})

describe('分工取数表', () => {
  it('of an office holds its items and its lists, and no other office\'s', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.evaluation.open(await one.desk.openSample('fictional'))
    const asked = { measures: ['staff'], others: ['threePublic'], tables: ['outcomes'], deadline: '2026-03-15' }
    expect(await one.transfer.exportOffice({ office: '人事', ...asked })).toBe(true)
    const [sheet, list] = readSheets(one.files[0]!.bytes)!
    const words = sheet!.rows.flat().map((cell) => cell?.text ?? '')
    expect(words.join()).toMatch(/分工取数表（人事）.*2026-03-15 前交回/)
    expect(words).toContain('离退休人数')
    expect(words.join()).not.toContain('三公')
    expect(list!.name).toBe('工作成效')
  })
})

describe('分工取数表 back', () => {
  it('fills the office\'s figures and says who gave them; a changed name is refused at its cell', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.evaluation.open(await one.desk.create({ unitName: '某单位', year: 2025, framework: catalog.frameworks[0]!.id, outline: catalog.outlines[0]!.id }))
    await one.transfer.exportOffice({ office: '人事', measures: ['staff'], others: [], tables: [], deadline: '' })
    const book = read(one.files[0]!.bytes)
    const sheet = book.Sheets[book.SheetNames[0]!]!
    const rows = utils.sheet_to_json<(string | number | undefined)[]>(sheet, { header: 1 })
    const row = rows.findIndex((cells) => cells[1] === '离退休人数')
    const renamed = rows.findIndex((cells) => cells[1] === '劳务派遣人数')
    utils.sheet_add_aoa(sheet, [[12]], { origin: { r: row, c: 4 } })
    utils.sheet_add_aoa(sheet, [['劳务人数', undefined, undefined, 3]], { origin: { r: renamed, c: 1 } })
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
    expect(await one.importer.read([new File([bytes], '人事.xlsx')])).toBe(true)
    expect(one.importer.counts).toMatchObject({ new: 1, rejected: 1 })
    await one.importer.confirm()
    expect(one.evaluation.evaluation?.answers['staff.retired@yearEnd']).toMatchObject({ text: '12', provenance: { office: '人事', source: '分工取数表（人事）' } })
  })
})

describe('套表 on the desk', () => {
  it('asks once, remembers the mapping by the form\'s labels, and hands the filled file out under its own name', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.evaluation.open(await one.desk.openSample('fictional'))
    const blank = new File([await bureauForm() as Uint8Array<ArrayBuffer>], '附件2 基础数据表.xlsx')
    expect(await one.bureau.open(blank)).toBe(true)
    expect(one.bureau.plan?.sheets.map(({ known }) => known)).toEqual([false, false])
    expect(await one.bureau.fill()).toBe(true)
    expect(one.files.at(-1)?.name).toBe('附件2 基础数据表.xlsx')
    await one.bureau.open(blank)
    expect(one.bureau.plan?.sheets.map(({ known }) => known)).toEqual([true, true])
    await one.bureau.exportMappings()
    const other = openWindow(memoryBrowser())
    await other.desk.open()
    await other.evaluation.open(await other.desk.openSample('fictional'))
    await other.bureau.open(blank)
    expect(await other.bureau.importMappings(new File([one.files.at(-1)!.bytes as Uint8Array<ArrayBuffer>], '对应关系.json'))).toBe(true)
    expect(other.bureau.plan?.sheets.map(({ known }) => known)).toEqual([true, true])
  })

  it('fills a cell whose label the user explained', async () => {
    const one = openWindow(memoryBrowser())
    await one.desk.open()
    await one.evaluation.open(await one.desk.openSample('fictional'))
    await one.bureau.open(new File([await bureauForm() as Uint8Array<ArrayBuffer>], '附件2.xlsx'))
    const view = one.bureau.plan!.sheets[0]!
    const labels = view.mapping.labels.map((label) => (label.label.includes('局里另加') ? { ...label, meaning: { kind: 'measure' as const, measure: 'expenditure.personnel' }, confidence: 'sure' as const } : label))
    expect(labels).not.toEqual(view.mapping.labels)
    await one.bureau.correct({ ...view.mapping, labels })
    expect(one.bureau.plan?.entries.filter(({ label, state }) => label.includes('局里另加') && state === 'filled').length).toBeGreaterThan(0)
  })
})
