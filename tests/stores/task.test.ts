import { describe, expect, it } from 'vitest'
import { catalog } from '../../src/catalog/catalog'
import { taskText } from '../../src/domain/task/taskFile'
import { USUAL_NAMING, type TaskPackage } from '../../src/domain/task/taskPackage'
import { readSheets } from '../../src/exchange/excel/read/readSheets'
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
